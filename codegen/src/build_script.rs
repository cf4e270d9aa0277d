//! The entry point for build scripts.

use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::process::exit;
use std::time::{Duration, SystemTime};

use crate::catalogue::Catalogue;
use crate::read::LoadError;
use crate::render::render_module;
use crate::write::{compare, generated_files, is_worked_on, lock, rust_folder, write_if_changed};

/// Generates the outputs of the catalogue at `path`; for a `build.rs`, where paths are relative to the package.
///
/// If the catalogue has no `outputs.rust.path`, that is a module in `OUT_DIR/errors.rs`:
///
/// ```ignore
/// mod errors {
///     include!(concat!(env!("OUT_DIR"), "/errors.rs"));
/// }
/// ```
///
/// Otherwise it is the sources of a whole crate in that folder. They are written only while the package is being worked
/// on: in a copy that cargo made of it, from a registry or a git repository, they stay as they are. Only files whose
/// content changes are written. Cargo reruns the build script when the catalogue or one of the files changes.
///
/// If the catalogue has mistakes, or a file can't be read or written, the errors are printed to standard error and the
/// process exits with status 1: cargo then shows them and stops.
pub fn generate(path: impl AsRef<Path>) {
    if let Err(error) = run(path.as_ref()) {
        eprintln!("{error}");
        exit(1);
    }
}

fn run(path: &Path) -> Result<(), String> {
    // Cargo treats a file that is newer than the start of this script as changed, and would run the script once more.
    let before = SystemTime::now() - Duration::from_secs(1);
    let _lock = lock(path);
    rerun_if_changed(path).map_err(|error| error.to_string())?;
    let catalogue = Catalogue::load(path).map_err(|error| match error {
        LoadError::Read(error) => format!("{}: {error}", path.display()),
        LoadError::Mistakes(diagnostics) => diagnostics.to_string(),
    })?;
    for warning in catalogue.warnings().into_iter().flatten() {
        let (location, id, message) = (warning.location(), warning.id(), warning.message());
        println!("cargo::warning={}:{}:{}: [{id}] {message}", location.path, location.line, location.column);
    }
    write(&catalogue, path, before).map_err(|error| error.to_string())
}

fn write(catalogue: &Catalogue, path: &Path, time: SystemTime) -> io::Result<()> {
    if let Some(folder) = rust_folder(catalogue, path) {
        let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
        if is_worked_on(Path::new(&package)) {
            compare(catalogue, path)?.update_as_of(time)?;
        }
        // The files and not the folder, whose modification time changes with every file.
        return generated_files(&folder)?.iter().try_for_each(|file| rerun_if_changed(file));
    }
    let no_folder = || io::Error::other("OUT_DIR is not set: errcat::generate is for build scripts");
    let out_dir = env::var_os("OUT_DIR").ok_or_else(no_folder)?;
    write_if_changed(&Path::new(&out_dir).join("errors.rs"), &render_module(catalogue), time)
}

/// Writes the path as bytes, since it need not be UTF-8.
fn rerun_if_changed(path: &Path) -> io::Result<()> {
    let line = [b"cargo::rerun-if-changed=", path.as_os_str().as_encoded_bytes(), b"\n"].concat();
    io::stdout().write_all(&line)
}
