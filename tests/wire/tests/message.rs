//! Params are read from a message exactly when a search through all ways to split it finds only one.

#![allow(clippy::unwrap_used, reason = "a panic fails the test")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::json;
use wire::kratos::{Error, ErrorCode};

/// A piece of a template; a param with the form of its texts.
enum Part {
    Text(&'static str),
    Param(&'static str, fn(&str) -> bool),
}

use Part::{Param, Text};

fn any_text(_: &str) -> bool {
    true
}

fn unsigned(text: &str) -> bool {
    text.parse::<u64>().is_ok_and(|number| number.to_string() == text)
}

fn integer(text: &str) -> bool {
    text.parse::<i64>().is_ok_and(|number| number.to_string() == text)
}

fn boolean(text: &str) -> bool {
    text == "true" || text == "false"
}

/// Without an exponent, and with a `.` only before other digits than zeros.
fn float(text: &str) -> bool {
    let is_number = text.parse::<f64>().is_ok_and(|number| !number.is_infinite() && number.to_string() == text);
    is_number || text == "Infinity" || text == "-Infinity"
}

fn templates() -> Vec<(ErrorCode, Vec<Part>)> {
    vec![
        (ErrorCode::Plain, vec![Text("not found")]),
        (ErrorCode::Missing, vec![Text("missing: "), Param("fields", any_text)]),
        (ErrorCode::Named, vec![Text("no `"), Param("name", any_text), Text("` here")]),
        (ErrorCode::Two, vec![Param("name", any_text), Text(": "), Param("other", any_text)]),
        (
            ErrorCode::Typed,
            vec![
                Param("count", unsigned),
                Param("flag", boolean),
                Param("delta", integer),
                Text(" of "),
                Param("name", any_text),
            ],
        ),
        (ErrorCode::Ratio, vec![Param("name", any_text), Param("ratio", float), Text("0"), Param("count", unsigned)]),
        (ErrorCode::Adjacent, vec![Param("limit", unsigned), Param("name", any_text)]),
        (ErrorCode::Lists, vec![Param("fields", any_text), Text("; "), Param("metadata", any_text)]),
        (ErrorCode::Braces, vec![Text("{{"), Param("name", any_text), Text("}} é")]),
    ]
}

/// All ways to split a message, by brute force.
fn ways<'m>(parts: &[Part], message: &'m str) -> Vec<Vec<(&'static str, &'m str)>> {
    match parts {
        [] => {
            if message.is_empty() {
                vec![Vec::new()]
            } else {
                Vec::new()
            }
        }
        [Text(text), rest @ ..] => message.strip_prefix(text).map(|message| ways(rest, message)).unwrap_or_default(),
        [Param(name, fits), rest @ ..] => {
            let ends = (0..=message.len()).filter(|&end| message.is_char_boundary(end) && fits(&message[..end]));
            let found = ends.flat_map(|end| {
                let behind = ways(rest, &message[end..]);
                behind.into_iter().map(move |way| [vec![(*name, &message[..end])], way].concat())
            });
            found.collect()
        }
    }
}

fn read(code: ErrorCode, message: &str) -> Error {
    serde_json::from_value(json!({"reason": code, "message": message})).unwrap()
}

/// Messages made from the texts of templates.
fn message() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("missing: "),
        Just("no `"),
        Just("` here"),
        Just(": "),
        Just("; "),
        Just(", "),
        Just("{{"),
        Just("}} é"),
        Just(" of "),
        Just("true"),
        Just("false"),
        Just("-"),
        Just("."),
        Just("Infinity"),
        Just("NaN"),
        Just("0"),
        Just("7"),
        Just("a"),
        Just("é"),
    ];
    proptest::collection::vec(pieces, 0..9).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn params_are_read_if_there_is_one_way(message in message()) {
        for (code, parts) in templates() {
            check(code, &parts, &message)?;
        }
    }

    #[test]
    fn params_are_read_from_rendered_messages(a in "[a:; ]{0,4}", b in "[0-9;: ]{0,4}", number: u64, delta: i64, flag: bool, ratio in -1e3..1e3) {
        let errors = [
            Error::two(a.clone(), b.clone()),
            Error::typed(a.clone(), number, delta, flag),
            Error::adjacent(b.clone(), number),
            Error::ratio(a.clone(), number, ratio),
            Error::lists([a.clone()], [b.clone(), a.clone()]),
            Error::braces(a),
        ];
        for error in errors {
            let templates = templates();
            let (code, parts) = templates.iter().find(|(code, _)| *code == error.code()).unwrap();
            check(*code, parts, &error.to_string())?;
        }
    }
}

