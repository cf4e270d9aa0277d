//! Descriptions that are made to take for ever.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::support::text;
use crate::{DESCRIPTION, check, with};

/// Long, for a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// The output of a check that ends in time.
#[track_caller]
fn checked(description: &str) -> String {
    let start = Instant::now();
    let output = check(description);
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
    assert!(output.status.code().is_some(), "it was not killed: {}", text(&output.stderr));
    text(&output.stdout).to_owned()
}

#[test]
fn schemas_that_refer_to_themselves() {
    let recursive = with("        code: {const: 409}\n", "        code: {$ref: '#/components/schemas/Conflict'}\n");
    assert_eq!(checked(&recursive), "");
    let recursive =
        with("      properties:\n", "      allOf: [{$ref: '#/components/schemas/Conflict'}]\n      properties:\n");
    assert_eq!(checked(&recursive), "");
}

#[test]
fn references_in_a_circle() {
    let description = with(
        "  schemas:\n",
        "    A: {$ref: '#/components/responses/B'}\n    B: {$ref: '#/components/responses/A'}\n  schemas:\n",
    );
    let shown = checked(&description.replacen("responses/NotFound", "responses/A", 1));
    assert!(shown.contains("openapi-unresolved") && shown.contains("in a circle"), "{shown}");
}

#[test]
fn schemas_that_combine_each_other_in_very_many_ways() {
    let mut schemas = String::new();
    for at in 0..60 {
        let next = format!("{{$ref: '#/components/schemas/S{}'}}", at + 1);
        // Writing to a `String` can't fail.
        let _ = writeln!(schemas, "    S{at}: {{oneOf: [{next}, {next}], anyOf: [{next}, {{allOf: [{next}]}}]}}");
    }
    let description =
        with("schema: {$ref: '#/components/schemas/Conflict'}", "schema: {$ref: '#/components/schemas/S0'}");
    let end = "    S60: {properties: {reason: {enum: [OutOfStock, BasketEmpty]}}}\n";
    assert_eq!(checked(&(description + &schemas + end)), "");
}

#[test]
fn very_many_operations_with_a_very_large_schema() {
    let mut description = DESCRIPTION.split_once("  /orders:").expect("it is there").0.to_owned();
    for at in 0..3000 {
        let _ = writeln!(
            description,
            "  /p{at}: {{get: {{operationId: o{at}, responses: {{'409': {{content: {{json: {{schema: {{$ref: '#/components/schemas/Big'}}}}}}}}}}}}}}"
        );
    }
    description.push_str("components:\n  responses: {NotFound: {}}\n  schemas:\n    Big:\n      oneOf:\n");
    for _ in 0..3000 {
        description.push_str("        - {properties: {reason: {const: OutOfStock}}}\n");
    }
    let shown = checked(&description);
    assert!(shown.contains("too-large"), "it says that not everything was compared");
}

#[test]
fn very_many_components_that_are_each_referred_to() {
    let mut description = DESCRIPTION.to_owned();
    let (mut paths, mut schemas) = (String::new(), String::new());
    for at in 0..5000 {
        let _ = writeln!(schemas, "    C{at}: {{properties: {{reason: {{const: OutOfStock}}}}}}");
        let _ = writeln!(
            paths,
            "  /c{at}: {{get: {{responses: {{'409': {{content: {{json: {{schema: {{$ref: '#/components/schemas/C{at}'}}}}}}}}}}}}}}"
        );
    }
    description = description.replace("components:\n", &format!("{paths}components:\n")) + &schemas;
    let shown = checked(&description);
    assert!(shown.contains("has no `operationId`"), "{shown}");
}

#[test]
fn deeply_nested_values() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let shown =
            checked(&format!("{{\"openapi\": \"3.1.0\", \"x\": {}1{}}}", open.repeat(100_000), close.repeat(100_000)));
        assert!(shown.contains("error["), "{shown}");
    }
    let deep =
        format!("{}{{properties: {{reason: {{const: OutOfStock}}}}}}{}", "{allOf: [".repeat(40), "]}".repeat(40));
    let shown = checked(&with("{$ref: '#/components/schemas/Conflict'}", &deep));
    assert!(shown.contains("BasketEmpty"), "the code is found: {shown}");
}

#[test]
fn what_is_quoted_is_safe_to_print() {
    let shown = checked(&with("BasketEmpty", "\"a\\e[31m\\nb\""));
    assert!(shown.contains("openapi-unknown-code") && !shown.contains("\u{1b}["), "{shown:?}");
}

#[test]
fn bytes_that_are_not_utf_8() {
    let output = crate::check_with(crate::CATALOGUE, "openapi.yaml", b"openapi: 3.1.0\n\xff", &[]);
    assert!(text(&output.stdout).contains("error[openapi-invalid]: a byte that is not UTF-8"));
}
