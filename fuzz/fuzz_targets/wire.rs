//! Any bytes as a received error.
//!
//! Nothing panics, in either format and with or without a fallback. A response is always an error, and an error body
//! that was read is read the same after forwarding it.

#![no_main]

use libfuzzer_sys::fuzz_target;

macro_rules! read {
    ($module:ident, $bytes:expr, $status:expr) => {{
        use wire::$module::{Error, ErrorCode};

        let is_wanted = |error: &Error| !error.reason().is_empty();
        let json = serde_json::from_slice::<Error>($bytes).ok();
        let cbor = ciborium::from_reader::<Error, _>($bytes).ok();
        let response = Option::<Error>::from(Error::from_response_parts($status, $bytes));
        let _ = serde_json::from_slice::<ErrorCode>($bytes);
        for error in json.into_iter().chain(cbor).chain(response).filter(is_wanted) {
            assert!((100..1000).contains(&error.http_status()));
            let sent = serde_json::to_vec(&error).expect("an error can be written");
            let again: Error = serde_json::from_slice(&sent).expect("what was written can be read");
            assert_eq!(shown!(again), shown!(error));
            let _ = (error.to_string(), format!("{error:?}"));
        }
    }};
}

macro_rules! shown {
    ($error:expr) => {{
        let metadata: Vec<_> = $error.metadata().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        ($error.code(), $error.reason().to_owned(), $error.http_status(), $error.to_string(), metadata)
    }};
}

fuzz_target!(|input: (u16, &[u8])| {
    let (status, bytes) = (input.0 % 900 + 100, input.1);
    read!(kratos, bytes, status);
    read!(problem, bytes, status);
    read!(strict, bytes, status);
});
