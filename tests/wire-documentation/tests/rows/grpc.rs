//! Errors as gRPC statuses.

use std::collections::HashMap;

use tonic::{Code, Status};
use tonic_types::{ErrorDetails, StatusExt};
use wire_documentation::kratos::{Error, ErrorCode};
use wire_documentation::{strict, tables};

use crate::rows;

/// The gRPC code with this name, such as `NOT_FOUND`.
fn named(name: &str) -> Code {
    let name: String = name.split('_').map(|word| word[..1].to_owned() + &word[1..].to_lowercase()).collect();
    let mut codes = (1..=16).map(Code::from_i32);
    codes.find(|code| format!("{code:?}") == name).unwrap_or_else(|| panic!("{name}"))
}

#[test]
fn from_http() {
    let mut expected = HashMap::new();
    let mut other = Code::Ok;
    for row in rows("HTTP status") {
        let code = named(tables::code(&row[1]));
        if row[0] == "any other" {
            other = code;
        } else {
            expected.extend(row[0].split(", ").map(|status| (status.parse::<u16>().unwrap(), code)));
        }
    }
    for http_status in 400..600 {
        let error = Error::from_response_parts(http_status, br#"{"reason":"Refunded"}"#);
        let status = Status::from(error);
        assert_eq!(status.code(), *expected.get(&http_status).unwrap_or(&other), "{http_status}");
        // The trailer has what the code doesn't imply.
        assert_eq!(Error::from(status).http_status(), http_status);
    }
}

#[test]
fn to_http() {
    let mut codes: Vec<_> = (1..=16).map(Code::from_i32).collect();
    for row in rows("gRPC code") {
        for name in tables::codes(&row[0]) {
            let code = named(name);
            codes.retain(|other| *other != code);
            assert_eq!(Error::from(Status::new(code, "m")).http_status().to_string(), row[1], "{name}");
        }
    }
    assert!(codes.is_empty(), "{codes:?}");
}

#[test]
fn domains() {
    for (domain, is_known) in [("shop.example", true), ("", true), ("Shop API", false), ("bank.example", false)] {
        let status = || {
            let details = ErrorDetails::with_error_info("SoldOut", domain, HashMap::new());
            Status::with_error_details(Code::Aborted, "m", details)
        };
        assert_eq!(Error::from(status()).is_known(), is_known, "{domain}");
        assert_eq!(strict::Error::try_from(status()).is_ok(), is_known);
    }
    let status = Status::from(Error::sold_out("pear"));
    assert_eq!(status.get_details_error_info().unwrap().domain, "shop.example");
    assert_eq!(Error::from(status).code(), ErrorCode::SoldOut);
}

#[test]
fn a_status_has_a_limited_size() {
    let error = Error::sold_out("x".repeat(100_000)).with_metadata("k", "y".repeat(100_000));
    let status = Status::from(error);
    assert!(status.message().ends_with('…'));
    let len = status.message().len() + status.details().len().div_ceil(3) * 4;
    assert!((4_000..=7_168).contains(&len), "{len}");
}
