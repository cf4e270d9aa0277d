//! Each file operation of `errcat generate` fails, is the last one before the process is killed, or happens beside
//! another run; afterwards all outputs are old or all are new.

#![cfg(all(target_os = "linux", target_env = "gnu", target_arch = "x86_64"))]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use support::{errcat, text};
use tempfile::TempDir;

/// The library for `LD_PRELOAD`, compiled.
fn library(folder: &Path) -> PathBuf {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/faults.rs");
    let library = folder.join("libfaults.so");
    let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or("rustc".into()));
    rustc.args(["--edition=2024", "--crate-type=cdylib", "-o"]).arg(&library).arg(source);
    let output = rustc.output().expect("rustc starts");
    assert!(output.status.success(), "{}", text(&output.stderr));
    library
}

/// The content of each output, without temporary files.
fn outputs(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut outputs = support::contents(&folder.join("generated"));
    outputs.retain(|path, _| path.extension().is_some_and(|extension| extension != "errcat-tmp"));
    outputs
}

struct Setup {
    folder: TempDir,
    library: PathBuf,
    /// Two versions of a catalogue and the outputs of each; the second has other files.
    states: [(String, BTreeMap<PathBuf, Vec<u8>>); 2],
}

impl Setup {
    fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder can be created");
        let library = library(folder.path());
        let states = support::two_catalogues().map(|catalogue| {
            let folder = TempDir::new().expect("a temporary folder can be created");
            fs::write(folder.path().join("errors.yaml"), &catalogue).expect("the disk is writable");
            assert_eq!(errcat(folder.path(), &["generate"]).status.code(), Some(0));
            (catalogue, outputs(folder.path()))
        });
        Self { folder, library, states }
    }

    /// A folder with the first state's outputs and the second state's catalogue.
    fn folder(&self) -> TempDir {
        let folder = TempDir::new_in(self.folder.path()).expect("a temporary folder can be created");
        for (path, content) in &self.states[0].1 {
            let path = folder.path().join("generated").join(path);
            fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("the disk is writable");
            fs::write(path, content).expect("the disk is writable");
        }
        fs::write(folder.path().join("errors.yaml"), &self.states[1].0).expect("the disk is writable");
        folder
    }

    /// Starts `errcat generate` in a folder with a fault at an operation.
    fn start(&self, folder: &Path, mode: &str, at: usize) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_errcat"));
        command.current_dir(folder).arg("generate").stdout(Stdio::null()).stderr(Stdio::piped());
        command.env("LD_PRELOAD", &self.library).env("FAULT_AT", at.to_string()).env("FAULT_MODE", mode);
        command.env("FAULT_HAPPENED", folder.join("happened"));
        command.spawn().expect("errcat starts")
    }

    /// One more run brings everything up to date and leaves nothing behind.
    fn assert_is_repaired_by_one_run(&self, folder: &Path, what: &str) {
        let output = errcat(folder, &["generate"]);
        assert_eq!(output.status.code(), Some(0), "{what}: {}", text(&output.stderr));
        let names: Vec<_> = support::contents(&folder.join("generated")).into_keys().collect();
        let expected: Vec<_> = self.states[1].1.keys().cloned().collect();
        assert_eq!(names, expected, "{what}");
        assert!(outputs(folder) == self.states[1].1, "{what}");
    }

    /// Checks a fault at each operation.
    fn check(&self, mode: &str, check: impl Fn(&TempDir, Child, &str)) {
        for at in 0.. {
            let (folder, what) = (self.folder(), format!("{mode} at operation {at}"));
            check(&folder, self.start(folder.path(), mode, at), &what);
            if !folder.path().join("happened").exists() {
                // At least each of the outputs is opened and read.
                assert!(at > 2 * self.states[1].1.len(), "only {at} operations were intercepted");
                return;
            }
            self.assert_is_repaired_by_one_run(folder.path(), &what);
        }
    }
}

#[test]
fn after_a_failure_all_outputs_are_old_or_all_are_new() {
    let setup = Setup::new();
    setup.check("fail", |folder, child, what| {
        let output = child.wait_with_output().expect("errcat exits");
        let (code, found) = (output.status.code(), outputs(folder.path()));
        let expected = match code {
            Some(0) => &setup.states[1].1,
            Some(2) => &setup.states[0].1,
            _ => panic!("{what}: {code:?}, {}", text(&output.stderr)),
        };
        assert!(found == *expected, "{what}: {code:?}, {}", text(&output.stderr));
    });
}

#[test]
fn after_a_kill_each_output_is_old_or_new() {
    let setup = Setup::new();
    setup.check("kill", |folder, mut child, what| {
        child.wait().expect("it exits");
        for (path, found) in outputs(folder.path()) {
            let expected = setup.states.iter().filter_map(|(_, outputs)| outputs.get(&path));
            assert!(expected.into_iter().any(|expected| *expected == found), "{what}: {}", path.display());
        }
    });
}

#[test]
fn beside_another_run_all_outputs_become_new() {
    let setup = Setup::new();
    setup.check("wait", |folder, child, what| {
        let beside = errcat(folder.path(), &["generate"]);
        let output = child.wait_with_output().expect("errcat exits");
        for output in [beside, output] {
            assert_eq!(output.status.code(), Some(0), "{what}: {}", text(&output.stderr));
        }
        assert!(outputs(folder.path()) == setup.states[1].1, "{what}");
    });
}
