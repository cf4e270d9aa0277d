//! What a build script with errcat writes in its users' packages, and when.

use std::fs;
use std::path::{Path, PathBuf};

use end_to_end_tests::{cargo, repository, succeed, write};
use tempfile::TempDir;

/// The crate that errcat generates, or the module in a crate of the user's.
#[derive(Clone, Copy)]
enum Mode {
    Crate,
    Module,
}

/// A package with a catalogue, generated once.
struct Package {
    folder: TempDir,
    mode: Mode,
}

/// Where all of these packages are built: errcat is compiled once.
fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("own-catalogue")
}

impl Package {
    /// The name distinguishes the package from those of other tests, which build into the same folder.
    fn new(name: &str, mode: Mode) -> Self {
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

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        write(&self.path(name), text);
    }

    fn edit(&self, message: &str) {
        let outputs = match self.mode {
            Mode::Crate => "outputs: {rust: {path: generated}}\n",
            Mode::Module => "",
        };
        let code = format!("codes: {{SoldOut: {{http_status: 409, message: {message}, description: None left.}}}}\n");
        self.write("errors.yaml", &format!("errcat: 1\ncatalogue: {{name: Shop}}\n{outputs}{code}"));
    }

    /// Builds the package, which fails, and returns what cargo shows.
    fn fail(&self) -> String {
        let output = cargo(self.folder.path(), &target(), &["build"]);
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    /// Builds the package, and returns cargo's reason if there was anything to do.
    fn build(&self) -> Option<String> {
        let output = cargo(self.folder.path(), &target(), &["build", "-v"]);
        succeed(&output);
        let log = String::from_utf8_lossy(&output.stderr);
        log.lines().find(|line| line.trim_start().starts_with("Dirty ")).map(ToOwned::to_owned)
    }

    fn tables(&self) -> String {
        fs::read_to_string(self.path("generated/tables.rs")).expect("it was generated")
    }
}

#[test]
fn a_copy_that_cargo_made_of_a_package_keeps_its_sources() {
    let package = Package::new("copied", Mode::Crate);
    package.build();
    let published = package.tables();
    for (round, mark) in
        [".cargo-ok", ".cargo-checksum.json", ".cargo_vcs_info.json", "Cargo.toml.orig"].iter().enumerate()
    {
        // As if a newer errcat generated different code from the same catalogue.
        package.edit(&format!("sold out {round}"));
        package.write(mark, "{}");
        package.build();
        assert_eq!(package.tables(), published, "{mark}");
        fs::remove_file(package.path(mark)).expect("the file exists");
    }
    package.edit("none left");
    package.build();
    assert!(package.tables().contains("none left"));
}

#[test]
fn one_build_after_an_edit_is_enough() {
    for (name, mode) in [("edited-module", Mode::Module), ("edited-crate", Mode::Crate)] {
        let package = Package::new(name, mode);
        package.build();
        for round in 0..10 {
            package.edit(&format!("sold out {round}"));
            assert!(package.build().is_some(), "round {round}: the edit was not built");
            assert_eq!(package.build(), None, "round {round}: there is nothing more to do");
        }
    }
}

#[test]
fn a_file_that_errcat_did_not_write_stops_the_build() {
    let package = Package::new("blocked", Mode::Crate);
    package.write("generated/error.rs", "// by hand\n");
    let errors = package.fail();
    assert!(errors.contains("nothing is written, because errcat did not write these files:"), "{errors}");
    assert_eq!(fs::read_to_string(package.path("generated/error.rs")).expect("the file exists"), "// by hand\n");
}

#[test]
fn two_catalogues_become_two_modules_or_an_error() {
    let package = Package::new("two-catalogues", Mode::Module);
    let billing = "errcat: 1\ncatalogue: {name: Billing}\ncodes: {Unpaid: {http_status: 402, message: not paid, description: Pay.}}\n";
    package.write("billing.yaml", billing);
    package.write(
        "build.rs",
        "fn main() {\n    errcat::generate(\"errors.yaml\");\n    errcat::generate(\"billing.yaml\");\n}\n",
    );
    let module = |name| format!("pub mod {name} {{\n    include!(concat!(env!(\"OUT_DIR\"), \"/{name}.rs\"));\n}}\n");
    let uses = "pub fn both() -> [String; 2] {\n    [errors::Error::sold_out().to_string(), billing::Error::unpaid().to_string()]\n}\n";
    package.write("src/lib.rs", &[&module("errors"), &module("billing"), uses].concat());
    package.build();

    package.write("billing/errors.yaml", billing);
    package.write(
        "build.rs",
        "fn main() {\n    errcat::generate(\"errors.yaml\");\n    errcat::generate(\"billing/errors.yaml\");\n}\n",
    );
    let errors = package.fail();
    assert!(errors.contains("errors.yaml and billing/errors.yaml would both become"), "{errors}");
}

#[test]
fn a_module_of_an_earlier_build_is_not_included_any_more() {
    let package = Package::new("stale-module", Mode::Module);
    package.build();
    let crate_of_its_own = Package { mode: Mode::Crate, ..package };
    crate_of_its_own.edit("none left");
    let errors = crate_of_its_own.fail();
    assert!(errors.contains("errors.yaml has `outputs.rust.path`, so its Rust is the crate in generated"), "{errors}");
}
