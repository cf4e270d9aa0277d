//! Compiles this repository's catalogue with the wire format of RFC 9457.

use std::path::Path;
use std::process::exit;
use std::{env, fs};

use errcat::Catalogue;

const CATALOGUE: &str = "../../errors.yaml";

fn main() {
    if let Err(error) = compile() {
        eprintln!("{error}");
        exit(1);
    }
}

fn compile() -> Result<(), String> {
    println!("cargo::rerun-if-changed={CATALOGUE}");
    let text = fs::read_to_string(CATALOGUE).map_err(|error| format!("{CATALOGUE}: {error}"))?;
    let text = replaced(&text, "  wire: kratos\n", "  wire: problem\n")?;
    // A module always has all its features, so the catalogue lists only those that are tested here.
    let outputs = text.lines().find(|line| line.trim_start().starts_with("rust: {path: generated/src"));
    let outputs = outputs.ok_or("the catalogue generates no crate")?;
    let text = replaced(&text, outputs, "  rust: {features: [serde, http, axum]}")?;

    let catalogue = Catalogue::parse(CATALOGUE, text.as_bytes()).map_err(|mistakes| mistakes.to_string())?;
    let out_dir = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: this is for build scripts")?;
    let module = Path::new(&out_dir).join("problem.rs");
    fs::write(&module, errcat::render_module(&catalogue)).map_err(|error| format!("{}: {error}", module.display()))
}

fn replaced(text: &str, from: &str, to: &str) -> Result<String, String> {
    if text.matches(from).count() == 1 { Ok(text.replace(from, to)) } else { Err(format!("not once: {from}")) }
}
