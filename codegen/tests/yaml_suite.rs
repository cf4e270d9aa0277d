//! The YAML test suite as input: nothing panics or takes long, each finding has a span in the file, and no text is
//! misread, except for known cases.

use std::time::{Duration, Instant};

use errcat::{Catalogue, Diagnostics};
use serde_json::Value;

const SUITE: &str = include_str!("data/yaml-test-suite.jsonl");
const LIMIT: Duration = Duration::from_secs(60);

/// Valid texts that are rejected, and why.
const REFUSED: &[(&str, &str)] = &[
    ("2LFX", "libyaml knows only the directives %YAML and %TAG"),
    ("52DL", "a text with the tag `!` is a tagged value"),
    ("6LVF", "libyaml knows only the directives %YAML and %TAG"),
    ("8MK2", "a text with the tag `!` is a tagged value"),
    ("BEC7", "libyaml knows only YAML 1.1 and 1.2"),
];

/// Valid texts that are misread, and why.
const MISREAD: &[(&str, &str)] = &[];

/// Invalid texts that are read as a description, and why.
const ACCEPTED: &[(&str, &str)] = &[
    ("5TRB", "`---` ends a text only at the beginning of a line, and a description is indented"),
    ("9MQT/01", "`...` ends a text only at the beginning of a line, and a description is indented"),
    ("MUS6/00", "libyaml accepts a comment without a space before it after %YAML"),
    ("RXY3", "`...` ends a text only at the beginning of a line, and a description is indented"),
];

struct Case {
    id: String,
    yaml: String,
    is_invalid: bool,
    /// The value, if it is a text.
    text: Option<String>,
}

fn cases() -> Vec<Case> {
    let case = |line: &str| {
        let case: Value = serde_json::from_str(line).expect("a case is an object");
        let text = |key: &str| case[key].as_str().map(str::to_owned);
        let value = text("json").and_then(|json| serde_json::from_str::<Value>(&json).ok());
        Case {
            id: text("id").expect("a case has an id"),
            yaml: text("yaml").expect("a case has an input"),
            is_invalid: case["error"].as_bool().expect("a case is valid or not"),
            text: value.and_then(|value| value.as_str().map(str::to_owned)),
        }
    };
    SUITE.lines().map(case).collect()
}

/// Reads a text, and checks that this is fast and that all findings have a span in the text.
fn read(case: &Case, text: &str) -> Result<Catalogue, Diagnostics> {
    let start = Instant::now();
    let result = Catalogue::parse("errors.yaml", text.as_bytes());
    assert!(start.elapsed() < LIMIT, "{}: {:?}", case.id, start.elapsed());
    let lines = text.split('\n').count();
    let findings = match &result {
        Ok(catalogue) => catalogue.warnings(),
        Err(findings) => Some(findings),
    };
    for finding in findings.into_iter().flatten() {
        let place = finding.location();
        let is_inside = (1..=lines).contains(&place.line) && place.column >= 1 && place.end <= text.len();
        assert!(is_inside, "{}: {place:?} in {text}", case.id);
    }
    result
}

/// A catalogue with the case as the description of a code: its directives on top, its value indented.
fn as_description(yaml: &str) -> String {
    let is_marker = |line: &str| line == "---" || line.starts_with("--- ") || line.starts_with("---\t");
    let mut lines: Vec<_> = yaml.split('\n').collect();
    let mut directives = String::new();
    let mut first = "";
    let is_prologue = |line: &&str| line.is_empty() || line.trim_start().starts_with(['%', '#']);
    let marker = lines.iter().position(|line| is_marker(line));
    if let Some(marker) = marker.filter(|marker| lines[..*marker].iter().all(is_prologue)) {
        directives = lines[..marker].join("\n") + "\n---\n";
        first = &lines[marker][3..];
        lines.drain(..=marker);
    }
    if let Some(end) = lines.iter().position(|line| *line == "..." || line.starts_with("... ")) {
        // Two documents are not a catalogue.
        if lines[end + 1..].iter().all(|line| line.is_empty()) {
            lines.truncate(end);
            lines.push("");
        }
    }
    let indent = |line: &&str| if line.is_empty() { String::new() } else { format!("      {line}") };
    let value: Vec<_> = lines.iter().map(indent).collect();
    let head =
        "errcat: 1\ncatalogue: {name: Test}\ncodes:\n  A:\n    http_status: 400\n    message: a\n    description:";
    format!("{directives}{head}{first}\n{}", value.join("\n"))
}

fn as_flow_value(yaml: &str) -> String {
    format!(
        "errcat: 1\ncatalogue: {{name: Test}}\ncodes: {{A: {{http_status: 400, message: a, description: {yaml}}}}}\n"
    )
}

/// The description of the only code.
fn description(catalogue: &Catalogue) -> &str {
    catalogue.codes()[0].description.as_deref().unwrap_or_default()
}

#[test]
fn the_suite_is_complete() {
    let cases = cases();
    assert_eq!((cases.len(), cases.iter().filter(|case| case.is_invalid).count()), (402, 94));
    assert_eq!(cases.iter().filter(|case| case.text.is_some()).count(), 69);
}

#[test]
fn no_case_is_a_catalogue() {
    for case in cases() {
        let findings = read(&case, &case.yaml).expect_err("it is none");
        assert!(!findings.is_empty(), "{}", case.id);
    }
}

#[test]
fn cases_as_values() {
    let mut accepted = Vec::new();
    for case in cases() {
        // In brackets, many invalid cases are valid.
        let _ = read(&case, &as_flow_value(&case.yaml));
        if read(&case, &as_description(&case.yaml)).is_ok() && case.is_invalid {
            accepted.push(case.id);
        }
    }
    assert_eq!(accepted, ids(ACCEPTED));
}

#[test]
fn texts_are_read_as_in_the_suite() {
    let (mut refused, mut misread) = (Vec::new(), Vec::new());
    for case in cases().into_iter().filter(|case| !case.is_invalid) {
        let Some(expected) = &case.text else { continue };
        match read(&case, &as_description(&case.yaml)) {
            Err(_) => refused.push(case.id),
            Ok(catalogue) if description(&catalogue) != *expected => misread.push(case.id),
            Ok(_) => {}
        }
    }
    assert_eq!(refused, ids(REFUSED));
    assert_eq!(misread, ids(MISREAD));
}

fn ids(known: &[(&'static str, &str)]) -> Vec<&'static str> {
    known.iter().map(|(id, _)| *id).collect()
}
