//! The errors of public APIs, each a catalogue in the API's own format: bodies from their documentation, read and written.

#![allow(clippy::unwrap_used, reason = "a panic fails the test")]

use wire::apis::{google, json_api, stripe, wechat};

/// The metadata, sorted by its keys.
fn sorted<'a>(metadata: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<(&'a str, &'a str)> {
    let mut metadata: Vec<_> = metadata.collect();
    metadata.sort_unstable();
    metadata
}

#[test]
fn stripe_and_openai_have_a_code_in_an_object() {
    use stripe::{Error, ErrorCode};
    let body = r#"{"error":{"charge":"ch_3MmlLrLkdIwHu7ix0Y4qXmYE","code":"card_declined","decline_code":"generic_decline","doc_url":"https://stripe.com/docs/error-codes/card-declined","message":"Your card was declined.","type":"card_error"}}"#;
    let error = Error::from_response_parts(402, body.as_bytes());
    assert_eq!((error.code(), error.is_known(), error.http_status()), (ErrorCode::CardDeclined, true, 402));
    assert_eq!((error.decline_code(), &*error.to_string()), (Some("generic_decline"), "Your card was declined."));
    let doc_url = "https://stripe.com/docs/error-codes/card-declined";
    let expected = [("charge", "ch_3MmlLrLkdIwHu7ix0Y4qXmYE"), ("doc_url", doc_url), ("type", "card_error")];
    assert_eq!(sorted(error.metadata()), expected);
    // A code that only the API knows, and a type of errors that have none.
    let body = br#"{"error":{"code":"parameter_missing","message":"Missing required param: amount.","param":"amount","type":"invalid_request_error"}}"#;
    let error = Error::from_response_parts(400, body);
    assert_eq!((error.code(), error.reason(), error.is_known()), (ErrorCode::ApiError, "parameter_missing", false));
    let body = br#"{"error":{"message":"Invalid API Key provided: sk_test_****1234","type":"invalid_request_error"}}"#;
    let error = Error::from_response_parts(401, body);
    assert_eq!((error.http_status(), error.is_known()), (401, false));
    assert_eq!(error.to_string(), "Invalid API Key provided: sk_test_****1234");
    // OpenAI's has the same members.
    let body = br#"{"error":{"message":"Rate limit reached","type":"requests","param":null,"code":"rate_limit"}}"#;
    assert_eq!(Error::from_response_parts(429, body).code(), ErrorCode::RateLimit);

    let written = serde_json::to_string(&Error::card_declined("generic_decline")).unwrap();
    assert_eq!(written, r#"{"error":{"code":"card_declined","message":"Your card was declined."}}"#);
}

#[test]
fn wechat_has_a_number() {
    use wechat::{Error, ErrorCode};
    for (body, code, status) in [
        (r#"{"errcode":40013,"errmsg":"invalid appid"}"#, ErrorCode::InvalidAppid, 400),
        (r#"{"errcode":-1,"errmsg":"system error"}"#, ErrorCode::SystemBusy, 503),
        (r#"{"errcode":45009,"errmsg":"reach max api daily quota limit"}"#, ErrorCode::QuotaReached, 429),
    ] {
        // Every response is a success.
        let error = Error::from_response_parts(200, body.as_bytes());
        assert_eq!((error.code(), error.is_known(), error.http_status()), (code, true, status), "{body}");
        assert_eq!(serde_json::to_string(&error).unwrap(), body);
    }
    let hint = r#"{"errcode":40013,"errmsg":"invalid appid hint: [vJOTwa0300ha57]"}"#;
    let error = Error::from_response_parts(200, hint.as_bytes());
    assert_eq!((error.code(), &*error.to_string()), (ErrorCode::InvalidAppid, "invalid appid hint: [vJOTwa0300ha57]"));
    // A number that only the API knows is passed on.
    let new = r#"{"errcode":48001,"errmsg":"api unauthorized"}"#;
    let error = Error::from_response_parts(200, new.as_bytes());
    assert_eq!((error.code(), error.reason(), error.is_known()), (ErrorCode::Unknown, "48001", false));
    assert_eq!(serde_json::to_string(&error).unwrap(), new);
}

#[test]
fn google_has_a_code_in_status_and_the_status_in_code() {
    use google::{Error, ErrorCode};
    let body = r#"{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID","domain":"googleapis.com","metadata":{"service":"translate.googleapis.com"}}]}}"#;
    let error: Error = serde_json::from_str(body).unwrap();
    assert_eq!((error.code(), error.is_known(), error.http_status()), (ErrorCode::InvalidArgument, true, 400));
    let details = r#"[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID","domain":"googleapis.com","metadata":{"service":"translate.googleapis.com"}}]"#;
    assert_eq!(error.metadata().collect::<Vec<_>>(), [("details", details)]);
    let body = br#"{"error":{"code":403,"message":"User does not have sufficient permissions for this property.","status":"PERMISSION_DENIED"}}"#;
    let error = Error::from_response_parts(403, body);
    assert_eq!((error.code(), error.is_known()), (ErrorCode::PermissionDenied, true));
    // The order of the members is another.
    assert_eq!(serde_json::to_value(&error).unwrap(), serde_json::from_slice::<serde_json::Value>(body).unwrap());
    // An empty 429 from a gateway.
    let error = Error::from_response_parts(429, b"");
    assert_eq!((error.code(), error.is_known(), error.http_status()), (ErrorCode::ResourceExhausted, false, 429));

    let written = serde_json::to_string(&Error::permission_denied()).unwrap();
    assert_eq!(
        written,
        r#"{"error":{"code":403,"status":"PERMISSION_DENIED","message":"The caller does not have permission."}}"#
    );
}

#[test]
fn json_api_has_the_first_of_several_and_a_text_as_status() {
    use json_api::{Error, ErrorCode};
    let body = r#"{"jsonapi":{"version":"1.1"},"errors":[{"code":"123","source":{"pointer":"/data/attributes/firstName"},"title":"Value is too short","detail":"First name must contain at least two characters."},{"code":"225","source":{"pointer":"/data/attributes/password"},"title":"Passwords must contain a letter, number, and punctuation character.","detail":"The password provided is missing a punctuation character."}]}"#;
    let error: Error = serde_json::from_str(body).unwrap();
    assert_eq!((error.code(), error.is_known(), error.http_status()), (ErrorCode::Code123, true, 422));
    assert_eq!((error.field(), error.least()), (Some("First name"), Some("two")));
    let source = r#"{"pointer":"/data/attributes/firstName"}"#;
    let expected = [("jsonapi", r#"{"version":"1.1"}"#), ("source", source), ("title", "Value is too short")];
    assert_eq!(sorted(error.metadata()), expected);
    for (status, read) in [(r#""403""#, 403), ("403", 403), (r#""200""#, 422), (r#""""#, 422)] {
        let body = format!(r#"{{"errors":[{{"status":{status},"code":"225"}}]}}"#);
        let error: Error = serde_json::from_str(&body).unwrap();
        assert_eq!((error.code(), error.http_status()), (ErrorCode::Code225, read), "{body}");
    }

    let error = Error::code123("First name", "two");
    let written = serde_json::to_string(&error).unwrap();
    assert_eq!(
        written,
        r#"{"errors":[{"status":422,"code":"123","detail":"First name must contain at least two characters.","meta":{"field":"First name","least":"two"}}]}"#
    );
    assert_eq!(serde_json::from_str::<Error>(&written).unwrap(), error);
}
