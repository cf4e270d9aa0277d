//! Reading errors.

#![allow(clippy::unwrap_used, reason = "a panic fails the test")]

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use wire::{kratos, problem, strict};

/// The reason, the code, the status and the message read from a body.
fn kratos(body: Json) -> (String, kratos::ErrorCode, u16, String) {
    let error: kratos::Error = serde_json::from_value(body).unwrap();
    (error.reason().to_owned(), error.code(), error.http_status(), error.to_string())
}

fn metadata(body: Json) -> Vec<(String, String)> {
    let error: kratos::Error = serde_json::from_value(body).unwrap();
    error.metadata().map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

#[test]
fn the_reason_counts_whatever_the_code_is() {
    use kratos::ErrorCode::{Code22e01, Named, Plain, Unknown};
    for (body, reason, code, status) in [
        (json!("Plain"), "Plain", Plain, 404),
        (json!("Plane"), "Plane", Plain, 404),
        (json!("New"), "New", Unknown, 500),
        (json!({"reason": "Plain"}), "Plain", Plain, 404),
        (json!({"reason": "Plain", "code": 410}), "Plain", Plain, 410),
        (json!({"reason": "Plain", "code": 200}), "Plain", Plain, 404),
        (json!({"reason": "Plain", "code": 999}), "Plain", Plain, 404),
        (json!({"reason": "Plain", "code": "Named"}), "Plain", Plain, 404),
        (json!({"reason": "Plain", "status": 418, "message": "m"}), "Plain", Plain, 418),
        (json!({"reason": "New", "code": 400}), "New", Unknown, 400),
        (json!({"reason": "", "code": 400}), "Unknown", Unknown, 400),
        (json!({"reason": "", "code": "Plain"}), "Plain", Plain, 404),
        (json!({"reason": null, "code": "Plain"}), "Plain", Plain, 404),
        (json!({"reason": "Plain", "code": 99}), "Plain", Plain, 404),
        (json!({"reason": "Plain", "code": 70_000}), "Plain", Plain, 404),
        (json!({"reason": "Plain", "code": -400}), "Plain", Plain, 404),
        (json!({"code": "Named", "message": "m"}), "Named", Named, 400),
        (json!({"code": "22E01"}), "22E01", Code22e01, 503),
        (json!({"code": "404"}), "404", Unknown, 500),
        (json!({"code": "Plain", "status": 410, "detail": "d", "type": "about:blank"}), "Plain", Plain, 410),
        // How serde_json represents numbers with its feature `arbitrary_precision`.
        (json!({"reason": "Plain", "code": {"$serde_json::private::Number": "410"}}), "Plain", Plain, 410),
    ] {
        let read = kratos(body.clone());
        assert_eq!((&*read.0, read.1, read.2), (reason, code, status), "{body}");
    }
}

#[test]
fn members_with_the_same_meaning_have_a_precedence() {
    for body in [
        r#"{"reason":"Plain","code":410,"status":500,"message":"m","detail":"d"}"#,
        r#"{"detail":"d","message":"m","status":500,"code":410,"reason":"Plain"}"#,
    ] {
        let read = kratos(serde_json::from_str(body).unwrap());
        assert_eq!((read.2, &*read.3), (410, "m"), "{body}");
    }
    // Not a number that serde_json represents like this, and therefore ignored.
    let body = json!({"reason": "Plain", "more": {"$serde_json::private::Number": 1}});
    assert_eq!(kratos(body).0, "Plain");
}

#[test]
fn any_object_is_an_error() {
    for (body, status, message) in [
        (json!({}), 500, "unknown: <other>"),
        (json!({"code": 503, "message": "boom"}), 503, "boom"),
        (json!({"code": 7, "message": "boom"}), 500, "boom"),
        (json!({"reason": 5}), 500, "unknown: <other>"),
        (json!({"code": "", "msg": "boom"}), 500, "boom"),
        (json!({"error": "invalid_grant", "error_description": "it has expired"}), 500, "it has expired"),
        (json!({"error": "Not Found", "status": 404}), 404, "Not Found"),
        (json!({"error": {"message": "no such model", "type": "invalid_request_error"}}), 500, "no such model"),
        (json!({"errors": [{"detail": "first"}, {"detail": "second"}]}), 500, "first"),
        (json!({"detail": "d", "message": "m", "title": "t"}), 500, "m"),
        (json!({"type": "https://example.com/x", "detail": "d", "message": "m"}), 500, "d"),
    ] {
        let read = kratos(body.clone());
        assert_eq!(
            (&*read.0, read.1, read.2, &*read.3),
            ("Unknown", kratos::ErrorCode::Unknown, status, message),
            "{body}"
        );
        assert!(!serde_json::from_value::<problem::Error>(body.clone()).unwrap().is_known());
        let text = body.to_string();
        let error = kratos::Error::from_response_parts(418, text.as_bytes());
        assert_eq!((error.http_status(), error.is_known()), (418, false));
        assert_eq!(error.raw_body(), Some(text.as_bytes()));
    }
}

#[test]
fn what_is_no_object_is_not_an_error() {
    for body in [json!([]), json!(7), json!(null)] {
        assert!(serde_json::from_value::<kratos::Error>(body.clone()).is_err(), "{body}");
        let text = body.to_string();
        let error = kratos::Error::from_response_parts(503, text.as_bytes());
        assert_eq!((error.code(), error.http_status()), (kratos::ErrorCode::Unknown, 503));
        assert_eq!(error.raw_body(), Some(text.as_bytes()));
    }
    // The name of a code is an error, but not the body of a response.
    let error = kratos::Error::from_response_parts(503, b"\"Plain\"");
    assert_eq!((error.is_known(), error.raw_body()), (false, Some(&b"\"Plain\""[..])));
}

#[test]
fn the_type_of_a_problem_can_be_the_page_of_its_code() {
    for (page, code) in [
        ("https://example.org/errors#Plain", kratos::ErrorCode::Plain),
        ("https://example.org/errors#Plane", kratos::ErrorCode::Plain),
        ("https://example.org/named", kratos::ErrorCode::Named),
    ] {
        let body = json!({"type": page, "title": "t", "status": 410, "detail": "d", "name": "n"});
        let error: kratos::Error = serde_json::from_value(body).unwrap();
        assert_eq!((error.code(), error.is_known(), error.http_status()), (code, true, 410), "{page}");
        assert_eq!(error.to_string(), "d");
    }
}

#[test]
fn a_foreign_problem_is_kept_whole() {
    let body = json!({"type": "https://example.com/out-of-credit", "title": "Not enough credit.", "status": 403,
        "detail": "It costs 50.", "instance": "/account/1", "balance": 30, "accounts": ["/a", "/b"]});
    let error: problem::Error = serde_json::from_value(body.clone()).unwrap();
    assert_eq!((error.reason(), error.http_status(), error.to_string()), ("Unknown", 403, "It costs 50.".to_owned()));
    let mut metadata: Vec<_> = error.metadata().collect();
    metadata.sort_unstable();
    let expected = [
        ("accounts", r#"["/a","/b"]"#),
        ("balance", "30"),
        ("instance", "/account/1"),
        ("title", "Not enough credit."),
        ("type", "https://example.com/out-of-credit"),
    ];
    assert_eq!(metadata, expected);
    // And passed on as it came, but for the types of what nobody here knows.
    let sent = serde_json::to_value(&error).unwrap();
    for member in ["type", "title", "status", "detail", "instance"] {
        assert_eq!(sent[member], body[member]);
    }
    assert_eq!(serde_json::from_value::<problem::Error>(sent).unwrap(), error);
}

#[test]
fn a_code_is_not_lost_to_what_is_not_quite_json() {
    let bodies: [&[u8]; 9] = [
        b"\xEF\xBB\xBF{\"reason\":\"Plain\"}",
        b"{\"reason\":\"Plain\"}\0\0",
        b"{\"reason\":\"Plain\",\"message\":\"\xC4\xE3\xBA\xC3\"}",
        // The second byte of a character in GBK is a backslash here.
        b"{\"message\":\"\x81\x5C\",\"reason\":\"Plain\"}",
        b"{\"reason\":\"Plain\",\"message\":\"\\ud83d and \\udc00\"}",
        b"{\"reason\":\"Plain\",\"more\":{\"far\":1e400,\"low\":-1E+999}}",
        b"{\"reason\":\"Plain\",\"more\":[NaN, Infinity,-Infinity]}",
        b"{\"reason\":\"Plain\",\"message\":\"two\nlines\ttab\"}",
        b"{\"reason\":\"Plain\",\"message\":\"\xFF\"}",
    ];
    for body in bodies {
        let error = kratos::Error::from_response_parts(404, body);
        assert_eq!((error.code(), error.is_known()), (kratos::ErrorCode::Plain, true), "{}", body.escape_ascii());
        assert_eq!(error.raw_body(), Some(body));
    }
    let error = kratos::Error::from_response_parts(
        404,
        br#"{"reason":"Plain","message":"\ud83d\ude00 \ud83d \"x\"","n":1e400}"#,
    );
    assert_eq!(error.to_string(), "\u{1F600} \u{FFFD} \"x\"");
    assert_eq!(error.metadata().collect::<Vec<_>>(), [("n", "1e400")]);
}

#[test]
fn a_catalogue_reads_its_own_objects_and_those_of_others() {
    use wire::envelope::{Error, ErrorCode};
    for (body, code, status, message) in [
        (json!({"errors": [{"type": "Plain", "status": 410, "message": "m"}]}), ErrorCode::Plain, 410, "m"),
        (json!({"errors": [{"type": "Plane"}, {"type": "Named"}]}), ErrorCode::Plain, 404, "not found"),
        (json!({"errors": [{"type": "New", "message": "m", "status": 418}]}), ErrorCode::Unknown, 418, "m"),
        (json!({"errors": [{"message": "m"}]}), ErrorCode::Named, 500, "m"),
        (json!({"errors": ["m"], "message": "n"}), ErrorCode::Named, 500, "n"),
        (json!({"reason": "Plain", "message": "m"}), ErrorCode::Plain, 404, "m"),
        (json!({"code": "Plain", "title": "t", "detail": "m"}), ErrorCode::Plain, 404, "m"),
    ] {
        let error: Error = serde_json::from_value(body.clone()).unwrap();
        assert_eq!((error.code(), error.http_status(), &*error.to_string()), (code, status, message), "{body}");
    }
    let body =
        json!({"errors": [{"type": "Named", "details": {"name": "n", "a": [1]}, "doc_url": "u"}], "request_id": "r"});
    let error: Error = serde_json::from_value(body).unwrap();
    let mut metadata: Vec<_> = error.metadata().collect();
    metadata.sort_unstable();
    assert_eq!((error.name(), metadata), (Some("n"), vec![("a", "[1]"), ("doc_url", "u"), ("request_id", "r")]));
}

#[test]
fn the_fallback_depends_on_the_status() {
    use wire::envelope::{Error, ErrorCode};
    for (status, code) in
        [(429, ErrorCode::Plain), (503, ErrorCode::Named), (500, ErrorCode::Named), (418, ErrorCode::Unknown)]
    {
        for body in ["", r#"{"errors":[{"type":"New"}]}"#] {
            let error = Error::from_response_parts(status, body.as_bytes());
            assert_eq!((error.code(), error.http_status(), error.is_known()), (code, status, false), "{body}");
        }
    }
    let error: Error = serde_json::from_value(json!({"errors": [{"status": 429}]})).unwrap();
    assert_eq!(error.code(), ErrorCode::Plain);
}

/// A list that is cut is not the list that was sent.
#[test]
fn a_body_with_too_many_values_keeps_its_code_and_message() {
    let many = vec!["x"; 10_000];
    let members: serde_json::Map<_, _> = (0..10_000).map(|at| (format!("a{at}"), json!(at))).collect();
    let mut body = members.clone();
    body.extend([("reason".to_owned(), json!("Missing")), ("message".to_owned(), json!("m"))]);
    let error: kratos::Error = serde_json::from_value(body.into()).unwrap();
    assert_eq!((error.code(), error.to_string()), (kratos::ErrorCode::Missing, "m".to_owned()));
    let body = json!({"metadata": {"fields": many}, "reason": "Missing", "message": "m"});
    let error: kratos::Error = serde_json::from_value(body).unwrap();
    assert_eq!((error.code(), error.fields()), (kratos::ErrorCode::Missing, None));
    let body = json!({"code": "Missing", "status": 400, "type": "about:blank", "a": members, "fields": ["x"]});
    let error: problem::Error = serde_json::from_value(body).unwrap();
    assert_eq!(error.fields().map(<[_]>::len), Some(1));
}

#[test]
fn the_message_is_shown_as_received() {
    assert_eq!(kratos(json!({"reason": "Named", "message": "anything"})).3, "anything");
    assert_eq!(kratos(json!({"reason": "Named", "detail": "anything"})).3, "anything");
    assert_eq!(kratos(json!({"reason": "Named", "metadata": {"name": "n"}})).3, "no `n` here");
    assert_eq!(kratos(json!("Named")).3, "no `<name>` here");
    assert_eq!(kratos(json!({"reason": "Named", "message": "", "metadata": {"name": "n"}})).3, "no `n` here");
}

#[test]
fn the_status_is_that_of_the_response_or_else_of_the_body() {
    let error = kratos::Error::from_response_parts(http::StatusCode::BAD_GATEWAY, br#"{"reason":"Plain"}"#);
    assert_eq!(error.http_status(), 502);
    let error = kratos::Error::from_response_parts(502, br#"{"reason":"Plain","code":404}"#);
    assert_eq!(error.http_status(), 502);
    let error = problem::Error::from_response_parts(200, br#"{"code":"Plain","status":410}"#);
    assert_eq!(error.http_status(), 410);
    let error = problem::Error::from_response_parts(503, br#"{"code":"Plain","status":200}"#);
    assert_eq!(error.http_status(), 503);
}

#[test]
fn an_error_is_not_sent_as_a_success() {
    for status in [100, 200, 204, 304, 600, 999] {
        let error = kratos::Error::from_response_parts(status, br#"{"reason":"Plain"}"#);
        assert_eq!(error.http_status(), 404);
        assert_eq!(serde_json::to_value(&error).unwrap()["code"], 404);
        assert_eq!(http::Response::<Vec<u8>>::from(error).status(), 404);
    }
}

#[test]
fn a_foreign_body_is_kept_up_to_a_limit() {
    let page = format!("<html>{}", "x".repeat(100_000));
    for body in ["", "<html>bad gateway</html>", r#"{"reason":"Plain","mess"#, r#"{"reason":"Plain"}x"#, &page] {
        let error = kratos::Error::from_response_parts(502, body.as_bytes());
        assert_eq!((error.code(), error.http_status()), (kratos::ErrorCode::Unknown, 502));
        assert_eq!(error.raw_body(), Some(&body.as_bytes()[..body.len().min(8192)]));
        assert_eq!(error.to_string(), "unknown: <other>");
    }
}

#[test]
fn metadata_becomes_params_and_texts() {
    let body = json!({"reason": "Sent", "message": "not enough", "metadata": {
        "count": "7", "limit": 8, "delta": "-9", "flag": "true", "fields": "a, b\\, c, d\\\\", "name": "n",
        "text": "t", "number": 1.5, "big": 18_446_744_073_709_551_615_u64, "yes": true, "none": null, "map": {"a": 1}, "list": ["a"],
    }, "other": "kept"});
    let error: kratos::Error = serde_json::from_value(body.clone()).unwrap();
    assert_eq!((error.count(), error.limit(), error.delta(), error.flag()), (Some(7), Some(8), Some(-9), Some(true)));
    assert_eq!(error.fields(), Some(&["a".into(), "b, c".into(), "d\\".into()][..]));
    assert_eq!(error.name(), Some("n"));
    let texts = [
        ("text", "t"),
        ("number", "1.5"),
        ("big", "18446744073709551615"),
        ("yes", "true"),
        ("map", r#"{"a":1}"#),
        ("list", r#"["a"]"#),
        ("other", "kept"),
    ];
    let mut read = metadata(body);
    read.sort();
    let mut expected = texts.map(|(key, value)| (key.to_owned(), value.to_owned()));
    expected.sort();
    assert_eq!(read, expected);
}

#[test]
fn a_param_of_another_type_is_absent() {
    for (param, value) in [
        ("count", json!("-1")),
        ("count", json!("many")),
        ("count", json!(1.5)),
        ("count", json!(true)),
        ("delta", json!("9223372036854775808")),
        ("flag", json!("yes")),
        ("fields", json!({"a": 1})),
        ("fields", json!(["a", 1])),
        ("name", json!(5)),
        ("name", json!(null)),
    ] {
        let body = json!({"reason": "Sent", "metadata": {param: value}});
        let error: kratos::Error = serde_json::from_value(body.clone()).unwrap();
        assert_eq!(error.params().count() + error.metadata().count(), 0, "{body}");
    }
    // In a problem, texts are only texts.
    let error: problem::Error = serde_json::from_value(json!({"code": "Sent", "count": "7", "limit": 8})).unwrap();
    assert_eq!((error.count(), error.limit()), (None, Some(8)));
    // A param that is unreadable in the metadata is not read from the message instead.
    let body = json!({"reason": "Named", "message": "no `x` here", "metadata": {"name": 5}});
    assert_eq!(serde_json::from_value::<kratos::Error>(body).unwrap().name(), None);
}

#[test]
fn the_message_of_an_unknown_code_has_no_params() {
    let error: kratos::Error = serde_json::from_value(json!({"reason": "New", "message": "unknown: x"})).unwrap();
    assert_eq!((error.code(), error.other()), (kratos::ErrorCode::Unknown, None));
    let error: kratos::Error = serde_json::from_value(json!({"reason": "Unknown", "message": "unknown: x"})).unwrap();
    assert_eq!(error.other(), Some("x"));
}

#[test]
fn a_body_with_metadata_has_the_format_kratos() {
    let body = json!({"code": "Named", "message": "m", "metadata": {"name": "x"}});
    let error: problem::Error = serde_json::from_value(body).unwrap();
    assert_eq!((error.name(), error.to_string()), (Some("x"), "m".to_owned()));
}

#[test]
fn a_repeated_key_replaces() {
    let body = r#"{"reason":"Named","reason":"Sent","metadata":{"count":"1","a":"1","count":"2","a":"2"}}"#;
    let error: kratos::Error = serde_json::from_str(body).unwrap();
    assert_eq!(error.count(), Some(2));
    assert_eq!(error.metadata().collect::<Vec<_>>(), [("a", "2")]);
    let body = r#"{"reason":"Sent","metadata":{"count":"1","a":"1"},"metadata":null}"#;
    let error: kratos::Error = serde_json::from_str(body).unwrap();
    assert_eq!((error.count(), error.metadata().count()), (None, 0));
}

#[test]
fn a_problem_can_have_additional_members() {
    let body = json!({"type": "https://example.org/errors#Members", "title": "t", "status": 499, "detail": "members",
        "instance": "/1", "code": "Members", "type_": "a param", "status_": -1, "reason": "r", "title_": "text",
        "status__": "text", "more": {"deep": [1]}});
    let error: problem::Error = serde_json::from_value(body.clone()).unwrap();
    assert_eq!((error.type_(), error.status(), error.reason_()), (Some("a param"), Some(-1), Some("r")));
    let metadata = [("instance", "/1"), ("more", r#"{"deep":[1]}"#), ("status_", "text"), ("title", "text")];
    assert_eq!(error.metadata().collect::<Vec<_>>(), metadata);
    // The other catalogue reads it too.
    let error: kratos::Error = serde_json::from_value(body).unwrap();
    assert_eq!((error.type_(), error.status(), error.reason()), (Some("a param"), Some(-1), "Members"));
}

#[test]
fn a_problem_with_members_of_wrong_types_is_still_a_problem() {
    let body = json!({"type": 1, "title": null, "status": "404", "detail": 5, "code": "Plain", "message": "m"});
    let error: problem::Error = serde_json::from_value(body).unwrap();
    assert_eq!((error.http_status(), error.to_string()), (404, "m".to_owned()));
}

#[test]
fn without_a_fallback_an_unknown_code_is_an_error() {
    let error = serde_json::from_str::<strict::Error>("\"New\"").unwrap_err();
    assert_eq!(error.to_string(), "unknown error code \"New\" at line 1 column 5");
    assert!(serde_json::from_str::<strict::Error>(r#"{"reason":"New"}"#).is_err());
    assert!(serde_json::from_str::<strict::ErrorCode>("\"New\"").is_err());
    assert_eq!(serde_json::from_str::<strict::ErrorCode>("\"Plane\"").unwrap(), strict::ErrorCode::Plain);
    assert!(strict::Error::from_response_parts(502, b"<html>").is_err());
    assert!(strict::Error::from_response_parts(404, br#"{"reason":"New"}"#).is_err());
    let unknown = strict::Error::from_response_parts(404, br#"{"reason":"New","message":"\u001b[31m"}"#).unwrap_err();
    assert_eq!((unknown.reason(), unknown.http_status(), unknown.message()), ("New", 404, Some("\u{1b}[31m")));
    assert_eq!(unknown.raw_body(), br#"{"reason":"New","message":"\u001b[31m"}"#);
    assert_eq!(unknown.to_string(), "unknown error code \"New\"");
    assert!(!format!("{unknown:?}").contains('\u{1b}'));
    assert!(strict::Error::from_response_parts(404, br#"{"reason":"Plain"}"#).is_ok());
    assert_eq!(serde_json::from_str::<kratos::ErrorCode>("\"New\"").unwrap(), kratos::ErrorCode::Unknown);
}

#[derive(Debug, Deserialize, Serialize)]
struct Task {
    #[serde(default, with = "kratos::wire::optional")]
    err_code: Option<kratos::Error>,
}

#[test]
fn a_field_can_contain_the_name() {
    for body in [json!({}), json!({"err_code": null}), json!({"err_code": ""})] {
        let task: Task = serde_json::from_value(body).unwrap();
        assert!(task.err_code.is_none());
        assert_eq!(serde_json::to_string(&task).unwrap(), r#"{"err_code":""}"#);
    }
    for (body, reason) in [(json!("Plain"), "Plain"), (json!("New"), "New"), (json!({"reason": "Plane"}), "Plane")] {
        let task: Task = serde_json::from_value(json!({"err_code": body})).unwrap();
        assert_eq!(task.err_code.as_ref().map(kratos::Error::reason), Some(reason));
        assert_eq!(serde_json::to_value(&task).unwrap(), json!({"err_code": reason}));
    }
    assert!(serde_json::from_value::<Task>(json!({"err_code": 5})).is_err());
}

#[test]
fn names_and_values_of_other_formats_are_harmless() {
    use ciborium::Value;
    let text = |text: &str| Value::Text(text.to_owned());
    let body = Value::Map(vec![
        (Value::Integer(1.into()), text("ignored")),
        (text("bytes"), Value::Bytes(vec![1, 2])),
        (text("reason"), text("Sent")),
        (
            text("metadata"),
            Value::Map(vec![
                (Value::Integer(2.into()), text("ignored")),
                (text("count"), Value::Integer(7.into())),
                (text("bytes"), Value::Bytes(vec![1, 2])),
                (text("huge"), Value::Integer(u64::MAX.into())),
                (text("list"), Value::Array(vec![Value::Bytes(vec![1])])),
                (text("map"), Value::Map(vec![(Value::Bool(true), Value::Null)])),
            ]),
        ),
    ]);
    let error: kratos::Error = body.deserialized().unwrap();
    assert_eq!(error.count(), Some(7));
    let metadata = [("huge", "18446744073709551615"), ("map", "{}")];
    assert_eq!(error.metadata().collect::<Vec<_>>(), metadata);
}
