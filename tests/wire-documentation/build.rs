//! Compiles the catalogue in the documentation into a module for each format that it shows.

use std::path::Path;
use std::process::exit;
use std::{env, fs};

use errcat::Catalogue;

#[allow(dead_code, reason = "the tests use the rest of it")]
#[path = "src/tables.rs"]
mod tables;

const SOURCE: &str = "../../docs/wire.md";

/// The modules of the formats in the first table, in its order.
const MODULES: [&str; 5] = ["kratos", "problem", "enveloped", "first_of_several", "numbered"];

fn main() {
    println!("cargo::rerun-if-changed={SOURCE}");
    if let Err(error) = compile_all() {
        eprintln!("{error}");
        exit(1);
    }
}

fn compile_all() -> Result<(), String> {
    let page = fs::read_to_string(SOURCE).map_err(|error| format!("{SOURCE}: {error}"))?;
    let catalogue = tables::between(&page, "```yaml\n", "```").ok_or("there is no catalogue")?;
    let tables = tables::all(&page);
    let formats = tables.iter().find(|table| table.header[0] == "`wire`").ok_or("there is no table of formats")?;
    if formats.rows.len() != MODULES.len() {
        return Err(format!("{} formats instead of {}", formats.rows.len(), MODULES.len()));
    }
    for (module, row) in MODULES.iter().zip(&formats.rows) {
        compile(module, &with_wire(catalogue, tables::code(&row[0])))?;
    }
    let envelope = tables::between(&page, "an envelope, `", "`").ok_or("there is no envelope")?;
    compile("envelope", &with_wire(catalogue, envelope))?;
    let without_fallback = catalogue.lines().filter(|line| !line.starts_with("  fallback: "));
    compile("strict", &without_fallback.collect::<Vec<_>>().join("\n"))
}

fn with_wire(catalogue: &str, wire: &str) -> String {
    catalogue.replacen("\n  wire: kratos\n", &format!("\n  wire: {wire}\n"), 1)
}

fn compile(module: &str, source: &str) -> Result<(), String> {
    let source = format!("{}\noutputs: {{rust: {{features: [serde, http, tonic]}}}}\n", source.trim_end());
    let catalogue = Catalogue::parse(SOURCE, source.as_bytes()).map_err(|mistakes| mistakes.to_string())?;
    let out_dir = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: this is for build scripts")?;
    let path = Path::new(&out_dir).join(format!("{module}.rs"));
    fs::write(&path, errcat::render_module(&catalogue)).map_err(|error| format!("{}: {error}", path.display()))
}
