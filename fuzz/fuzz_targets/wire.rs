//! Any bytes as a received error.
//!
//! Nothing panics, in either format and with or without a fallback. A response is always an error; one that was read is
//! read the same after forwarding it, also through relays that write the other format.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wire::{kratos, problem, strict};

/// What a client can see of an error.
macro_rules! shown {
    ($error:expr) => {{
        let mut metadata: Vec<_> = $error.metadata().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        metadata.sort_unstable();
        let params: Vec<_> = $error.params().map(|(name, value)| (name, value.to_string())).collect();
        let code = ($error.code().as_str(), $error.reason().to_owned(), $error.is_known(), $error.http_status());
        (code, $error.to_string(), params, metadata)
    }};
}

/// An error read from a written one.
macro_rules! relay {
    ($error:expr, $module:ident) => {{
        let sent = serde_json::to_string(&$error).expect("an error can be written");
        let again: $module::Error = serde_json::from_str(&sent).expect("what was written can be read");
        assert_eq!(shown!(again), shown!($error), "{sent}");
        again
    }};
}

macro_rules! read {
    ($module:ident, $other:ident, $bytes:expr, $response:expr) => {{
        let json = serde_json::from_slice::<$module::Error>($bytes).ok();
        let cbor = ciborium::from_reader::<$module::Error, _>($bytes).ok();
        let _ = serde_json::from_slice::<$module::ErrorCode>($bytes);
        for error in json.into_iter().chain(cbor).chain($response) {
            assert!((400..600).contains(&error.http_status()) || error.http_status() == error.code().http_status());
            let _ = format!("{error:?}");
            let there = relay!(relay!(error, $module), $other);
            relay!(there, $module);
        }
    }};
}

fuzz_target!(|input: (u16, &[u8])| {
    let (status, bytes) = (input.0 % 900 + 100, input.1);
    read!(kratos, problem, bytes, [kratos::Error::from_response_parts(status, bytes)]);
    read!(problem, kratos, bytes, [problem::Error::from_response_parts(status, bytes)]);
    read!(strict, strict, bytes, strict::Error::from_response_parts(status, bytes));
});
