//! What is said to break Rust breaks for rustc, and nothing else does.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::items;
use crate::catalogue::Catalogue;
use crate::diff::{Breaks, diff};
use crate::render::render_module;

/// The versions of all pairs, the same text once, and for each pair both of its versions.
fn pairs() -> (Vec<Catalogue>, Vec<(String, [usize; 2])>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff/pairs");
    let (mut texts, mut pairs) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        let text = fs::read_to_string(&path).expect("the pair can be read");
        // The features need other crates: `tests/witnesses` compiles these.
        if text.contains("features:") {
            continue;
        }
        let (old, new) = text.split_once("\n---\n").expect("two versions");
        let versions = [old, new].map(|text| {
            let text = text.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
            texts.iter().position(|known| *known == text).unwrap_or_else(|| {
                texts.push(text);
                texts.len() - 1
            })
        });
        pairs.push((path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), versions));
    }
    let parse = |text: &String| Catalogue::parse("errors.yaml", text.as_bytes()).expect("the version is valid");
    (texts.iter().map(parse).collect(), pairs)
}

/// Compiles programs, each with the Rust of a version, and returns those that don't compile and rustc's errors.
fn failing(folder: &Path, programs: &BTreeMap<usize, (usize, String)>) -> (BTreeSet<usize>, String) {
    let mut root = "#![allow(dead_code, deprecated)]\n".to_owned();
    for (index, (version, program)) in programs {
        let text = format!("use catalogues::v{version} as errors;\n{program}");
        fs::write(folder.join(format!("w{index}.rs")), text).expect("the folder can be written to");
        let _ = writeln!(root, "mod w{index};");
    }
    fs::write(folder.join("witnesses.rs"), root).expect("the folder can be written to");
    let errors = rustc(folder, "witnesses.rs", &["--extern", "catalogues=libcatalogues.rmeta", "--error-format=short"]);
    let of_line =
        |line: &str| line.strip_prefix('w')?.split_once(".rs:").filter(|_| line.contains(" error"))?.0.parse().ok();
    (errors.lines().filter_map(of_line).collect(), errors)
}

/// Checks a crate and returns the errors.
fn rustc(folder: &Path, root: &str, more: &[&str]) -> String {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut command = Command::new(rustc);
    command.args(["--crate-type", "lib", "--emit", "metadata", "--edition", "2021", "--cap-lints", "warn", root]);
    let output = command.args(more).current_dir(folder).output().expect("rustc starts");
    assert!(output.status.success() == output.stderr.windows(5).all(|bytes| bytes != b"error"), "{output:?}");
    if output.status.success() { String::new() } else { String::from_utf8_lossy(&output.stderr).into_owned() }
}

#[test]
fn what_a_rule_says_is_what_rustc_says() {
    let (versions, pairs) = pairs();
    let folder = tempfile::tempdir().expect("a temporary folder can be created");
    let mut root = "#![allow(dead_code, deprecated, unused)]\n".to_owned();
    for (index, version) in versions.iter().enumerate() {
        fs::write(folder.path().join(format!("v{index}.rs")), render_module(version)).expect("it can be written");
        let _ = writeln!(root, "pub mod v{index};");
    }
    fs::write(folder.path().join("catalogues.rs"), root).expect("it can be written");
    let errors = rustc(folder.path(), "catalogues.rs", &[]);
    assert_eq!(errors, "");

    // All that the old Rust has compiles with it, and with the new Rust what isn't said to break.
    let (mut compile, mut fail, mut names) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let mut add = |programs: &mut BTreeMap<_, _>, version: usize, program: &str, name: String| {
        let index = names.len();
        programs.insert(index, (version, program.to_owned()));
        names.insert(index, name);
    };
    for (name, [old, new]) in pairs.iter().flat_map(|(name, [old, new])| [(name, [*old, *new]), (name, [*new, *old])]) {
        let changes = diff(&versions[old], &versions[new]);
        let broken: BTreeSet<_> = changes.changes().iter().flat_map(|change| &change.programs).collect();
        for change in changes.changes() {
            assert_eq!(change.breaks().contains(&Breaks::RustApi), !change.programs.is_empty(), "{}", change.key());
        }
        for item in items(&versions[old]) {
            let about = || format!("{name}: {}\n{}", item.what, item.program);
            add(&mut compile, old, &item.program, about());
            if broken.contains(&item.program) {
                add(&mut fail, new, &item.program, about());
            } else {
                add(&mut compile, new, &item.program, about());
            }
        }
    }
    let (failed, errors) = failing(folder.path(), &compile);
    let failed: Vec<_> = failed.iter().map(|index| &names[index]).collect();
    assert!(failed.is_empty() && errors.is_empty(), "said not to break:\n{failed:#?}\n{errors}");

    // rustc doesn't look for some errors as long as there are others.
    assert!(fail.len() > 50, "only {} programs", fail.len());
    while !fail.is_empty() {
        let (failed, _) = failing(folder.path(), &fail);
        let left: Vec<_> = fail.keys().map(|index| &names[index]).collect();
        assert!(!failed.is_empty(), "said to break, but compile:\n{left:#?}");
        fail.retain(|index, _| !failed.contains(index));
    }
}
