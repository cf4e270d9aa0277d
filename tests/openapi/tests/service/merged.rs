//! Responses that a handler has itself, beside those of its operation.

use openapi_tests::kratos::ErrorComponents;
use openapi_tests::kratos::operations::{FindArticleError, FindOrderError, PutIntoBasketError};
use openapi_tests::problem::ErrorComponents as ProblemComponents;
use openapi_tests::problem::operations::FindOrderError as ProblemError;
use serde_json::{Value, json};
use utoipa::{OpenApi, ToResponse, ToSchema};

use crate::document::{document, response, validator};

#[derive(ToSchema)]
#[expect(dead_code, reason = "it is only described")]
struct PageNotFound {
    page: u64,
}

/// A page that is not there.
#[derive(ToResponse, ToSchema)]
#[expect(dead_code, reason = "it is only described")]
struct NoPage {
    page: u64,
}

macro_rules! endpoint {
    ($name:ident $path:literal $($responses:tt)*) => {
        #[utoipa::path(get, path = $path, responses($($responses)*))]
        #[expect(dead_code, reason = "it is only described")]
        async fn $name() {}
    };
}

endpoint!(before "/before" (status = 404, description = "no such page", body = PageNotFound, example = json!({"page": 7})), FindArticleError);
endpoint!(after "/after" FindArticleError, (status = 404, description = "no such page", body = PageNotFound));
endpoint!(text "/text" (status = 404, description = "no such page", body = String, content_type = "text/plain"), FindArticleError);
endpoint!(empty "/empty" (status = 404, description = "no such page"), FindArticleError);
endpoint!(by_name "/by_name" (status = 404, response = NoPage), FindArticleError);
endpoint!(both "/both" FindArticleError, PutIntoBasketError, FindOrderError);
endpoint!(of_two_catalogues "/of_two_catalogues" FindArticleError, ProblemError);
endpoint!(class "/class" FindArticleError, (status = "4XX", description = "any other"));

#[derive(OpenApi)]
#[openapi(
    paths(before, after, text, empty, by_name, both, of_two_catalogues, class),
    components(responses(NoPage)),
    modifiers(&ErrorComponents, &ProblemComponents)
)]
pub(crate) struct Api;

const ARTICLE_NOT_FOUND: &str = "#/components/schemas/ArticleNotFoundError";

fn names(schema: &Value) -> Vec<&str> {
    let schemas = schema.as_array().expect("there are several");
    schemas.iter().map(|schema| schema["$ref"].as_str().expect("it is a reference")).collect()
}

#[test]
fn an_own_response_for_the_status_of_an_error_is_merged_wherever_it_is_written() {
    let document = document::<Api>();
    for path in ["/before", "/after"] {
        let response = response(&document, path, "404");
        let lines = "no such page\n- `ArticleNotFound`: There is no such article";
        assert_eq!(response["description"], lines, "{path}");
        let schema = &response["content"]["application/json"]["schema"];
        assert_eq!(names(&schema["anyOf"]), ["#/components/schemas/PageNotFound", ARTICLE_NOT_FOUND], "{path}");
        let validator = validator(&document, schema);
        assert!(validator.is_valid(&json!({"page": 7})));
        let body = openapi_tests::kratos::Error::article_not_found("pen");
        assert!(validator.is_valid(&serde_json::to_value(body).expect("the body is JSON")));
        assert!(!validator.is_valid(&json!({"reason": "OrderNotFound"})));
    }
}

#[test]
fn an_own_example_stays_beside_that_of_the_error() {
    let document = document::<Api>();
    let content = &response(&document, "/before", "404")["content"]["application/json"];
    assert_eq!(content["example"], Value::Null);
    assert_eq!(content["examples"]["own"]["value"], json!({"page": 7}));
    assert_eq!(content["examples"]["ArticleNotFound"]["$ref"], "#/components/examples/ArticleNotFoundError");
}

#[test]
fn an_own_response_of_another_type_or_without_content_gets_the_errors() {
    let document = document::<Api>();
    let own = &response(&document, "/text", "404")["content"];
    assert_eq!(own["text/plain"]["schema"]["type"], "string");
    for path in ["/text", "/empty"] {
        let content = &response(&document, path, "404")["content"]["application/json"];
        assert_eq!(content["schema"]["$ref"], ARTICLE_NOT_FOUND, "{path}");
    }
}

#[test]
fn an_own_response_that_is_a_component_is_merged_and_stays_as_it_is_elsewhere() {
    let document = document::<Api>();
    let schema = &response(&document, "/by_name", "404")["content"]["application/json"]["schema"];
    assert_eq!(schema["anyOf"][0]["properties"]["page"]["type"], "integer");
    assert_eq!(schema["anyOf"][1]["$ref"], ARTICLE_NOT_FOUND);
    let own = &document["components"]["responses"]["NoPage"];
    assert!(!own.to_string().contains("ArticleNotFound"), "{own}");
}

#[test]
fn the_errors_of_several_operations_are_joined() {
    let document = document::<Api>();
    let schema = &response(&document, "/both", "404")["content"]["application/json"]["schema"];
    assert_eq!(names(&schema["oneOf"]), ["#/components/schemas/OrderNotFoundError", ARTICLE_NOT_FOUND]);
    assert!(!response(&document, "/both", "409").is_null());
}

#[test]
fn the_errors_of_two_catalogues_are_joined() {
    let document = document::<Api>();
    let content = &response(&document, "/of_two_catalogues", "404")["content"];
    assert_eq!(content["application/json"]["schema"]["$ref"], ARTICLE_NOT_FOUND);
    let problem = content["application/problem+json"]["schema"]["$ref"].as_str().expect("it is a reference");
    let schema = document.pointer(problem.trim_start_matches('#')).expect("it is there");
    assert_eq!(schema["properties"]["code"]["const"], "OrderNotFound");
}

#[test]
fn a_response_for_a_class_of_statuses_stays_beside_the_errors() {
    let document = document::<Api>();
    assert_eq!(response(&document, "/class", "4XX")["description"], "any other");
    assert_eq!(response(&document, "/class", "404")["description"], "- `ArticleNotFound`: There is no such article");
}
