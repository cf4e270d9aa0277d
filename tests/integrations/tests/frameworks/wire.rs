//! Reading and writing with the names that the formats use themselves; `tests/wire-documentation` tests all rules.

use integrations::kratos::{Error as Odd, ErrorCode as OddCode};
use integrations::problem::Error as OddProblem;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use vidu_errors::{Error, ErrorCode};

fn read(body: &Value) -> Error {
    serde_json::from_value(body.clone()).unwrap_or_else(|error| panic!("{body}: {error}"))
}

fn odd(body: &Value) -> Odd {
    serde_json::from_value(body.clone()).unwrap_or_else(|error| panic!("{body}: {error}"))
}

#[test]
fn lists_in_metadata() {
    let rows: [(&[&str], &str); 6] = [
        (&["a", "b"], "a, b"),
        (&["a, b"], "a\\, b"),
        (&["a\\b"], "a\\\\b"),
        (&[], ""),
        (&[""], "\\"),
        (&["", ""], ", "),
    ];
    for (list, text) in rows {
        let error = Odd::message(list.iter().copied());
        assert_eq!(serde_json::to_value(&error).expect("the body is JSON")["metadata"]["message"], text);
        let error = odd(&json!({"reason": "Message", "metadata": {"message": text}}));
        assert_eq!(error.params().map(|(_, value)| value.to_string()).collect::<Vec<_>>(), [list.join(", ")]);
    }
    let error = odd(&json!({"reason": "Message", "metadata": {"message": "a,b\\c"}}));
    assert_eq!(error.params().map(|(_, value)| value.to_string()).collect::<Vec<_>>(), ["a,b\\c"]);
}

#[test]
fn titles_and_pages_of_problems() {
    let problem = serde_json::to_value(OddProblem::none()).expect("the body is JSON");
    let page = "https://errors.example/codes#None";
    assert_eq!(problem, json!({"type": page, "title": "None", "status": 404, "detail": "none", "code": "None"}));
}

#[test]
fn names() {
    let rows = [
        (json!("TaskNotFound"), ErrorCode::TaskNotFound, "TaskNotFound"),
        (json!({"reason": "TaskNotFound", "code": 500}), ErrorCode::TaskNotFound, "TaskNotFound"),
        (json!({"reason": "TaskNotFound", "code": "Conflict"}), ErrorCode::TaskNotFound, "TaskNotFound"),
        (json!({"reason": "", "code": "TaskNotFound"}), ErrorCode::TaskNotFound, "TaskNotFound"),
        (json!({"code": "TaskNotFound"}), ErrorCode::TaskNotFound, "TaskNotFound"),
        (json!({"code": "404"}), ErrorCode::Unknown, "404"),
        (json!({"reason": "New"}), ErrorCode::Unknown, "New"),
    ];
    for (body, code, reason) in rows {
        let error = read(&body);
        assert_eq!((error.code(), error.reason()), (code, reason), "{body}");
    }
    let problem = json!({"type": "", "title": "", "status": 409, "code": "Conflict", "reason": "Forbidden"});
    let error = read(&problem);
    assert_eq!((error.code(), error.metadata().collect()), (ErrorCode::Conflict, vec![("reason", "Forbidden")]));
    let aliased = odd(&json!({"reason": "Kind"}));
    assert_eq!((aliased.code(), aliased.reason()), (OddCode::Type, "Kind"));
    for body in [json!({}), json!({"message": "m"}), json!({"code": 404})] {
        let error = read(&body);
        assert_eq!((error.code(), error.is_known()), (ErrorCode::Unknown, false), "{body}");
    }
    for body in [json!([]), json!(404), json!(true), json!(null)] {
        assert!(serde_json::from_value::<Error>(body.clone()).is_err(), "{body}");
    }
}

