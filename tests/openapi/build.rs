//! Compiles the catalogue once for each wire format.

use std::path::Path;
use std::process::exit;
use std::{env, fs};

use errcat::Catalogue;

const CATALOGUE: &str = "errors.yaml";
const ENVELOPE: &str = "{at: \"errors[0]\", code: type, message: text, params: details, status: status}";

fn main() {
    let modules = [("kratos", "kratos", "Shop"), ("problem", "problem", "Other Shop"), ("envelope", ENVELOPE, "Shop")];
    if let Err(error) = modules.into_iter().try_for_each(|(module, wire, name)| compile(module, wire, name)) {
        eprintln!("{error}");
        exit(1);
    }
}

fn compile(module: &str, wire: &str, name: &str) -> Result<(), String> {
    println!("cargo::rerun-if-changed={CATALOGUE}");
    let text = fs::read_to_string(CATALOGUE).map_err(|error| format!("{CATALOGUE}: {error}"))?;
    let head = format!("\n  name: {name}\n  docs_url: https://shop.example/errors\n  wire: {wire}\n");
    let text = text.replacen("\n  name: Shop\n  docs_url: https://shop.example/errors\n  wire: kratos\n", &head, 1);
    let catalogue = Catalogue::parse(CATALOGUE, text.as_bytes()).map_err(|mistakes| mistakes.to_string())?;
    let out_dir = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: this is for build scripts")?;
    let module = Path::new(&out_dir).join(format!("{module}.rs"));
    fs::write(&module, errcat::render_module(&catalogue)).map_err(|error| format!("{}: {error}", module.display()))
}
