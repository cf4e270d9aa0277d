//! `errcat diff` as people and programs run it.

mod accepted;
mod formats;
mod git;
mod odd;
#[path = "../support/mod.rs"]
mod support;

use std::fs;
use std::path::Path;
use std::process::Output;

use support::text;
use tempfile::TempDir;

const OLD: &str = "\
errcat: 1
catalogue: {name: Shop, http_status: 409, fallback: Unknown}
params: {article: string}
codes:
  Unknown: {message: unknown}
  SoldOut: {message: \"{{.article}} is sold out\", aliases: [Gone]}
  Busy: {message: busy}
";

/// A code less, another status, another text.
const NEW: &str = "\
errcat: 1
catalogue: {name: Shop, http_status: 409, fallback: Unknown}
params: {article: string}
codes:
  Unknown: {message: unknown error}
  SoldOut: {message: \"{{.article}} is sold out\", http_status: 410}
";

/// A folder with both.
fn versions(old: &str, new: &str) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder can be created");
    write(folder.path(), "old.yaml", old);
    write(folder.path(), "new.yaml", new);
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("the file can be written");
}

fn diff(folder: &Path, args: &[&str]) -> Output {
    support::errcat(folder, &[&["diff"], args].concat())
}

/// The exit status, what is printed and what is said about it.
fn outcome(output: &Output) -> (i32, &str, &str) {
    (output.status.code().expect("it ends by itself"), text(&output.stdout), text(&output.stderr))
}

#[test]
fn people_see_what_breaks_with_both_places_and_a_verdict() {
    let folder = versions(OLD, NEW);
    let output = diff(folder.path(), &["old.yaml", "new.yaml"]);
    let expected = "\
Breaks Rust
  code-removed: `Busy` is gone (also wire)
    before old.yaml:7:3

Breaks the wire
  alias-removed: `SoldOut` has no alias `Gone`
    before old.yaml:6:60
    now    new.yaml:6:3

Changes behaviour
  status-changed: `SoldOut` has the HTTP status 410, before 409
    before old.yaml:6:3
    now    new.yaml:6:50

Breaks nothing yet
  name-not-reserved: nothing keeps the name `Busy` from being used again; it belongs under `reserved`
    before old.yaml:7:3
  name-not-reserved: nothing keeps the name `Gone` from being used again; it belongs under `reserved`
    before old.yaml:6:60

Changes texts
  message-reworded: `Unknown` has the message \"unknown error\", before \"unknown\"
    before old.yaml:5:13
    now    new.yaml:5:13

needs a major release: 1 breaking change for Rust, 2 on the wire, 1 of behaviour
";
    assert_eq!(outcome(&output), (1, expected, ""));
}

#[test]
fn nothing_has_changed_in_a_catalogue_against_itself() {
    let folder = versions(OLD, OLD);
    let output = diff(folder.path(), &["old.yaml", "new.yaml", "--fail-on", "patch"]);
    assert_eq!(outcome(&output), (0, "nothing has changed\n", ""));
}

#[test]
fn new_is_the_catalogue_of_this_folder_unless_given() {
    let folder = versions(OLD, NEW);
    fs::rename(folder.path().join("new.yaml"), folder.path().join("errors.yaml")).expect("it can be renamed");
    let output = diff(folder.path(), &["old.yaml"]);
    assert!(text(&output.stdout).contains("now    errors.yaml:6:3"), "{output:?}");
}

#[test]
fn fail_on_says_which_release_is_a_failure() {
    let text_only = OLD.replace("message: busy", "message: too busy");
    let added = OLD.to_owned() + "  More: {message: more}\n";
    for (new, failing) in [(NEW, 3), (&added, 2), (&text_only, 1), (OLD, 0)] {
        let folder = versions(OLD, new);
        for (rank, least) in [(3, "major"), (2, "minor"), (1, "patch")] {
            let output = diff(folder.path(), &["old.yaml", "new.yaml", "--fail-on", least]);
            assert_eq!(output.status.code(), Some(i32::from(failing >= rank)), "{least}: {output:?}");
        }
        let output = diff(folder.path(), &["old.yaml", "new.yaml", "--fail-on", "none"]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
    }
}

#[test]
fn versions_are_judged_by_the_rules_of_cargo() {
    let folder = versions(OLD, NEW);
    let judge = |old: &str, new: &str| {
        let output = diff(folder.path(), &["old.yaml", "new.yaml", "--old-version", old, "--new-version", new]);
        let verdict = text(&output.stdout).lines().last().unwrap_or_default().to_owned();
        (output.status.code(), verdict)
    };
    let broken = "a major release: 1 breaking change for Rust, 2 on the wire, 1 of behaviour";
    let enough = |text: &str| (Some(0), format!("{text}: needs {broken}"));
    let too_little = |text: &str, needs: &str| (Some(1), format!("{text}: needs {needs}, {broken}"));
    assert_eq!(judge("1.4.0", "2.0.0"), enough("2.0.0 is enough after 1.4.0"));
    assert_eq!(judge("1.4.0", "1.5.0"), too_little("1.5.0 is not enough after 1.4.0", "2.0.0"));
    assert_eq!(judge("0.4.1", "0.5.0"), enough("0.5.0 is enough after 0.4.1"));
    assert_eq!(judge("0.4.1", "0.4.2"), too_little("0.4.2 is not enough after 0.4.1", "0.5.0"));
    let output = diff(folder.path(), &["old.yaml", "new.yaml", "--old-version", "1.4", "--new-version", "2.0.0"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("a version has three numbers"), "{output:?}");
}

#[test]
fn an_invalid_side_names_itself_and_is_no_difference() {
    let invalid = OLD.replace("409", "4090");
    for (old, new, name) in [(&*invalid, NEW, "old.yaml"), (OLD, &invalid, "new.yaml")] {
        let folder = versions(old, new);
        let output = diff(folder.path(), &["old.yaml", "new.yaml"]);
        let (status, printed, said) = outcome(&output);
        assert_eq!((status, printed), (2, ""));
        assert!(said.contains(&format!("--> {name}:2:38")), "{said}");
        assert!(said.ends_with(&format!("errcat: {name} can't be compared: the catalogue has mistakes\n")), "{said}");
    }
    let folder = versions(OLD, NEW);
    let (status, said) = {
        let output = diff(folder.path(), &["no.yaml", "new.yaml"]);
        (output.status.code(), text(&output.stderr).to_owned())
    };
    assert!(status == Some(2) && said.starts_with("errcat: no.yaml: "), "{said}");
}

#[test]
fn observed_names_say_how_often_they_were_seen() {
    let folder = versions(OLD, NEW);
    write(folder.path(), "seen.csv", "code,count\r\nBusy,9000\r\nBusy,1000\nSoldOut,1\n");
    write(folder.path(), "seen.jsonl", "{\"name\": \"Gone\", \"count\": 1, \"day\": \"2026-01-01\"}\n\n");
    let lines = |file: &str| {
        let output = diff(folder.path(), &["old.yaml", "new.yaml", "--observed", file]);
        text(&output.stdout).to_owned()
    };
    let csv = lines("seen.csv");
    assert!(csv.contains("`Busy` is gone; seen 10000 times (also wire)"), "{csv}");
    assert!(csv.contains("`SoldOut` has no alias `Gone`; never seen\n"), "{csv}");
    assert!(csv.contains("before 409\n"), "{csv}");
    let json = lines("seen.jsonl");
    assert!(json.contains("`Busy` is gone; never seen"), "{json}");
    assert!(json.contains("no alias `Gone`; seen once\n"), "{json}");
    for (bad, line) in [("Busy,1\nBusy\n", 2), ("{\"name\": \"Busy\"}\n", 1), ("a,1\nb,-1\n", 2)] {
        write(folder.path(), "bad", bad);
        let output = diff(folder.path(), &["old.yaml", "new.yaml", "--observed", "bad"]);
        let (status, printed, said) = outcome(&output);
        assert_eq!((status, printed), (2, ""));
        assert!(said.starts_with(&format!("errcat: bad: line {line}: expected `name,count`")), "{said}");
    }
}

#[test]
fn a_witness_shows_a_program_and_what_is_sent() {
    let folder = versions(OLD, NEW);
    let output = diff(folder.path(), &["old.yaml", "new.yaml", "--witness", "code-removed:Busy"]);
    let expected = "\
code-removed:Busy: `Busy` is gone

This compiles with the Rust of OLD as the module `errors`, but not with that of NEW:

    pub fn witness() -> errors::ErrorCode {
        errors::ErrorCode::Busy
    }

This compiles with the Rust of OLD as the module `errors`, but not with that of NEW:

    pub fn witness() -> errors::Error {
        <errors::Error>::busy()
    }

A server of OLD sends, with the HTTP status 409:

    {\"code\":409,\"reason\":\"Busy\",\"message\":\"busy\",\"metadata\":{}}

- a client of OLD reads `Busy`
- a client of NEW doesn't know the code and reads the fallback `Unknown`
";
    assert_eq!(outcome(&output), (0, expected, ""));
    let output = diff(folder.path(), &["old.yaml", "new.yaml", "--witness", "code-added"]);
    let (status, printed, said) = outcome(&output);
    assert_eq!((status, printed), (2, ""));
    assert!(
        said.starts_with("errcat: there is no change `code-added`; there are: alias-removed:SoldOut:Gone")
            || said.contains("code-removed:Busy"),
        "{said}"
    );
}

#[test]
fn explain_explains_a_change() {
    let output = support::errcat(Path::new("."), &["explain", "code-renamed"]);
    let (status, printed, said) = outcome(&output);
    assert_eq!((status, said), (0, ""));
    assert!(
        printed.starts_with("# code-renamed\n") && printed.contains("\n- Can break: rust-api, wire\n"),
        "{printed}"
    );
}
