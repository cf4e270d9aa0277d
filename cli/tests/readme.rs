//! The README's excerpt of the catalogue, and what the READMEs show of a mistake.

mod support;

use std::fs;
use std::path::Path;

use support::{errcat, text};
use tempfile::TempDir;

const README: &str = include_str!("../../README.md");
const CATALOGUE: &str = include_str!("../../errors.yaml");

/// The README's first block in this language that contains a text.
fn block(language: &str, part: &str) -> &'static str {
    block_of(README, language, part)
}

fn block_of<'readme>(readme: &'readme str, language: &str, part: &str) -> &'readme str {
    let fence = format!("```{language}\n");
    let mut blocks = readme.split(&*fence).skip(1).filter_map(|rest| rest.split_once("```")).map(|(block, _)| block);
    blocks.find(|block| block.contains(part)).unwrap_or_else(|| panic!("no {language} block contains {part:?}"))
}

#[test]
fn the_first_example_is_from_the_catalogue() {
    let mut catalogue = CATALOGUE.lines();
    for line in block("yaml", "FieldInvalid:").lines() {
        assert!(catalogue.any(|other| other == line), "errors.yaml has no such line at this point: {line}");
    }
}

#[test]
fn a_mistake_in_a_new_code_is_shown_as_in_the_readme() {
    let new = block("yaml", "ImageTooLarge:");
    let (params, code) = new.split_once("\n\ncodes:\n").expect("the example has codes");
    let catalogue = CATALOGUE
        .replace("\nparams:\n", &format!("\n{params}\n"))
        .replace("\ncodes:\n", &format!("\ncodes:\n{code}\n"));
    let folder = TempDir::new().expect("a temporary folder can be created");
    let path = folder.path().join("errors.yaml");

    fs::write(&path, &catalogue).expect("the file can be written");
    assert_eq!(errcat(folder.path(), &["check"]).status.code(), Some(0));

    fs::write(&path, catalogue.replace("{{.limit_mb}}", "{{.limt_mb}}")).expect("the file can be written");
    assert_eq!(text(&errcat(folder.path(), &["check"]).stdout), block("text", "error["));
}

#[test]
fn the_settings_of_the_wire_are_accepted() {
    let codes = ["TooManyRequests", "Unavailable", "Unknown"];
    let codes = codes.map(|code| format!("  {code}: {{http_status: 500, message: {code}}}\n")).concat();
    let folder = TempDir::new().expect("a temporary folder can be created");
    let catalogue = format!("errcat: 1\n{}codes:\n{codes}", block("yaml", "wire:"));
    fs::write(folder.path().join("errors.yaml"), catalogue).expect("the file can be written");
    let output = errcat(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
}

#[test]
fn the_readme_of_this_package_shows_a_mistake() {
    let readme = include_str!("../README.md");
    let folder = TempDir::new().expect("a temporary folder can be created");
    fs::write(folder.path().join("errors.yaml"), block_of(readme, "yaml", "")).expect("the file can be written");
    let output = errcat(folder.path(), &["check"]);
    assert_eq!(text(&output.stdout), block_of(readme, "text", ""));
}

#[test]
fn the_readme_of_this_package_names_every_command() {
    let help = errcat(Path::new("."), &["--help"]);
    let (_, commands) = text(&help.stdout).split_once("Commands:\n").expect("the help lists the commands");
    let commands: Vec<_> = commands.lines().map_while(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 4, "{commands:?}");
    for command in commands {
        assert!(include_str!("../README.md").contains(&format!("`errcat {command}`")), "{command}");
    }
}
