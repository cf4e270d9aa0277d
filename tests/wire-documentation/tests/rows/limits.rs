//! The limits.

use serde_json::json;
use wire_documentation::kratos::{Error, ErrorCode};

use crate::rows;

/// The number in the row that says this.
fn limit(what: &str) -> usize {
    let rows = rows("what");
    let row = rows.iter().find(|row| row[0] == what).unwrap_or_else(|| panic!("{what}"));
    let digits: String = row[1].chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

#[test]
fn of_a_body() {
    let page = "x".repeat(100_000);
    let error = Error::from_response_parts(502, page.as_bytes());
    assert_eq!(error.raw_body().map(<[u8]>::len), Some(limit("`raw_body()`")));

    let values = limit("values in a body");
    let list = vec!["x"; values];
    let error: Error = serde_json::from_value(json!({"metadata": {"items": list}, "reason": "Missing"})).unwrap();
    assert_eq!((error.code(), error.items()), (ErrorCode::Missing, None));
    let list = &list[..values - 10];
    let error: Error = serde_json::from_value(json!({"metadata": {"items": list}, "reason": "Missing"})).unwrap();
    assert_eq!(error.items().map(<[_]>::len), Some(values - 10));
    // The members come in the order of their names.
    let mut body: serde_json::Map<_, _> = (0..2 * values).map(|at| (format!("a{at}"), json!(at))).collect();
    body.extend([("reason", json!("SoldOut")), ("message", json!("m"))].map(|(name, value)| (name.to_owned(), value)));
    let error: Error = serde_json::from_value(body.into()).unwrap();
    assert_eq!((error.code(), error.to_string()), (ErrorCode::SoldOut, "m".to_owned()));
    assert!((values - 10..=values).contains(&error.metadata().count()));
}

#[test]
fn of_a_message() {
    let longest = limit("a message that is taken apart");
    for (len, is_read) in [(longest, true), (longest + 1, false)] {
        let message = "x".repeat(len - " is sold out".len()) + " is sold out";
        let error: Error = serde_json::from_value(json!({"reason": "SoldOut", "message": message})).unwrap();
        assert_eq!(error.article().is_some(), is_read, "{len}");
    }
}

#[test]
fn every_limit_is_tested() {
    let tested = ["`raw_body()`", "a message that is taken apart", "values in a body"];
    // These are in `headers.rs` and `grpc.rs`.
    let elsewhere = [("a wait", 1 << 31), ("a gRPC status", 7_168)];
    assert!(elsewhere.iter().all(|(what, number)| limit(what) == *number));
    let known = |row: &Vec<String>| tested.contains(&&*row[0]) || elsewhere.iter().any(|(what, _)| *what == row[0]);
    assert!(rows("what").iter().all(known));
}
