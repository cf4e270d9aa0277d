//! Concurrent runs and killed runs: afterwards everything is up to date and no temporary file is left.

mod support;

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

/// A folder for a catalogue, and two versions of it.
fn catalogues() -> (TempDir, [String; 2]) {
    (TempDir::new().expect("a temporary folder can be created"), support::two_catalogues())
}

fn start(folder: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_errcat"));
    command.current_dir(folder).arg("generate").stdout(Stdio::null()).stderr(Stdio::piped());
    command.spawn().expect("errcat starts")
}

fn assert_is_up_to_date(folder: &Path, what: &str) {
    let check = support::errcat(folder, &["generate", "--check"]);
    assert_eq!(check.status.code(), Some(0), "{what}: {}", support::text(&check.stdout));
    let names =
        fs::read_dir(folder.join("generated/src")).expect("it was generated").map(|entry| entry.expect("an entry"));
    let hidden: Vec<_> =
        names.map(|it| it.file_name()).filter(|name| name.to_string_lossy().starts_with('.')).collect();
    assert!(hidden.is_empty(), "{what}: {hidden:?}");
}

#[test]
fn two_runs_at_once_never_leave_a_mixture() {
    let (folder, states) = catalogues();
    let catalogue = folder.path().join("errors.yaml");
    fs::write(&catalogue, &states[0]).expect("the disk is writable");
    for round in 0..support::rounds(100) {
        let first = start(folder.path());
        if round % 3 == 0 {
            // An edit between the two runs, saved by a rename, as editors do.
            let edited = folder.path().join("errors.yaml.new");
            fs::write(&edited, &states[round % 2]).expect("the disk is writable");
            fs::rename(&edited, &catalogue).expect("it can be replaced");
        }
        for child in [first, start(folder.path())] {
            let output = child.wait_with_output().expect("errcat exits");
            assert_eq!(output.status.code(), Some(0), "round {round}: {}", support::text(&output.stderr));
        }
    }
    assert_is_up_to_date(folder.path(), "after all rounds");
}

#[test]
fn the_next_run_repairs_what_a_killed_one_left() {
    let (folder, states) = catalogues();
    for round in 0..60 {
        fs::write(folder.path().join("errors.yaml"), &states[round % 2]).expect("the disk is writable");
        let mut child = start(folder.path());
        sleep(Duration::from_micros(500 * u64::try_from(round).expect("a small number")));
        child.kill().expect("it can be killed");
        child.wait().expect("it has exited");
        assert_eq!(support::errcat(folder.path(), &["generate"]).status.code(), Some(0));
        assert_is_up_to_date(folder.path(), &format!("round {round}"));
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_followed_only_if_allowed() {
    use std::os::unix::fs::symlink;

    let (folder, states) = catalogues();
    fs::write(folder.path().join("errors.yaml"), &states[0]).expect("the disk is writable");
    let outside = TempDir::new().expect("a temporary folder can be created");
    symlink(outside.path(), folder.path().join("generated")).expect("a link can be created");
    let output = support::errcat(folder.path(), &["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(support::text(&output.stderr).contains("outputs: {outside: true}"), "{}", support::text(&output.stderr));
    assert_eq!(fs::read_dir(outside.path()).expect("it is there").count(), 0);
    let allowed = states[0].replace("outputs:\n", "outputs:\n  outside: true\n");
    fs::write(folder.path().join("errors.yaml"), allowed).expect("the disk is writable");
    let output = support::errcat(folder.path(), &["generate"]);
    assert_eq!(output.status.code(), Some(0), "{}", support::text(&output.stderr));
    assert!(outside.path().join("src/lib.rs").exists());
}
