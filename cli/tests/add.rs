//! `errcat add`, run as users run it.

mod support;

use std::fs;

use support::{errcat, text};
use tempfile::TempDir;

const CATALOGUE: &str = "errcat: 1\ncatalogue: {name: Shop}\nreserved: [12]\n\n# Codes.\ncodes:\n    Lost: # rare\n        number: 10\n        http_status: 404\n        message: lost\n    # Last.\n    Found:\n        number: 11\n        http_status: 400\n        message: found\n\n# End.\n";

fn add(catalogue: &str, args: &[&str]) -> (Option<i32>, String, String) {
    let folder = TempDir::new().expect("a temporary folder can be created");
    fs::write(folder.path().join("errors.yaml"), catalogue).expect("the disk is writable");
    let output = errcat(folder.path(), &[&["add"], args].concat());
    let after = fs::read_to_string(folder.path().join("errors.yaml")).expect("it is there");
    (output.status.code(), after, text(&output.stdout).to_owned() + text(&output.stderr))
}

#[test]
fn a_code_is_added_with_the_next_free_number() {
    let args = ["sold_out", "--status", "409", "--message", "only {left} left", "--description", "Nearly gone."];
    let (status, after, printed) = add(CATALOGUE, &args);
    assert_eq!((status, &*printed), (Some(0), "changed errors.yaml\n"));
    let code = "    sold_out:\n        number: 13\n        http_status: 409\n        message: \"only {{.left}} left\"\n        description: Nearly gone.\n";
    let expected = CATALOGUE
        .replace("        message: found\n", &format!("        message: found\n{code}"))
        .replace("# Codes.\n", "params:\n  left: string # guessed: the source has no type\n\n# Codes.\n");
    assert_eq!(after, expected);
}

#[test]
fn a_code_is_added_behind_another_one() {
    let (status, after, printed) = add(CATALOGUE, &["gone", "--status", "410", "--after", "Lost"]);
    assert_eq!(status, Some(0), "{printed}");
    let (before, _) = after.split_once("    # Last.\n").expect("the comment is there");
    assert!(
        before.ends_with("    gone:\n        number: 13\n        http_status: 410\n        message: gone\n"),
        "{after}"
    );
}

#[test]
fn what_can_t_be_added_is_said_and_nothing_written() {
    for (args, exit, message) in [
        (&["Lost"][..], 2, "there is a code `Lost` already"),
        (&["not found"], 2, "`not found` is no name of a code"),
        (&["x", "--after", "Nobody"], 2, "there is no code `Nobody`"),
        (&["LOST"], 1, "error[duplicate-rust-name]"),
    ] {
        let (status, after, printed) = add(CATALOGUE, args);
        assert_eq!((status, &*after), (Some(exit), CATALOGUE), "{printed}");
        assert!(printed.contains(message), "{printed}");
    }
}
