//! YAML from untrusted sources: each row of the tables in `docs/yaml.md`, with the resulting findings or text.

mod limits;
mod yaml;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::LazyLock;

use errcat::{Catalogue, Code, Rule, Severity, rules};

const HEAD: &str = "errcat: 1\ncatalogue: {name: Test}\n";
const CODES: &str = "codes:\n  A: {http_status: 400, message: a, description: d}\n";

/// The result of a text: its mistakes as `id line:column`, or else a row for each code, separated by ` / `.
fn outcome(bytes: &[u8]) -> String {
    let parts: Vec<_> = match Catalogue::parse("errors.yaml", bytes) {
        Ok(catalogue) => rows(&catalogue),
        Err(findings) => {
            let mistakes = findings.iter().filter(|finding| finding.severity() == Severity::Error);
            mistakes.map(|it| format!("{} {}:{}", it.id(), it.location().line, it.location().column)).collect()
        }
    };
    parts.join(" / ")
}

/// A row for each code: the status, the name, and its message, description and page, each with its length.
fn rows(catalogue: &Catalogue) -> Vec<String> {
    let row = |code: &Code| {
        let texts = [Some(code.message.as_str()), code.description.as_deref(), code.docs_url.as_deref()];
        let cells = texts.into_iter().flatten().map(cell);
        [vec![code.http_status.to_string(), code.name.clone()], cells.collect()].concat().join(" ")
    };
    catalogue.codes().iter().map(row).collect()
}

/// A text with its length.
fn cell(text: &str) -> String {
    format!("{:03}:{text}", text.len())
}

/// A catalogue with this at its top level, from line 3 on.
fn with(text: &str) -> String {
    format!("{HEAD}{text}{CODES}")
}

/// A catalogue with this as the value of a message, on line 6, from column 14 on.
fn message(value: &str) -> String {
    format!("{HEAD}codes:\n  A:\n    http_status: 400\n    message: {value}\n    description: d\n")
}

/// A catalogue with this as the name of its code, on line 4, from column 3 on.
fn name(name: &str) -> String {
    format!("{HEAD}codes:\n  {name}: {{http_status: 400, message: a, description: d}}\n")
}

/// A catalogue with this as an HTTP status, on line 5, from column 18 on.
fn status(value: &str) -> String {
    format!("{HEAD}codes:\n  A:\n    http_status: {value}\n    message: a\n    description: d\n")
}

fn utf16(text: &str, bytes_of: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}

struct Cases(Vec<(&'static str, Vec<u8>, String)>);

impl Cases {
    fn add(&mut self, label: &'static str, text: impl Into<Vec<u8>>, expected: impl Into<String>) {
        self.0.push((label, text.into(), expected.into()));
    }

    /// Texts with the same outcome.
    fn all(&mut self, label: &'static str, texts: &[&str], expected: &str) {
        for text in texts {
            self.add(label, *text, expected);
        }
    }

    /// Messages, each with its result.
    fn messages(&mut self, label: &'static str, messages: &[(&str, &str)]) {
        for (written, read) in messages {
            self.add(label, message(written), format!("400 A {} 001:d", cell(read)));
        }
    }

    /// Names that are read exactly as written.
    fn names(&mut self, label: &'static str, names: &[&str]) {
        for written in names {
            self.add(label, name(written), format!("400 {written} 001:a 001:d"));
        }
    }
}

const ROW: &str = "400 A 001:a 001:d";

/// All inputs, created once, since some are large.
static CASES: LazyLock<Vec<(&str, Vec<u8>, String)>> = LazyLock::new(|| {
    let mut cases = Cases(Vec::new());
    let all = [
        yaml::characters,
        yaml::documents,
        yaml::duplicate_keys,
        yaml::keys,
        yaml::merge_keys,
        yaml::aliases,
        yaml::scalars,
        yaml::texts,
        yaml::tags,
        limits::sizes,
        limits::operations,
        limits::limits,
    ];
    for add in all {
        add(&mut cases);
    }
    cases.0
});

#[test]
fn each_input_has_the_documented_result() {
    let mut wrong = String::new();
    for (label, text, expected) in &*CASES {
        let found = outcome(text);
        if found != *expected {
            let text: String = String::from_utf8_lossy(text).chars().take(300).collect();
            let _ = writeln!(wrong, "{label}: {text:?}\n  expected {expected:?}\n  found    {found:?}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn docs_and_tests_have_the_same_inputs() {
    let docs = include_str!("../../../docs/yaml.md");
    let documented: BTreeMap<_, _> = docs
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | "))
        .filter(|(input, _)| *input != "input")
        .collect();
    let mut tested: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (label, _, expected) in &*CASES {
        let ids = rules().map(Rule::id).filter(|id| expected.contains(&format!("{id} ")));
        tested.entry(label).or_default().extend(ids);
    }
    assert_eq!(documented.keys().collect::<Vec<_>>(), tested.keys().collect::<Vec<_>>());
    for (input, decision) in documented {
        let named: BTreeSet<_> = rules().map(Rule::id).filter(|id| decision.contains(&format!("`{id}`"))).collect();
        // Some inputs have a mistake only to show that the rest is read.
        let is_documented = |id: &&&str| named.contains(**id) || !["unknown-key", "unknown-param"].contains(*id);
        assert_eq!(named, tested[input].iter().filter(is_documented).copied().collect(), "{input}");
    }
}
