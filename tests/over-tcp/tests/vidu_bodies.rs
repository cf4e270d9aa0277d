//! Error bodies that clients of the Vidu API receive, and what a client reads from each.

use serde::Deserialize;
use serde_json::{Map, Value};

const BODIES: &str = include_str!("../data/vidu-bodies.jsonl");

#[derive(Deserialize)]
struct Line {
    carrier: String,
    http_status: u16,
    body: Value,
    expect: Value,
}

fn lines() -> Vec<Line> {
    BODIES.lines().map(|line| serde_json::from_str(line).expect("the line is as described in the README")).collect()
}

/// The members of a JSON object as texts, including its lists.
fn texts(object: Option<&Value>) -> Vec<(&str, String)> {
    let Some(object) = object else { return Vec::new() };
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(elements) => elements.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        other => panic!("neither a text nor a list: {other}"),
    };
    object.as_object().expect("an object").iter().map(|(name, value)| (&**name, text(value))).collect()
}

macro_rules! read {
    ($wire:ident) => {
        mod $wire {
            use super::*;
            use over_tcp::$wire::Error;
            use over_tcp::$wire::wire::optional;

            #[derive(Deserialize)]
            struct Task {
                state: String,
                #[serde(default, with = "optional")]
                err_code: Option<Error>,
            }

            fn assert_is(error: &Error, expect: &Map<String, Value>) {
                assert_eq!(error.code().as_str(), expect["code"], "{error:?}");
                assert_eq!(error.reason(), expect["reason"], "{error:?}");
                let params: Vec<_> = error.params().map(|(name, value)| (name, value.to_string())).collect();
                assert_eq!(params, texts(expect.get("params")));
                let metadata: Vec<_> = error.metadata().map(|(key, value)| (key, value.to_owned())).collect();
                assert_eq!(metadata, texts(expect.get("metadata")));
            }

            #[test]
            fn answers() {
                let lines = lines().into_iter().filter(|line| line.carrier == "http");
                let mut read = 0;
                for line in lines {
                    let body = match &line.body {
                        Value::String(text) => text.clone(),
                        body => body.to_string(),
                    };
                    let error = Error::from_response_parts(line.http_status, body.as_bytes());
                    assert_eq!(error.http_status(), line.http_status);
                    if let Value::Object(expect) = &line.expect {
                        assert_is(&error, expect);
                        assert_eq!(error.to_string(), line.body["message"]);
                    } else {
                        assert_eq!(line.expect, "not an error body of this API: the status and the raw body are kept");
                        assert_eq!(error.reason(), "Unknown");
                    }
                    assert_eq!(error.raw_body(), Some(body.as_bytes()));
                    read += 1;
                }
                assert_eq!(read, 5);
            }

            #[test]
            fn tasks() {
                let lines = lines().into_iter().filter(|line| line.carrier == "task");
                let mut read = 0;
                for line in lines {
                    assert_eq!(line.http_status, 200);
                    let task: Task = serde_json::from_value(line.body).expect("a task");
                    assert_eq!(task.err_code.is_some(), task.state == "failed");
                    match (&task.err_code, line.expect) {
                        (Some(error), Value::Object(expect)) => assert_is(error, &expect),
                        (error, expect) => assert!(error.is_none() && expect.is_null(), "{error:?} for {expect}"),
                    }
                    read += 1;
                }
                assert_eq!(read, 3);
            }
        }
    };
}

read!(kratos);
read!(problem);
