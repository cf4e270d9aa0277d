//! Support for tests that run cargo in their own folders, and the README's examples as tests.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub mod browser;
mod tools;

pub use tools::Tools;

#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

/// The root of this repository.
///
/// # Panics
///
/// The repository has moved since this was compiled.
#[must_use]
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository is where it was")
}

/// Runs cargo in a folder, without the network and without the environment of the cargo that runs this test.
///
/// # Panics
///
/// Cargo can't be run.
#[must_use]
pub fn cargo(folder: &Path, target: &Path, args: &[&str]) -> Output {
    cargo_command(folder, target, args).output().expect("cargo starts")
}

/// The command that [`cargo`] runs.
#[must_use]
pub fn cargo_command(folder: &Path, target: &Path, args: &[&str]) -> Command {
    let mut command = command(env!("CARGO"), folder, target);
    command.args(args);
    command
}

/// A program that may run cargo, without the network and without the environment of the cargo that runs this test.
#[must_use]
pub fn command(program: &str, folder: &Path, target: &Path) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("CARGO_") && name != "CARGO_HOME") {
            command.env_remove(name);
        }
    }
    command.current_dir(folder).env("CARGO_TARGET_DIR", target).env("CARGO_NET_OFFLINE", "true");
    command
}

/// Expects a run to have succeeded, and returns its standard output.
///
/// # Panics
///
/// The run failed; what it printed is in the panic message.
#[allow(clippy::must_use_candidate, reason = "callers may want only the check")]
pub fn succeed(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
    text(&output.stdout)
}

/// Says what is not tested here, even though the output of a passing test is hidden.
///
/// # Panics
///
/// There is no error output.
pub fn skip(what: &str) {
    writeln!(io::stderr(), "SKIPPED: {what}").expect("there is an error output");
}

/// Says that what needs programs of others is not tested here, since they are not installed.
///
/// # Panics
///
/// The variable `REQUIRED_PEERS` has this name: what must not be left out, separated by spaces.
pub fn leave_out(name: &str, what: &str) {
    let required = std::env::var("REQUIRED_PEERS").unwrap_or_default();
    assert!(!required.split(' ').any(|required| required == name), "left out, though {name} is required: {what}");
    skip(what);
}

/// Whether `tests/install` has put the programs of a package in a language (`python` or `node`) into its folder in `target/`,
/// in the versions that the package pins.
///
/// # Panics
///
/// The package pins none.
#[must_use]
pub fn are_installed(package: &str, language: &str) -> bool {
    let pinned = if language == "python" { "requirements.txt" } else { "package-lock.json" };
    let sources = repository().join("tests").join(package).join(language);
    let pinned = fs::read(sources.join(pinned)).expect("the versions are pinned");
    fs::read(installed(package, language).join("installed")).is_ok_and(|installed| installed == pinned)
}

/// Where `tests/install` puts the programs of a package in a language.
#[must_use]
pub fn installed(package: &str, language: &str) -> PathBuf {
    repository().join("target").join(package).join(language)
}

/// Writes a file, and the folders above it.
///
/// # Panics
///
/// It can't be written.
pub fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("the folder can be created");
    fs::write(path, text).expect("the file can be written");
}

/// Copies a folder without its build outputs; `keep` decides for each path in it.
///
/// # Panics
///
/// Something can't be read or written.
pub fn copy(from: &Path, to: &Path, keep: &dyn Fn(&Path) -> bool) {
    fs::create_dir_all(to).expect("the folder can be created");
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let from = entry.expect("the folder can be read").path();
        let name = from.file_name().unwrap_or_default();
        if [".git", "target"].map(OsStr::new).contains(&name) || !keep(&from) {
            continue;
        }
        if from.is_dir() {
            copy(&from, &to.join(name), keep);
        } else {
            fs::copy(&from, to.join(name)).expect("the file can be copied");
        }
    }
}
