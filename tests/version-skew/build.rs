//! Makes histories of random catalogues, and compiles each of their versions into a module.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use errcat::Catalogue as Compiled;
use random_catalogues::{Catalogue, Choices, Code, Param, RustOutput, Taste, Wire};

/// The number of histories, instead of `HISTORIES`: each pair of versions of a history is a pair of peers.
const VARIABLE: &str = "SKEW_HISTORIES";
const HISTORIES: u64 = 6;
const VERSIONS: usize = 3;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    let count = env::var(VARIABLE).map_or(HISTORIES, |count| count.parse().expect("it is a number"));
    let mut rust = String::new();
    let histories = (0..count).map(|seed| {
        let versions = history(&mut Choices::of_seed(seed));
        let modules = versions.iter().enumerate().map(|(at, catalogue)| {
            let name = format!("version_{seed}_{at}");
            rust += &module(&name, catalogue);
            name + "::PEER"
        });
        format!("&[{}]", modules.collect::<Vec<_>>().join(", "))
    });
    let histories = histories.collect::<Vec<_>>().join(", ");
    let _ = writeln!(rust, "/// The versions of each catalogue.\npub const HISTORIES: &[&[Peer]] = &[{histories}];");
    write("histories.rs", &rust);
}

fn write(name: &str, text: &str) {
    let folder = env::var_os("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&folder).join(name), text).expect("the folder is writable");
}

/// The versions of a catalogue, each with a few edits since the one before it.
fn history(choices: &mut Choices) -> Vec<Catalogue> {
    let random = Catalogue::random(choices, Taste::Clean);
    let mut catalogue = prepared(random.catalogue, choices);
    let spare = Code { rust_name: Some("Spare".to_owned()), ..plain(random.spare) };
    edit(&mut catalogue, &spare, 9, choices);
    let mut versions = vec![catalogue];
    while let (Some(last), true) = (versions.last(), versions.len() < VERSIONS) {
        let mut next = last.clone();
        let edits = 1 + choices.below(5);
        edit(&mut next, &spare, edits, choices);
        if matches!(next.wire, Some(Wire::Word(_))) {
            next.wire = Some(Wire::Word(choices.pick(&["problem", "kratos"])));
        }
        versions.push(next);
    }
    versions
}

fn edit(catalogue: &mut Catalogue, spare: &Code, edits: usize, choices: &mut Choices) {
    for _ in 0..edits {
        catalogue.edit(spare, choices);
    }
}

/// The catalogue without what edits could break, as a module with all that is sent and received.
fn prepared(mut catalogue: Catalogue, choices: &mut Choices) -> Catalogue {
    let named = |(at, code): (usize, _)| Code { rust_name: Some(format!("Code{at}")), ..plain(code) };
    catalogue.codes = catalogue.codes.into_iter().enumerate().map(named).collect();
    "Skew".clone_into(&mut catalogue.name);
    (catalogue.groups, catalogue.operations, catalogue.lints) = (Vec::new(), Vec::new(), Vec::new());
    catalogue.rust = Some(RustOutput { features: vec!["serde", "http", "tonic"], ..RustOutput::default() });
    let is_envelope = matches!(catalogue.wire, Some(Wire::Envelope(_))) && choices.chance(50);
    if !is_envelope {
        catalogue.wire = Some(Wire::Word(choices.pick(&["problem", "kratos"])));
    }
    catalogue
}

fn plain(code: Code) -> Code {
    Code { deprecated: None, ..code }
}

/// The module of a catalogue, and what the tests do with it.
fn module(name: &str, catalogue: &Catalogue) -> String {
    let yaml = catalogue.yaml();
    let compiled = Compiled::parse("errors.yaml", yaml.as_bytes())
        .unwrap_or_else(|mistakes| panic!("an edited catalogue is valid:\n{mistakes}\n{yaml}"));
    write(&format!("{name}.rs"), &errcat::render_module(&compiled));
    let codes: String = catalogue.codes.iter().map(|code| constructor(code, &catalogue.params)).collect();
    let secrets = catalogue.params.iter().filter(|param| param.sensitive == Some(true));
    let secrets = secrets.map(|param| format!("{}, ", param.name)).collect::<Vec<_>>().concat();
    let path = format!("concat!(env!(\"OUT_DIR\"), \"/{name}.rs\")");
    format!(
        "mod {name} {{\n    include!({path});\n    peer!({yaml:?}, codes: [{codes}], secrets: [{secrets}]);\n}}\n\n"
    )
}

/// How to make an error of the code from random values.
fn constructor(code: &Code, declared: &[Param]) -> String {
    let name = code.rust_name.as_deref().unwrap_or_default().to_lowercase();
    let value = |name: &str| {
        let kind = declared.iter().find(|param| param.name == name).map_or("", |param| param.kind);
        format!("values.{kind}({name:?}), ")
    };
    let values: String = code.arguments(declared).into_iter().map(value).collect();
    let argument = if values.is_empty() { "_" } else { "values" };
    format!("|{argument}| Error::{name}({values}), ")
}
