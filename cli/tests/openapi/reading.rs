//! Where codes are read from a description.

use crate::{CATALOGUE, DESCRIPTION, assert_findings, check_with, findings, findings_with, with};

const SCHEMA: &str = "{$ref: '#/components/schemas/Conflict'}";

/// Asserts that the schema names exactly the two codes of the response.
#[track_caller]
fn assert_names_both(schema: &str) {
    assert_findings(&with(SCHEMA, schema), &[]);
    // It names them: without one of them something is missing.
    let lacking = findings(&with(SCHEMA, &schema.replace("BasketEmpty", "OutOfStock")));
    assert_eq!(lacking.len(), 1, "{lacking:?}");
    assert_eq!(lacking[0].0, "openapi-missing-code");
}

#[test]
fn schemas_combine_others() {
    assert_names_both(
        "{oneOf: [{properties: {reason: {const: OutOfStock}}}, {properties: {reason: {const: BasketEmpty}}}]}",
    );
    assert_names_both(
        "{anyOf: [{properties: {reason: {enum: [OutOfStock]}}}, {properties: {reason: {enum: [BasketEmpty]}}}]}",
    );
    assert_names_both("{allOf: [{properties: {code: {}}}, {properties: {reason: {enum: [OutOfStock, BasketEmpty]}}}]}");
    assert_names_both("{properties: {reason: {oneOf: [{const: OutOfStock}, {const: BasketEmpty}]}}}");
}

#[test]
fn examples_of_schemas_name_codes() {
    assert_names_both("{example: {reason: OutOfStock}, examples: [{reason: BasketEmpty}]}");
}

#[test]
fn examples_of_contents_name_codes() {
    let content = "{schema: {$ref: '#/components/schemas/Conflict'}}";
    let examples = "{examples: {a: {value: {reason: OutOfStock}}, b: {$ref: '#/components/examples/b'}}}";
    let description = with(content, examples) + "  examples: {b: {value: {reason: BasketEmpty}}}\n";
    assert_findings(&description, &[]);
    assert_eq!(findings(&description.replace("BasketEmpty", "Gone"))[1].0, "openapi-unknown-code");
}

#[test]
fn a_class_of_statuses_and_the_default_are_for_all_that_have_no_response() {
    for key in ["4XX", "default"] {
        assert_findings(&with("'409': {content", &format!("'{key}': {{content")), &[]);
        let lacking = with("'409': {content", &format!("'{key}': {{content")).replace(", BasketEmpty", "");
        assert_findings(
            &lacking,
            &[("openapi-missing-code", 16, 9, "`buy` can answer with `BasketEmpty`, which this response doesn't name")],
        );
    }
    let found = findings(&with("'409': {content", "'5XX': {content"));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|(id, ..)| id == "openapi-wrong-status"));
}

#[test]
fn a_response_without_codes_is_for_all_with_its_status() {
    assert_findings(&with(SCHEMA, "{type: object, properties: {reason: {type: string}}}"), &[]);
    assert_findings(
        &with("'409': {content: {application/json: {schema: {$ref: '#/components/schemas/Conflict'}}}}", "409: {}"),
        &[],
    );
}

#[test]
fn a_path_can_be_a_reference_and_a_pointer_can_have_escapes() {
    let description =
        DESCRIPTION.replace("  /orders:\n", "  /orders: {$ref: '#/components/pathItems/~1or%64ers~0'}\n  x-orders:\n");
    let description = description.replace("  x-orders:\n", "components:\n  pathItems:\n    /orders~:\n");
    let (before, after) = description.split_once("    /orders~:\n").expect("it is there");
    let (item, components) = after.split_once("components:\n").expect("there are components");
    let item = item.replace("\n  ", "\n    ");
    let description = format!("{before}    /orders~:\n  {}{components}", item.trim_end_matches(' '));
    assert_findings(&description, &[]);
}

#[test]
fn json_is_read_like_yaml() {
    let value: serde_json::Value = serde_yaml::from_str(DESCRIPTION).expect("it is YAML");
    let json = serde_json::to_string_pretty(&value).expect("it is JSON");
    assert_eq!(findings_with(CATALOGUE, "openapi.json", &json), []);
    let found = findings_with(CATALOGUE, "openapi.json", json.replace("\"BasketEmpty\"", "\"Nothing\""));
    let ids: Vec<_> = found.iter().map(|(id, ..)| &**id).collect();
    assert_eq!(ids, ["openapi-unknown-code", "openapi-missing-code"]);
    let at = json.lines().position(|line| line.contains("BasketEmpty")).expect("it is there");
    assert_eq!(found[0].1, at as u64 + 1);
}

