//! `errcat init`, run as users run it. That `cargo build` works afterwards is tested in tests/end-to-end.

mod support;

use std::fs;
use std::path::Path;

use support::{contents, errcat, text};
use tempfile::TempDir;

const MANIFEST: &str = "# mine\n[package]\nname = \"my-shop\"   # the shop\nversion = '0.1.0'\nedition = \"2024\"\n\n[dependencies]\nserde = { version = \"1.0.200\", features = [ 'derive' ] }\n";

fn package(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder can be created");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the disk is writable");
        fs::write(path, text).expect("the disk is writable");
    }
    folder
}

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn without_write_everything_is_shown_and_nothing_written() {
    let folder = package(&[("Cargo.toml", MANIFEST), ("src/main.rs", "fn main() {}\n")]);
    let before = contents(folder.path());
    let output = errcat(folder.path(), &["init", "--integration", "axum"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    for part in [
        "--- errors.yaml:\n",
        "--- Cargo.toml, add:\n[build-dependencies]\nerrcat = ",
        "--- build.rs:\nfn main() {\n",
        "--- src/main.rs, add:\nmod errors {\n",
    ] {
        assert!(text(&output.stdout).contains(part), "{part}: {}", text(&output.stdout));
    }
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn write_keeps_the_formatting_of_the_manifest_and_what_is_in_it() {
    let folder = package(&[("Cargo.toml", MANIFEST), ("src/lib.rs", "//! Shop.\n\npub struct Shop;\n")]);
    let output = errcat(folder.path(), &["init", "--integration", "axum", "--integration", "tonic", "--write"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(
        read(folder.path(), "Cargo.toml"),
        MANIFEST.to_owned()
            + "serde_json = \"1\"\nhttp = \"1\"\naxum-core = \"0.5\"\ntonic = { version = \"0.14\", default-features = false }\n\
               tonic-types = \"0.14\"\n\n[build-dependencies]\nerrcat = \"0.1.0\"\n"
    );
    assert_eq!(read(folder.path(), "build.rs"), "fn main() {\n    errcat::generate(\"errors.yaml\");\n}\n");
    let code = read(folder.path(), "src/lib.rs");
    assert!(
        code.starts_with("//! Shop.\n\npub struct Shop;\n\n/// The errors of this package.\npub mod errors {\n"),
        "{code}"
    );
    let catalogue = read(folder.path(), "errors.yaml");
    assert!(catalogue.contains("  name: \"My Shop\"\n"), "{catalogue}");
    assert!(catalogue.contains("outputs: {rust: {features: [axum, tonic]}}\n"), "{catalogue}");
    let check = errcat(folder.path(), &["check", "--deny-warnings"]);
    assert_eq!(check.status.code(), Some(0), "{}{}", text(&check.stdout), text(&check.stderr));
}

#[test]
fn a_catalogue_can_be_imported() {
    let folder = package(&[
        ("Cargo.toml", MANIFEST),
        ("src/main.rs", ""),
        ("codes.csv", "code,message\nSoldOut,{x} sold out\n"),
    ]);
    let args = ["init", "--from", "codes.csv", "--name", "Shop", "--integration", "serde", "--write"];
    let output = errcat(folder.path(), &args);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("warning[converted]: `{x}` became `{{.x}}`"), "{}", text(&output.stderr));
    let catalogue = read(folder.path(), "errors.yaml");
    assert!(
        catalogue.contains("  name: Shop\n")
            && catalogue.contains("\noutputs: {rust: {features: [serde]}}\n\nparams:\n")
    );
    assert_eq!(errcat(folder.path(), &["check"]).status.code(), Some(0), "{catalogue}");
}

#[test]
fn nothing_is_overwritten() {
    let main = "mod errors;\nfn main() {}\n";
    for (files, message) in [
        (&[("Cargo.toml", MANIFEST), ("src/main.rs", ""), ("errors.yaml", "mine")][..], "errors.yaml is there already"),
        (&[("Cargo.toml", MANIFEST), ("src/main.rs", main)], "src/main.rs has a module `errors` already"),
        (
            &[("Cargo.toml", MANIFEST), ("src/main.rs", ""), ("build.rs", "fn other() {}")],
            "build.rs has no `fn main() {`",
        ),
        (&[("Cargo.toml", MANIFEST)], "there is neither src/lib.rs nor src/main.rs"),
        (&[("Cargo.toml", "[workspace]\n")], "Cargo.toml has no [package]"),
        (&[("Cargo.toml", "[package\n")], "Cargo.toml: TOML parse error"),
        (&[("Cargo.toml", "[package]\nname = \"a\"\nbuild = false\n"), ("src/lib.rs", "")], "says `build = false`"),
        (&[("src/main.rs", "")], "there is no Cargo.toml here; `cargo init` makes a package"),
    ] {
        let folder = package(files);
        let before = contents(folder.path());
        let output = errcat(folder.path(), &["init", "--write"]);
        assert_eq!(output.status.code(), Some(2), "{message}");
        assert!(text(&output.stderr).contains(message), "{message}: {}", text(&output.stderr));
        assert_eq!(contents(folder.path()), before, "{message}");
    }
}

#[test]
fn what_is_there_already_stays() {
    let build = "use std::env;\n\nfn main() {\n    println!(\"{}\", env::consts::OS);\n}\n";
    let manifest = MANIFEST.to_owned() + "\n[build-dependencies]\nerrcat = { path = \"../errcat\" }\n";
    let folder = package(&[("Cargo.toml", &manifest), ("src/main.rs", "fn main() {}"), ("build.rs", build)]);
    let output = errcat(folder.path(), &["init", "--write"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(read(folder.path(), "Cargo.toml"), manifest);
    let expected = build.replace("fn main() {\n", "fn main() {\n    errcat::generate(\"errors.yaml\");\n");
    assert_eq!(read(folder.path(), "build.rs"), expected);
    assert!(read(folder.path(), "src/main.rs").starts_with("fn main() {}\n\nmod errors {\n"));
    // A second run finds its own files.
    assert_eq!(errcat(folder.path(), &["init", "--write"]).status.code(), Some(2));
}
