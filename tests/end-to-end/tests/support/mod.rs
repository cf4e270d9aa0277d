//! Packages with a catalogue of their own.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::fs;
use std::path::{Path, PathBuf};

use end_to_end_tests::{cargo, repository, succeed, write};
use tempfile::TempDir;

/// The crate that errcat generates, or the module in a crate of the user's.
#[derive(Clone, Copy)]
pub enum Mode {
    Crate,
    Module,
}

/// A package with a catalogue, generated once.
pub struct Package {
    pub folder: TempDir,
    pub mode: Mode,
}

/// Where all of these packages are built: errcat is compiled once.
pub fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("own-catalogue")
}

impl Package {
    /// The name distinguishes the package from those of other tests, which build into the same folder.
    pub fn new(name: &str, mode: Mode) -> Self {
        let folder = TempDir::new().expect("a temporary folder can be created");
        let package = Self { folder, mode };
        let lib = match mode {
            Mode::Crate => "generated/lib.rs",
            Mode::Module => "src/lib.rs",
        };
        let codegen = repository().join("codegen").display().to_string();
        let manifest = format!(
            "[package]\nname = {name:?}\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[lib]\npath = {lib:?}\n\n\
             [build-dependencies]\nerrcat = {{ path = {codegen:?} }}\n\n[workspace]\n"
        );
        package.write("Cargo.toml", &manifest);
        package.write("build.rs", "fn main() {\n    errcat::generate(\"errors.yaml\");\n}\n");
        package.write("src/lib.rs", "include!(concat!(env!(\"OUT_DIR\"), \"/errors.rs\"));\n");
        package.edit("sold out");
        let path = package.path("errors.yaml");
        let catalogue = errcat::Catalogue::load(&path).expect("the catalogue has no mistakes");
        errcat::compare(&catalogue, &path).and_then(|outputs| outputs.update()).expect("the disk is writable");
        package
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        write(&self.path(name), text);
    }

    pub fn edit(&self, message: &str) {
        let outputs = match self.mode {
            Mode::Crate => "outputs: {rust: {path: generated}}\n",
            Mode::Module => "",
        };
        let code = format!("codes: {{SoldOut: {{http_status: 409, message: {message}, description: None left.}}}}\n");
        self.write("errors.yaml", &format!("errcat: 1\ncatalogue: {{name: Shop}}\n{outputs}{code}"));
    }

    /// Builds the package, which fails, and returns what cargo shows.
    pub fn fail(&self) -> String {
        let output = cargo(self.folder.path(), &target(), &["build"]);
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    /// Builds the package, and returns cargo's reason if there was anything to do.
    pub fn build(&self) -> Option<String> {
        let output = cargo(self.folder.path(), &target(), &["build", "-v"]);
        succeed(&output);
        let log = String::from_utf8_lossy(&output.stderr);
        log.lines().find(|line| line.trim_start().starts_with("Dirty ")).map(ToOwned::to_owned)
    }

    pub fn tables(&self) -> String {
        fs::read_to_string(self.path("generated/tables.rs")).expect("it was generated")
    }
}
