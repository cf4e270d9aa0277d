//! Catalogues and outputs in unusual places, and on disks that can't be written.

#![cfg(unix)]

mod support;

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Write};
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Output};

use support::{catalogue, errcat, files, repository, text};
use tempfile::TempDir;

/// Says what is not tested here, even if the output of passing tests is hidden.
fn skip(what: &str) {
    writeln!(io::stderr(), "SKIPPED: {what}").expect("there is an error output");
}

fn fifo(path: &Path) {
    let status = Command::new("mkfifo").arg(path).status().expect("there is mkfifo");
    assert!(status.success());
}

fn assert_fails(output: &Output, expected: &str) {
    let errors = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{errors}");
    assert!(errors.contains(expected), "{errors}");
    assert_eq!(errors.lines().count(), 1, "{errors}");
}

#[test]
fn any_name_of_a_folder_or_a_file_works() {
    let names = ["with space", "it's \"quoted\"", "two\nlines", "-q", "ünï", "$(x);`y`"].map(OsString::from);
    for name in names.into_iter().chain([OsString::from_vec(b"not \xff UTF-8".to_vec())]) {
        let folder = TempDir::new().expect("a temporary folder can be created");
        let inner = folder.path().join(&name);
        fs::create_dir(&inner).expect("the disk is writable");
        let path = inner.join(&name).with_extension("yaml");
        fs::copy(repository().join("errors.yaml"), &path).expect("the disk is writable");
        let run = |args: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_errcat"));
            command
                .current_dir(folder.path())
                .args(args)
                .arg("--")
                .arg(Path::new(&name).join(path.file_name().expect("a file")));
            command.output().expect("errcat starts")
        };
        let output = run(&["generate"]);
        assert_eq!(output.status.code(), Some(0), "{name:?}: {}", text(&output.stderr));
        // Neither the name's line break nor its control characters are printed.
        assert_eq!(
            text(&output.stderr).lines().count(),
            files(&inner.join("generated")).len(),
            "{}",
            text(&output.stderr)
        );
        assert_eq!(run(&["generate", "--check"]).status.code(), Some(0), "{name:?}");
        assert_eq!(run(&["check"]).status.code(), Some(0), "{name:?}");
    }
}

#[test]
fn a_catalogue_may_be_a_link_or_a_pipe_but_not_a_folder() {
    let folder = catalogue();
    let path = |name: &str| folder.path().join(name);
    symlink(path("errors.yaml"), path("link.yaml")).expect("a link can be created");
    assert_eq!(errcat(folder.path(), &["check", "link.yaml"]).status.code(), Some(0));

    fifo(&path("pipe.yaml"));
    let (content, pipe) = (fs::read(path("errors.yaml")).expect("it is there"), path("pipe.yaml"));
    let writer = std::thread::spawn(move || fs::write(pipe, content));
    let output = errcat(folder.path(), &["check", "pipe.yaml"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    writer.join().expect("the thread ends").expect("errcat reads the pipe");

    fs::create_dir(path("folder.yaml")).expect("the disk is writable");
    for command in ["check", "generate"] {
        assert_fails(&errcat(folder.path(), &[command, "folder.yaml"]), "folder.yaml: ");
        assert_fails(&errcat(folder.path(), &[command, "no.yaml"]), "no.yaml: ");
    }
}

#[test]
fn a_pipe_among_the_outputs_is_not_opened() {
    let folder = catalogue();
    errcat(folder.path(), &["generate"]);
    fifo(&folder.path().join("generated/src/pipe.rs"));
    assert_eq!(errcat(folder.path(), &["generate", "--check"]).status.code(), Some(0));
    assert_eq!(errcat(folder.path(), &["generate"]).status.code(), Some(0));
}

#[test]
fn outputs_go_through_a_link_within_the_repository() {
    let folder = catalogue();
    fs::create_dir(folder.path().join("real")).expect("the disk is writable");
    symlink("real", folder.path().join("generated")).expect("a link can be created");
    let output = errcat(folder.path(), &["generate"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(folder.path().join("real/src/lib.rs").exists());
    assert!(folder.path().join("generated").is_symlink());
}

#[test]
fn a_file_in_place_of_the_folder_is_named() {
    let folder = catalogue();
    fs::write(folder.path().join("generated"), "").expect("the disk is writable");
    assert_fails(&errcat(folder.path(), &["generate"]), "generated/src");
}

#[test]
fn a_read_only_folder_stays_as_it_is() {
    let folder = catalogue();
    errcat(folder.path(), &["generate"]);
    let sources = folder.path().join("generated/src");
    let before = files(&sources);
    fs::write(folder.path().join("errors.yaml"), &support::two_catalogues()[1]).expect("the disk is writable");
    let set = |mode| fs::set_permissions(&sources, fs::Permissions::from_mode(mode)).expect("it is ours");
    set(0o555);
    if fs::write(sources.join("probe"), "").is_ok() {
        fs::remove_file(sources.join("probe")).expect("it was just written");
        skip("this user can write to read-only folders");
    } else {
        assert_fails(&errcat(folder.path(), &["generate"]), "generated/src/");
        assert_eq!(files(&sources), before);
    }
    set(0o755);
    assert_eq!(errcat(folder.path(), &["generate"]).status.code(), Some(0));
}

#[test]
fn on_a_full_disk_nothing_changes() {
    let folder = catalogue();
    // Room for the old files and little more.
    let script = "size=$(($(du -sk before | cut -f1) + 8))k; mount -t tmpfs -o size=$size errcat generated && \
                  echo mounted && cp -r before/. generated && \"$0\" generate; echo $? && cp -r generated/. after";
    errcat(folder.path(), &["generate"]);
    fs::rename(folder.path().join("generated"), folder.path().join("before")).expect("the disk is writable");
    fs::create_dir(folder.path().join("generated")).expect("the disk is writable");
    fs::create_dir(folder.path().join("after")).expect("the disk is writable");
    fs::write(folder.path().join("errors.yaml"), &support::two_catalogues()[1]).expect("the disk is writable");
    let mut unshare = Command::new("unshare");
    unshare.args(["--map-root-user", "--mount", "sh", "-c", script]).arg(env!("CARGO_BIN_EXE_errcat"));
    let output = unshare.current_dir(folder.path()).output();
    let Some(output) = output.ok().filter(|output| output.stdout.starts_with(b"mounted\n")) else {
        return skip("a small disk can't be mounted here");
    };
    let printed = text(&output.stdout).lines().nth(1);
    assert_eq!(printed, Some("2"), "{}{}", text(&output.stdout), text(&output.stderr));
    let content = |name: &str| support::contents(&folder.path().join(name));
    assert!(content("before") == content("after"), "{}", text(&output.stderr));
}

#[test]
fn a_name_that_is_no_text_is_shown_and_not_taken_for_another() {
    let folder = TempDir::new().expect("a temporary folder can be created");
    let name = OsStr::new("\u{1b}[2J\u{202e}.yaml");
    fs::write(folder.path().join(name), "codes: 1\n").expect("the disk is writable");
    let mut command = Command::new(env!("CARGO_BIN_EXE_errcat"));
    let output = command.current_dir(folder.path()).arg("check").arg(name).output().expect("errcat starts");
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    assert!(!errors.contains(['\u{1b}', '\u{202e}']), "{errors:?}");
}
