//! Compiles each catalogue into a module, with an error for each of its codes.

use std::error::Error;
use std::path::PathBuf;
use std::process::exit;
use std::{env, fs};

use errcat::{Catalogue, Param, ParamType};
use serde_json::Value;

#[path = "src/catalogues.rs"]
mod catalogues;

use catalogues::{SOURCES, Source};

fn main() {
    if let Err(error) = SOURCES.iter().try_for_each(compile) {
        eprintln!("{error}");
        exit(1);
    }
}

fn compile(source: &Source) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", source.path);
    let yaml = fs::read_to_string(source.path).map_err(|error| format!("{}: {error}", source.path))?;
    let yaml = yaml.replacen("\ncatalogue:\n", &format!("\ncatalogue:\n  {}\n", source.settings), 1);
    let yaml = format!("{yaml}outputs: {{rust: {{features: [serde, http]}}}}\n");
    let catalogue = Catalogue::parse(source.path, yaml.as_bytes()).map_err(|mistakes| mistakes.to_string())?;
    let out_dir = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: this is for build scripts")?);
    fs::write(out_dir.join(format!("{}.rs", source.module)), errcat::render_module(&catalogue))?;
    fs::write(out_dir.join(format!("{}_examples.rs", source.module)), examples(&catalogue)?)?;
    Ok(fs::write(out_dir.join(format!("{}.yaml", source.module)), yaml)?)
}

/// An expression for a list of the codes' names, each with an error.
fn examples(catalogue: &Catalogue) -> Result<String, Box<dyn Error>> {
    let lines = errcat::render_json_lines(catalogue);
    let mut errors = Vec::new();
    for (line, code) in lines.lines().zip(catalogue.codes()) {
        let line: Value = serde_json::from_str(line)?;
        let constructor = line["rust"]["constructor"].as_str().ok_or("a code has a constructor")?;
        let arguments: Vec<_> = code.params.iter().map(|&param| argument(&catalogue[param])).collect();
        errors.push(format!("({:?}, Error::{constructor}({})),\n", code.name, arguments.join(", ")));
    }
    Ok(format!("vec![\n{}]", errors.concat()))
}

fn argument(param: &Param) -> String {
    match param.kind {
        ParamType::String => format!("{:?}", param.name),
        ParamType::Integer | ParamType::Unsigned => "3".to_owned(),
        ParamType::Float => "1.5".to_owned(),
        ParamType::Boolean => "true".to_owned(),
        ParamType::List => "[\"one\", \"two\"]".to_owned(),
        ParamType::Violations => "[(\"one\", \"is missing\"), (\"two\", \"is too long\")]".to_owned(),
    }
}
