//! The explanation of each kind of finding: its first example has the finding, and its second one is clean.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use errcat::{Catalogue, Rule, RuleKind, rules};

/// The ids for which there is no short example.
const WITHOUT_EXAMPLES: &[&str] = &["too-large"];

const MAX_WIDTH: usize = 80;

fn with_examples() -> impl Iterator<Item = (&'static str, &'static str)> {
    let is_of_catalogues = |rule: &&Rule| matches!(rule.kind(), RuleKind::Mistake | RuleKind::Lint { .. });
    let has_examples = move |rule: &&Rule| is_of_catalogues(rule) && !WITHOUT_EXAMPLES.contains(&rule.id());
    rules().filter(has_examples).map(|rule| (rule.id(), rule.explanation()))
}

/// The YAML in the only fenced block after a label.
fn example<'t>(id: &str, text: &'t str, label: &str) -> &'t str {
    let opening = format!("\n\n{label}\n\n```yaml\n");
    let mut parts = text.split(&*opening);
    let (_, Some(rest), None) = (parts.next(), parts.next(), parts.next()) else {
        panic!("{id}: there is one `{label}` with a YAML block");
    };
    let end = rest.find("```").unwrap_or_else(|| panic!("{id}: the block of `{label}` is closed"));
    assert!(rest[end..].starts_with("```\n"), "{id}: the block of `{label}` is closed on its own line");
    &rest[..end]
}

/// The ids of all findings in a catalogue, errors or not, and how they are shown.
fn findings(text: &str) -> (Vec<&'static str>, String) {
    match Catalogue::parse("errors.yaml", text.as_bytes()) {
        Ok(catalogue) => {
            let Some(warnings) = catalogue.warnings() else { return Default::default() };
            (warnings.iter().map(errcat::Finding::id).collect(), warnings.to_string())
        }
        Err(mistakes) => (mistakes.iter().map(errcat::Finding::id).collect(), mistakes.to_string()),
    }
}

#[test]
fn each_file_explains_a_finding() {
    let ids: BTreeSet<_> = rules().map(|rule| format!("{}.md", rule.id())).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/explanations");
    let entries = fs::read_dir(folder).expect("the folder exists");
    let files: BTreeSet<_> = entries
        .map(|entry| entry.expect("the folder can be read").file_name().into_string().expect("names are UTF-8"))
        .collect();
    assert_eq!(files, ids);
}

#[test]
fn files_have_their_title_and_fit_a_terminal() {
    for rule in rules() {
        let (id, text) = (rule.id(), rule.explanation());
        assert!(text.starts_with(&format!("# {id}\n\n")), "{id}: the title is the id");
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{id}: the file ends in one line end");
        for (at, line) in text.lines().enumerate() {
            assert!(line.chars().count() <= MAX_WIDTH, "{id}.md:{}: more than {MAX_WIDTH} characters", at + 1);
            assert_eq!(line, line.trim_end(), "{id}.md:{}: space at the end", at + 1);
        }
    }
}

#[test]
fn before_has_only_this_finding() {
    for (id, text) in with_examples() {
        let (found, shown) = findings(example(id, text, "Before:"));
        assert_eq!(found, [id], "{id}, before:\n{shown}");
    }
}

#[test]
fn after_is_clean() {
    for (id, text) in with_examples() {
        let (found, shown) = findings(example(id, text, "After:"));
        assert!(found.is_empty(), "{id}, after:\n{shown}");
    }
}

#[test]
fn before_comes_first() {
    for (id, text) in with_examples() {
        let [before, after] = ["Before:", "After:"].map(|label| example(id, text, label).as_ptr());
        assert!(before < after, "{id}: `Before:` is above `After:`");
    }
}
