//! What is in headers.

use std::time::Duration;

use http::response::Parts;
use http::{HeaderValue, Response};
use wire_documentation::kratos::Error;
use wire_documentation::tables;

use crate::rows;

const BODY: &[u8] = br#"{"reason":"SoldOut"}"#;

fn parts(headers: &[(&'static str, &str)]) -> Parts {
    let (mut parts, ()) = Response::new(()).into_parts();
    let headers = headers.iter().map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_str(value).unwrap()));
    parts.headers = headers.collect();
    parts
}

#[test]
fn names() {
    let rows = rows("header");
    assert_eq!(rows.len(), 3);
    for row in rows {
        let name = tables::codes(&row[0]).next().unwrap().to_owned();
        let error = if name == "Retry-After" {
            Error::sold_out("pear").with_retry_after(Duration::from_millis(1200))
        } else {
            Error::sold_out("pear").with_metadata(name.clone(), "2")
        };
        let (parts, _) = Response::<Vec<u8>>::from(error).into_parts();
        assert_eq!(parts.headers[&*name], "2", "{row:?}");
        let read = Error::from_response(&parts, BODY);
        if name == "Retry-After" {
            assert_eq!(read.retry_after(), Some(Duration::from_secs(2)));
            continue;
        }
        assert_eq!(read.metadata().collect::<Vec<_>>(), [(&*name, "2")]);
        let body = format!(r#"{{"reason":"SoldOut","metadata":{{"{name}":"3"}}}}"#);
        let read = Error::from_response(&parts, body.as_bytes());
        assert_eq!(read.metadata().collect::<Vec<_>>(), [(&*name, "3")]);
        // What a header can't contain is only in the body.
        let error = Error::sold_out("pear").with_metadata(name.clone(), "a\nb");
        let response = Response::<Vec<u8>>::from(error.clone());
        assert_eq!(response.headers().get(&*name), None);
        assert_eq!(serde_json::from_slice::<Error>(response.body()).unwrap(), error);
    }
}

#[test]
fn waits() {
    for row in rows("`Retry-After`") {
        let mut headers = vec![("retry-after", tables::code(&row[0]))];
        if !row[1].is_empty() {
            headers.push(("date", tables::code(&row[1])));
        }
        let wait = Error::from_response(&parts(&headers), BODY).retry_after();
        let shown = wait.map_or_else(|| "none".to_owned(), |wait| format!("{} seconds", wait.as_secs()));
        assert_eq!(shown, row[2], "{row:?}");
    }
}
