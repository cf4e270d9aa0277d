//! What the commands say about names, numbers and params as real catalogues have them.

mod support;

use std::fs;
use std::path::Path;

use support::{errcat, repository, text};
use tempfile::TempDir;

fn folder() -> (TempDir, String) {
    let path = repository().join("tests/integrations/wide.yaml");
    let catalogue = fs::read_to_string(path).expect("the catalogue is there");
    let folder = TempDir::new().expect("a temporary folder can be created");
    fs::write(folder.path().join("errors.yaml"), &catalogue).expect("the disk is writable");
    (folder, catalogue)
}

/// The headlines of what `errcat check` finds in a catalogue.
fn check(folder: &Path, catalogue: &str) -> Vec<String> {
    fs::write(folder.join("errors.yaml"), catalogue).expect("the disk is writable");
    let output = errcat(folder, &["check"]);
    text(&output.stdout).lines().filter(|line| line.starts_with("error[")).map(ToOwned::to_owned).collect()
}

#[test]
fn check_and_list_accept_them() {
    let (folder, _) = folder();
    let output = errcat(folder.path(), &["check"]);
    assert_eq!(text(&output.stderr), "errors.yaml: 3 codes, no mistakes\n");
    let list = errcat(folder.path(), &["list"]);
    let rows: Vec<_> =
        text(&list.stdout).lines().map(|row| row.split_whitespace().take(2).collect::<Vec<_>>()).collect();
    assert_eq!(rows[0], ["422", "system/overload"]);
    assert_eq!(rows[1], ["503", "system/overload/again"]);
    assert_eq!((rows[2][0], rows[2][1].len()), ("422", 256));
}

#[test]
fn explain_shows_the_status_of_the_catalogue_the_number_and_the_type() {
    let (folder, _) = folder();
    let output = errcat(folder.path(), &["explain", "system/overload"]);
    assert_eq!(
        text(&output.stdout),
        "system/overload\n  HTTP status  422\n  message      the load is {{.load}}\n  \
         param        load (float): the load when it was measured\n  number       -2147483649\n  \
         in Rust      ErrorCode::SystemOverload, Error::system_overload(load)\n"
    );
}

#[test]
fn check_rejects_what_is_wider_or_reserved() {
    let (folder, catalogue) = folder();
    let folder = folder.path();
    let found = check(folder, &catalogue.replace("long.", "long.n"));
    assert!(found.len() == 1 && found[0].contains("[invalid-name]") && found[0].ends_with("found 257"), "{found:?}");
    let found = check(folder, &catalogue.replace("number: 9223372036854775807", "number: 9223372036854775808"));
    assert!(found.len() == 1 && found[0].contains("from -2^63 to 2^63 - 1"), "{found:?}");
    let found = check(folder, &catalogue.replace("number: 9223372036854775807", "number: -9223372036854775808"));
    assert_eq!(found, ["error[duplicate-number]: the number -9223372036854775808 is reserved"]);
    let found = check(folder, &catalogue.replace("system/overload/again", "disk/full"));
    assert!(found.len() == 1 && found[0].contains("`disk/full`"), "{found:?}");
    let found = check(folder, &catalogue.replace("  numbers: shared\n", ""));
    assert!(found.len() == 1 && found[0].contains("[duplicate-number]"), "{found:?}");
}

#[test]
fn explain_shows_both_names_of_a_param_that_has_another_in_rust() {
    let folder = TempDir::new().expect("a temporary folder can be created");
    let catalogue = "errcat: 1\ncatalogue: {name: Shop}\nparams: {reason: string}\n\
                     codes: {Refused: {http_status: 403, message: \"refused: {{.reason}}\"}}\n";
    fs::write(folder.path().join("errors.yaml"), catalogue).expect("the disk is writable");
    let output = errcat(folder.path(), &["explain", "Refused"]);
    assert!(text(&output.stdout).contains("reason (string, in Rust `reason_()`)"), "{}", text(&output.stdout));
}
