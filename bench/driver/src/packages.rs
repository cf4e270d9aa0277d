//! Packages to measure, written to a folder outside of the workspace, like a user's.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result};
use bench_peers::{Catalogue, Peer};

use crate::cargo::{cargo, succeed};
use crate::observe::{self, Observation};

/// The folder for everything that is measured.
pub struct Packages {
    /// The target folder of this workspace: the packages reuse what is already compiled there.
    target: PathBuf,
    errcat: PathBuf,
    optimises: bool,
}

/// A way to compile a catalogue to Rust.
#[derive(Clone, Copy)]
pub enum Maker {
    Errcat,
    Peer(&'static Peer),
}

/// A package with a library generated from a catalogue.
pub struct Crate {
    pub folder: PathBuf,
    pub package: String,
    /// The name of the library.
    pub library: String,
}

/// What the compiler should do.
#[derive(Clone, Copy)]
pub enum Profile {
    Check,
    Dev,
    Release,
}

impl Maker {
    /// Its name in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Errcat => "errcat",
            Self::Peer(peer) => peer.name,
        }
    }

    fn package(self) -> &'static str {
        match self {
            Self::Errcat => "with-errcat",
            Self::Peer(peer) => peer.package,
        }
    }
}

/// The root of this repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

impl Packages {
    /// Packages below this workspace's target folder, generated with this `errcat`. If the figures don't matter,
    /// release builds are not optimised.
    pub fn new(target: PathBuf, errcat: PathBuf, optimises: bool) -> Self {
        Self { target, errcat, optimises }
    }

    /// Builds or only checks a package.
    pub fn build(&self, folder: &Path, profile: Profile) -> Command {
        let arguments: &[_] = match profile {
            Profile::Check => &["check", "--quiet"],
            Profile::Dev => &["build", "--quiet"],
            Profile::Release if !self.optimises => &["build", "--quiet"],
            Profile::Release => &["build", "--quiet", "--release"],
        };
        cargo(folder, &self.target, arguments)
    }

    fn root(&self) -> PathBuf {
        self.target.join("measured")
    }

    /// The file for the measurements of an observed process.
    fn record(&self) -> PathBuf {
        self.root().join("record")
    }

    /// Writes a package: its manifest, and files as paths and texts. Versions are those of this workspace.
    ///
    /// Each needs its own name: cargo identifies what it has compiled by the name, not by the folder.
    pub fn write(&self, name: &str, manifest: &str, files: &[(&str, &str)]) -> Result<PathBuf> {
        let folder = self.root().join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
        }
        // Without this line cargo would treat it as a package of the workspace around it.
        let head = format!("[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[workspace]\n\n");
        write(&folder.join("Cargo.toml"), &(head + manifest))?;
        let lock = repository().join("bench/Cargo.lock");
        fs::copy(&lock, folder.join("Cargo.lock")).with_context(|| lock.display().to_string())?;
        for (path, text) in files {
            write(&folder.join(path), text)?;
        }
        Ok(folder)
    }

    /// A package of this repository as published, unpacked.
    pub fn published(&self, name: &str) -> Result<PathBuf> {
        let folder = self.root().join("published");
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
        }
        let arguments = ["package", "--quiet", "--no-verify", "--allow-dirty", "--exclude-lockfile", "--package", name];
        succeed(&mut cargo(&repository(), &folder, &arguments))?;
        let folder = folder.join("package");
        let is_package = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "crate");
        let mut paths = fs::read_dir(&folder)?.filter_map(|entry| Some(entry.ok()?.path()));
        let package = paths.find(is_package).with_context(|| format!("no package in {}", folder.display()))?;
        succeed(Command::new("tar").arg("-xzf").arg(&package).current_dir(&folder))?;
        Ok(package.with_extension(""))
    }

    /// The crate of a catalogue, with its dependencies compiled for these profiles, so that only it is left to compile.
    pub fn catalogue(&self, maker: Maker, catalogue: &Catalogue, profiles: &[Profile]) -> Result<Crate> {
        let dependencies = match maker {
            Maker::Errcat => "",
            Maker::Peer(peer) => peer.dependencies,
        };
        let package = format!("{}-{}", maker.package(), catalogue.label);
        let folder = self.write(&package, &format!("[dependencies]\n{dependencies}"), &[("src/lib.rs", "")])?;
        let made = Crate { folder, library: package.replace('-', "_"), package };
        for &profile in profiles {
            succeed(&mut self.build(&made.folder, profile))?;
        }
        match maker {
            Maker::Errcat => {
                write(&made.folder.join("errors.yaml"), &catalogue.yaml_of_crate())?;
                self.generate(&made.folder)?;
            }
            Maker::Peer(peer) => write(&made.folder.join("src/lib.rs"), &(peer.source)(catalogue))?,
        }
        Ok(made)
    }

    /// Observes `errcat generate` without existing outputs.
    pub fn generate(&self, folder: &Path) -> Result<Observation> {
        for generated in ["src", "documents"].map(|name| folder.join(name)).iter().filter(|folder| folder.exists()) {
            fs::remove_dir_all(generated).with_context(|| generated.display().to_string())?;
        }
        self.observe(&self.errcat(folder, &["generate"]))
    }

    /// Running errcat in a folder.
    pub fn errcat(&self, folder: &Path, arguments: &[&str]) -> Command {
        let mut errcat = Command::new(&self.errcat);
        errcat.args(arguments).current_dir(folder);
        errcat
    }

    /// Observes the compilation of only this crate.
    pub fn compile(&self, of: &Crate, profile: Profile) -> Result<Observation> {
        let source = fs::File::options().append(true).open(of.folder.join("src/lib.rs"))?;
        source.set_modified(SystemTime::now())?;
        let mut command = self.build(&of.folder, profile);
        observe::observe_rustc(&mut command, &of.library, &self.record())?;
        succeed(&mut command)?;
        observe::read(&self.record())
    }

    /// Observes a process.
    pub fn observe(&self, command: &Command) -> Result<Observation> {
        observe::observe(command, &self.record())
    }

    /// Observes a build from scratch: cargo's whole wall time, and no memory.
    pub fn cold_build(&self, folder: &Path) -> Result<Observation> {
        let target = folder.join("target");
        if target.exists() {
            fs::remove_dir_all(&target).with_context(|| target.display().to_string())?;
        }
        self.observe(&cargo(folder, &target, &["build", "--quiet"]))
    }
}

/// The line of a manifest for a dependency in a folder.
pub fn dependency(name: &str, folder: &Path) -> String {
    // Rust's debug format is also valid for TOML strings.
    let folder = folder.to_string_lossy();
    format!("{name} = {{ path = {folder:?} }}\n")
}

/// Writes a file, and creates the folders above it.
fn write(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    fs::write(path, text).with_context(|| path.display().to_string())
}
