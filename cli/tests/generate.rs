//! `errcat generate`, run as users run it.

mod support;

use std::fs;
use std::path::Path;

use support::{catalogue, errcat, files, repository, text};
use tempfile::TempDir;

#[test]
fn restores_every_committed_byte() {
    let folder = catalogue();
    let output = errcat(folder.path(), &["generate"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let content = |root: &Path| support::contents(&root.join("generated"));
    let (restored, committed) = (content(folder.path()), content(&repository()));
    assert!(restored.contains_key(Path::new("src/lib.rs")));
    assert!(restored == committed, "run `errcat generate` and commit");
}

#[test]
fn touches_nothing_that_is_up_to_date() {
    let folder = catalogue();
    errcat(folder.path(), &["generate"]);
    let before = files(folder.path());
    let output = errcat(folder.path(), &["generate"]);
    assert_eq!(text(&output.stderr), "errors.yaml: all outputs are up to date\n");
    assert_eq!(files(folder.path()), before);
    assert_eq!(errcat(folder.path(), &["generate", "--check"]).status.code(), Some(0));
}

#[test]
fn check_shows_a_hand_edit_and_writes_nothing() {
    let folder = catalogue();
    errcat(folder.path(), &["generate"]);
    let constructors = folder.path().join("generated/src/constructors.rs");
    let edited = fs::read_to_string(&constructors).expect("it was generated").replace("bad request", "worse request");
    fs::write(&constructors, edited).expect("it can be edited");
    let before = files(folder.path());
    let output = errcat(folder.path(), &["generate", "--check"]);
    assert_eq!(output.status.code(), Some(1));
    let diff = text(&output.stdout);
    assert!(diff.starts_with("--- generated/src/constructors.rs\n+++ generated/src/constructors.rs\n@@ "), "{diff}");
    assert!(diff.contains("\n-    /// `worse request`\n"), "{diff}");
    assert!(diff.contains("\n+    /// `bad request`\n"), "{diff}");
    assert_eq!(text(&output.stderr), "1 file is stale; to update: errcat generate errors.yaml\n");
    assert_eq!(files(folder.path()), before);
}

#[test]
fn check_shows_missing_files() {
    let folder = catalogue();
    let output = errcat(folder.path(), &["generate", "--check", "errors.yaml"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("--- /dev/null\n+++ generated/src/code.rs\n"));
    assert!(!folder.path().join("generated").exists());
}

#[test]
fn removes_only_files_it_generated() {
    let folder = catalogue();
    errcat(folder.path(), &["generate"]);
    let source = folder.path().join("generated/src");
    fs::copy(source.join("code.rs"), source.join("former.rs")).expect("the disk is writable");
    fs::write(source.join("own.rs"), "// by hand\n").expect("the disk is writable");
    assert_eq!(errcat(folder.path(), &["generate", "--check"]).status.code(), Some(1));
    assert_eq!(text(&errcat(folder.path(), &["generate"]).stderr), "removed generated/src/former.rs\n");
    assert!(!source.join("former.rs").exists());
    assert!(source.join("own.rs").exists());
    let output = errcat(folder.path(), &["generate", "--check"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).starts_with("warning[foreign]: generated/src/own.rs: "), "{}", text(&output.stdout));
}

#[test]
fn files_of_others_are_never_overwritten() {
    let folder = catalogue();
    let source = folder.path().join("generated/src");
    fs::create_dir_all(&source).expect("the disk is writable");
    for name in ["lib.rs", "error.rs"] {
        fs::write(source.join(name), "// by hand\n").expect("the disk is writable");
    }
    let before = files(folder.path());
    let output = errcat(folder.path(), &["generate"]);
    assert_eq!(output.status.code(), Some(2));
    let error = text(&output.stderr);
    assert!(
        ["error.rs", "lib.rs"].iter().all(|name| error.contains(&format!("\n  generated/src/{name}\n"))),
        "{error}"
    );
    let output = errcat(folder.path(), &["generate", "--check"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout).matches("error[blocked]: generated/src/").count(), 2);
    assert_eq!(files(folder.path()), before);
}

#[test]
fn a_catalogue_with_mistakes_changes_nothing() {
    let folder = catalogue();
    errcat(folder.path(), &["generate"]);
    let path = folder.path().join("errors.yaml");
    let broken = fs::read_to_string(&path).expect("it was copied").replace("http_status: 401", "http_status: 4010");
    fs::write(&path, broken).expect("it can be edited");
    let before = files(folder.path());
    for args in [&["generate"][..], &["generate", "--check"]] {
        let output = errcat(folder.path(), args);
        assert_eq!(output.status.code(), Some(1));
        assert!(text(&output.stdout).contains("error[invalid-http-status]"));
    }
    assert_eq!(files(folder.path()), before);
}

#[test]
fn reports_the_file_that_cannot_be_written() {
    let folder = catalogue();
    fs::write(folder.path().join("generated"), "in the way").expect("the disk is writable");
    let output = errcat(folder.path(), &["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).starts_with("errcat: generated/src"), "{}", text(&output.stderr));
}

#[test]
fn a_catalogue_without_a_path_is_left_to_the_build_script() {
    let folder = TempDir::new().expect("a temporary folder can be created");
    let catalogue = "errcat: 1\ncatalogue: {name: Shop}\ncodes:\n  SoldOut: {http_status: 409, message: sold out}\n";
    fs::write(folder.path().join("shop.yaml"), catalogue).expect("the disk is writable");
    let output = errcat(folder.path(), &["generate", "shop.yaml"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stderr).contains("no `outputs.rust.path`"), "{}", text(&output.stderr));
    assert_eq!(files(folder.path()).len(), 1);
}

#[test]
fn files_keep_the_line_ends_of_a_checkout() {
    let folder = TempDir::new().expect("a temporary folder can be created");
    let catalogues = support::two_catalogues().map(|catalogue| catalogue.replace('\n', "\r\n"));
    let catalogue = folder.path().join("errors.yaml");
    fs::write(&catalogue, &catalogues[0]).expect("the disk is writable");
    errcat(folder.path(), &["generate"]);
    let with_windows_line_ends = |text: &[u8]| support::text(text).replace("\r\n", "\n").replace('\n', "\r\n");
    for (path, (content, _)) in files(&folder.path().join("generated")) {
        fs::write(path, with_windows_line_ends(&content)).expect("the disk is writable");
    }
    let output = errcat(folder.path(), &["generate", "--check"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));

    fs::write(&catalogue, &catalogues[1]).expect("the disk is writable");
    let output = errcat(folder.path(), &["generate"]);
    assert!(text(&output.stderr).contains("removed generated/src/tonic.rs"), "{}", text(&output.stderr));
    for (path, (content, _)) in files(&folder.path().join("generated")) {
        assert_eq!(text(&content), with_windows_line_ends(&content), "{}", path.display());
    }
    assert_eq!(errcat(folder.path(), &["generate", "--check"]).status.code(), Some(0));
}
