//! Where documents are written, and what happens to those of earlier runs.

use std::fs;
use std::path::Path;

use crate::catalogues::{generated, read, vidu, with_outputs};
use crate::support::{contents, errcat, text};

const SHOP: &str = "errcat: 1\ncatalogue: {name: Shop}\ncodes:\n  SoldOut: {http_status: 409, message: sold out}\n";

fn shop(outputs: &str) -> String {
    with_outputs(SHOP, outputs)
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("the disk is writable");
    fs::write(path, text).expect("the disk is writable");
}

/// The files in the folder, without the catalogues.
fn files(folder: &Path) -> Vec<String> {
    let files = contents(folder).into_keys().filter(|path| path.extension() != Some("yaml".as_ref()));
    files.map(|path| path.to_string_lossy().into_owned()).collect()
}

#[test]
fn a_document_is_a_path_or_a_map_and_has_a_default_path() {
    for (outputs, expected) in [
        ("{markdown: ERRORS.md, json: api/errors.json}", ["ERRORS.md", "api/errors.json"]),
        ("{markdown: {path: a.md}, json: {path: b/c.json, internal: true}}", ["a.md", "b/c.json"]),
        ("{markdown: {}, json: {internal: true}}", ["generated/ERRORS.md", "generated/errors.json"]),
        ("{openapi: a.json, json: b.json}", ["a.json", "b.json"]),
        ("{openapi: {version: 3.0}, json: {}}", ["generated/errors.json", "generated/openapi.json"]),
        ("{typescript: {}, openapi: a.json}", ["a.json", "generated/errors.ts"]),
    ] {
        let folder = generated(&shop(outputs));
        assert_eq!(files(folder.path()), expected, "{outputs}");
        let output = errcat(folder.path(), &["generate", "--check"]);
        assert_eq!(output.status.code(), Some(0), "{outputs}: {}", text(&output.stdout));
    }
}

#[test]
fn check_shows_a_stale_document_as_a_diff() {
    let folder = generated(&with_outputs(&vidu(), "{markdown: ERRORS.md, json: errors.json}"));
    let edited = read(folder.path(), "errors.yaml").replace("message: bad request", "message: worse request");
    write(folder.path(), "errors.yaml", &edited);
    let before = contents(folder.path());
    let output = errcat(folder.path(), &["generate", "--check"]);
    assert_eq!(output.status.code(), Some(1));
    let diff = text(&output.stdout);
    assert!(diff.contains("--- ERRORS.md\n+++ ERRORS.md\n@@ "), "{diff}");
    assert!(diff.contains("\n-        \"text\": \"bad request\",\n+        \"text\": \"worse request\",\n"), "{diff}");
    assert!(contents(folder.path()) == before);
}

