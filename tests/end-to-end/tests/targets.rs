//! Generated code on targets without pointer atomics, where there is no `Arc`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use end_to_end_tests::{cargo, repository, skip, succeed, write};
use errcat::Catalogue;
use tempfile::TempDir;

/// A microcontroller's.
const TARGET: &str = "thumbv6m-none-eabi";

const MANIFEST: &str = r#"[package]
name = "firmware"
version = "0.1.0"
edition = "2018"

[lib]
path = "lib.rs"

[dependencies]
serde = { version = "1", default-features = false, features = ["alloc"] }

[workspace]
"#;

const LIB: &str = "#![no_std]\n#![deny(warnings)]\npub mod plain {\n    include!(\"plain.rs\");\n}\n\
                   pub mod serde {\n    include!(\"serde.rs\");\n}\n";

/// What holds for errors everywhere: they are cloned with their cause.
const MAIN: &str = r#"#![deny(warnings)]
mod errors {
    include!("errors.rs");
}

fn main() {
    let error = errors::Error::new("a", "b").with_source("no memory");
    let source = std::error::Error::source(&error.clone()).map(ToString::to_string);
    println!("{error}: {}", source.unwrap_or_default());
}
"#;

/// A module with these features.
fn module(features: &str) -> String {
    let text = fs::read_to_string(repository().join("tests/end-to-end/data/everything.yaml")).expect("it is there");
    let all = "[serde, http, http-body, axum, actix-web, tonic, utoipa]";
    assert!(text.contains(all), "{text}");
    let text = text.replace(all, features);
    errcat::render_module(&Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_or_else(|found| panic!("{found}")))
}

fn rustc(args: &[&str]) -> Output {
    Command::new("rustc").args(args).output().expect("rustc starts")
}

fn is_installed(target: &str) -> bool {
    let folder = succeed(&rustc(&["--print", "target-libdir", "--target", target]));
    PathBuf::from(folder.trim()).exists()
}

#[test]
fn it_compiles_for_a_target_without_pointer_atomics() {
    if !is_installed(TARGET) {
        return skip("the target thumbv6m-none-eabi is not installed, so nothing is compiled for it");
    }
    let folder = TempDir::new().expect("a temporary folder can be created");
    let path = folder.path();
    write(&path.join("Cargo.toml"), MANIFEST);
    fs::copy(repository().join("Cargo.lock"), path.join("Cargo.lock")).expect("the file can be copied");
    write(&path.join("lib.rs"), LIB);
    write(&path.join("plain.rs"), &module("[]"));
    write(&path.join("serde.rs"), &module("[serde]"));
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("firmware");
    succeed(&cargo(path, &target, &["check", "--quiet", "--target", TARGET]));
}

#[test]
fn without_pointer_atomics_a_clone_still_has_the_cause() {
    let module = module("[]");
    let without = module.replace("target_has_atomic = \"ptr\"", "target_has_atomic = \"none\"");
    assert_ne!(without, module);
    let folder = TempDir::new().expect("a temporary folder can be created");
    let (main, program) = (folder.path().join("main.rs"), folder.path().join("program"));
    write(&main, MAIN);
    write(&folder.path().join("errors.rs"), &without);
    let paths = [&main, &program].map(|path| path.to_str().expect("the folder's name is UTF-8"));
    succeed(&rustc(&["--edition=2021", paths[0], "-o", paths[1]]));
    let output = Command::new(&program).output().expect("the program starts");
    assert_eq!(succeed(&output), "new: a for [redacted]: no memory\n");
}
