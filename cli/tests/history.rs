//! `tests/public-catalogues/history`, which runs `errcat diff` over the history of a catalogue, with one of three versions.

#![cfg(unix)]

mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};
use support::{repository, text};
use tempfile::TempDir;

fn git(folder: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").args(identity).args(arguments).current_dir(folder).output().expect("git starts");
    assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
}

fn code(name: &str, status: u16, number: i64, message: &str) -> Value {
    json!({"constant": name, "code": status, "error_code": number, "description": message, "deprecates": ""})
}

/// A repository with three versions of a catalogue in the format of NATS.
fn clone() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder can be created");
    fs::create_dir(folder.path().join("server")).expect("the disk is writable");
    git(folder.path(), &["init", "--quiet"]);
    for version in [
        [code("SoldOutErr", 400, 1, "sold out"), code("BusyErr", 503, 2, "busy")],
        [code("SoldOutErr", 409, 1, "{article} is sold out"), code("BusyErr", 503, 2, "busy")],
        [code("SoldOutErr", 409, 1, "{article} is sold out"), code("ClosedErr", 503, 2, "closed")],
    ] {
        let version = serde_json::to_string_pretty(&version).expect("it is JSON");
        fs::write(folder.path().join("server/errors.json"), version).expect("the disk is writable");
        git(folder.path(), &["add", "."]);
        git(folder.path(), &["commit", "--quiet", "--message", "Another version"]);
    }
    folder
}

fn history(clone: &Path, errcat: &str) -> Output {
    let script = repository().join("tests/public-catalogues/history/history.py");
    let mut python = Command::new("python3");
    python.arg("-B").arg(script).args(["nats", ".", "--show", "--errcat", errcat]).current_dir(clone);
    python.output().expect("python3 starts")
}

#[test]
fn the_changes_of_a_history_are_those_of_its_sources() {
    if Command::new("python3").arg("--version").output().is_err() {
        let required = std::env::var("REQUIRED_PEERS").unwrap_or_default();
        assert!(!required.contains("python"), "left out, though python is required");
        return;
    }
    let clone = clone();
    let output = history(clone.path(), env!("CARGO_BIN_EXE_errcat"));
    let printed = text(&output.stdout);
    assert!(output.status.success(), "{printed}{}", text(&output.stderr));
    for line in [
        "  status-changed [behaviour]: `SoldOutErr` has the HTTP status 409, before 400\n",
        "  code-param-added [rust-api]: `SoldOutErr` has a param `article`\n",
        "  code-removed [rust-api, wire]: `BusyErr` is gone\n",
        "\n3 versions, 8 changes, 0 disagreements\n",
    ] {
        assert!(printed.contains(line), "{line} in\n{printed}");
    }

    // A program that misses a change is found out.
    let careless = clone.path().join("careless");
    let script =
        format!("#!/bin/sh\n'{}' \"$@\" | sed 's/status-changed/help-changed/'\n", env!("CARGO_BIN_EXE_errcat"));
    fs::write(&careless, script).expect("the disk is writable");
    fs::set_permissions(&careless, fs::Permissions::from_mode(0o755)).expect("it can be set");
    let output = history(clone.path(), careless.to_str().expect("the path is UTF-8"));
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let wrong = ": http_status differs in ['SoldOutErr'], found []\n";
    assert!(text(&output.stdout).contains(wrong), "{output:?}");
}
