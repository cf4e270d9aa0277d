//! Compiles the catalogue into a module for each wire format.

use std::path::Path;
use std::process::exit;
use std::{env, fs};

use errcat::Catalogue;

const SOURCE: &str = "catalogues/errors.yaml";

/// The modules, each with its settings in the catalogue and of its Rust.
const VARIANTS: [(&str, &str, &str); 5] = [
    ("kratos", "  wire: kratos\n  fallback: Unknown\n", ""),
    ("problem", "  wire: problem\n  fallback: Unknown\n", ""),
    (
        "envelope",
        "  wire: {at: \"errors[0]\", code: type, message: message, params: details, status: status}\n  \
         fallback: {429: Plain, 5xx: Named, else: Unknown}\n",
        "",
    ),
    ("numbered", "  wire: {number: code, message: msg, params: data}\n  fallback: Unknown\n", ""),
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
    let source = if name == "numbered" { with_numbers(&source) } else { source };
    let source = source.replacen("\n\n", &format!("\n{settings}\n{outputs}\n"), 1);
    let catalogue = Catalogue::parse(SOURCE, source.as_bytes()).map_err(|mistakes| mistakes.to_string())?;
    let out_dir = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: this is for build scripts")?;
    let module = Path::new(&out_dir).join(format!("{name}.rs"));
    fs::write(&module, errcat::render_module(&catalogue)).map_err(|error| format!("{}: {error}", module.display()))
}

/// Gives each code a number, starting with a negative one.
fn with_numbers(source: &str) -> String {
    let mut parts = source.split("{http_status:");
    let first = parts.next().unwrap_or_default().to_owned();
    (-3..).zip(parts).fold(first, |text, (number, part)| format!("{text}{{number: {number}, http_status:{part}"))
}
