//! A catalogue of odd names without a fallback, in both formats.

use std::collections::HashMap;

use serde_json::{Value, json};
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, StatusExt};

/// The same tests for each of the modules.
macro_rules! tests {
    ($format:ident) => {
        mod $format {
            use integrations::$format::{Error, ErrorCode};

            use super::*;

            fn members() -> Error {
                let error = Error::members("a type", 7, -7, "a title", "a detail", "here", "why", ["a, b", ""], "data");
                error.with_metadata("type_", "1").with_metadata("k", "v")
            }

            fn secret() -> Error {
                Error::secret("you", "hunter3", ["hunter2"], 4711).with_source("hunter4")
            }

            fn assert_same(read: &Error, sent: &Error) {
                assert_eq!((read.code(), read.http_status()), (sent.code(), sent.http_status()));
                assert_eq!((read.reason(), read.to_string()), (sent.reason(), sent.to_string()));
                assert_eq!(read.params().collect::<Vec<_>>(), sent.params().collect::<Vec<_>>());
                let [mut metadata, mut expected] = [read, sent].map(|error| error.metadata().collect::<Vec<_>>());
                metadata.sort_unstable();
                expected.sort_unstable();
                assert_eq!(metadata, expected);
            }

            #[test]
            fn params_named_as_members_come_back() {
                let sent = [
                    members(),
                    Error::body(true, ["a", "b"]),
                    Error::response("1", "2", ["3"]),
                    Error::serialize(true),
                    Error::deserialize(i64::MIN),
                    Error::status(u64::MAX),
                    Error::code_(-1),
                    Error::type_("a, \\ b"),
                    Error::message(Vec::<String>::new()),
                    Error::message([""]),
                    Error::reason_("…"),
                    Error::bad_request(0.1, [("items.0.size", "must be at most 5; is 7"), ("", "\\")]),
                    Error::bad_request(f64::INFINITY, [("", ""); 0]),
                ];
                for error in sent {
                    let body = serde_json::to_vec(&error).expect("the body is JSON");
                    assert_same(&serde_json::from_slice(&body).expect("the body is an error"), &error);
                    let response = Error::from_response_parts(error.http_status(), &body);
                    assert_same(&response.expect("the body is an error"), &error);
                    let status = Status::from(error.clone());
                    assert_same(&Error::try_from(status).expect("the status is an error"), &error);
                }
            }

            #[test]
            fn sensitive_params_are_neither_sent_nor_read() {
                let error = secret();
                let body = serde_json::to_string(&error).expect("the body is JSON");
                let status = Status::from(error);
                let message = "no key [redacted] with [redacted] and [redacted] for you";
                assert_eq!(status.message(), message);
                let details = String::from_utf8_lossy(status.details()).into_owned();
                let headers = format!("{:?}", status.into_http::<()>().headers());
                for text in [&body, &details, &headers] {
                    assert!(!text.contains("hunter") && !text.contains("4711"), "{text}");
                }
                let forged = body.replace("\"title\":\"you\"", "\"title\":\"you\",\"password\":\"hunter5\"");
                let read: Error = serde_json::from_str(&forged).expect("the body is an error");
                assert_eq!((&*read.to_string(), read.password(), read.keys(), read.pin()), (message, None, None, None));
                assert_eq!(read.metadata().count(), 0);
            }

            #[test]
            fn without_a_fallback_the_unknown_is_not_an_error_of_this_catalogue() {
                let status = Error::try_from(Status::not_found("nothing here")).expect_err("it has no reason");
                assert_eq!((status.code(), status.message()), (Code::NotFound, "nothing here"));
                assert!(Error::from_response_parts(404_u16, b"<html>").is_err());
                assert!(Error::from_response_parts(404_u16, br#"{"reason":"FromTheFuture"}"#).is_err());
                let error = serde_json::from_str::<Error>("\"FromTheFuture\"").expect_err("there is no such code");
                assert!(error.to_string().contains("FromTheFuture"), "{error}");
                assert!(serde_json::from_str::<ErrorCode>("\"FromTheFuture\"").is_err());
            }

            #[test]
            fn an_absent_param_stays_absent_when_forwarded() {
                let bare: Error = serde_json::from_str("\"Members\"").expect("it is a name");
                assert_eq!(bare.to_string(), "<title> (<detail>) at <instance>: <reason>, <message>; <metadata>");
                let body = serde_json::to_string(&bare).expect("the body is JSON");
                let read: Error = serde_json::from_str(&body).expect("the body is an error");
                assert_same(&read, &bare);
                assert_same(&Error::try_from(Status::from(bare.clone())).expect("the status is an error"), &bare);
            }

            #[test]
            fn catalogues_set_grpc_codes() {
                let named = [
                    (ErrorCode::Status, Code::Cancelled),
                    (ErrorCode::StatusCode, Code::Unknown),
                    (ErrorCode::Code, Code::InvalidArgument),
                    (ErrorCode::Deadline, Code::DeadlineExceeded),
                    (ErrorCode::Missing, Code::NotFound),
                    (ErrorCode::Members, Code::AlreadyExists),
                    (ErrorCode::Denied, Code::PermissionDenied),
                    (ErrorCode::Exhausted, Code::ResourceExhausted),
                    (ErrorCode::Type, Code::FailedPrecondition),
                    (ErrorCode::Result, Code::Aborted),
                    (ErrorCode::Body, Code::OutOfRange),
                    (ErrorCode::None, Code::Unimplemented),
                    (ErrorCode::Internal, Code::Internal),
                    (ErrorCode::Unavailable, Code::Unavailable),
                    (ErrorCode::Deserialize, Code::DataLoss),
                    (ErrorCode::Secret, Code::Unauthenticated),
                ];
                for (number, (code, grpc)) in (1..).zip(named) {
                    assert_eq!((Code::from(code), grpc as i32), (grpc, number), "{code}");
                }
                let others = ErrorCode::ALL.iter().filter(|code| named.iter().all(|(named, _)| named != *code));
                for &code in others {
                    assert_eq!(Code::from(code), crate::grpc::code_for(code.http_status()), "{code}");
                }
            }

            /// For each param's type the value that the examples have; a text is the param's name.
            fn examples() -> Vec<Error> {
                let list = ["one", "two"];
                vec![
                    Error::serialize(true),
                    Error::deserialize(3),
                    Error::response("into_response", "error_response", list),
                    Error::status(3),
                    Error::status_code(3),
                    Error::code_(3),
                    Error::body(true, list),
                    Error::type_("type"),
                    Error::from_response_("from_response"),
                    Error::members("type", 3, 3, "title", "detail", "instance", "reason", list, "metadata"),
                    Error::metadata_("metadata"),
                    Error::message(list),
                    Error::reason_("reason"),
                    Error::secret("title", "password", list, 3),
                    Error::bad_request(1.5, [("one", "is missing"), ("two", "is too long")]),
                    Error::none(),
                ]
            }

            #[test]
            fn examples_are_what_the_server_sends() {
                let responses = <Error as utoipa::IntoResponses>::responses();
                let responses = serde_json::to_value(responses).expect("the responses are JSON");
                for code in ErrorCode::ALL {
                    // An error that is read from a name alone has no params.
                    let bare = || serde_json::from_value(json!(code)).expect("it is a name");
                    let error = examples().into_iter().find(|error| error.code() == *code).unwrap_or_else(bare);
                    let (parts, body) = http::Response::<Vec<u8>>::from(error).into_parts();
                    let content_type = parts.headers["content-type"].to_str().expect("it is text");
                    let class = format!("{}XX", code.http_status() / 100);
                    let response = &responses[class]["content"][content_type];
                    let body: Value = serde_json::from_slice(&body).expect("the body is JSON");
                    assert_eq!(response["examples"][code.as_str()]["value"], body);
                }
                let secret = responses["4XX"].to_string();
                assert!(secret.contains("no key [redacted] with [redacted] and [redacted] for title"), "{secret}");
                assert!(!secret.contains("password"), "{secret}");
            }

            #[test]
            fn violations_are_sent_as_a_bad_request() {
                let error = Error::bad_request(1.5, [("size", "is too large"), ("image.url", "is no URL")]);
                let status = Status::from(error);
                let found = status.get_details_bad_request().expect("there is one").field_violations;
                let found: Vec<_> = found.iter().map(|it| (&*it.field, &*it.description)).collect();
                assert_eq!(found, [("size", "is too large"), ("image.url", "is no URL")]);
                let info = status.get_details_error_info().expect("there is one");
                assert_eq!(info.metadata, HashMap::from([("share".to_owned(), "1.5".to_owned())]));
                assert_eq!(status.message(), "1.5 is invalid: size, image.url");
            }

            #[test]
            fn violations_that_a_catalogue_does_not_know_are_metadata() {
                let details = ErrorDetails::with_bad_request_violation("size", "is too large");
                let mut status = Status::with_error_details(Code::NotFound, "none", details.clone());
                assert!(Error::try_from(status).is_err());
                let details = ErrorDetails::with_error_info("Missing", "", HashMap::new())
                    .set_bad_request(details.bad_request().expect("there is one").field_violations.clone())
                    .clone();
                status = Status::with_error_details(Code::NotFound, "missing", details);
                let error = Error::try_from(status).expect("the code is known");
                assert_eq!(error.metadata().collect::<Vec<_>>(), [("errors", "size: is too large")]);
            }

            #[test]
            fn examples_match_their_schemas() {
                let responses = <Error as utoipa::IntoResponses>::responses();
                let responses = serde_json::to_value(responses).expect("the responses are JSON");
                let mut count = 0;
                for (class, response) in responses.as_object().expect("they are by class") {
                    let Some((_, content)) = response["content"].as_object().and_then(|it| it.iter().next()) else {
                        continue;
                    };
                    let schema = jsonschema::draft202012::new(&content["schema"]).expect("it is a schema");
                    for (name, example) in content["examples"].as_object().expect("there are examples") {
                        schema.validate(&example["value"]).unwrap_or_else(|error| panic!("{class} {name}: {error}"));
                        count += 1;
                    }
                    for error in [members(), secret()] {
                        let body = serde_json::to_value(&error).expect("the body is JSON");
                        assert_eq!(schema.is_valid(&body), class == "4XX", "{body}");
                    }
                }
                assert_eq!(count, ErrorCode::ALL.len());
            }
        }
    };
}

tests!(kratos);
tests!(problem);

#[test]
fn members_of_the_formats() {
    let error = |code: i64| {
        let error = integrations::problem::Error::members("t", 7, code, "T", "d", "i", "r", ["a, b", "c"], "m");
        error.with_metadata("type_", "1").with_metadata("trace_id", "2")
    };
    let problem = serde_json::to_value(error(-7)).expect("the body is JSON");
    let expected = json!({
        "type": "https://errors.example/codes#Members", "title": "Members", "status": 409,
        "detail": "T (d) at i: r, a, b, c; m", "code": "Members",
        "type_": "t", "status_": 7, "code_": -7, "title_": "T", "detail_": "d", "instance_": "i",
        "reason": "r", "message": ["a, b", "c"], "metadata": "m", "type__": "1", "trace_id": "2",
    });
    assert_eq!(problem, expected);
    let error = integrations::kratos::Error::members("t", 7, -7, "T", "d", "i", "r", ["a, b", "c"], "m");
    let kratos: Value = serde_json::to_value(error.with_metadata("type_", "1")).expect("the body is JSON");
    let expected = json!({
        "code": 409, "reason": "Members", "message": "T (d) at i: r, a, b, c; m",
        "metadata": {
            "type": "t", "status": "7", "code": "-7", "title": "T", "detail": "d", "instance": "i", "reason": "r",
            "message": "a\\, b, c", "metadata": "m", "type_": "1",
        },
    });
    assert_eq!(kratos, expected);
}

#[test]
fn a_reader_of_one_format_reads_the_other() {
    let problem = integrations::problem::Error::type_("kind").with_metadata("k", "v");
    let kratos = integrations::kratos::Error::type_("kind").with_metadata("k", "v");
    let body = serde_json::to_string(&problem).expect("the body is JSON");
    let read: integrations::kratos::Error = serde_json::from_str(&body).expect("it is an error");
    assert_eq!((read.type__(), read.metadata().collect()), (Some("kind"), vec![("k", "v")]));
    let body = serde_json::to_string(&kratos).expect("the body is JSON");
    let read: integrations::problem::Error = serde_json::from_str(&body).expect("it is an error");
    assert_eq!((read.type__(), read.metadata().collect()), (Some("kind"), vec![("k", "v")]));
}
