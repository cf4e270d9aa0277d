//! What the errors of operations promise: code that breaks a promise does not compile, and the compiler says what to do.
//!
//! The messages are those of one version of the compiler. `TRYBUILD=overwrite` rewrites them, for a person to read.

use std::process::Command;

const RUSTC: &str = "rustc 1.95.";

#[test]
fn code_that_answers_with_an_undeclared_code_does_not_compile() {
    let version = Command::new("rustc").arg("-V").output().expect("there is a compiler");
    if String::from_utf8_lossy(&version.stdout).starts_with(RUSTC) {
        trybuild::TestCases::new().compile_fail("tests/compile_fail/*.rs");
    } else {
        eprintln!("skipped: the messages are those of {RUSTC}");
    }
}
