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
    while start.len() < LIMIT {
        let next = poll_fn(|context| body.as_mut().poll_frame(context)).await;
        let Some(Ok(frame)) = next else { break };
        let Ok(data) = frame.into_data() else { continue };
        let data = data.as_ref();
        start.extend_from_slice(data.get(..LIMIT - start.len()).unwrap_or(data));
    }
    start
}
