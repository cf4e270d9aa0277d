//! Params from messages, and messages in logs.

use serde_json::json;
use wire_documentation::kratos::{Error, ErrorCode};
use wire_documentation::tables;

use crate::{bytes, rows};

fn read(reason: &str, message: &str) -> Error {
    serde_json::from_value(json!({"reason": reason, "message": message})).unwrap()
}

#[test]
fn templates() {
    for row in rows("template") {
        let template = tables::code(&row[0]);
        let code = ErrorCode::ALL.iter().find(|code| code.message() == template).unwrap_or_else(|| panic!("{row:?}"));
        let error = read(code.as_str(), tables::code(&row[1]));
        let params: Vec<_> = error.params().map(|(name, value)| format!("{name}: {value}")).collect();
        let mut params: Vec<_> = params.iter().map(|param| &**param).collect();
        params.sort_unstable();
        assert_eq!(params, tables::codes(&row[2]).collect::<Vec<_>>(), "{row:?}");
        // They are not sent on.
        assert_eq!(serde_json::to_value(&error).unwrap()["metadata"], json!({}));
    }
}

#[test]
fn a_message_beside_other_metadata_than_ids_is_not_taken_apart() {
    for (key, value, is_read) in [("trace_id", "pear", false), ("what", "t-1", false), ("trace_id", "t-1", true)] {
        let body = json!({"reason": "SoldOut", "message": "pear is sold out", "metadata": {key: value}});
        let error: Error = serde_json::from_value(body).unwrap();
        assert_eq!(error.article(), is_read.then_some("pear"));
    }
}

#[test]
fn control_characters() {
    for row in rows("message") {
        let error = Error::from_response_parts(409, &bytes(&row[0]));
        assert_eq!(error.to_string().as_bytes(), bytes(&row[1]), "{row:?}");
        let debug = format!("{error:?}");
        assert!(debug.contains(tables::code(&row[2])), "{debug}");
        assert!(!debug.contains(char::is_control), "{debug}");
    }
}
