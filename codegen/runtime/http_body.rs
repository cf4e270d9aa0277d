//! Reading the bodies of responses.

use ::core::future::poll_fn;
use ::core::pin::pin;
use ::http_body::Body;

use super::alloc::vec::Vec;

/// How much of a body is read. An error needs far less, and nobody knows how much a stranger sends.
const LIMIT: usize = 64 * 1024;

/// The start of a body: what came until its end, its limit or the first error.
pub(super) async fn start_of<B: Body>(body: B) -> Vec<u8>
where
    B::Data: AsRef<[u8]>,
{
    let mut body = pin!(body);
    let mut start = Vec::new();
    while let Some(Ok(frame)) = poll_fn(|context| body.as_mut().poll_frame(context)).await {
        if let Ok(data) = frame.into_data() {
            let room = LIMIT.saturating_sub(start.len());
            let data = data.as_ref();
            start.extend_from_slice(data.get(..room).unwrap_or(data));
        }
        if start.len() == LIMIT {
            break;
        }
    }
    start
}