#[test]
fn versions_3_0_to_3_2_are_read() {
    for version in ["3.0.3", "3.1.1", "3.2.0", "3.0"] {
        assert_findings(&with("3.1.0", version), &[]);
    }
    assert_findings(
        &with("openapi: 3.1.0", "swagger: '2.0'"),
        &[("openapi-invalid", 1, 10, "OpenAPI 2.0 is not supported")],
    );
    let message = "this is not an OpenAPI document: it has no `openapi`";
    assert_findings("info: {}\n", &[("openapi-invalid", 1, 1, message)]);
    assert_findings("{", &[("openapi-invalid", 1, 1, "this is not JSON: Unterminated object")]);
}

#[test]
fn codes_are_where_the_wire_format_has_them() {
    let problem = CATALOGUE.replace("wire: kratos", "wire: problem");
    assert_eq!(
        findings_with(
            &problem,
            "openapi.yaml",
            DESCRIPTION.replace("code: {const: 409}", "status: {}").replace("reason:", "code:")
        ),
        []
    );

    let wire = "wire: {at: \"errors[0]\", code: type}";
    let nested = |code: &str| format!("properties: {{errors: {{items: {{properties: {{type: {code}}}}}}}}}");
    let description = DESCRIPTION
        .replace("properties: {reason: {const: ArticleNotFound}}", &nested("{const: ArticleNotFound}"))
        .replace(
            "properties:\n        code: {const: 409}\n        reason: {enum: [OutOfStock, BasketEmpty]}",
            &nested("{enum: [OutOfStock, BasketEmpty]}"),
        );
    assert_eq!(findings_with(&CATALOGUE.replace("wire: kratos", wire), "openapi.yaml", &description), []);
    let found = findings_with(
        &CATALOGUE.replace("wire: kratos", wire),
        "openapi.yaml",
        description.replace("OutOfStock", "Gone"),
    );
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn codes_can_be_numbers() {
    let mut number = 1000;
    let catalogue = CATALOGUE.replace("wire: kratos", "wire: {number: code, message: text}");
    let catalogue: String = catalogue
        .lines()
        .map(|line| {
            number += 1;
            line.replace("message: ", &format!("number: {number}, message: "))
                .replace(&format!("number: {number}, message: text"), "message: text")
                + "\n"
        })
        .collect();
    let of = |name: &str| {
        let line = catalogue.lines().find(|line| line.contains(&format!("  {name}:"))).expect("it is there");
        line.split("number: ").nth(1).expect("it has a number")[..4].to_owned()
    };
    let description = DESCRIPTION.replace("code: {const: 409}", "text: {}").replace("reason:", "code:");
    let described = ["ArticleNotFound", "OutOfStock", "BasketEmpty"]
        .iter()
        .fold(description, |text, name| text.replace(name, &of(name)));
    assert_eq!(findings_with(&catalogue, "openapi.yaml", &described), []);
    let found = findings_with(&catalogue, "openapi.yaml", described.replace(&of("BasketEmpty"), "7"));
    assert!(found.iter().any(|(.., message)| message == "`7` is no code of the catalogue"), "{found:?}");
}

#[test]
fn a_reference_that_cannot_be_followed_is_said_once() {
    let message = "`other.yaml#/Conflict` is in another file, which is not read";
    assert_findings(
        &with("'#/components/schemas/Conflict'", "other.yaml#/Conflict"),
        &[("openapi-unresolved", 16, 61, message)],
    );
    let found = findings(&DESCRIPTION.replace("    NotFound: {content", "    Other: {content"));
    let unresolved = found.iter().filter(|(id, ..)| id == "openapi-unresolved");
    let places: Vec<_> = unresolved.map(|(_, line, column, message)| (*line, *column, &**message)).collect();
    let message = "`#/components/responses/NotFound` refers to nothing in this document";
    assert_eq!(places, [(9, 23, message), (15, 23, message)]);
}

#[test]
fn a_description_that_is_not_there_is_an_error_of_the_program() {
    let output = check_with(CATALOGUE, "openapi.yaml", DESCRIPTION, &["--openapi", "missing.yaml"]);
    assert_eq!(output.status.code(), Some(2));
}
