//! Compiling programs with the frameworks that generated Rust integrates with.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The crates that generated Rust names.
const FRAMEWORKS: [&str; 9] =
    ["actix_web", "axum_core", "http", "http_body", "serde", "serde_json", "tonic", "tonic_types", "utoipa"];

/// A folder in which crates are checked that can use the frameworks.
pub struct Workshop {
    folder: tempfile::TempDir,
    /// The compiled dependencies of this test.
    dependencies: PathBuf,
}

impl Workshop {
    /// Finds the frameworks that cargo compiled for this test: in the newest library `witnesses` that has them, each behind a
    /// crate with its own name.
    pub fn new() -> Self {
        let program = env::current_exe().expect("this test is a program");
        let dependencies = program.parent().expect("it is in a folder").to_owned();
        let workshop = Self { folder: tempfile::tempdir().expect("a temporary folder can be created"), dependencies };
        let libraries = workshop.libraries();
        let is_whole = |library: &PathBuf| FRAMEWORKS.iter().all(|name| workshop.put_before(name, library));
        assert!(libraries.iter().any(is_whole), "none of {libraries:?} has the frameworks");
        workshop
    }

    /// The compiled libraries `witnesses`, the newest first.
    fn libraries(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(&self.dependencies)
            .expect("the folder can be read")
            .map(|entry| entry.expect("it can be read"));
        let is_library = |path: &Path| {
            path.extension().is_some_and(|extension| extension == "rlib")
                && path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("libwitnesses-"))
        };
        let mut libraries: Vec<_> = entries.map(|entry| entry.path()).filter(|path| is_library(path)).collect();
        libraries.sort_by_key(|path| path.metadata().and_then(|metadata| metadata.modified()).ok());
        libraries.reverse();
        libraries
    }

    /// Makes a crate with the name of a framework and all that is in it.
    fn put_before(&self, framework: &str, library: &Path) -> bool {
        self.write(&format!("{framework}.rs"), &format!("pub use witnesses::frameworks::{framework}::*;\n"));
        let mut library_argument = OsString::from("witnesses=");
        library_argument.push(library);
        self.check(framework, &[OsString::from("--extern"), library_argument]).is_empty()
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).expect("the folder can be written to");
    }

    /// Checks a crate that uses the frameworks, and returns the errors.
    pub fn check_with_frameworks(&self, name: &str, others: &[&str]) -> String {
        let externs = FRAMEWORKS
            .iter()
            .chain(others)
            .flat_map(|other| ["--extern".into(), format!("{other}=lib{other}.rmeta").into()]);
        self.check(name, &externs.collect::<Vec<OsString>>())
    }

    /// Checks a crate, and returns the errors.
    fn check(&self, name: &str, externs: &[OsString]) -> String {
        let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
        rustc.args([
            "--crate-type",
            "lib",
            "--emit",
            "metadata",
            "--edition",
            "2021",
            "--cap-lints",
            "warn",
            "--error-format",
            "short",
        ]);
        rustc.arg("-L").arg(&self.dependencies).args(["-L", ".", &format!("{name}.rs")]).args(externs);
        let output = rustc.current_dir(self.folder.path()).output().expect("rustc starts");
        if output.status.success() { String::new() } else { String::from_utf8_lossy(&output.stderr).into_owned() }
    }
}

/// The numbers of the files `w1.rs`, `w2.rs` and so on that rustc has errors in.
pub fn failing(errors: &str) -> BTreeSet<usize> {
    let of_line =
        |line: &str| line.strip_prefix('w')?.split_once(".rs:").filter(|_| line.contains(" error"))?.0.parse().ok();
    errors.lines().filter_map(of_line).collect()
}
