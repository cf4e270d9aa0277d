//! `outputs.typescript`, compiled by tsc and run by node.

#[path = "../../../../cli/tests/documents/hostile_texts.rs"]
#[allow(dead_code, reason = "only the catalogue is used here")]
mod hostile_texts;

mod front_ends;
mod guide;
mod hostile;
mod pages;
mod reading;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use documents::NODE;
use errcat::{Artifact, Catalogue, outputs};
use serde_json::Value;
use tempfile::TempDir;

/// The strictest options, and nothing that a browser or node would add.
const STRICT: [&str; 14] = [
    "--strict",
    "--noUncheckedIndexedAccess",
    "--exactOptionalPropertyTypes",
    "--verbatimModuleSyntax",
    "--isolatedModules",
    "--noUnusedLocals",
    "--noUnusedParameters",
    "--noImplicitReturns",
    "--noPropertyAccessFromIndexSignature",
    "--target",
    "ES2020",
    "--lib",
    "ES2020",
    "--module",
];
const TSC: &str = "typescript/bin/tsc";

/// The module of a catalogue.
fn module(yaml: &str) -> String {
    document(yaml, "typescript: errors.ts")
}

/// The one document that the catalogue asks for with this in place of its outputs.
fn document(yaml: &str, output: &str) -> String {
    let lines = yaml.lines().scan(false, |is_output, line| {
        *is_output = line.starts_with("outputs:") || *is_output && (line.is_empty() || line.starts_with(' '));
        Some((!*is_output).then_some(line))
    });
    let yaml = lines.flatten().collect::<Vec<_>>().join("\n");
    let yaml = format!("{yaml}\noutputs: {{{output}}}\n");
    let [Artifact { text, .. }] = &outputs(&parse(&yaml))[..] else { panic!("one document") };
    text.clone()
}

fn parse(yaml: &str) -> Catalogue {
    Catalogue::parse("errors.yaml", yaml.as_bytes()).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

/// What tsc says about files that import a module.
fn tsc(folder: &Path, files: &[&str]) -> Result<(), String> {
    let arguments = [&STRICT[..], &["ES2020"], files].concat();
    let output = NODE.run(TSC, folder, &arguments);
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stdout).into_owned()) }
}

fn folder_with(module: &str) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder can be created");
    write(folder.path(), "errors.ts", module);
    write(folder.path(), "package.json", r#"{"type": "module"}"#);
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("the disk is writable");
}

/// What the module in a folder reads of each of these.
fn read(folder: &Path, lines: &[Value]) -> Vec<Value> {
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/node/read.mjs");
    let mut node = Command::new("node");
    node.arg(program).arg(folder.join("errors.js")).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = node.spawn().expect("node starts");
    let mut input = child.stdin.take().expect("it has an input");
    let text = lines.iter().map(|line| format!("{line}\n")).collect::<Vec<_>>().concat();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().expect("node runs");
    assert!(output.status.success(), "it throws");
    writer.join().expect("the thread ends").expect("node reads its input");
    let output = String::from_utf8(output.stdout).expect("JSON is UTF-8");
    output.lines().map(|line| serde_json::from_str(line).expect("it prints JSON")).collect()
}

/// What a program prints beside the compiled modules.
fn run(folder: &Path, program: &str) -> Value {
    write(folder, "program.js", program);
    let printed = NODE.succeed(&folder.join("program.js").to_string_lossy(), folder, &[]);
    serde_json::from_str(&printed).expect("it prints JSON")
}
