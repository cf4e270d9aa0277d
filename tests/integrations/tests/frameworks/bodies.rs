//! Errors read from bodies that arrive bit by bit.

use std::cell::Cell;
use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::response::Parts;
use http_body::{Body, Frame};
use tonic::codegen::Bytes;
use vidu_errors::{Error, ErrorCode};

/// A body of these pieces, of which one may be an error; counts how many are asked for.
struct Pieces<'c>(VecDeque<Result<Vec<u8>, io::Error>>, &'c Cell<usize>);

impl Body for Pieces<'_> {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        self.1.set(self.1.get() + 1);
        // Every other piece takes a while.
        if self.1.get() % 2 == 0 {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(self.0.pop_front().map(|piece| piece.map(|piece| Frame::data(piece.into()))))
    }
}

fn head(status: u16) -> Parts {
    let (mut parts, ()) = http::Response::new(()).into_parts();
    parts.status = http::StatusCode::from_u16(status).expect("it is a status");
    parts.headers.insert("retry-after", 7.into());
    parts
}

#[tokio::test]
async fn a_body_is_read_to_its_end() {
    let sent = Error::field_lacking(["prompt"]).with_metadata("k", "v");
    let body = serde_json::to_vec(&sent).expect("it is JSON");
    let pieces = body.chunks(7).map(|piece| Ok(piece.to_vec())).collect();
    let read = Error::from_response_body(&head(400), Pieces(pieces, &Cell::new(0))).await;
    assert_eq!(read.retry_after().map(|wait| wait.as_secs()), Some(7));
    assert_eq!((read.fields(), read.metadata().collect()), (sent.fields(), vec![("k", "v")]));
    let axum = axum_core::body::Body::from(body);
    assert_eq!(Error::from_response_body(&head(400), axum).await, read);
}

#[tokio::test]
async fn a_body_without_end_is_read_to_64_kib() {
    let asked = Cell::new(0);
    let pieces = (0..100_000).map(|_| Ok(vec![b'x'; 1000])).collect();
    let read = Error::from_response_body(&head(502), Pieces(pieces, &asked)).await;
    assert_eq!((read.code(), read.http_status()), (ErrorCode::Unknown, 502));
    assert_eq!(read.raw_body().map(<[u8]>::len), Some(8192));
    assert_eq!(asked.get().div_ceil(2), (64 * 1024_usize).div_ceil(1000));
}

#[tokio::test]
async fn a_body_that_is_cut_is_an_error_with_its_status() {
    let pieces = [Ok(br#"{"reason":"TaskNotFo"#.to_vec()), Err(io::Error::other("connection reset"))];
    let read = Error::from_response_body(&head(404), Pieces(pieces.into(), &Cell::new(0))).await;
    assert_eq!((read.is_known(), read.http_status(), read.raw_body().map(<[u8]>::len)), (false, 404, Some(20)));
    // What came before the cut may be all.
    let pieces = [Ok(br#"{"reason":"TaskNotFound"}"#.to_vec()), Err(io::Error::other("connection reset"))];
    let read = Error::from_response_body(&head(404), Pieces(pieces.into(), &Cell::new(0))).await;
    assert_eq!(read.code(), ErrorCode::TaskNotFound);
}

#[tokio::test]
async fn without_a_fallback_it_may_be_unrecognised() {
    use integrations::kratos::Error;
    let unrecognised =
        Error::from_response_body(&head(503), axum_core::body::Body::empty()).await.expect_err("it is empty");
    assert_eq!((unrecognised.http_status(), unrecognised.reason()), (503, ""));
}
