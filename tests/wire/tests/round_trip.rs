//! Clients receive any error that a server creates: code, params, metadata, message and status.

#![allow(clippy::unwrap_used, reason = "a panic fails the test")]

mod kratos {
    use wire::kratos::{Error, ErrorCode, Value};

    include!("round_trip/cases.rs");
}

mod problem {
    use wire::problem::{Error, ErrorCode, Value};

    include!("round_trip/cases.rs");
}
