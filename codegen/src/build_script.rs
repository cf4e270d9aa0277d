//! The entry point for build scripts.

use std::collections::BTreeMap;
use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::exit;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use crate::catalogue::Catalogue;
use crate::diagnostics::Diagnostics;
use crate::printable::printable;
use crate::read::LoadError;
use crate::render::render_module;
use crate::write::{compare, generated_files, is_worked_on, lock, rust_folder, write_if_changed};

/// Generates the outputs of the catalogue at `path`; for a `build.rs`, where paths are relative to the package.
///
/// If the catalogue has no `outputs.rust.path`, that is a module in `OUT_DIR`, named after the catalogue's file:
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
/// The documents of the catalogue are written only if `errcat` has the Cargo feature `documents`, under the same conditions.
///
/// A build script may call this for several catalogues; those that become modules need different file names.
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
        LoadError::Read(error) => format!("{}: {error}", printable(&path.display().to_string())),
        LoadError::Mistakes(diagnostics) => diagnostics.to_string(),
    })?;
    catalogue.files().iter().skip(1).try_for_each(|file| rerun_if_changed(file)).map_err(|error| error.to_string())?;
    catalogue.warnings().into_iter().for_each(|warnings| print_warnings(warnings, path));
    write(&catalogue, path, before).map_err(|error| error.to_string())
}

/// Cargo prints the warnings at each build, even if nothing has changed.
const MAX_WARNINGS: usize = 10;

fn print_warnings(warnings: &Diagnostics, path: &Path) {
    for warning in warnings.worst(MAX_WARNINGS) {
        let (location, id, message) = (warning.location(), warning.id(), warning.message());
        println!(
            "cargo::warning={}:{}:{}: [{id}] {message}",
            printable(&location.path),
            location.line,
            location.column
        );
    }
    let more = warnings.iter().len().saturating_sub(MAX_WARNINGS);
    if more > 0 {
        let path = printable(&path.display().to_string()).into_owned();
        println!("cargo::warning={path}: {more} more warnings; `errcat check {path}` shows them");
    }
}

fn write(catalogue: &Catalogue, path: &Path, time: SystemTime) -> io::Result<()> {
    let rust_folder = rust_folder(catalogue, path);
    let documents = documents(catalogue, path);
    let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let has_files = rust_folder.is_some() || !documents.is_empty();
    if has_files && is_worked_on(Path::new(&package)) {
        compare(catalogue, path)?.update_as_of(time)?;
    }
    documents.iter().try_for_each(|document| rerun_if_changed(document))?;
    let module = module_path(path);
    let Some(folder) = rust_folder else {
        let module =
            module.ok_or_else(|| io::Error::other("OUT_DIR is not set: errcat::generate is for build scripts"))?;
        claim_module(&module, path)?;
        return write_if_changed(&module, &render_module(catalogue), time);
    };
    // A module of an earlier build would be included as if it were up to date.
    if let Some(module) = module.filter(|module| !is_claimed(module)) {
        write_if_changed(&module, &no_module(path, &folder), time)?;
    }
    // The files and not the folder, whose modification time changes with every file.
    generated_files(&folder)?.iter().try_for_each(|file| rerun_if_changed(file))
}

/// The documents to write, which is up to `errcat generate` unless the build script asks for them.
fn documents(catalogue: &Catalogue, path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let documents = catalogue.documents().iter().filter(|_| cfg!(feature = "documents"));
    documents.map(|document| folder.join(&document.path)).collect()
}

/// Where the module of a catalogue goes.
fn module_path(catalogue_path: &Path) -> Option<PathBuf> {
    let mut name = catalogue_path.file_stem()?.to_owned();
    name.push(".rs");
    Some(Path::new(&env::var_os("OUT_DIR")?).join(name))
}

/// The modules that this build script has written, each with its catalogue.
static MODULES: Mutex<BTreeMap<String, PathBuf>> = Mutex::new(BTreeMap::new());

/// Whether this build script has written a module there.
fn is_claimed(module: &Path) -> bool {
    MODULES.lock().unwrap_or_else(PoisonError::into_inner).contains_key(&key_of(module))
}

/// On some platforms names that differ in case are one file.
fn key_of(module: &Path) -> String {
    module.to_string_lossy().to_lowercase()
}

/// Refuses to write the modules of two catalogues to one file.
fn claim_module(module: &Path, catalogue_path: &Path) -> io::Result<()> {
    let mut modules = MODULES.lock().unwrap_or_else(PoisonError::into_inner);
    let first = modules.entry(key_of(module)).or_insert_with(|| catalogue_path.to_owned());
    if first == catalogue_path {
        return Ok(());
    }
    Err(io::Error::other(format!(
        "{} and {} would both become {}: give one of the catalogues another file name",
        first.display(),
        catalogue_path.display(),
        module.display()
    )))
}

/// What an `include!` gets where there is no module.
fn no_module(catalogue_path: &Path, folder: &Path) -> String {
    let message = format!(
        "{} has `outputs.rust.path`, so its Rust is the crate in {}: depend on that crate, or remove the `path`",
        catalogue_path.display(),
        folder.display()
    );
    format!("compile_error!({message:?});\n")
}

/// Has cargo watch a file. It would ignore a line that is not UTF-8 and build no edit of that file.
fn rerun_if_changed(path: &Path) -> io::Result<()> {
    let line = path.to_str().filter(|path| !path.contains(char::is_control));
    let unwatched = || {
        let path = printable(&path.display().to_string()).into_owned();
        io::Error::other(format!("{path}: cargo can't watch a path that is not UTF-8 or has control characters"))
    };
    writeln!(io::stdout(), "cargo::rerun-if-changed={}", line.ok_or_else(unwatched)?)
}