#[test]
fn a_document_that_is_dropped_or_moved_is_removed() {
    let folder = generated(&shop("{markdown: ERRORS.md, json: {}}"));
    write(folder.path(), "errors.yaml", &shop("{json: generated/all.json}"));
    let output = errcat(folder.path(), &["generate", "--check"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("3 files are stale"), "{}", text(&output.stderr));
    errcat(folder.path(), &["generate"]);
    assert_eq!(files(folder.path()), ["generated/all.json"]);
    write(folder.path(), "errors.yaml", SHOP);
    let output = errcat(folder.path(), &["generate"]);
    assert!(text(&output.stderr).contains("removed generated/all.json\n"), "{}", text(&output.stderr));
    assert_eq!(files(folder.path()), [""; 0]);
}

#[test]
fn documents_of_other_catalogues_and_of_people_stay() {
    let folder = generated(&shop("{markdown: {}, json: {}}"));
    fs::create_dir(folder.path().join(".git")).expect("the disk is writable");
    write(folder.path(), "billing.yaml", &shop("{markdown: generated/BILLING.md}").replace("Shop", "Billing"));
    write(folder.path(), "part/errors.yaml", &shop("{json: ../generated/part.json}"));
    write(folder.path(), "generated/NOTES.md", "# By hand\n");
    errcat(folder.path(), &["generate", "billing.yaml", "part/errors.yaml", "errors.yaml"]);
    let all =
        ["BILLING.md", "ERRORS.md", "NOTES.md", "errors.json", "part.json"].map(|name| format!("generated/{name}"));
    assert_eq!(files(folder.path()), all);
    write(folder.path(), "errors.yaml", SHOP);
    for catalogue in ["errors.yaml", "billing.yaml", "part/errors.yaml"] {
        errcat(folder.path(), &["generate", catalogue]);
    }
    let others = ["BILLING.md", "NOTES.md", "part.json"].map(|name| format!("generated/{name}"));
    assert_eq!(files(folder.path()), others);
}

#[test]
fn one_file_with_two_paths_is_no_leftover() {
    let folder = generated(&shop("{json: ./generated/../generated/./errors.json}"));
    let output = errcat(folder.path(), &["generate"]);
    assert!(text(&output.stderr).contains("all outputs are up to date"), "{}", text(&output.stderr));
    assert_eq!(files(folder.path()), ["generated/errors.json"]);
}

#[test]
fn a_file_that_errcat_did_not_write_is_never_overwritten() {
    let folder = generated(SHOP);
    for (path, by_hand) in
        [("ERRORS.md", "# By hand\n"), ("errors.html", "<!doctype html>\n"), ("errors.json", "{\"codes\": []}\n")]
    {
        write(folder.path(), path, by_hand);
        write(folder.path(), "errors.yaml", &shop("{markdown: ERRORS.md, html: errors.html, json: errors.json}"));
        assert_eq!(errcat(folder.path(), &["generate"]).status.code(), Some(2));
        assert_eq!(read(folder.path(), path), by_hand);
        fs::remove_file(folder.path().join(path)).expect("it is there");
    }
}

#[test]
fn documents_keep_the_line_ends_of_a_checkout() {
    let folder = generated(&shop("{markdown: ERRORS.md, html: errors.html, json: errors.json}"));
    for path in ["ERRORS.md", "errors.html", "errors.json"] {
        write(folder.path(), path, &read(folder.path(), path).replace('\n', "\r\n"));
    }
    assert_eq!(errcat(folder.path(), &["generate", "--check"]).status.code(), Some(0));
    write(folder.path(), "errors.yaml", SHOP);
    errcat(folder.path(), &["generate"]);
    assert_eq!(files(folder.path()), [""; 0]);
}

#[test]
fn a_document_outside_the_repository_needs_permission() {
    let folder = generated(SHOP);
    write(folder.path(), "shop/errors.yaml", &shop("{json: ../errors.json}"));
    let output = errcat(&folder.path().join("shop"), &["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("outputs: {outside: true}"), "{}", text(&output.stderr));
    write(folder.path(), "shop/errors.yaml", &shop("{json: ../errors.json, outside: true}"));
    assert_eq!(errcat(&folder.path().join("shop"), &["generate"]).status.code(), Some(0));
    assert!(read(folder.path(), "errors.json").contains("@generated by errcat. Edit the catalogue"));
}

#[test]
fn a_path_that_cannot_be_a_document_is_a_mistake() {
    for (outputs, mistake) in [
        ("{json: /errors.json}", "wrong-type"),
        ("{json: generated/}", "wrong-type"),
        ("{json: src/lib.rs}", "wrong-type"),
        ("{json: [errors.json]}", "wrong-type"),
        ("{json: {file: errors.json}}", "unknown-key"),
        ("{json: a/errors, markdown: ./a/b/../Errors}", "duplicate-name"),
    ] {
        let folder = generated(SHOP);
        write(folder.path(), "errors.yaml", &shop(outputs));
        let output = errcat(folder.path(), &["check"]);
        assert!(
            text(&output.stdout).starts_with(&format!("error[{mistake}]: ")),
            "{outputs}: {}",
            text(&output.stdout)
        );
    }
}
