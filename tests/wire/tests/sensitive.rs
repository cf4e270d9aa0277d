//! A sensitive param is visible only to the code that holds the error.

#![allow(clippy::unwrap_used, reason = "a panic fails the test")]

use serde_json::json;
use wire::{kratos, problem, strict};

const SECRET: &str = "hunter2";

macro_rules! outputs {
    ($module:ident) => {{
        let error = $module::Error::secret("joe", 3, SECRET).with_metadata("password", SECRET);
        assert_eq!(error.password(), Some(SECRET));
        let params: Vec<_> = error.params().collect();
        let response = http::Response::<Vec<u8>>::from(error.clone());
        let source: Box<dyn std::error::Error + Send + Sync> = error.clone().into();
        [
            error.to_string(),
            format!("{params:?}"),
            format!("{error:?} {error:#?} {source:?} {source}"),
            serde_json::to_string(&error).unwrap(),
            serde_yaml::to_string(&error).unwrap(),
            format!("{response:?} {}", String::from_utf8_lossy(response.body())),
            format!("{:?}", $module::Error::plain().with_source(error)),
            format!("{:?}", $module::Error::plain().with_metadata("password", SECRET)),
        ]
    }};
}

#[test]
fn nothing_shows_it() {
    for output in [outputs!(kratos), outputs!(problem), outputs!(strict)].into_iter().flatten() {
        assert!(!output.contains(SECRET), "{output}");
    }
    assert_eq!(kratos::Error::secret("joe", 3, SECRET).to_string(), "joe has not the password [redacted], 3 attempts");
}

#[test]
fn it_is_never_read_back() {
    let message = format!("joe has not the password {SECRET}, 3 attempts");
    for body in [
        json!({"reason": "Secret", "message": "joe has not the password [redacted], 3 attempts", "metadata": {"password": SECRET}}),
        json!({"reason": "Secret", "message": message, "metadata": {"name": "joe", "password": SECRET}}),
        json!({"reason": "Plain", "metadata": {"password": SECRET}}),
        json!({"code": "Secret", "detail": message, "password": SECRET}),
    ] {
        let error: kratos::Error = serde_json::from_value(body.clone()).unwrap();
        assert_eq!(error.password(), None);
        assert!(error.params().all(|(_, value)| value != kratos::Value::Str(SECRET)), "{body}");
        assert!(error.metadata().all(|(_, value)| value != SECRET), "{body}");
    }
}
