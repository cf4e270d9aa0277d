//! The responses of the endpoints.

use std::collections::BTreeSet;

use openapi_tests::kratos::ErrorCode;
use openapi_tests::kratos::operations::{Buy, ListArticles, Operation, PutIntoBasket};
use serde_json::json;

use crate::document::{content, document, resolved, response, responses};
use crate::services::{everything, kratos};

/// The statuses of the operation's codes, as they are sent, and that of a success.
fn statuses<Op: Operation>() -> BTreeSet<String> {
    Op::CODES.iter().map(|code| code.http_status()).chain([200]).map(|status| status.to_string()).collect()
}

#[test]
fn an_endpoint_has_its_success_and_the_statuses_of_its_operation_and_no_others() {
    let document = document::<kratos::Shop>();
    let expected = [
        ("/buy", statuses::<Buy>()),
        ("/list_articles", statuses::<ListArticles>()),
        ("/put_into_basket", statuses::<PutIntoBasket>()),
    ];
    for (path, expected) in expected {
        let found: BTreeSet<_> = responses(&document, path).into_iter().map(|(status, _)| status.to_owned()).collect();
        assert_eq!(found, expected, "{path}");
    }
    assert_eq!(response(&document, "/buy", "200")["description"], "done");
}

#[test]
fn several_codes_under_one_status_are_one_of_their_schemas() {
    let document = document::<kratos::Shop>();
    let schema = &content(response(&document, "/buy", "409"))["schema"];
    let expected = ["BasketEmptyError", "OutOfStockError"];
    let expected = expected.map(|name| json!({"$ref": format!("#/components/schemas/{name}")}));
    assert_eq!(*schema, json!({"oneOf": expected}));
}

#[test]
fn a_schema_has_the_code_and_the_status_as_constants_and_its_params_as_members() {
    let document = document::<kratos::Shop>();
    let schema = &content(response(&document, "/find_article", "404"))["schema"];
    assert_eq!(*schema, json!({"$ref": "#/components/schemas/ArticleNotFoundError"}));
    let expected = json!({
        "type": "object",
        "description": "There is no such article",
        "required": ["code", "message", "metadata", "reason"],
        "properties": {
            "code": {"type": "integer", "const": 404},
            "reason": {"type": "string", "const": "ArticleNotFound"},
            "message": {"type": "string"},
            "metadata": {
                "type": "object",
                "required": ["article"],
                "properties": {"article": {"type": "string"}},
                "additionalProperties": {"type": "string"},
            },
        },
    });
    assert_eq!(*resolved(&document, schema), expected);
}

#[test]
fn a_response_describes_its_codes() {
    let document = document::<kratos::Shop>();
    let description = &response(&document, "/buy", "409")["description"];
    assert_eq!(description, "- `BasketEmpty`\n- `OutOfStock`: The shop has too few of an article");
}

#[test]
fn an_internal_code_is_nowhere_and_its_fallback_in_its_place() {
    let document = document::<kratos::Shop>();
    let text = document.to_string();
    assert!(!text.contains("LedgerCorrupt") && !text.contains("shard"), "{text}");
    let schema = &content(response(&document, "/buy", "500"))["schema"];
    assert_eq!(*schema, json!({"$ref": "#/components/schemas/UnknownError"}));
}

#[test]
fn only_what_an_endpoint_refers_to_is_a_component() {
    let document = document::<kratos::Shop>();
    let text = document.to_string();
    for section in ["schemas", "responses", "examples"] {
        let components = document["components"][section].as_object().expect("there are components");
        for name in components.keys() {
            assert!(text.contains(&format!("\"#/components/{section}/{name}\"")), "{section}: {name}");
        }
    }
    let schemas = document["components"]["schemas"].as_object().expect("there are schemas");
    let sent = ErrorCode::ALL.iter().filter(|code| code.as_str() != "LedgerCorrupt").count();
    assert_eq!(schemas.len(), sent);
}

#[test]
fn nothing_is_left_of_the_marks() {
    let text = document::<kratos::Shop>().to_string();
    assert!(!text.contains("x-errors") && !text.contains("4XX"), "{text}");
}

#[test]
fn a_document_of_20_endpoints_is_less_than_a_fifth_of_one_with_all_codes_on_every_endpoint() {
    let [own, all] = [document::<kratos::Shop>(), document::<everything::Unmodified>()].map(|it| it.to_string().len());
    assert!(own * 5 < all, "{own} and {all} bytes");
}

#[test]
fn without_the_modifier_the_codes_are_in_the_responses_of_their_classes() {
    let document = document::<kratos::Unmodified>();
    let found: Vec<_> = responses(&document, "/find_article").into_iter().map(|(status, _)| status).collect();
    assert_eq!(found, ["200", "4XX", "5XX", "x-errors Shop find_article"]);
    let schema = &content(response(&document, "/find_article", "4XX"))["schema"]["oneOf"];
    let reasons: Vec<_> = (0..2).map(|at| &schema[at]["properties"]["reason"]["const"]).collect();
    assert_eq!(reasons, ["TooManyRequests", "ArticleNotFound"]);
}
