//! The recipes of `docs/ci.md` are YAML, and the commands in them run as they are, in a clone with a branch to compare with.

#![cfg(unix)]

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_yaml::Value;
use support::{repository, text};
use tempfile::TempDir;

const CATALOGUE: &str = "errcat: 1\ncatalogue: {name: Shop}\noutputs: {json: errors.json}\ncodes:\n  SoldOut: {http_status: 409, message: sold out}\n";

/// The blocks of a language.
fn blocks(language: &str) -> Vec<String> {
    let chapter = fs::read_to_string(repository().join("docs/ci.md")).expect("the chapter is there").replace('\r', "");
    let start = format!("```{language}\n");
    let blocks = chapter.split(&start).skip(1).filter_map(|rest| rest.split("```").next());
    blocks.map(ToOwned::to_owned).collect()
}

/// All texts in a recipe that are commands of errcat.
fn commands(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.starts_with("errcat ") && text.contains(" -") => found.push(text.clone()),
        Value::Sequence(elements) => elements.iter().for_each(|element| commands(element, found)),
        Value::Mapping(members) => {
            // A hook has a name too.
            let members = members.iter().filter(|(key, _)| key.as_str() != Some("name"));
            members.for_each(|(_, value)| commands(value, found));
        }
        _ => {}
    }
}

fn git(folder: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=a", "-c", "user.email=a@b.example"];
    let output = Command::new("git").args(identity).args(arguments).current_dir(folder).output().expect("git starts");
    assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
}

/// A clone whose `origin/main` has the catalogue, with everything generated.
fn clone() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder can be created");
    let origin = folder.path().join("origin");
    fs::create_dir(&origin).expect("the disk is writable");
    git(&origin, &["init", "--quiet", "--initial-branch=main"]);
    fs::write(origin.join("errors.yaml"), CATALOGUE).expect("the disk is writable");
    assert!(support::errcat(&origin, &["generate"]).status.success());
    git(&origin, &["add", "."]);
    git(&origin, &["commit", "--quiet", "--message", "A catalogue"]);
    git(folder.path(), &["clone", "--quiet", "origin", "clone"]);
    folder
}

#[test]
fn every_command_of_the_recipes_runs() {
    let mut found: Vec<String> = blocks("sh").iter().flat_map(|block| block.lines()).map(ToOwned::to_owned).collect();
    for recipe in blocks("yaml") {
        commands(&serde_yaml::from_str(&recipe).expect("a recipe is YAML"), &mut found);
    }
    assert_eq!(found.len(), 11, "{found:#?}");
    let folder = clone();
    let bin =
        Path::new(env!("CARGO_BIN_EXE_errcat")).parent().expect("the program is in a folder").display().to_string();
    let path = format!("{bin}:{}", std::env::var("PATH").unwrap_or_default());
    for command in found {
        let mut run = Command::new("sh");
        run.args(["-euc", &command]).current_dir(folder.path().join("clone")).env("PATH", &path);
        run.env("BASE", "main").env("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main");
        let output = run.output().expect("sh starts");
        assert!(output.status.success(), "{command}: {}{}", text(&output.stdout), text(&output.stderr));
    }
    let report = fs::read_to_string(folder.path().join("clone/errors.xml")).expect("GitLab's report is written");
    assert!(report.starts_with("<?xml"), "{report}");
}
