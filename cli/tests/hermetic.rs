//! What `errcat generate` writes depends on nothing but the catalogue, as `docs/scale.md` says.

mod support;

use std::fs;
use std::process::Command;

use support::{contents, text};
use tempfile::TempDir;

const CATALOGUE: &str = "errcat: 1\ncatalogue: {name: Shop}\ninclude: [part/more.yaml]\n\
    outputs: {rust: {path: out/src}, json: out/errors.json, markdown: out/ERRORS.md, html: out/errors.html}\n\
    codes:\n  SoldOut: {http_status: 409, message: sold out}\n";
const PART: &str = "errcat: 1\ncodes:\n  Gone: {http_status: 410, message: gone}\n";

#[test]
fn the_same_catalogue_gives_the_same_bytes_without_an_environment() {
    let folders = [0, 1].map(|_| TempDir::new().expect("a temporary folder can be created"));
    for folder in &folders {
        fs::create_dir(folder.path().join("part")).expect("the disk is writable");
        fs::write(folder.path().join("errors.yaml"), CATALOGUE).expect("the disk is writable");
        fs::write(folder.path().join("part/more.yaml"), PART).expect("the disk is writable");
    }
    let errcat = || Command::new(env!("CARGO_BIN_EXE_errcat"));
    let mut of_folder = errcat();
    of_folder.arg("generate").current_dir(folders[0].path());
    let mut from_elsewhere = errcat();
    from_elsewhere.env_clear().current_dir("/").arg("generate").arg(folders[1].path().join("errors.yaml"));
    for command in [&mut of_folder, &mut from_elsewhere] {
        let output = command.output().expect("errcat starts");
        assert!(output.status.success(), "{}", text(&output.stderr));
    }
    let [first, second] = folders.each_ref().map(|folder| contents(folder.path()));
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    assert!(first == second, "the bytes differ");
    assert!(first.len() > 10, "only {} files were written", first.len());
}

#[cfg(unix)]
#[test]
fn the_rule_of_the_guide_writes_its_outputs() {
    let chapter = fs::read_to_string(support::repository().join("docs/scale.md")).expect("the chapter is there");
    let line = |key: &str| chapter.lines().find_map(|line| line.trim().strip_prefix(key)).expect("the rule has it");
    let command = line("cmd = \"").trim_end_matches("\",");
    let folder = TempDir::new().expect("a temporary folder can be created");
    let outputs = chapter.split('`').find(|code| code.starts_with("outputs:")).expect("the outputs are shown");
    let catalogue = format!(
        "errcat: 1\ncatalogue: {{name: Shop}}\n{outputs}\ncodes:\n  SoldOut: {{http_status: 409, message: sold out}}\n"
    );
    fs::write(folder.path().join("errors.yaml"), catalogue).expect("the disk is writable");
    fs::create_dir(folder.path().join("rule")).expect("the disk is writable");
    let command = command
        .replace("$(location errors.yaml)", "errors.yaml")
        .replace("$(location //tools:errcat)", env!("CARGO_BIN_EXE_errcat"))
        .replace("$(RULEDIR)", "rule");
    let run = Command::new("sh").args(["-euc", &command]).current_dir(folder.path()).output().expect("sh starts");
    assert!(run.status.success(), "{}", text(&run.stderr));
    for output in line("outs = [").split('"').filter(|part| part.starts_with("out/")) {
        assert!(folder.path().join("rule").join(output).exists(), "{output} is missing");
    }
}
