//! Generates the modules that the runtime needs and that depend on the catalogue.

use std::path::Path;
use std::process::exit;
use std::{env, fs};

use errcat::{Catalogue, Wire};

const CATALOGUE: &str = "errors.yaml";
const MODULES: [&str; 7] = ["attributes", "code", "constructors", "lookup", "operations", "tables", "wire_settings"];

fn main() {
    println!("cargo::rerun-if-changed={CATALOGUE}");
    println!("cargo::rustc-check-cfg=cfg(enveloped, fallback, problem)");
    if let Err(error) = compile() {
        eprintln!("{error}");
        exit(1);
    }
}

fn compile() -> Result<(), String> {
    let catalogue = Catalogue::load(Path::new(CATALOGUE)).map_err(|error| error.to_string())?;
    if catalogue.fallback().is_some() {
        println!("cargo::rustc-cfg=fallback");
    }
    match catalogue.wire() {
        Wire::Kratos => {}
        Wire::Problem => println!("cargo::rustc-cfg=problem"),
        Wire::Envelope(_) => println!("cargo::rustc-cfg=enveloped"),
    }
    let out_dir = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: this is for build scripts")?;
    let write = |name: &str, text: &str| {
        let path = Path::new(&out_dir).join(name);
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
    };
    let files = errcat::render_crate(&catalogue);
    for module in MODULES {
        let name = format!("{module}.rs");
        let (_, text) = files.iter().find(|(file, _)| *file == name).ok_or(format!("{name} is not generated"))?;
        write(&name, text)?;
    }
    // In a generated crate too, lints skip these modules.
    let declare = |module| format!("#[allow(deprecated, clippy::all, clippy::pedantic)]\nmod {module};\n");
    write("catalogue.rs", &MODULES.map(declare).concat())
}
