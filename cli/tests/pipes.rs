//! Commands do their work even if nobody can receive their output.

mod support;

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};

use support::catalogue;

/// A pipe that nobody reads.
fn closed_pipe() -> Stdio {
    let (reader, writer) = std::io::pipe().expect("a pipe can be created");
    drop(reader);
    writer.into()
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_errcat"));
    command.current_dir(folder).args(args).stdin(Stdio::null());
    command
}

#[test]
fn generate_writes_all_files_despite_a_closed_pipe() {
    let folder = catalogue();
    let status = command(folder.path(), &["generate"]).stdout(closed_pipe()).stderr(closed_pipe()).status();
    assert_eq!(status.expect("errcat runs").code(), Some(0));
    let check = support::errcat(folder.path(), &["generate", "--check"]);
    assert_eq!(check.status.code(), Some(0), "{}", support::text(&check.stdout));
}

#[test]
fn a_closed_pipe_changes_no_exit_status() {
    let folder = catalogue();
    fs::write(
        folder.path().join("warning.yaml"),
        "errcat: 1\ncatalogue: {name: T}\ncodes: {A: {http_status: 200, message: a, description: c}}\n",
    )
    .expect("the disk is writable");
    fs::write(
        folder.path().join("mistake.yaml"),
        "errcat: 1\ncatalogue: {name: T}\ncodes: {A: {http_status: 4, message: a}}\n",
    )
    .expect("the disk is writable");
    for (args, expected) in [
        (&["check"][..], 0),
        (&["check", "warning.yaml"], 0),
        (&["check", "mistake.yaml"], 1),
        (&["check", "--format", "json", "mistake.yaml"], 1),
        (&["generate", "--check"], 1),
        (&["explain", "unknown-param"], 0),
        (&["explain", "FieldLacking"], 0),
    ] {
        let status = command(folder.path(), args).stdout(closed_pipe()).stderr(closed_pipe()).status();
        assert_eq!(status.expect("errcat runs").code(), Some(expected), "{args:?}");
    }
}

#[test]
fn a_full_disk_is_an_error_not_a_panic() {
    let Ok(full) = File::options().write(true).open("/dev/full") else { return };
    let folder = catalogue();
    let output = command(folder.path(), &["explain", "unknown-param"]).stdout(full).output().expect("errcat runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(support::text(&output.stderr).starts_with("errcat: "), "{}", support::text(&output.stderr));
    for args in [&["generate"][..], &["check"]] {
        let full = File::options().write(true).open("/dev/full").expect("it could be opened before");
        let status = command(folder.path(), args).stderr(full).status().expect("errcat runs");
        assert_eq!(status.code(), Some(0), "{args:?}");
    }
}
