//! What a client gets from the bodies of other frameworks and APIs, which are in `data/bodies.jsonl` as their
//! documentation shows them.

#![allow(clippy::unwrap_used, reason = "a panic fails the test")]

use std::collections::BTreeMap;

use serde::Deserialize;
use wire::{kratos, problem};

/// A body and what is read from it. All of them have codes that the catalogue doesn't know.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    #[serde(rename = "source")]
    _source: String,
    http_status: u16,
    body: String,
    expected: Expected,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// The name of the code, if the body has one.
    reason: Option<String>,
    http_status: u16,
    /// The message, if the body has one.
    message: Option<String>,
    metadata: BTreeMap<String, String>,
}

fn rows() -> Vec<Row> {
    include_str!("../data/bodies.jsonl").lines().map(|row| serde_json::from_str(row).unwrap()).collect()
}

macro_rules! read {
    ($module:ident, $row:expr) => {{
        use $module::{Error, ErrorCode};
        let row: &Row = $row;
        let error = Error::from_response_parts(row.http_status, row.body.as_bytes());
        assert_eq!((error.code(), error.is_known()), (ErrorCode::Unknown, false), "{}", row.name);
        assert_eq!(error.raw_body(), Some(row.body.as_bytes()));
        assert_eq!(error.params().count(), 0, "{}", row.name);
        let message = Some(error.to_string()).filter(|message| *message != "unknown: <other>");
        let reason = Some(error.reason().to_owned()).filter(|reason| reason != "Unknown");
        let metadata = error.metadata().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        // And it is passed on whole.
        let sent = serde_json::to_vec(&error).unwrap();
        assert_eq!(Error::from_response_parts(error.http_status(), &sent), error, "{}", row.name);
        Expected { reason, http_status: error.http_status(), message, metadata }
    }};
}

#[test]
fn bodies_of_other_programs_are_read() {
    let rows = rows();
    assert!(rows.len() >= 40);
    for row in &rows {
        assert_eq!(read!(kratos, row), row.expected, "{}", row.name);
        assert_eq!(read!(problem, row), row.expected, "{}", row.name);
    }
}

/// Of the objects, only those without any text for people have none.
#[test]
fn a_message_is_found_in_almost_every_object() {
    let rows = rows();
    let without = rows.iter().filter(|row| row.expected.message.is_none() && row.body.starts_with(['{', '[']));
    let names: Vec<_> = without.map(|row| &*row.name).collect();
    assert_eq!(names, ["go-kratos v2, without a message", "go-kratos v3, without a message"]);
}
