//! The recipes of `docs/ci.md` and `docs/diff.md` are YAML, and the commands in them run as they are, in a clone with a branch to
//! compare with.

#![cfg(unix)]

mod support;

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use serde_yaml::Value;
use support::{repository, text};
use tempfile::TempDir;

const CATALOGUE: &str = "errcat: 1\ncatalogue: {name: Shop}\noutputs: {json: errors.json}\ncodes:\n  SoldOut: {http_status: 409, message: sold out}\n";

/// The blocks of a language in a chapter.
fn blocks(chapter: &str, language: &str) -> Vec<String> {
    let chapter =
        fs::read_to_string(repository().join("docs").join(chapter)).expect("the chapter is there").replace('\r', "");
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
    let mut found: Vec<String> =
        blocks("ci.md", "sh").iter().flat_map(|block| block.lines()).map(ToOwned::to_owned).collect();
    for recipe in blocks("ci.md", "yaml") {
        commands(&serde_yaml::from_str(&recipe).expect("a recipe is YAML"), &mut found);
    }
    assert_eq!(found.len(), 11, "{found:#?}");
    let folder = clone();
    let path = path(&[]);
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

/// A `PATH` on which these folders come first, and then errcat.
fn path(folders: &[&Path]) -> OsString {
    let errcat = Path::new(env!("CARGO_BIN_EXE_errcat")).parent().expect("the program is in a folder");
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let folders = folders.iter().copied().chain([errcat]).map(Path::to_owned).chain(std::env::split_paths(&rest));
    std::env::join_paths(folders).expect("no folder has a colon")
}

/// A program that only notes its arguments, beside those of others.
fn note_calls(folder: &Path, program: &str) {
    let script =
        format!("#!/bin/sh\nprintf '%s\\n' \"$(basename \"$0\") $*\" >> '{}'\n", folder.join("calls").display());
    fs::write(folder.join(program), script).expect("the disk is writable");
    fs::set_permissions(folder.join(program), fs::Permissions::from_mode(0o755)).expect("it can be set");
}

/// Runs the steps of a workflow as GitHub does, up to the first that fails, and returns what the last one printed.
fn run_workflow(workflow: &Value, clone: &Path, path: &OsStr) -> Output {
    let expressions = [("github.base_ref", "main"), ("github.event.number", "7"), ("github.token", "secret")];
    let steps = workflow["jobs"]["diff"]["steps"].as_sequence().expect("steps");
    let mut last = None;
    for step in steps.iter().filter(|step| step.get("run").is_some()) {
        let mut run = Command::new("bash");
        run.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"].as_str().expect("a command")]);
        for (name, value) in step["env"].as_mapping().into_iter().flatten() {
            let value = value.as_str().expect("a text");
            let meant = expressions.iter().find(|(expression, _)| value == format!("${{{{ {expression} }}}}"));
            run.env(name.as_str().expect("a name"), meant.unwrap_or_else(|| panic!("unknown: {value}")).1);
        }
        let output = run.current_dir(clone).env("PATH", path).output().expect("bash starts");
        let failed = !output.status.success();
        last = Some(output);
        if failed {
            break;
        }
    }
    last.expect("there are steps")
}

#[test]
fn the_workflow_comments_on_a_pull_request_and_fails_if_it_breaks_something() {
    let workflows =
        blocks("diff.md", "yaml").into_iter().map(|block| serde_yaml::from_str::<Value>(&block).expect("YAML"));
    let workflow = workflows.into_iter().find(|block| block.get("jobs").is_some()).expect("a workflow");
    let (folder, tools) = (clone(), TempDir::new().expect("a temporary folder can be created"));
    for program in ["cargo", "gh"] {
        note_calls(tools.path(), program);
    }
    let (clone, path) = (folder.path().join("clone"), path(&[tools.path()]));
    let output = run_workflow(&workflow, &clone, &path);
    assert!(
        output.status.success() && text(&output.stdout) == "::notice title=errcat diff::nothing has changed\n",
        "{output:?}"
    );

    fs::write(clone.join("errors.yaml"), CATALOGUE.replace("409", "410")).expect("the disk is writable");
    let output = run_workflow(&workflow, &clone, &path);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stdout).starts_with("::error file=errors.yaml,line=5,endLine=5,title=status-changed::"),
        "{output:?}"
    );
    let comment = fs::read_to_string(clone.join("comment.md")).expect("the comment is written");
    assert!(
        comment.starts_with("### Error catalogue: needs a major release: 1 breaking change of behaviour\n"),
        "{comment}"
    );
    let calls = fs::read_to_string(tools.path().join("calls")).expect("they are noted");
    let once =
        "cargo install --locked errcat-cli\ngh pr comment 7 --body-file comment.md --edit-last --create-if-none\n";
    assert_eq!(calls, once.repeat(2));
}

#[test]
fn the_hook_lets_a_commit_pass_that_breaks_nothing() {
    let hooks =
        blocks("diff.md", "sh").into_iter().filter(|block| block.starts_with("#!/bin/sh\n")).collect::<Vec<_>>();
    let [hook] = &hooks[..] else { panic!("one hook: {hooks:?}") };
    let folder = TempDir::new().expect("a temporary folder can be created");
    git(folder.path(), &["init", "--quiet"]);
    let file = folder.path().join(".git/hooks/pre-commit");
    fs::create_dir_all(file.parent().expect("it is in a folder")).expect("the disk is writable");
    fs::write(&file, hook).expect("the disk is writable");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("it can be set");
    let commit = |catalogue: &str| {
        fs::write(folder.path().join("errors.yaml"), catalogue).expect("the disk is writable");
        let mut commit = Command::new("git");
        commit.args(["-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "--quiet", "--message", "next"]);
        git(folder.path(), &["add", "."]);
        let output = commit.current_dir(folder.path()).env("PATH", path(&[])).output().expect("git starts");
        (output.status.success(), text(&output.stderr).to_owned())
    };
    assert_eq!(
        commit(CATALOGUE),
        (true, "the catalogue is new: there is none in git:HEAD\nnothing has changed\n".to_owned())
    );
    let (is_made, said) = commit(&CATALOGUE.replace("409", "410"));
    assert!(!is_made && said.contains("status-changed"), "{said}");
    let (is_made, said) = commit(&CATALOGUE.replace("message: sold out", "message: it is sold out"));
    assert!(is_made && said.contains("message-reworded"), "{said}");
}
