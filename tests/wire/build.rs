//! Compiles the catalogue into a module for each wire format, and the catalogues of public APIs.

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

/// Catalogues of public APIs, whose format is an envelope.
const APIS: [&str; 4] = ["google", "json_api", "stripe", "wechat"];

fn main() {
    let variants = VARIANTS.into_iter().map(|(name, settings, rust)| compile_variant(name, settings, rust));
    if let Err(error) = variants.chain(APIS.into_iter().map(compile_api)).collect::<Result<(), _>>() {
        eprintln!("{error}");
        exit(1);
    }
}

fn compile_variant(name: &str, settings: &str, rust: &str) -> Result<(), String> {
    let source = read(SOURCE)?;
    let outputs = format!("outputs: {{rust: {{features: [serde, http]{rust}}}}}");
    let source = if name == "numbered" { with_numbers(&source) } else { source };
    let source = source.replacen("\n\n", &format!("\n{settings}\n{outputs}\n"), 1);
    compile(name, SOURCE, &source)
}

fn compile_api(name: &str) -> Result<(), String> {
    let path = format!("catalogues/apis/{name}.yaml");
    let source = read(&path)?;
    compile(name, &path, &format!("{source}outputs: {{rust: {{features: [serde, http]}}}}\n"))
}

fn read(path: &str) -> Result<String, String> {
    println!("cargo::rerun-if-changed={path}");
    fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))
}

fn compile(name: &str, path: &str, source: &str) -> Result<(), String> {
    let catalogue = Catalogue::parse(path, source.as_bytes()).map_err(|mistakes| mistakes.to_string())?;
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
