//! What is read from a body.

use wire_documentation::tables;

use crate::{all_tables, bytes};

/// What a client sees of an error, as the tables write it.
struct Seen {
    code: String,
    reason: String,
    is_known: bool,
    http_status: u16,
    message: String,
    /// Params and metadata, sorted.
    values: Vec<String>,
}

macro_rules! read {
    ($module:ident, $status:expr, $body:expr) => {{
        let error = wire_documentation::$module::Error::from_response_parts($status, $body);
        assert_eq!(error.raw_body(), Some($body));
        // A relay passes it on.
        let sent = serde_json::to_vec(&error).unwrap();
        let again = wire_documentation::$module::Error::from_response_parts(error.http_status(), &sent);
        assert_eq!(again, error, "{}", $body.escape_ascii());
        let params = error.params().map(|(name, value)| format!("{name}: {value}"));
        let metadata = error.metadata().map(|(key, value)| format!("{key}: {value}"));
        let mut values: Vec<_> = params.chain(metadata).collect();
        values.sort_unstable();
        Seen {
            code: error.code().to_string(),
            reason: error.reason().to_owned(),
            is_known: error.is_known(),
            http_status: error.http_status(),
            message: error.to_string(),
            values,
        }
    }};
}

fn assert_row(header: &[String], row: &[String], seen: &Seen) {
    for (name, cell) in header.iter().zip(row) {
        let cell = &**cell;
        match &**name {
            "body" | "envelope" | "rule" | "response" | "what is wrong" => {}
            "`code()`" => assert_eq!(seen.code, tables::code(cell), "{row:?}"),
            "`reason()`" => assert_eq!(seen.reason, tables::code(cell), "{row:?}"),
            "`is_known()`" => assert_eq!(seen.is_known.to_string(), tables::code(cell), "{row:?}"),
            "`http_status()`" => assert_eq!(seen.http_status.to_string(), cell, "{row:?}"),
            "message" => assert_eq!(seen.message, tables::code(cell), "{row:?}"),
            "params and metadata" => {
                let mut values: Vec<_> = tables::codes(cell).collect();
                values.sort_unstable();
                assert_eq!(seen.values, values, "{row:?}");
            }
            other => panic!("no test reads the column {other}"),
        }
    }
}

/// The rows of the tables that have this column, with the tables' headers.
fn rows_with(column: &str) -> Vec<(Vec<String>, Vec<String>, usize)> {
    let mut found = Vec::new();
    for table in all_tables() {
        // `wire` is for writing.
        let at = table.header.iter().position(|name| name == column).filter(|_| table.header[0] != "`wire`");
        if let Some(at) = at {
            found.extend(table.rows.into_iter().map(|row| (table.header.clone(), row, at)));
        }
    }
    assert!(!found.is_empty());
    found
}

/// The status of the response in a row, or else one that no code has.
fn status(header: &[String], row: &[String]) -> u16 {
    let at = header.iter().position(|name| name == "response");
    at.map_or(418, |at| row[at].parse().unwrap())
}

#[test]
fn bodies() {
    for (header, row, at) in rows_with("body") {
        let (status, body) = (status(&header, &row), &*bytes(&row[at]));
        assert_row(&header, &row, &read!(kratos, status, body));
        assert_row(&header, &row, &read!(problem, status, body));
    }
}

#[test]
fn envelopes() {
    for (header, row, at) in rows_with("envelope") {
        assert_row(&header, &row, &read!(envelope, 200, &*bytes(&row[at])));
    }
}

/// Without a fallback, an unknown code has no error.
#[test]
fn without_a_fallback() {
    use wire_documentation::strict::Error;
    for (header, row, at) in rows_with("body") {
        let Some(known) = header.iter().position(|name| name == "`is_known()`") else { continue };
        let (status, body) = (status(&header, &row), &*bytes(&row[at]));
        match Error::from_response_parts(status, body) {
            Ok(error) => assert_eq!((error.is_known(), &*row[known]), (true, "`true`"), "{row:?}"),
            Err(unrecognised) => {
                assert_eq!(&*row[known], "`false`", "{row:?}");
                assert_eq!((unrecognised.http_status(), unrecognised.raw_body()), (status, body));
                if let Some(reason) = header.iter().position(|name| name == "`reason()`") {
                    let expected = tables::code(&row[reason]);
                    assert_eq!(unrecognised.reason(), if expected == "Unknown" { "" } else { expected }, "{row:?}");
                }
            }
        }
    }
}

#[test]
fn of_serde_a_text_is_an_error_but_no_list() {
    use wire_documentation::kratos::{Error, ErrorCode};
    assert_eq!(serde_json::from_str::<Error>("\"SoldOut\"").unwrap().code(), ErrorCode::SoldOut);
    for other in ["[]", r#"[{"reason":"SoldOut"}]"#, "7", "true", "null"] {
        assert!(serde_json::from_str::<Error>(other).is_err(), "{other}");
    }
}
