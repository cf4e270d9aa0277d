//! `errcat check --openapi`, run as users run it.

#[path = "../support/mod.rs"]
mod support;

mod findings;
mod hostile;
mod output;
mod reading;

use std::fs;
use std::process::Output;

use support::{errcat, text};
use tempfile::TempDir;

const CATALOGUE: &str = "\
errcat: 1
catalogue: {name: Shop, http_status: 409, fallback: Unknown, wire: kratos}
operations:
  find_article: {errors: [ArticleNotFound]}
  buy: {errors: [ArticleNotFound, OutOfStock, BasketEmpty, LedgerCorrupt]}
codes:
  ArticleNotFound: {http_status: 404, message: no such article}
  OutOfStock: {message: out of stock}
  BasketEmpty: {message: the basket is empty}
  CardDeclined: {http_status: 402, message: the card was declined, allow: [unused-code]}
  LedgerCorrupt: {http_status: 422, message: the ledger is corrupt, internal: true}
  Unknown: {http_status: 500, message: something went wrong}
";

/// A description that agrees with the catalogue, with a line for each response.
const DESCRIPTION: &str = "\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /articles:
    get:
      operationId: find_article
      responses:
        '200': {description: found}
        '404': {$ref: '#/components/responses/NotFound'}
  /orders:
    post:
      operationId: buy
      responses:
        '201': {description: bought}
        '404': {$ref: '#/components/responses/NotFound'}
        '409': {content: {application/json: {schema: {$ref: '#/components/schemas/Conflict'}}}}
        '500': {description: our fault}
components:
  responses:
    NotFound: {content: {application/json: {schema: {properties: {reason: {const: ArticleNotFound}}}}}}
  schemas:
    Conflict:
      properties:
        code: {const: 409}
        reason: {enum: [OutOfStock, BasketEmpty]}
";

/// Compares a description in a file with this name with a catalogue.
fn check_with(catalogue: &str, name: &str, description: impl AsRef<[u8]>, args: &[&str]) -> Output {
    let folder = TempDir::new().expect("a temporary folder can be created");
    fs::write(folder.path().join("errors.yaml"), catalogue).expect("the disk is writable");
    fs::write(folder.path().join(name), description).expect("the disk is writable");
    errcat(folder.path(), &[&["check", "--openapi", name], args].concat())
}

fn check(description: &str) -> Output {
    check_with(CATALOGUE, "openapi.yaml", description, &[])
}

/// The findings of a check: for each its id, line and column, and message.
fn findings_with(catalogue: &str, name: &str, description: impl AsRef<[u8]>) -> Vec<(String, u64, u64, String)> {
    let output = check_with(catalogue, name, description, &["--format", "json"]);
    let findings = text(&output.stdout).lines().map(|line| {
        let finding: serde_json::Value = serde_json::from_str(line).expect("each line is JSON");
        let text = |key: &str| finding[key].as_str().expect("it is a text").to_owned();
        let number = |key: &str| finding[key].as_u64().expect("it is a number");
        assert_eq!(text("path"), name);
        (text("id"), number("line"), number("column"), text("message"))
    });
    findings.collect()
}

fn findings(description: &str) -> Vec<(String, u64, u64, String)> {
    findings_with(CATALOGUE, "openapi.yaml", description)
}

/// The description with another text in the place of one that is there.
fn with(old: &str, new: &str) -> String {
    assert_eq!(DESCRIPTION.matches(old).count(), 1, "{old}");
    DESCRIPTION.replace(old, new)
}

/// Asserts that a description has these findings: for each its id, line and column, and message.
#[track_caller]
fn assert_findings(description: &str, expected: &[(&str, u64, u64, &str)]) {
    let found = findings(description);
    let found: Vec<_> = found.iter().map(|(id, line, column, message)| (&**id, *line, *column, &**message)).collect();
    assert_eq!(found, expected);
}
