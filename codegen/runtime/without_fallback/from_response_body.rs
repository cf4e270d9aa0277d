//! Reading HTTP responses of which the body is yet to come.

use ::http::response::Parts;
use ::http_body::Body;

use super::error::Error;
use super::from_response::Unrecognised;
use super::http_body::start_of;

impl Error {
    /// Reads a response's body, at most 64 KiB of it, and then the error in the response: see
    /// [`from_response`](Self::from_response).
    ///
    /// # Errors
    ///
    /// The body has no code of this catalogue, for example because it is longer, or cut by an error of the connection.
    pub async fn from_response_body<B: Body>(parts: &Parts, body: B) -> Result<Self, Unrecognised>
    where
        B::Data: AsRef<[u8]>,
    {
        Self::from_response(parts, &start_of(body).await)
    }
}
