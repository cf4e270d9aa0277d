//! How an error is written.

use serde_json::Value as Json;
use wire_documentation::{enveloped, first_of_several, kratos, numbered, problem, tables};

use crate::rows;

macro_rules! few_left {
    ($module:ident) => {{
        let error = $module::Error::few_left("pear", 2).with_metadata("trace_id", "t-1");
        let body = serde_json::to_string(&error).unwrap();
        assert_eq!(serde_json::from_str::<$module::Error>(&body).unwrap(), error);
        let content_type = http::Response::<Vec<u8>>::from(error).headers()["content-type"].clone();
        let is_problem = stringify!($module) == "problem";
        assert_eq!(content_type, if is_problem { "application/problem+json" } else { "application/json" });
        body
    }};
}

#[test]
fn formats() {
    let bodies =
        [few_left!(kratos), few_left!(problem), few_left!(enveloped), few_left!(first_of_several), few_left!(numbered)];
    let rows = rows("`wire`");
    assert_eq!(rows.len(), bodies.len());
    for (row, body) in rows.iter().zip(bodies) {
        assert_eq!(body, tables::code(&row[1]));
    }
}

macro_rules! with_param {
    ($module:ident, $name:expr, $value:expr) => {{
        use $module::Error;
        let value: &str = $value;
        let error = match $name {
            "article" => Error::sold_out(value.to_owned()),
            "left" => Error::few_left("", value.parse().unwrap()),
            "weight" => Error::heavy(value.parse().unwrap()),
            "items" => Error::missing(serde_json::from_str::<Vec<String>>(value).unwrap()),
            "fields" => Error::invalid(serde_json::from_str::<Vec<(String, String)>>(value).unwrap()),
            other => panic!("the catalogue has no param {other}"),
        };
        let json = serde_json::to_value(&error).unwrap();
        if value != "NaN" {
            assert_eq!(serde_json::from_value::<Error>(json.clone()).unwrap(), error);
        }
        json
    }};
}

#[test]
fn params() {
    for row in rows("param") {
        let [name, value] = tables::codes(&row[0]).collect::<Vec<_>>()[..] else { panic!("{row:?}") };
        let text: Json = serde_json::from_str(tables::code(&row[1])).unwrap();
        assert_eq!(with_param!(kratos, name, value)["metadata"][name], text, "{row:?}");
        let members: Json = serde_json::from_str(&format!("{{{}}}", tables::code(&row[2]))).unwrap();
        let problem = with_param!(problem, name, value);
        for (member, value) in members.as_object().unwrap() {
            assert_eq!(problem[member], *value, "{row:?}");
        }
    }
}

#[test]
fn a_name_that_was_not_received_is_not_sent() {
    let nameless = kratos::Error::from_response_parts(400, br#"{"message":"m"}"#);
    let body = r#"{"code":400,"reason":"","message":"m","metadata":{}}"#;
    assert_eq!(serde_json::to_string(&nameless).unwrap(), body);
    let unknown = numbered::Error::from_response_parts(400, br#"{"code":10001,"msg":"m"}"#);
    assert_eq!(serde_json::to_string(&unknown).unwrap(), r#"{"code":10001,"msg":"m","data":{}}"#);
}

/// What is sensitive, and the cause, are never sent.
#[test]
fn secrets() {
    let error = kratos::Error::expired("hunter2").with_source("a cause");
    let body = r#"{"code":401,"reason":"Expired","message":"token [redacted] has expired","metadata":{}}"#;
    assert_eq!(serde_json::to_string(&error).unwrap(), body);
}

#[test]
fn pages_and_titles() {
    let json = serde_json::to_value(problem::Error::sold_out("pear")).unwrap();
    assert_eq!((&json["type"], &json["title"]), (&"https://shop.example/errors#SoldOut".into(), &"Gone".into()));
}

/// It takes an error by its member `reason`.
#[test]
fn a_go_kratos_client_does_not_understand_a_problem() {
    let json = serde_json::to_value(problem::Error::sold_out("pear")).unwrap();
    assert_eq!((json.get("reason"), json["code"].as_u64()), (None, None));
}
