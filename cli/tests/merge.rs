//! A merge conflict in generated files is resolved as the README says.

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use support::{contents, errcat, text};
use tempfile::TempDir;

fn git(folder: &Path, args: &[&str]) -> Output {
    let identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
    Command::new("git").current_dir(folder).args(identity).args(args).output().expect("git is installed")
}

/// Writes a catalogue with these codes, generates and commits.
fn commit(folder: &Path, codes: &[&str]) {
    let rows = codes.iter().map(|code| format!("  {code}:\n    http_status: 409\n    message: about {code}\n"));
    let head = "errcat: 1\ncatalogue: {name: Shop}\noutputs: {rust: {path: generated}}\ncodes:\n";
    fs::write(folder.join("errors.yaml"), [head, &rows.collect::<Vec<_>>().concat()].concat())
        .expect("the disk is writable");
    assert_eq!(errcat(folder, &["generate"]).status.code(), Some(0));
    git(folder, &["add", "--all"]);
    assert!(git(folder, &["commit", "--quiet", "--message", "An edit"]).status.success());
}

#[test]
fn generate_resolves_a_merge_conflict() {
    let folder = TempDir::new().expect("a temporary folder can be created");
    let path = folder.path();
    let base = ["Amber", "Birch", "Cedar", "Daisy", "Elder", "Fern"];
    git(path, &["init", "--quiet", "--initial-branch=main"]);
    commit(path, &base);
    git(path, &["checkout", "--quiet", "-b", "first"]);
    commit(path, &[&["Acorn"], &base[..]].concat());
    git(path, &["checkout", "--quiet", "-b", "second", "main"]);
    commit(path, &[&base[..], &["Ginger"]].concat());

    assert!(!git(path, &["merge", "first"]).status.success(), "both changed the lookup");
    let conflicts = git(path, &["diff", "--name-only", "--diff-filter=U"]);
    assert!(text(&conflicts.stdout).lines().any(|file| file == "generated/lookup.rs"), "{conflicts:?}");
    let catalogue = fs::read_to_string(path.join("errors.yaml")).expect("git merged it");
    assert!(catalogue.contains("Acorn") && catalogue.contains("Ginger") && !catalogue.contains("<<<<"), "{catalogue}");

    assert_eq!(errcat(path, &["generate"]).status.code(), Some(0));
    let merged = contents(&path.join("generated"));
    for (file, content) in &merged {
        assert!(!text(content).contains("<<<<<<<"), "{}", file.display());
    }
    commit(path, &[&["Acorn"], &base[..], &["Ginger"]].concat());
    assert!(contents(&path.join("generated")) == merged, "the merge is the catalogue with both codes");
}