fn check(code: ErrorCode, parts: &[Part], message: &str) -> Result<(), TestCaseError> {
    // By name: a message shows its params in an order of its own.
    let expected: BTreeMap<_, _> = match &ways(parts, message)[..] {
        [way] => way.iter().filter(|(_, text)| !text.is_empty()).copied().collect(),
        _ => BTreeMap::new(),
    };
    let error = read(code, message);
    let read: Vec<_> = error.params().map(|(name, value)| (name, value.to_string())).collect();
    let read: BTreeMap<_, _> = read.iter().map(|(name, value)| (*name, &**value)).collect();
    prop_assert_eq!(read, expected, "{} from {:?}", code, message);
    Ok(())
}

#[test]
fn a_param_that_is_shown_twice_has_the_same_value_twice() {
    assert_eq!(read(ErrorCode::Same, "abcabc").name(), Some("abc"));
    assert_eq!(read(ErrorCode::Same, "abcabd").name(), None);
    assert_eq!(read(ErrorCode::Same, "abcab").name(), None);
    assert_eq!(read(ErrorCode::Same, "éé").name(), Some("é"));
    assert_eq!(read(ErrorCode::Repeated, "a/a/7").name(), Some("a"));
    assert_eq!(read(ErrorCode::Repeated, "a/a/7").count(), Some(7));
    assert_eq!(read(ErrorCode::Repeated, "a/b/7").count(), None);
}

/// Whoever sends some of a code's params sends all that it has.
#[test]
fn a_message_beside_params_is_not_read() {
    for metadata in [json!({"other": "c"}), json!({"name": "a"}), json!({"other": 7}), json!({"other": null})] {
        let body = json!({"reason": "Two", "message": "a: c", "metadata": metadata});
        let error: Error = serde_json::from_value(body).unwrap();
        assert_eq!(
            [error.name(), error.other()],
            [metadata["name"].as_str(), metadata["other"].as_str()],
            "{metadata}"
        );
    }
}

/// The message may be that of a newer version, which has no param of that name.
#[test]
fn a_message_beside_other_metadata_is_not_read() {
    for (metadata, is_read) in [
        (json!({}), true),
        (json!({"trace_id": null}), true),
        // The id of a request, which programs that send no params add too.
        (json!({"trace_id": "t-1"}), true),
        (json!({"X-Request-Id": "t-1"}), true),
        (json!({"trace_id": "10"}), false),
        (json!({"max": "5", "actual": "10"}), false),
    ] {
        let body = json!({"reason": "Named", "message": "no `5 of 10` here", "metadata": metadata});
        let error: Error = serde_json::from_value(body).unwrap();
        assert_eq!(error.name(), is_read.then_some("5 of 10"), "{metadata}");
    }
    assert_eq!(read(ErrorCode::Named, "no `[redacted]` here").name(), None);
}

#[test]
fn params_read_from_a_message_are_not_sent_on() {
    let body = r#"{"code":400,"reason":"Named","message":"no `x` here","metadata":{}}"#;
    let error: Error = serde_json::from_str(body).unwrap();
    assert_eq!(error.name(), Some("x"));
    assert_eq!(serde_json::to_string(&error).unwrap(), body);
}

/// To miss one of the ways to read a message could mean to take a wrong one.
#[test]
fn an_infinite_number_is_one_of_the_ways_to_read_a_message() {
    for ratio in [f64::INFINITY, f64::NEG_INFINITY] {
        let message = Error::invalid(["a"], ratio, [("b", "c")]).to_string();
        assert_eq!(read(ErrorCode::Invalid, &message).ratio_(), Some(ratio), "{message}");
        // The other way: a name that ends in `Infinity0`, and the number 5.
        let message = Error::ratio("", 5_072, ratio).to_string();
        assert_eq!(read(ErrorCode::Ratio, &message).params().count(), 0, "{message}");
    }
}

#[test]
fn a_number_of_more_than_32_digits_is_not_read() {
    for (ratio, is_read) in [(1e30, true), (1e40, false), (f64::MIN_POSITIVE, false)] {
        let error = read(ErrorCode::Invalid, &format!("{ratio} invalid: a"));
        assert_eq!(error.ratio_(), is_read.then_some(ratio));
    }
    assert_eq!(read(ErrorCode::Ratio, &Error::ratio("x", 7, 1e40).to_string()).params().count(), 0);
}

#[test]
fn a_message_of_more_than_8_kib_is_not_read() {
    for (len, is_read) in [(8192, true), (8193, false)] {
        let message = format!("missing: {}", "a".repeat(len - "missing: ".len()));
        assert_eq!(read(ErrorCode::Missing, &message).fields().is_some(), is_read, "{len}");
    }
}
