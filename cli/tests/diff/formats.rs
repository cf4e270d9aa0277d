//! The formats for programs.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{NEW, OLD, diff, text, versions};

fn printed(format: &str) -> String {
    let folder = versions(OLD, NEW);
    let output = diff(folder.path(), &["old.yaml", "new.yaml", "--format", format]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(1), ""));
    text(&output.stdout).to_owned()
}

#[test]
fn json_follows_its_schema() {
    let schema = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/diff.schema.json"));
    let schema: Value = serde_json::from_str(&schema.expect("the schema is there")).expect("the schema is JSON");
    let schema = jsonschema::validator_for(&schema).expect("the schema is valid");
    // All kinds of changes, in both directions.
    let pairs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/tests/diff/pairs");
    let mut kinds = BTreeSet::new();
    for entry in fs::read_dir(pairs).expect("the pairs are there") {
        let pair = fs::read_to_string(entry.expect("it can be read").path()).expect("it can be read");
        let (one, other) = pair.split_once("\n---\n").expect("two versions");
        for (old, new) in [(one, other), (other, one)] {
            let folder = versions(old, new);
            let output = diff(folder.path(), &["old.yaml", "new.yaml", "--format", "json"]);
            let document: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
            let errors: Vec<_> = schema.iter_errors(&document).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{errors:?} in {document:#}");
            assert_eq!(document["failure"], output.status.code() == Some(1));
            let changes = document["changes"].as_array().expect("changes");
            kinds.extend(changes.iter().filter_map(|change| change["change"].as_str()).map(str::to_owned));
        }
    }
    let rules: BTreeSet<_> = errcat::change_rules().map(|rule| rule.id().to_owned()).collect();
    assert_eq!(kinds, rules);
    assert!(!schema.is_valid(&serde_json::json!({ "changes": [] })), "the schema accepts anything");
}

#[test]
fn github_shows_each_change_at_its_place_and_the_verdict() {
    let commands = printed("github");
    let expected = "\
::error file=new.yaml,line=6,endLine=6,title=status-changed::`SoldOut` has the HTTP status 410, before 409%0Abefore: old.yaml:6:3
::error file=new.yaml,line=4,endLine=4,title=code-removed::`Busy` is gone (also wire)%0Abefore: old.yaml:7:3
";
    for line in expected.lines() {
        assert!(commands.lines().any(|command| command == line), "{line} in\n{commands}");
    }
    assert!(commands.contains("::notice file=new.yaml,line=5,endLine=5,title=message-reworded::"), "{commands}");
    let last = commands.lines().last().unwrap_or_default();
    assert!(last.starts_with("::error title=errcat diff::needs a major release: "), "{last}");
}

#[test]
fn markdown_is_a_table_for_each_section() {
    let comment = printed("markdown");
    assert!(comment.starts_with("### Error catalogue: needs a major release: "), "{comment}");
    let row =
        "| `status-changed` | `SoldOut` has the HTTP status 410, before 409 | `old.yaml:6:3` | `new.yaml:6:50` |\n";
    assert!(
        comment.contains(&format!("\n**Changes behaviour**\n\n| change | | before | now |\n|---|---|---|---|\n{row}")),
        "{comment}"
    );
    let tables = pulldown_cmark::Parser::new_ext(&comment, pulldown_cmark::Options::ENABLE_TABLES);
    let tables = tables.filter(|event| matches!(event, pulldown_cmark::Event::Start(pulldown_cmark::Tag::Table(_))));
    assert_eq!(tables.count(), 5);
}

#[test]
fn a_long_comment_says_how_much_is_left_out() {
    let code = |at| format!("  Code{at}: {{message: \"{}\"}}\n", "long ".repeat(20));
    let codes: String = (0..1000).map(code).collect();
    let new = OLD.to_owned() + &codes;
    let folder = versions(OLD, &new);
    let output = diff(folder.path(), &["old.yaml", "new.yaml", "--format", "markdown"]);
    let comment = text(&output.stdout);
    assert!(comment.len() < 65_536, "{}", comment.len());
    let shown = comment.matches("| `code-added`").count();
    assert!(shown > 100 && comment.ends_with(&format!("\n{} more, not shown\n", 1000 - shown)), "{shown}");
}

#[test]
fn junit_has_a_test_for_each_kind_of_change() {
    let results = printed("junit");
    let count = errcat::change_rules().count();
    assert!(results.contains(&format!("<testsuites tests=\"{count}\" failures=\"3\">")), "{results}");
    assert_eq!(results.matches("<testcase ").count(), count);
    let failure = "name=\"status-changed\">\n      <failure message=\"`SoldOut` has the HTTP status 410, before 409\">";
    assert!(results.contains(failure), "{results}");
    assert!(results.contains("name=\"message-reworded\"/>"), "{results}");
}
