//! `outputs.openapi`, read with a JSON parser, and its descriptions with a `CommonMark` parser.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use serde_json::{Value, json};

use crate::catalogues::{everything, generated, openapi_of, read, vidu, vidu_table, with_outputs};
use crate::support::{errcat, text};

/// The text that a reader of `CommonMark` sees, if nothing in it is markup but code.
pub fn plain(markdown: &Value) -> String {
    let markdown = markdown.as_str().expect("a description is a text");
    let mut plain = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            Event::HardBreak => plain.push('\n'),
            Event::Start(Tag::Paragraph) if !plain.is_empty() => plain.push_str("\n\n"),
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            other => panic!("{other:?} in {markdown:?}"),
        }
    }
    plain
}

/// The schemas of the codes.
pub fn codes(document: &Value) -> impl Iterator<Item = &Value> {
    let components = &document["components"]["schemas"];
    let known = components["KnownError"]["oneOf"].as_array().into_iter().flatten();
    known.map(|reference| resolve(document, reference))
}

fn resolve<'d>(document: &'d Value, reference: &Value) -> &'d Value {
    let pointer = reference["$ref"].as_str().and_then(|reference| reference.strip_prefix('#'));
    pointer.and_then(|pointer| document.pointer(pointer)).unwrap_or_else(|| panic!("{reference}"))
}

/// All references in a value.
fn references<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    if value.get("$ref").is_some() {
        found.push(value);
    }
    value.as_object().into_iter().flat_map(|members| members.values()).for_each(|value| references(value, found));
    value.as_array().into_iter().flatten().for_each(|value| references(value, found));
}

#[test]
fn every_cell_of_the_vendors_table_reads_back() {
    let document = openapi_of(&vidu());
    let cells = codes(&document).map(|code| {
        let properties = &code["properties"];
        let name = properties["reason"]["const"].as_str().expect("a code has a name").to_owned();
        [name, plain(&properties["message"]["description"]), plain(&code["description"])]
    });
    assert_eq!(cells.collect::<Vec<_>>(), vidu_table());
}

#[test]
fn every_reference_leads_to_a_component() {
    for catalogue in [vidu(), everything()] {
        let document = openapi_of(&catalogue);
        let mut found = Vec::new();
        references(&document, &mut found);
        assert!(found.len() > 20);
        for reference in found {
            resolve(&document, reference);
        }
        let mappings = &document["components"]["schemas"]["KnownError"]["discriminator"]["mapping"];
        for (_, reference) in mappings.as_object().into_iter().flatten() {
            resolve(&document, &json!({"$ref": reference}));
        }
    }
}

#[test]
fn a_response_has_the_codes_with_its_status() {
    let document = openapi_of(&vidu());
    let responses = document["components"]["responses"].as_object().expect("there are responses");
    let statuses: Vec<_> = responses.keys().map(String::as_str).collect();
    let expected = ["Error400", "Error401", "Error403", "Error404", "Error409", "Error429", "Error499", "Error500"];
    assert_eq!(statuses[..], [&["Error"][..], &expected].concat());
    let content = &responses["Error429"]["content"]["application/json"];
    let codes: Vec<_> = content["examples"].as_object().into_iter().flat_map(|examples| examples.keys()).collect();
    assert_eq!(codes, ["QuotaExceeded", "SystemThrottling", "TooManyRequests"]);
    let example = resolve(&document, &content["examples"]["TooManyRequests"]);
    let body = json!({"code": 429, "reason": "TooManyRequests", "message": "too many requests", "metadata": {}});
    assert_eq!(example["value"], body);
    let header = resolve(&document, &responses["Error429"]["headers"]["Retry-After"]);
    assert_eq!(header["schema"], json!({"type": "integer", "minimum": 0}));
}

#[test]
fn operations_have_responses_of_their_own() {
    let catalogue = "errcat: 1\ncatalogue: {name: Shop, http_status: 409}\n\
                     operations: {buy: {errors: [SoldOut, NotFound]}, list: {errors: [NotFound], exhaustive: true}}\n\
                     codes:\n  SoldOut: {message: sold out}\n  Busy: {message: busy}\n  NotFound: {http_status: 404, message: x}\n";
    let document = openapi_of(catalogue);
    let responses = document["components"]["responses"].as_object().expect("there are responses");
    let names: Vec<_> = responses.keys().map(String::as_str).collect();
    assert_eq!(names, ["BuyError404", "BuyError409", "Error", "Error404", "Error409", "ListError404"]);
    let schema = |name: &str| &responses[name]["content"]["application/json"]["schema"];
    let of_sold_out = json!([{"$ref": "#/components/schemas/SoldOutError"}]);
    assert_eq!(schema("BuyError409")["anyOf"][0]["oneOf"], of_sold_out);
    assert_eq!(schema("BuyError409")["anyOf"][1], json!({"$ref": "#/components/schemas/OtherError"}));
    assert_eq!(schema("ListError404")["anyOf"], Value::Null, "an exhaustive operation answers with no other codes");
}

#[test]
fn a_deprecated_code_says_so() {
    let document = openapi_of(&everything());
    let code = codes(&document).find(|code| code["title"] == "NotFound").expect("it is there");
    assert_eq!(code["deprecated"], true);
    let description = plain(&code["description"]);
    assert!(description.ends_with("\n\nDeprecated since 1.2.0. Use Typed. Use Typed instead."), "{description}");
    assert_eq!(codes(&document).filter(|code| code["deprecated"] == true).count(), 1);
}

#[test]
fn the_version_is_the_one_asked_for() {
    let document = |outputs: &str| {
        let folder = generated(&with_outputs(&vidu(), outputs));
        serde_json::from_str::<Value>(&read(folder.path(), "generated/openapi.json")).expect("it is JSON")
    };
    let status = |document: &Value| codes(document).next().map(|code| code["properties"]["code"].clone());
    let new = document("{openapi: {version: 3.1}}");
    assert_eq!((&new["openapi"], status(&new)), (&json!("3.1.0"), Some(json!({"type": "integer", "const": 400}))));
    let old = document("{openapi: {version: \"3.0\"}}");
    assert_eq!((&old["openapi"], status(&old)), (&json!("3.0.3"), Some(json!({"type": "integer", "enum": [400]}))));
}

#[test]
fn another_version_is_a_finding() {
    let folder = tempfile::TempDir::new().expect("a temporary folder can be created");
    let catalogue = with_outputs(&vidu(), "{openapi: {version: 2.0}}");
    std::fs::write(folder.path().join("errors.yaml"), catalogue).expect("the disk is writable");
    let output = errcat(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(1));
    let found = text(&output.stdout);
    assert!(found.contains("the version of OpenAPI must be one of 3.1, 3.0, found `2.0`"), "{found}");
}
