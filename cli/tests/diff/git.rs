//! Versions from the history of a repository.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::{NEW, OLD, diff, outcome, text, write};

pub fn git(folder: &Path, args: &[&str]) {
    let mut git = Command::new("git");
    git.args(["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false"]);
    git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    let output = git.args(args).current_dir(folder).output().expect("git starts");
    assert!(output.status.success(), "{args:?}: {output:?}");
}

pub fn commit(folder: &Path) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--message", "next"]);
}

/// A repository with a space in its path, and the catalogue in a folder with another one.
pub fn repository() -> (TempDir, std::path::PathBuf) {
    let parent = TempDir::new().expect("a temporary folder can be created");
    let root = parent.path().join("the shop");
    fs::create_dir_all(root.join("error codes")).expect("it can be created");
    git(&root, &["init", "--quiet"]);
    write(&root, "error codes/errors.yaml", OLD);
    commit(&root);
    (parent, root)
}

#[test]
fn a_revision_is_read_from_the_repository_of_the_other_side() {
    let (_parent, root) = repository();
    write(&root, "error codes/errors.yaml", NEW);
    let places = "    before HEAD:error codes/errors.yaml:6:3\n    now    ";
    // From the folder of the catalogue, from the root, and from outside.
    let output = diff(&root.join("error codes"), &["git:HEAD"]);
    assert!(text(&output.stdout).contains(&format!("{places}errors.yaml:6:50\n")), "{output:?}");
    let output = diff(&root, &["git:HEAD", "error codes/errors.yaml"]);
    assert!(text(&output.stdout).contains(&format!("{places}error codes/errors.yaml:6:50\n")), "{output:?}");
    let file = root.join("error codes/errors.yaml");
    let output = diff(Path::new("/"), &["git:HEAD", file.to_str().expect("UTF-8")]);
    assert!(text(&output.stdout).contains(places), "{output:?}");
    // The reverse, and both sides from the history.
    commit(&root);
    let output = diff(&root.join("error codes"), &["errors.yaml", "git:HEAD~1"]);
    assert!(text(&output.stdout).contains("code-added: there is a code `Busy`"), "{output:?}");
    let output = diff(&root.join("error codes"), &["git:HEAD~1", "git:HEAD"]);
    assert!(text(&output.stdout).contains("code-removed: `Busy` is gone"), "{output:?}");
    let output = diff(&root, &["git:HEAD~1:error codes/errors.yaml", "git:HEAD:error codes/errors.yaml"]);
    assert!(text(&output.stdout).contains("code-removed: `Busy` is gone"), "{output:?}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_branch_with_a_slash_is_a_revision() {
    let (_parent, root) = repository();
    git(&root, &["branch", "feature/shop"]);
    write(&root, "error codes/errors.yaml", NEW);
    let output = diff(&root.join("error codes"), &["git:feature/shop"]);
    assert!(text(&output.stdout).contains("before feature/shop:error codes/errors.yaml:7:3"), "{output:?}");
}

#[test]
fn included_files_are_read_from_the_revision_too() {
    let (_parent, root) = repository();
    let head = "errcat: 1\ncatalogue: {name: Shop, http_status: 409}\ninclude: [parts/stock.yaml]\n";
    fs::create_dir(root.join("error codes/parts")).expect("it can be created");
    write(&root, "error codes/errors.yaml", head);
    write(&root, "error codes/parts/stock.yaml", "errcat: 1\ncodes:\n  SoldOut: {message: sold out}\n");
    commit(&root);
    write(
        &root,
        "error codes/parts/stock.yaml",
        "errcat: 1\ncodes:\n\n  SoldOut: {message: sold out, http_status: 410}\n",
    );
    let output = diff(&root.join("error codes"), &["git:HEAD"]);
    let (_, printed, said) = outcome(&output);
    let places = "    before HEAD:error codes/parts/stock.yaml:3:3\n    now    parts/stock.yaml:4:32\n";
    assert!(printed.contains(places) && said.is_empty(), "{printed}{said}");
    // What was missing there is missing, though it is here now.
    git(&root, &["rm", "--quiet", "--cached", "error codes/parts/stock.yaml"]);
    git(&root, &["commit", "--quiet", "--message", "forgotten"]);
    let output = diff(&root.join("error codes"), &["git:HEAD"]);
    let (status, printed, said) = outcome(&output);
    assert_eq!((status, printed), (2, ""));
    assert!(said.contains("there is no file error codes/parts/stock.yaml in HEAD"), "{said}");
}

#[test]
fn a_renamed_file_is_followed() {
    let (_parent, root) = repository();
    git(&root, &["mv", "error codes/errors.yaml", "codes.yaml"]);
    let new = OLD.replace("message: busy", "message: too busy");
    write(&root, "codes.yaml", &new);
    let output = diff(&root, &["git:HEAD", "codes.yaml"]);
    let (status, printed, said) = outcome(&output);
    assert_eq!((status, said), (0, "codes.yaml was error codes/errors.yaml in HEAD\n"));
    assert!(printed.contains("before HEAD:error codes/errors.yaml:7:10\n    now    codes.yaml:7:10\n"), "{printed}");
}

#[test]
fn a_file_that_was_not_there_is_said_to_be_missing() {
    let (_parent, root) = repository();
    write(
        &root,
        "billing.yaml",
        "errcat: 1\ncatalogue: {name: Bills}\ncodes: {Unpaid: {http_status: 402, message: pay}}\n",
    );
    let output = diff(&root, &["git:HEAD", "billing.yaml"]);
    let (status, printed, said) = outcome(&output);
    assert_eq!((status, printed), (2, ""));
    let expected = "errcat: git:HEAD: there is no file billing.yaml in HEAD; if it had another path: git:REV:PATH, seen from the \
                    root of the repository\n";
    assert_eq!(said, expected);
}

#[test]
fn what_is_no_revision_is_an_error() {
    let (_parent, root) = repository();
    for (revision, expected) in [
        ("git:v9", "errcat: there is no revision `v9`\n"),
        ("git:", "errcat: `` is not a revision: write git:REV, such as git:HEAD~1\n"),
        ("git:--output=x", "errcat: `--output=x` is not a revision: write git:REV, such as git:HEAD~1\n"),
    ] {
        let output = diff(&root.join("error codes"), &[revision]);
        assert_eq!(outcome(&output), (2, "", expected));
    }
}

#[test]
fn a_shallow_clone_says_how_to_get_the_rest() {
    let (parent, root) = repository();
    write(&root, "error codes/errors.yaml", NEW);
    commit(&root);
    let url = format!("file://{}", root.display());
    git(parent.path(), &["clone", "--quiet", "--depth", "1", &url, "shallow"]);
    let clone = parent.path().join("shallow/error codes");
    let output = diff(&clone, &["git:HEAD~1"]);
    let (status, printed, said) = outcome(&output);
    assert_eq!((status, printed), (2, ""));
    let expected = "errcat: there is no revision `HEAD~1`; this clone is shallow: `git fetch --unshallow` gets the rest, as does \
                    `fetch-depth: 0` of actions/checkout\n";
    assert_eq!(said, expected);
    assert_eq!(diff(&clone, &["git:HEAD"]).status.code(), Some(0));
}

#[test]
fn outside_of_a_repository_there_are_no_revisions() {
    let folder = super::versions(OLD, NEW);
    let output = diff(folder.path(), &["git:HEAD", "new.yaml"]);
    let (status, printed, said) = outcome(&output);
    assert_eq!((status, printed), (2, ""));
    assert!(said.starts_with("errcat: git finds no repository for the folder .: not a git repository"), "{said}");
}

#[test]
#[cfg(unix)]
fn a_hook_of_git_can_run_it() {
    let (_parent, root) = repository();
    write(
        &root,
        ".git/hooks/pre-commit",
        &format!("#!/bin/sh\nexec '{}' diff git:HEAD 'error codes/errors.yaml'\n", env!("CARGO_BIN_EXE_errcat")),
    );
    let mut permissions = fs::metadata(root.join(".git/hooks/pre-commit")).expect("it is there").permissions();
    std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0o755);
    fs::set_permissions(root.join(".git/hooks/pre-commit"), permissions).expect("it can be set");
    write(&root, "error codes/errors.yaml", NEW);
    git(&root, &["add", "--all"]);
    let commit = |root: &Path| {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=S", "-c", "user.email=s@example.org", "commit", "-m", "next"]).current_dir(root);
        git.output().expect("git starts")
    };
    let output = commit(&root);
    let said = [output.stdout.clone(), output.stderr.clone()].concat();
    assert!(!output.status.success() && text(&said).contains("needs a major release"), "{output:?}");
    write(&root, "error codes/errors.yaml", OLD);
    write(&root, "more", "");
    git(&root, &["add", "--all"]);
    assert!(commit(&root).status.success());
}
