//! What is printed, and how the program ends.

use crate::support::{errcat, text};
use crate::{CATALOGUE, DESCRIPTION, check, check_with, with};

#[test]
fn a_description_that_agrees_is_counted() {
    let output = check(DESCRIPTION);
    let notes = "errors.yaml: 6 codes, no mistakes\nopenapi.yaml: 2 operations, as in the catalogue\n";
    assert_eq!((output.status.code(), text(&output.stdout), text(&output.stderr)), (Some(0), "", notes));
}

#[test]
fn people_see_the_line_of_the_description_and_where_the_code_is_named() {
    let output = check(&with("'409': {content", "'400': {content").replace(", BasketEmpty", ""));
    let expected = "\
error[openapi-wrong-status]: `OutOfStock` is sent with the status 409
  --> openapi.yaml:16:9
   |
16 |         '400': {content: {application/json: {schema: {$ref: '#/components/schemas/Conflict'}}}}
   |         ^^^^^ another status
   |
  ::: openapi.yaml:25:25
   |
25 |         reason: {enum: [OutOfStock]}
   |                         ---------- named here
   |
   = help: move it to the response `409`
";
    assert!(text(&output.stdout).contains(expected), "{}", text(&output.stdout));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn github_shows_them_at_the_file() {
    let description = with("[OutOfStock, BasketEmpty]", "[OutOfStock]");
    let output = check_with(CATALOGUE, "openapi.yaml", description, &["--format", "github"]);
    let start = "::error file=openapi.yaml,line=16,endLine=16,col=9,endColumn=14,title=openapi-missing-code::";
    assert!(text(&output.stdout).starts_with(start), "{}", text(&output.stdout));
}

#[test]
fn warnings_fail_only_if_they_are_denied() {
    let description = with("'201': {description: bought}", "'413': {description: too large}");
    let output = check(&description);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stderr).ends_with("openapi.yaml: 2 operations, as in the catalogue, 1 warning\n"));
    let denied = check_with(CATALOGUE, "openapi.yaml", description, &["--deny-warnings"]);
    assert_eq!(denied.status.code(), Some(1));
}

#[test]
fn a_catalogue_with_mistakes_is_not_compared() {
    let output = check_with(&CATALOGUE.replace("409", "4090"), "openapi.yaml", "nonsense", &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!text(&output.stdout).contains("openapi"), "{}", text(&output.stdout));
}

#[test]
fn each_finding_has_an_explanation() {
    let folder = tempfile::TempDir::new().expect("a temporary folder can be created");
    let ids = errcat::rules().map(errcat::Rule::id).filter(|id| id.starts_with("openapi-"));
    let ids: Vec<_> = ids.collect();
    assert_eq!(ids.len(), 9);
    for id in ids {
        let output = errcat(folder.path(), &["explain", id]);
        assert!(text(&output.stdout).starts_with(&format!("# {id}\n\n")), "{id}");
    }
}
