//! Compiles both versions of each pair of catalogues into modules, and lists what errcat says is sent and read.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use errcat::{Breaks, Catalogue, Code, Diff, ParamType, Side, Wire};
use heck::{ToSnakeCase, ToUpperCamelCase};

const PAIRS: &str = "../../codegen/tests/diff/pairs";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={PAIRS}");
    let mut paths: Vec<_> =
        fs::read_dir(PAIRS).expect("the folder is there").map(|entry| entry.expect("it can be read").path()).collect();
    paths.sort();
    let (mut modules, mut cases) = (Modules::default(), String::new());
    for path in paths {
        let text = fs::read_to_string(&path).expect("the pair can be read");
        let (one, other) = text.split_once("\n---\n").expect("two versions");
        if !modules.are_needed([one, other]) {
            continue;
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for (old, new) in [(one, other), (other, one)] {
            add_cases(&name, [old, new], &mut modules, &mut cases);
        }
    }
    let text = format!("{}\n/// What errcat says.\npub const CASES: &[Case] = &[\n{cases}];\n", modules.text);
    write("cases.rs", &text);
}

fn write(name: &str, text: &str) {
    let folder = env::var_os("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&folder).join(name), text).expect("the folder is writable");
}

/// The modules so far, each with its catalogue as its key.
#[derive(Default)]
struct Modules {
    /// The kinds of changes of the wire that they show: to compile a module takes a second.
    shown: BTreeSet<(&'static str, &'static str)>,
    names: BTreeMap<String, String>,
    text: String,
}

impl Modules {
    /// Whether a pair shows a change of the wire that no other does, with this format.
    fn are_needed(&mut self, versions: [&str; 2]) -> bool {
        let [one, other] = versions
            .map(|text| Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_or_else(|found| panic!("{found}")));
        let format = match one.wire() {
            Wire::Envelope(_) => "envelope",
            Wire::Problem => "problem",
            Wire::Kratos => "kratos",
        };
        let diffs = [errcat::diff(&one, &other), errcat::diff(&other, &one)];
        let changes = diffs.iter().flat_map(Diff::changes).filter(|change| change.breaks().contains(&Breaks::Wire));
        let before = self.shown.len();
        self.shown.extend(changes.map(|change| (change.rule().id(), format)));
        self.shown.len() > before
    }

    /// The module of a catalogue, with all that is sent and received over HTTP.
    fn add(&mut self, text: &str) -> (String, Catalogue) {
        let text = text.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
        let outputs = text.lines().find(|line| line.starts_with("outputs:")).unwrap_or_default();
        let exhaustive = outputs.contains("exhaustive: true");
        let text = text.replace(outputs, "")
            + &format!("\noutputs: {{rust: {{features: [serde, http], exhaustive: {exhaustive}}}}}\n");
        let catalogue = Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_or_else(|found| panic!("{found}"));
        let next = format!("catalogue_{}", self.names.len());
        let name = self.names.entry(text).or_insert_with(|| {
            write(&format!("{next}.rs"), &errcat::render_module(&catalogue));
            let _ = writeln!(
                self.text,
                "mod {next} {{\n    include!(concat!(env!(\"OUT_DIR\"), \"/{next}.rs\"));\n    {}!();\n}}",
                if catalogue.fallback().is_some() { "peer" } else { "peer_without_fallback" }
            );
            next.clone()
        });
        (name.clone(), catalogue)
    }
}

fn add_cases(name: &str, versions: [&str; 2], modules: &mut Modules, cases: &mut String) {
    let [(old_module, old), (new_module, new)] = versions.map(|text| modules.add(text));
    let diff = errcat::diff(&old, &new);
    for change in diff.changes() {
        let witness = diff.witness(change);
        let breaks_wire = change.breaks().contains(&Breaks::Wire);
        assert!(!breaks_wire || !witness.wire.is_empty(), "{name}: nothing shows {}", change.key());
        for sent in witness.wire {
            let (module, catalogue) = if sent.by == Side::Old { (&old_module, &old) } else { (&new_module, &new) };
            let send = catalogue.code(&sent.code).map(|code| send(module, &catalogue[code], catalogue));
            let _ = writeln!(
                cases,
                "    Case {{ name: {:?}, status: {}, send: {}, body: {:?}, reads: [{old_module}::read, {new_module}::read], \
                 expected: [{:?}, {:?}] }},",
                format!("{name}, {}", change.key()),
                sent.status,
                send.map_or_else(|| "None".to_owned(), |send| format!("Some({send})")),
                sent.body,
                sent.old_client,
                sent.new_client,
            );
        }
    }
}

/// How a server makes an error of a code and sends it.
fn send(module: &str, code: &Code, catalogue: &Catalogue) -> String {
    let constructor = code.rust_name.clone().unwrap_or_else(|| code.name.to_upper_camel_case()).to_snake_case();
    let arguments = code.params.iter().map(|&param| {
        let name = &catalogue[param].name;
        match catalogue[param].kind {
            ParamType::String => format!("{name:?}"),
            ParamType::List => format!("[{name:?}]"),
            ParamType::Violations => format!("[({name:?}, \"is wrong\")]"),
            ParamType::Boolean => "true".to_owned(),
            ParamType::Float => "7.5".to_owned(),
            ParamType::Integer | ParamType::Unsigned => "7".to_owned(),
        }
    });
    format!("|| {module}::send({module}::Error::{constructor}({}))", arguments.collect::<Vec<_>>().join(", "))
}
