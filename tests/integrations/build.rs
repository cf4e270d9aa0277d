//! Compiles the catalogue of odd names once for each wire format, the one of wide names and numbers, and the one of internal codes.

use std::path::Path;
use std::process::exit;
use std::{env, fs};

use errcat::Catalogue;

const ODD: &str = "../integrations/errors.yaml";
const INTERNAL: &str = "../integrations/internal.yaml";
const WIDE: &str = "../integrations/wide.yaml";

fn main() {
    let modules = [
        ("kratos", ODD, "kratos"),
        ("problem", ODD, "problem"),
        ("wide", WIDE, "problem"),
        ("internal", INTERNAL, "kratos"),
        ("internal_problem", INTERNAL, "problem"),
        ("internal_envelope", INTERNAL, "{at: error, code: type, params: details}"),
    ];
    if let Err(error) = modules.into_iter().try_for_each(|(module, path, wire)| compile(module, path, wire)) {
        eprintln!("{error}");
        exit(1);
    }
}

fn compile(module: &str, path: &str, wire: &str) -> Result<(), String> {
    println!("cargo::rerun-if-changed={path}");
    let text = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let text = text.replacen("\n  wire: kratos\n", &format!("\n  wire: {wire}\n"), 1);
    let catalogue = Catalogue::parse(path, text.as_bytes()).map_err(|mistakes| mistakes.to_string())?;
    let out_dir = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: this is for build scripts")?;
    let module = Path::new(&out_dir).join(format!("{module}.rs"));
    fs::write(&module, errcat::render_module(&catalogue)).map_err(|error| format!("{}: {error}", module.display()))
}
