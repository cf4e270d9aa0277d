//! What cargo's commands do with a package that has a catalogue.

mod support;

use std::fs;
use std::process::Command;
use std::thread;

use end_to_end_tests::{cargo, succeed};
use support::{Mode, Package, target};

/// The platform of this compiler.
fn host() -> String {
    let version = Command::new("rustc").arg("-vV").output().expect("rustc starts");
    let version = String::from_utf8(version.stdout).expect("rustc prints UTF-8");
    version.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host").to_owned()
}

impl Package {
    /// Whether a build runs the build script.
    fn runs_build_script(&self) -> bool {
        let output = cargo(self.folder.path(), &target(), &["build", "-vv"]);
        succeed(&output);
        let log = String::from_utf8_lossy(&output.stderr).into_owned();
        log.lines().any(|line| line.contains("Running") && line.trim_end_matches('`').ends_with("build-script-build"))
    }
}

#[test]
fn every_command_sees_the_catalogue_as_it_is() {
    let package = Package::new("every-command", Mode::Crate);
    let host = host();
    let commands: [&[&str]; 5] =
        [&["check"], &["build", "-j1"], &["doc", "--no-deps"], &["test"], &["build", "--target", &host]];
    for (round, command) in commands.iter().enumerate() {
        package.edit(&format!("round {round}"));
        succeed(&cargo(package.folder.path(), &target(), command));
        assert!(package.tables().contains(&format!("round {round}")), "{command:?}");
    }
}

#[test]
fn only_the_catalogue_and_its_outputs_rerun_the_build_script() {
    let package = Package::new("unrelated", Mode::Module);
    assert!(package.runs_build_script());
    for (file, expected) in [("src/other.rs", false), ("notes.yaml", false), ("README.md", false)] {
        package.write(file, "// nothing\n");
        assert_eq!(package.runs_build_script(), expected, "{file}");
    }
    package.edit("none left");
    assert!(package.runs_build_script());
    assert!(!package.runs_build_script());
}

#[test]
fn a_catalogue_can_be_deleted_and_come_back() {
    let package = Package::new("deleted", Mode::Module);
    package.build();
    let (here, away) = (package.path("errors.yaml"), package.path("elsewhere.yaml"));
    fs::rename(&here, &away).expect("the file exists");
    let errors = package.fail();
    assert!(errors.contains("errors.yaml: "), "{errors}");
    fs::rename(&away, &here).expect("the file exists");
    package.build();
}

#[cfg(unix)]
#[test]
fn an_edit_behind_a_link_is_built() {
    let package = Package::new("linked", Mode::Module);
    package.build();
    fs::rename(package.path("errors.yaml"), package.path("real.yaml")).expect("the file exists");
    std::os::unix::fs::symlink("real.yaml", package.path("errors.yaml")).expect("a link can be created");
    package.build();
    assert_eq!(package.build(), None);
    package.edit("none left");
    assert!(package.path("errors.yaml").is_symlink());
    assert!(package.build().is_some());
    assert_eq!(package.build(), None);
}

#[test]
fn a_catalogue_may_be_above_its_package() {
    let above = Package::new("above", Mode::Crate);
    let manifest = fs::read_to_string(above.path("Cargo.toml")).expect("the file exists");
    above.write("inner/Cargo.toml", &manifest.replace("generated/lib.rs", "../generated/lib.rs"));
    above.write("inner/build.rs", "fn main() {\n    errcat::generate(\"../errors.yaml\");\n}\n");
    fs::remove_file(above.path("Cargo.toml")).expect("the file exists");
    let build = || {
        let output = cargo(&above.path("inner"), &target(), &["build", "-v"]);
        succeed(&output);
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    build();
    above.edit("none left");
    assert!(build().contains("Dirty"));
    assert!(above.tables().contains("none left"));
    assert!(!build().contains("Dirty"));
}

#[test]
fn two_cargos_at_once_build_the_same() {
    let package = Package::new("two-cargos", Mode::Crate);
    let targets = [target(), target().with_file_name("own-catalogue-2")];
    for round in 0..5 {
        package.edit(&format!("round {round}"));
        thread::scope(|scope| {
            let builds = targets.each_ref().map(|target| {
                let folder = package.folder.path();
                scope.spawn(move || succeed(&cargo(folder, target, &["build"])))
            });
            for build in builds {
                build.join().expect("the build succeeds");
            }
        });
        assert!(package.tables().contains(&format!("round {round}")));
        let path = package.path("errors.yaml");
        let catalogue = errcat::Catalogue::load(&path).expect("the catalogue has no mistakes");
        let comparison = errcat::compare(&catalogue, &path).expect("the disk is readable");
        assert_eq!(comparison, errcat::Comparison::default(), "round {round}");
    }
}

#[cfg(unix)]
#[test]
fn a_path_that_cargo_cannot_watch_is_an_error() {
    let package = Package::new("unwatched", Mode::Crate);
    for name in ["b\"errors\\xff.yaml\"", "b\"two\\nlines.yaml\""] {
        let script = format!(
            "use std::os::unix::ffi::OsStrExt;\nfn main() {{\n    errcat::generate(std::ffi::OsStr::from_bytes({name}));\n}}\n"
        );
        package.write("build.rs", &script);
        let errors = package.fail();
        assert!(errors.contains(": cargo can't watch a path that is not UTF-8 or has control characters"), "{errors}");
    }
}
