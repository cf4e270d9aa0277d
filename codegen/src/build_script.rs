//! The entry point for build scripts.

use std::env;
use std::io;
use std::path::Path;
use std::process::exit;
use std::time::{Duration, SystemTime};

use crate::catalogue::Catalogue;
use crate::read::LoadError;
use crate::render::render_module;
use crate::write::{compare, generated_files, rust_folder, write_if_changed};

/// Generates what the catalogue at `path` asks for; for use in a `build.rs`, where paths are relative to the package.
///
/// Without `outputs.rust.path` in the catalogue that is a module in `OUT_DIR/errors.rs`:
///
/// ```ignore
/// mod errors {
///     include!(concat!(env!("OUT_DIR"), "/errors.rs"));
/// }
/// ```
///
/// With it, the sources of a whole crate in that folder. Only files whose content changes are written. Cargo is told to
/// run the build script again when the catalogue or one of the files changes.
///
/// If the catalogue has mistakes, or a file can't be read or written, all of it is printed to standard error and the
/// process ends with exit status 1: cargo then shows it and stops.
pub fn generate(path: impl AsRef<Path>) {
    if let Err(error) = run(path.as_ref()) {
        eprintln!("{error}");
        exit(1);
    }
}

fn run(path: &Path) -> Result<(), String> {
    println!("cargo::rerun-if-changed={}", path.display());
    let catalogue = Catalogue::load(path).map_err(|error| match error {
        LoadError::Read(error) => format!("{}: {error}", path.display()),
        LoadError::Mistakes(diagnostics) => diagnostics.to_string(),
    })?;
    for warning in catalogue.warnings().into_iter().flatten() {
        let (location, id, message) = (warning.location(), warning.id(), warning.message());
        println!("cargo::warning={}:{}:{}: [{id}] {message}", location.path, location.line, location.column);
    }
    write(&catalogue, path).map_err(|error| error.to_string())
}

fn write(catalogue: &Catalogue, path: &Path) -> io::Result<()> {
    if let Some(folder) = rust_folder(catalogue, path) {
        return update_crate(catalogue, path, &folder);
    }
    let no_folder = || io::Error::other("OUT_DIR is not set: this is for build scripts");
    let out_dir = env::var_os("OUT_DIR").ok_or_else(no_folder)?;
    write_if_changed(&Path::new(&out_dir).join("errors.rs"), &render_module(catalogue))
}

fn update_crate(catalogue: &Catalogue, path: &Path, folder: &Path) -> io::Result<()> {
    // Cargo takes a file that is newer than the start of this script for changed, and would run it once more.
    let before = SystemTime::now() - Duration::from_secs(1);
    compare(catalogue, path)?.update_as_of(before)?;
    // The files rather than the folder, whose time changes with every file.
    for file in generated_files(folder)? {
        println!("cargo::rerun-if-changed={}", file.display());
    }
    Ok(())
}
