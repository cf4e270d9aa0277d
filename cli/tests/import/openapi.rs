//! Error responses in OpenAPI.

use crate::import;

const YAML: &str = r##"
openapi: 3.1.0
info: {title: Shop API, version: "1"}
paths:
  /orders:
    post:
      responses:
        "201": {description: ordered, content: {application/json: {example: {code: Fine, message: fine}}}}
        "409": {$ref: "#/components/responses/Conflict"}
        "404":
          description: not there
          content:
            application/json:
              schema:
                properties:
                  code: {type: string, enum: [OrderNotFound, ArticleNotFound]}
                  message: {type: string}
              examples:
                order: {value: {code: OrderNotFound, message: "no order {id}"}}
        default:
          description: anything else
          content: {application/problem+json: {schema: {$ref: "#/components/schemas/Any"}}}
components:
  responses:
    Conflict:
      description: conflict
      content:
        application/json:
          schema:
            oneOf:
              - properties: {error: {properties: {type: {const: sold_out, description: Nothing is left.}, message: {example: sold out}}}}
              - allOf: [{properties: {code: {const: closed}}}, {$ref: "#/components/schemas/Any"}]
  schemas:
    Any:
      properties:
        reason: {enum: [Unknown]}
        next: {$ref: "#/components/schemas/Any"}
"##;

#[test]
fn enums_constants_and_examples_are_codes() {
    let import = import("openapi.yaml", YAML, &["--status", "500"]);
    import.assert_codes(&[
        ("sold_out", 409, "sold out"),
        ("closed", 409, "closed"),
        ("Unknown", 409, "unknown"),
        ("OrderNotFound", 404, "no order {{.id}}"),
        ("ArticleNotFound", 404, "article not found"),
    ]);
    assert_eq!(import.catalogue().codes()[0].description.as_deref(), Some("Nothing is left."));
    assert_eq!(import.catalogue().name(), "Shop API");
}

#[test]
fn json_and_swagger() {
    let source = r##"{"swagger": "2.0", "paths": {"/a": {"get": {"responses": {"400": {"schema": {"$ref": "#/definitions/E"}}}}}},
        "definitions": {"E": {"properties": {"code": {"enum": ["A1", "B1"]}, "message": {"type": "string"}}}}}"##;
    import("api.json", source, &[]).assert_codes(&[("A1", 400, "a1"), ("B1", 400, "b1")]);
    let nothing = import("api.json", r#"{"openapi": "3.1.0", "paths": {}}"#, &[]);
    assert_eq!((nothing.status, &*nothing.yaml), (1, ""));
}

#[test]
fn without_operations_responses_are_read_by_their_names() {
    let source = r#"{"openapi": "3.1.0", "paths": {}, "components": {"responses": {
        "Error404": {"content": {"application/json": {"schema": {"properties": {"code": {"const": "Gone"}}}}}},
        "Conflict": {"content": {"application/json": {"example": {"code": "SoldOut", "message": "sold out"}}}}}}}"#;
    import("api.json", source, &[]).assert_codes(&[("Gone", 404, "gone"), ("SoldOut", 409, "sold out")]);
}