#[test]
fn statuses_and_messages() {
    let status = |body: Value| read(&body).http_status();
    assert_eq!(status(json!({"reason": "TaskNotFound"})), 404);
    assert_eq!(status(json!({"reason": "TaskNotFound", "code": 410})), 410);
    assert_eq!(status(json!({"reason": "TaskNotFound", "status": 599})), 599);
    for other in [json!(99), json!(200), json!(600), json!("410"), json!(-1), json!(4.5)] {
        assert_eq!(status(json!({"reason": "TaskNotFound", "code": other})), 404);
    }
    assert_eq!(Error::from_response_parts(418_u16, br#"{"reason":"TaskNotFound"}"#).http_status(), 418);
    assert_eq!(Error::from_response_parts(418_u16, br#"{"reason":"TaskNotFound","code":410}"#).http_status(), 418);
    assert_eq!(Error::from_response_parts(200_u16, br#"{"reason":"TaskNotFound","code":410}"#).http_status(), 410);
    for member in ["message", "detail"] {
        assert_eq!(read(&json!({"reason": "TaskNotFound", member: "gone"})).to_string(), "gone");
    }
    let twice: Error = serde_json::from_str(r#"{"reason":"Conflict","reason":"Forbidden"}"#).expect("it is an error");
    assert_eq!(twice.code(), ErrorCode::Forbidden);
}

#[test]
fn metadata() {
    let metadata = json!({"a": "1", "b": 2, "c": -3, "d": 4.5, "e": true, "f": null, "g": [], "h": {}});
    let error = read(&json!({"reason": "TaskNotFound", "metadata": metadata}));
    let expected = [("a", "1"), ("b", "2"), ("c", "-3"), ("d", "4.5"), ("e", "true"), ("g", "[]"), ("h", "{}")];
    assert_eq!(error.metadata().collect::<Vec<_>>(), expected);
}

#[test]
fn params_of_another_type_are_absent() {
    let status = |value: Value| odd(&json!({"reason": "Status", "metadata": {"status": value}})).params().count();
    let serialize =
        |value: &str| odd(&json!({"reason": "Serialize", "metadata": {"serialize": value}})).params().count();
    assert_eq!([json!("7"), json!(7), json!("-7"), json!("x"), json!([7])].map(status), [1, 1, 0, 0, 0]);
    assert_eq!(["true", "false", "True", "1"].map(serialize), [1, 1, 0, 0]);
    let problem = |value: Value| odd(&json!({"code": "Status", "title": "", "status_": value})).params().count();
    assert_eq!([json!(7), json!("7")].map(problem), [1, 0]);
}

#[test]
fn params_from_messages() {
    let params = |reason: &str, message: &str| {
        let error = odd(&json!({"reason": reason, "message": message}));
        error.params().map(|(name, value)| format!("{name}: {value:?}")).collect::<Vec<_>>()
    };
    assert_eq!(params("Message", "message a, b"), [r#"message: List(["a", "b"])"#]);
    assert_eq!(params("Status", "status 7"), ["status: Uint(7)"]);
    for message in ["message <message>", "message a, b…", "something else"] {
        assert_eq!(params("Message", message), [""; 0], "{message}");
    }
    assert_eq!(params("Status", "status 07"), [""; 0]);
    assert_eq!(params("Members", "a (b) at c: d, e; f").len(), 6);
    assert_eq!(params("Members", "a (b) (c) at d: e, f; g"), [""; 0]);
}

#[test]
fn fields_that_may_be_empty() {
    #[derive(Deserialize, Serialize)]
    struct Task {
        #[serde(default, with = "vidu_errors::wire::optional")]
        err_code: Option<Error>,
    }

    for none in [r#"{"err_code":""}"#, r#"{"err_code":null}"#, "{}"] {
        let task: Task = serde_json::from_str(none).expect("it is a task");
        assert!(task.err_code.is_none());
        assert_eq!(serde_json::to_string(&task).expect("it is JSON"), r#"{"err_code":""}"#);
    }
    for name in ["AuditFailed", "New"] {
        let body = json!({"err_code": name});
        let task: Task = serde_json::from_value(body.clone()).expect("it is a task");
        assert_eq!(task.err_code.as_ref().map(Error::reason), Some(name));
        assert_eq!(serde_json::to_value(&task).expect("it is JSON"), body);
    }
}

#[test]
fn responses_without_an_error_body() {
    let page = "<html>".repeat(2000);
    for (body, raw) in
        [(&*page, &page[..8192]), ("\"TaskNotFound\"", "\"TaskNotFound\""), ("{\"reason\":", "{\"reason\":")]
    {
        let error = Error::from_response_parts(502_u16, body.as_bytes());
        assert_eq!((error.code(), error.http_status()), (ErrorCode::Unknown, 502));
        assert_eq!(error.raw_body(), Some(raw.as_bytes()));
    }
    let body = br#"{"reason":"TaskNotFound"}"#;
    let error = Error::from_response_parts(404_u16, body);
    assert_eq!((error.code(), error.raw_body()), (ErrorCode::TaskNotFound, Some(&body[..])));
}
