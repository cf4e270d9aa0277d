//! Compiles each catalogue into a module of its own.

use std::path::Path;
use std::process::exit;
use std::{env, fs};

use errcat::{Catalogue, LoadError};

const CATALOGUES: [&str; 9] =
    ["postgresql", "typescript", "botocore", "kafka", "wechat", "pyspark", "ruff", "ntstatus", "discord"];

fn main() {
    let mut failed = false;
    for name in CATALOGUES {
        if let Err(error) = compile(name) {
            eprintln!("{error}");
            failed = true;
        }
    }
    if failed {
        exit(1);
    }
}

fn compile(name: &str) -> Result<(), String> {
    let path = format!("catalogues/{name}.yaml");
    println!("cargo::rerun-if-changed={path}");
    let catalogue = Catalogue::load(&path).map_err(|error| match error {
        LoadError::Read(error) => format!("{path}: {error}"),
        LoadError::Mistakes(diagnostics) => diagnostics.to_string(),
    })?;
    let out_dir = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: this is for build scripts")?;
    let module = Path::new(&out_dir).join(format!("{name}.rs"));
    fs::write(&module, errcat::render_module(&catalogue)).map_err(|error| format!("{}: {error}", module.display()))
}
