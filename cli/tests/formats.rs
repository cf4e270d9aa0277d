//! Findings for other programs.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;

const EVERYTHING: &str = "../codegen/tests/golden/everything.yaml";

fn errcat(args: &[&str]) -> Output {
    support::errcat(Path::new(env!("CARGO_MANIFEST_DIR")), args)
}

fn lines(output: &Output) -> Vec<&str> {
    support::text(&output.stdout).lines().collect()
}

#[test]
fn json_follows_its_schema() {
    let schema = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/finding.schema.json"));
    let schema: Value = serde_json::from_str(&schema.expect("the schema is there")).expect("the schema is JSON");
    let schema = jsonschema::validator_for(&schema).expect("the schema is valid");
    let output = errcat(&["check", "--format", "json", EVERYTHING]);
    assert_eq!(output.status.code(), Some(1));
    let source = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(EVERYTHING)).expect("the catalogue is there");
    let mut found = BTreeSet::new();
    for line in lines(&output) {
        let finding: Value = serde_json::from_str(line).expect("each line is JSON");
        let errors: Vec<_> = schema.iter_errors(&finding).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?} in {line}");
        found.insert(finding["id"].as_str().unwrap_or_default().to_owned());
        // The bytes that the finding names are the wrong word.
        if let Some((_, word)) = finding["message"].as_str().and_then(|message| message.split_once(", found `")) {
            let place =
                ["byte_start", "byte_end"].map(|key| usize::try_from(finding[key].as_u64().unwrap_or(0)).unwrap_or(0));
            assert_eq!(&source[place[0]..place[1]], word.trim_end_matches('`').as_bytes(), "{line}");
        }
    }
    assert_eq!(
        found.len() + 3,
        errcat::rules()
            .filter(|rule| matches!(rule.kind(), errcat::RuleKind::Mistake | errcat::RuleKind::Lint { .. }))
            .count(),
        "all ids but the three that stop the reading"
    );
    let incomplete = serde_json::json!({ "id": "unknown-key", "severity": "error", "message": "m", "path": "p" });
    assert!(!schema.is_valid(&incomplete), "the schema accepts a finding without a span");
    let stale = serde_json::json!({ "id": "stale", "severity": "error", "message": "m", "path": "p" });
    assert!(schema.is_valid(&stale));
}

#[test]
fn github_prints_a_command_for_each_finding() {
    let (human, github) = (errcat(&["check", EVERYTHING]), errcat(&["check", "--format", "github", EVERYTHING]));
    let commands = lines(&github);
    let titles = lines(&human).into_iter().filter(|line| line.starts_with("error[") || line.starts_with("warning["));
    assert_eq!(commands.len(), titles.count());
    assert!(commands[0].starts_with("::error file="), "{}", commands[0]);
    let rest =
        "codegen/tests/golden/everything.yaml,line=6,endLine=6,col=9,endColumn=14,title=wrong-type::`wire` must be";
    assert!(commands[0].contains(rest), "{}", commands[0]);
    assert!(commands[0].ends_with("%0Ahelp: did you mean `kratos`?"), "{}", commands[0]);
}

#[test]
fn no_more_than_max_findings_are_shown() {
    let output = errcat(&["check", "--max-findings", "2", EVERYTHING]);
    let text = lines(&output);
    assert_eq!(text.iter().filter(|line| line.starts_with("error[") || line.starts_with("warning[")).count(), 2);
    let all_errors = errcat(&["check", "--max-findings", "37", EVERYTHING]);
    assert_eq!(lines(&all_errors).iter().filter(|line| line.starts_with("error[")).count(), 37);
    assert!(text[text.len() - 2].ends_with(" more, not shown"), "{text:?}");
    assert!(text[text.len() - 1].starts_with("37 errors, 10 warnings in "), "{text:?}");
    assert_eq!(lines(&errcat(&["check", "--format", "json", "--max-findings", "2", EVERYTHING])).len(), 2);
}

#[test]
fn explains_findings_and_codes() {
    let output = errcat(&["explain", "unknown-param"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(lines(&output)[0], "# unknown-param");
    let output = errcat(&["explain", "FieldLacking", "../errors.yaml"]);
    assert_eq!(
        lines(&output),
        [
            "FieldLacking",
            "  HTTP status  400",
            "  message      field is missing or empty: {{.fields}}",
            "  description  Missing fields, see error message for specific fields",
            "  param        fields (list): the request fields at fault",
            "  retry        after_fix",
            "  in Rust      ErrorCode::FieldLacking, Error::field_lacking(fields)",
        ]
    );
    let output = errcat(&["explain", "http_status"]);
    assert_eq!(lines(&output)[0], "`http_status` in `catalogue`");
    let output = errcat(&["explain", "message"]);
    assert_eq!(lines(&output)[0], "`message` in a code, required");
    let output = errcat(&["explain", "else"]);
    assert_eq!(lines(&output)[0], "`else` in `fallback`, required");
    let output = errcat(&["explain", "NoSuchThing", "../errors.yaml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains(
        "`NoSuchThing` is neither a finding nor a key, nor a code, an operation, a group, a status, a message or a body of"
    ));
}
