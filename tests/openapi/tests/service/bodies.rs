//! What the service sends is what its document says, in each wire format.

use crate::document::{content, document, resolved, responses, validator};
use crate::services;

/// The same tests for each wire format.
macro_rules! tests {
    ($wire:ident, $at:literal) => {
        mod $wire {
            use openapi_tests::$wire::Error;
            use serde_json::Value;

            use super::services::$wire::Shop;
            use super::*;

            fn errors() -> Vec<Error> {
                vec![
                    Error::article_not_found("article"),
                    Error::out_of_stock("article", 3),
                    Error::credit_insufficient(true, 3, 1.5),
                    Error::colour_unknown(["one", "two"]),
                    Error::article_invalid([("one", "is missing"), ("two", "is too long")]),
                    Error::card_declined("4711"),
                    Error::basket_full(),
                    Error::ledger_corrupt("s1"),
                ]
            }

            #[test]
            fn an_example_is_what_the_server_sends() {
                let document = document::<Shop>();
                for error in errors() {
                    let (parts, body) = http::Response::<Vec<u8>>::from(error).into_parts();
                    let body: Value = serde_json::from_slice(&body).expect("the body is JSON");
                    let name = body.pointer($at).and_then(Value::as_str).expect("it has a code");
                    let content_type = parts.headers["content-type"].to_str().expect("it is text");
                    let paths = document["paths"].as_object().expect("there are paths").keys();
                    let found: Vec<_> = paths.flat_map(|path| responses(&document, path)).collect();
                    let found = found.iter().filter(|(status, _)| *status == parts.status.as_str());
                    let examples = found.map(|(_, response)| &response["content"][content_type]["examples"][name]);
                    let examples: Vec<_> = examples.filter(|example| !example.is_null()).collect();
                    assert!(!examples.is_empty(), "{body}");
                    for example in examples {
                        assert_eq!(resolved(&document, example)["value"], body);
                    }
                }
            }

            #[test]
            fn an_example_matches_the_schema_of_its_response_and_no_other() {
                let document = document::<Shop>();
                let examples = document["components"]["examples"].as_object().expect("there are examples");
                let responses = document["components"]["responses"].as_object().expect("there are responses");
                for response in responses.values() {
                    let content = content(response);
                    let validator = validator(&document, &content["schema"]);
                    let own = content["examples"].as_object().expect("there are examples");
                    for (name, example) in examples {
                        let is_own = own.contains_key(name.strip_suffix("Error").expect("it has the suffix"));
                        assert_eq!(validator.is_valid(&example["value"]), is_own, "{name}: {content}");
                    }
                }
            }

            #[test]
            fn the_schema_of_any_error_matches_each() {
                use utoipa::{PartialSchema, ToSchema};

                let mut schemas = vec![(Error::name().into_owned(), Error::schema())];
                Error::schemas(&mut schemas);
                let schemas: std::collections::BTreeMap<_, _> = schemas.into_iter().collect();
                let document = serde_json::json!({"components": {"schemas": schemas}});
                let validator = validator(&document, &document["components"]["schemas"]["Error"]);
                for error in errors() {
                    let mut body = serde_json::to_value(error).expect("the body is JSON");
                    assert!(validator.is_valid(&body), "{body}");
                    *body.pointer_mut($at).expect("it has a code") = "LedgerCorrupt".into();
                    assert!(!validator.is_valid(&body), "{body}");
                }
            }
        }
    };
}

tests!(kratos, "/reason");
tests!(problem, "/code");
tests!(envelope, "/errors/0/type");
