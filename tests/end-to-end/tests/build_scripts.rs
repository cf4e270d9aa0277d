//! What a build script with errcat writes in its users' packages, and when.

mod support;

use std::env;
use std::fs;

use end_to_end_tests::{cargo, repository, succeed};
use support::{Mode, Package, target};

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
        let rounds = env::var("ROUNDS").map_or(10, |rounds| rounds.parse().expect("ROUNDS is a number"));
        for round in 0..rounds {
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

    package.write("Billing.yaml", billing);
    package.write(
        "build.rs",
        "fn main() {\n    errcat::generate(\"billing.yaml\");\n    errcat::generate(\"Billing.yaml\");\n}\n",
    );
    let errors = package.fail();
    assert!(errors.contains("billing.yaml and Billing.yaml would both become"), "{errors}");
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

#[test]
fn a_build_shows_few_of_many_warnings() {
    let package = Package::new("many-warnings", Mode::Module);
    let params: String = (0..25).fold(String::new(), |params, at| params + &format!("  unused{at}: string\n"));
    let catalogue = fs::read_to_string(package.path("errors.yaml")).expect("the file exists");
    package.write("errors.yaml", &catalogue.replace("codes:", &format!("params:\n{params}codes:")));
    let output = cargo(package.folder.path(), &target(), &["build"]);
    let log = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(log.matches("[unused-param]").count(), 10, "{log}");
    assert!(log.contains("errors.yaml: 15 more warnings; `errcat check errors.yaml` shows them"), "{log}");
}

#[test]
fn a_comment_changes_no_file() {
    let package = Package::new("comment", Mode::Crate);
    package.build();
    let modified = || {
        let files = fs::read_dir(package.path("generated")).expect("it was generated");
        let mut times: Vec<_> = files
            .map(|file| file.expect("the folder can be read"))
            .map(|file| {
                (file.path(), file.metadata().and_then(|metadata| metadata.modified()).expect("files have times"))
            })
            .collect();
        times.sort();
        times
    };
    let before = modified();
    let catalogue = fs::read_to_string(package.path("errors.yaml")).expect("the file exists");
    package.write("errors.yaml", &format!("# Of the shop.\n{catalogue}"));
    assert!(package.build().is_some(), "cargo runs the build script again");
    assert_eq!(modified(), before);
    assert_eq!(package.build(), None);
}

#[test]
fn an_edit_of_an_included_file_is_built() {
    let package = Package::new("included", Mode::Module);
    let catalogue = fs::read_to_string(package.path("errors.yaml")).expect("the file exists");
    package.write("errors.yaml", &catalogue.replace("codes:", "include: [more/billing.yaml]\ncodes:"));
    let billing = "errcat: 1\ncodes: {Unpaid: {http_status: 402, message: not paid}}\n";
    package.write("more/billing.yaml", billing);
    package.write(
        "src/lib.rs",
        "include!(concat!(env!(\"OUT_DIR\"), \"/errors.rs\"));\npub fn unpaid() -> Error { Error::unpaid() }\n",
    );
    package.build();
    assert_eq!(package.build(), None);
    package.write("more/billing.yaml", &billing.replace("402", "4020"));
    let errors = package.fail();
    assert!(errors.contains("--> more/billing.yaml:2:"), "{errors}");
    package.write("more/billing.yaml", &billing.replace("not paid", "unpaid"));
    assert!(package.build().is_some());
    assert_eq!(package.build(), None);
}

#[test]
fn documents_are_left_alone_unless_the_build_script_asks_for_them() {
    for (name, mode) in [("documents-module", Mode::Module), ("documents-crate", Mode::Crate)] {
        let package = Package::new(name, mode);
        let catalogue = fs::read_to_string(package.path("errors.yaml")).expect("the file exists");
        let rust = if matches!(mode, Mode::Crate) { "rust: {path: generated}, " } else { "" };
        let catalogue = catalogue.replace("outputs: {rust: {path: generated}}\n", "");
        package.write("errors.yaml", &format!("{catalogue}outputs: {{{rust}json: docs/errors.json}}\n"));
        let by_an_earlier_run =
            "{\n  \"$comment\": \"@generated by errcat from ../errors.yaml. Edit that file, not this one.\",\n}\n";
        package.write("docs/errors.json", by_an_earlier_run);
        package.build();
        let document = || fs::read_to_string(package.path("docs/errors.json")).expect("the file exists");
        assert_eq!(document(), by_an_earlier_run);

        let manifest = fs::read_to_string(package.path("Cargo.toml")).expect("the file exists");
        package.write("Cargo.toml", &manifest.replace("codegen\" }", "codegen\", features = [\"documents\"] }"));
        package.build();
        assert!(document().contains("\"name\": \"SoldOut\""), "{}", document());
        assert_eq!(package.build(), None);
        fs::remove_file(package.path("docs/errors.json")).expect("the file exists");
        assert!(package.build().is_some(), "cargo watches the document");
        assert!(document().contains("\"name\": \"SoldOut\""));
    }
}

#[test]
fn without_documents_errcat_has_no_more_dependencies() {
    let manifest = repository().join("codegen");
    let tree = succeed(&cargo(&manifest, &target(), &["tree", "-e", "normal", "-p", "errcat", "--prefix", "none"]));
    let with = ["tree", "-e", "normal", "-p", "errcat", "--prefix", "none", "--features", "documents"];
    let with = succeed(&cargo(&manifest, &target(), &with));
    for package in ["askama ", "serde_json ", "serde_derive ", "sha2 "] {
        assert!(!tree.lines().any(|line| line.starts_with(package)), "{tree}");
        assert!(with.lines().any(|line| line.starts_with(package)), "{with}");
    }
}
