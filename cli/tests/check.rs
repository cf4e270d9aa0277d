//! `errcat check`, and rules that hold for every command.

mod support;

use std::fs;
use std::path::Path;

use support::{errcat, text};
use tempfile::TempDir;

#[test]
fn the_catalogue_of_this_repository_is_clean() {
    let output = errcat(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."), &["check"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stdout), "");
    assert_eq!(text(&output.stderr), "errors.yaml: 38 codes, no mistakes\n");
}

#[test]
fn mistakes_in_all_files_are_results() {
    let folder = TempDir::new().expect("a temporary folder can be created");
    let catalogue = "errcat: 1\ncatalogue: {name: Shop}\ncodes:\n  SoldOut: {http_status: 9, message: sold out, description: Gone.}\n";
    for name in ["a.yaml", "b.yaml"] {
        fs::write(folder.path().join(name), catalogue).expect("the disk is writable");
    }
    let output = errcat(folder.path(), &["check", "a.yaml", "b.yaml"]);
    assert_eq!(output.status.code(), Some(1));
    let shown = |path: &str| {
        format!(
            "error[invalid-http-status]: an HTTP status must be from 200 to 599, found 9
 --> {path}:4:26
  |
4 |   SoldOut: {{http_status: 9, message: sold out, description: Gone.}}
  |                          ^ invalid status

1 error in {path}
"
        )
    };
    assert_eq!(text(&output.stdout), shown("a.yaml") + &shown("b.yaml"));
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn an_unreadable_file_hides_no_mistakes() {
    let folder = TempDir::new().expect("a temporary folder can be created");
    fs::write(folder.path().join("empty.yaml"), "").expect("the disk is writable");
    let output = errcat(folder.path(), &["check", "a.yaml", "empty.yaml", "b.yaml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stdout).ends_with("1 error in empty.yaml\n"));
    let missing: Vec<_> = text(&output.stderr).lines().map(|line| &line[..14]).collect();
    assert_eq!(missing, ["errcat: a.yaml", "errcat: b.yaml"]);
}

#[test]
fn commands_that_cannot_run_exit_with_2_and_say_why() {
    let folder = TempDir::new().expect("a temporary folder can be created");
    for (args, why) in [
        (&["check"][..], "errcat: errors.yaml: "),
        (&["check", "."], "errcat: .: "),
        (&["generate", "nowhere/errors.yaml"], "errcat: nowhere/errors.yaml: "),
        (&["generat"], "error: unrecognized subcommand 'generat'"),
        (&["check", "--chek"], "error: unexpected argument '--chek' found"),
        (&[], "Checks error catalogues"),
    ] {
        let output = errcat(folder.path(), args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert_eq!(text(&output.stdout), "", "{args:?}");
        assert!(text(&output.stderr).starts_with(why), "{args:?}: {}", text(&output.stderr));
    }
}
