//! Compiles the catalogue once for each wire format.

use std::path::Path;
use std::process::exit;
use std::{env, fs};

use errcat::Catalogue;

const CATALOGUE: &str = "../integrations/errors.yaml";

fn main() {
    println!("cargo::rerun-if-changed={CATALOGUE}");
    if let Err(error) = compile("kratos").and_then(|()| compile("problem")) {
        eprintln!("{error}");
        exit(1);
    }
}

fn compile(wire: &str) -> Result<(), String> {
    let text = fs::read_to_string(CATALOGUE).map_err(|error| format!("{CATALOGUE}: {error}"))?;
    let text = text.replacen("\n  wire: kratos\n", &format!("\n  wire: {wire}\n"), 1);
    let catalogue = Catalogue::parse(CATALOGUE, text.as_bytes()).map_err(|mistakes| mistakes.to_string())?;
    let out_dir = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: this is for build scripts")?;
    let module = Path::new(&out_dir).join(format!("{wire}.rs"));
    fs::write(&module, errcat::render_module(&catalogue)).map_err(|error| format!("{}: {error}", module.display()))
}
