//! Clients receive any error that a server creates: code, params, metadata, message and status.

#![allow(clippy::unwrap_used, reason = "a panic fails the test")]

mod kratos {
    use wire::kratos::{Error, ErrorCode, Value};

    const IS_NAME_SENT: bool = true;

    include!("round_trip/cases.rs");
}

mod problem {
    use wire::problem::{Error, ErrorCode, Value};

    const IS_NAME_SENT: bool = true;

    include!("round_trip/cases.rs");
}

mod envelope {
    use wire::envelope::{Error, ErrorCode, Value};

    const IS_NAME_SENT: bool = true;

    include!("round_trip/cases.rs");
}

mod numbered {
    use wire::numbered::{Error, ErrorCode, Value};

    const IS_NAME_SENT: bool = false; // Only its number.

    include!("round_trip/cases.rs");
}
