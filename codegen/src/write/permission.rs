//! Whether the generator may write: where, and for which packages.

use std::env;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::files::shown;

/// The repository of a catalogue in this folder: the folder with `.git` that it is in, or else the folder itself.
pub(super) fn repository(folder: &Path) -> io::Result<PathBuf> {
    let folder = absolute(folder)?;
    let repository = folder.ancestors().find(|folder| folder.join(".git").exists());
    Ok(repository.unwrap_or(&folder).to_owned())
}

/// Rejects a path outside the repository.
pub(super) fn refuse_outside(path: &Path, repository: &Path) -> io::Result<()> {
    if absolute(path)?.starts_with(repository) {
        return Ok(());
    }
    Err(io::Error::other(format!(
        "{}: outside of {}; to write outputs there, set `outputs: {{outside: true}}` in the catalogue",
        shown(path),
        shown(repository)
    )))
}

/// The path without `..` and without symbolic links, as far as it exists.
fn absolute(path: &Path) -> io::Result<PathBuf> {
    let path = env::current_dir()?.join(path);
    let mut absolute = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => {
                absolute.pop();
            }
            Component::CurDir => {}
            component => absolute.push(component),
        }
        if let Ok(real) = absolute.canonicalize() {
            absolute = real;
        }
    }
    Ok(absolute)
}

/// Whether a package is being worked on, as opposed to a copy that cargo made of it: from a registry, from a git
/// repository, by `cargo vendor`, or by `cargo package` to verify it. Sources in such a copy must not change.
pub(crate) fn is_worked_on(package: &Path) -> bool {
    const COPIES: &[&str] = &[".cargo-ok", ".cargo-checksum.json", ".cargo_vcs_info.json", "Cargo.toml.orig"];
    let is_copy = COPIES.iter().any(|file| package.join(file).exists());
    // In a git repository that cargo has checked out, its marker file is at the root.
    let is_in_checkout = package.ancestors().any(|folder| folder.join(".cargo-ok").exists());
    !is_copy && !is_in_checkout
}
