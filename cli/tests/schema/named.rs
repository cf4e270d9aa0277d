use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{errcat, text};
use crate::{places, schema, validator};

const CATALOGUE: &str = "\
errcat: 1
catalogue: {name: Test, fallback: SoldOut}
params: {left: unsigned}
attributes:
  retry: {description: Whether to., values: [later, never], default: never}
  team: {values: {stock: They know the article., sales: They don't.}, default: sales}
  public: {type: boolean, default: true}
groups: {common: [SoldOut]}
codes:
  SoldOut: {http_status: 409, message: 'only {{.left}} left', params: [left], attributes: {retry: later}}
";

fn schema_of(catalogue: &str) -> Value {
    let folder = TempDir::new().expect("a temporary folder can be created");
    fs::write(folder.path().join("errors.yaml"), catalogue).expect("the disk is writable");
    schema(folder.path(), &["errors.yaml"])
}

/// What an editor offers for this key of a code.
fn offered<'s>(schema: &'s Value, key: &str) -> &'s Value {
    &schema["definitions"]["code"]["properties"][key]
}

#[test]
fn a_schema_for_a_catalogue_offers_its_names() {
    let schema = schema_of(CATALOGUE);
    assert_eq!(offered(&schema, "params")["items"]["anyOf"][0]["enum"], json!(["left"]));
    let retry = &offered(&schema, "attributes")["properties"]["retry"];
    assert_eq!(retry["description"], "Whether to.");
    assert_eq!(retry["anyOf"][0]["enum"], json!(["later", "never"]));
    let team = &offered(&schema, "attributes")["properties"]["team"]["anyOf"];
    assert_eq!(team[0], json!({"const": "stock", "description": "They know the article."}));
    let errors = &schema["definitions"]["operation"]["properties"]["errors"];
    assert_eq!(errors["items"]["anyOf"][0]["enum"], json!(["common", "SoldOut"]));
    let replaced_by = &schema["definitions"]["deprecated"]["properties"]["replaced_by"];
    assert_eq!(replaced_by["anyOf"][0]["enum"], json!(["SoldOut"]));
}

#[test]
fn it_accepts_names_that_are_declared_later() {
    let schema = validator(&schema_of(CATALOGUE));
    let edited = CATALOGUE.replace("{left: unsigned}", "{left: unsigned, article: string}");
    let edited = edited.replace("[left]", "[left, article]");
    assert_eq!(places(&schema, &edited), [""; 0]);
}

#[test]
fn it_rejects_a_value_of_another_type() {
    let schema = validator(&schema_of(CATALOGUE));
    let edited = CATALOGUE.replace("{retry: later}", "{retry: later, public: 'no'}");
    assert_eq!(places(&schema, &edited), ["/codes/SoldOut/attributes/public"]);
}

#[test]
fn a_catalogue_with_mistakes_has_no_schema() {
    let folder = TempDir::new().expect("a temporary folder can be created");
    fs::write(folder.path().join("errors.yaml"), "errcat: 1\n").expect("the disk is writable");
    let output = errcat(folder.path(), &["schema", "errors.yaml"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).starts_with("error[missing-key]"), "{}", text(&output.stdout));
    assert_eq!(errcat(folder.path(), &["schema", "none.yaml"]).status.code(), Some(2));
}
