//! Compiles the catalogue into a module for each wire format.

use std::path::Path;
use std::process::exit;
use std::{env, fs};

use errcat::Catalogue;

const SOURCE: &str = "catalogues/errors.yaml";

/// The modules, each with its settings in the catalogue and of its Rust.
const VARIANTS: [(&str, &str, &str); 3] = [
    ("kratos", "  wire: kratos\n  fallback: Unknown\n", ""),
    ("problem", "  wire: problem\n  fallback: Unknown\n", ""),
    ("strict", "", ", exhaustive: true"),
];

fn main() {
    println!("cargo::rerun-if-changed={SOURCE}");
    for (name, settings, rust) in VARIANTS {
        if let Err(error) = compile(name, settings, rust) {
            eprintln!("{error}");
            exit(1);
        }
    }
}

fn compile(name: &str, settings: &str, rust: &str) -> Result<(), String> {
    let source = fs::read_to_string(SOURCE).map_err(|error| format!("{SOURCE}: {error}"))?;
    let outputs = format!("outputs: {{rust: {{features: [serde, http]{rust}}}}}");
    let source = source.replacen("\n\n", &format!("\n{settings}\n{outputs}\n"), 1);
    let catalogue = Catalogue::parse(SOURCE, source.as_bytes()).map_err(|mistakes| mistakes.to_string())?;
    let out_dir = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: this is for build scripts")?;
    let module = Path::new(&out_dir).join(format!("{name}.rs"));
    fs::write(&module, errcat::render_module(&catalogue)).map_err(|error| format!("{}: {error}", module.display()))
}
