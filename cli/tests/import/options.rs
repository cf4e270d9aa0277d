//! The other options, and how the command ends.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{errcat, text};
use crate::{import, import_in};

#[test]
fn a_status_for_codes_without_one() {
    let source = "code,message,status\nA1,a,\nB1,b,404\n";
    let guessed = import("errors.csv", source, &[]);
    guessed.assert_codes(&[("A1", 500, "a"), ("B1", 404, "b")]);
    assert!(guessed.yaml.contains("  http_status: 500 # guessed: "), "{}", guessed.yaml);
    let given = import("errors.csv", source, &["--status", "400"]);
    given.assert_codes(&[("A1", 400, "a"), ("B1", 404, "b")]);
    assert!(given.yaml.contains("  http_status: 400\n"), "{}", given.yaml);
}

#[test]
fn the_catalogue_is_named_after_the_file_or_as_the_user_says() {
    let source = "code,message\nA1,a\n";
    assert_eq!(import("shop-errors.csv", source, &[]).catalogue().name(), "Shop Errors");
    assert_eq!(import("shop-errors.csv", source, &["--name", "Shop: API"]).catalogue().name(), "Shop: API");
}

#[test]
fn standard_input_is_read() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_errcat"));
    let child =
        command.args(["import", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.expect("errcat starts");
    let mut input = child.stdin.take().expect("it is piped");
    std::io::Write::write_all(&mut input, b"code,message\nA1,a\nB1\n").expect("errcat reads its input");
    drop(input);
    let output = child.wait_with_output().expect("errcat exits");
    assert!(text(&output.stdout).contains("  A1:\n    message: a\n"), "{}", text(&output.stdout));
    assert!(text(&output.stderr).ends_with("-: 2 codes imported\n"), "{}", text(&output.stderr));
}

#[test]
fn exit_statuses() {
    assert_eq!(import("errors.csv", "code,message\nA1,a\n", &[]).status, 0);
    let loss = import("errors.csv", "code,message,status\nA1,a,1234\nB1,b,404\n", &[]);
    assert_eq!(loss.status, 1);
    loss.assert_finds("error[not-imported]: `1234` is not an HTTP status");
    let nothing = import("errors.txt", "Nothing to see here.\n", &[]);
    assert_eq!((nothing.status, &*nothing.yaml), (1, ""));
    let missing = import_in(Path::new("."), &["no-such-file.csv"]);
    assert_eq!(missing.status, 2);
    missing.assert_finds("errcat: no-such-file.csv: ");
    for args in [
        &["import", "a.csv", "--column", "x"][..],
        &["import", "a.csv", "--column", "Not Snake=x"],
        &["import", "a.csv", "--status", "99"],
    ] {
        assert_eq!(errcat(Path::new("."), args).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn findings_are_for_programs_too() {
    let import = import("errors.csv", "code,message\nA 1,a\n", &["--format", "json"]);
    let finding: serde_json::Value =
        serde_json::from_str(import.findings.lines().next().expect("a finding")).expect("JSON");
    assert_eq!(
        (&finding["id"], &finding["path"], &finding["line"]),
        (&"converted".into(), &"errors.csv".into(), &2.into())
    );
    import.assert_codes(&[("A_1", 500, "a")]);
}
