//! Programs of others that read what errcat writes.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::{are_installed, installed, leave_out, repository, succeed};

/// The programs in a language that `tests/install` installs for a package of tests.
#[derive(Clone, Copy, Debug)]
pub struct Tools {
    package: &'static str,
    language: Language,
}

#[derive(Clone, Copy, Debug)]
enum Language {
    Python,
    Node,
}

impl Tools {
    /// The Python programs of a package of tests.
    #[must_use]
    pub const fn python(package: &'static str) -> Self {
        Self { package, language: Language::Python }
    }

    /// The JavaScript programs of a package of tests.
    #[must_use]
    pub const fn node(package: &'static str) -> Self {
        Self { package, language: Language::Node }
    }

    /// Whether the programs are installed in the versions that the tests expect. If not, this says that `what` is left out.
    ///
    /// # Panics
    ///
    /// They are not, though `REQUIRED_PEERS` names the language.
    #[must_use]
    pub fn are_there(self, what: &str) -> bool {
        let (package, name) = (self.package, self.name());
        let are_installed = are_installed(package, name);
        if !are_installed {
            leave_out(name, &format!("{what}, for which `bash tests/install {package} {name}` has not been run"));
        }
        are_installed
    }

    fn name(self) -> &'static str {
        match self.language {
            Language::Python => "python",
            Language::Node => "node",
        }
    }

    /// Where the programs are.
    #[must_use]
    pub fn folder(self) -> PathBuf {
        installed(self.package, self.name())
    }

    /// Runs one of the package's own programs, or the program of an installed one, in a folder.
    ///
    /// # Panics
    ///
    /// It doesn't start.
    #[must_use]
    pub fn run(self, program: &str, folder: &Path, arguments: &[&str]) -> Output {
        let own = repository().join("tests").join(self.package).join(self.name()).join(program);
        let program = if own.is_file() { own } else { self.folder().join(self.programs()).join(program) };
        let mut command = match self.language {
            Language::Python => Command::new(self.folder().join("bin/python")),
            Language::Node => Command::new("node"),
        };
        command.env("PYTHONDONTWRITEBYTECODE", "1").env("NODE_PATH", self.folder().join("node_modules"));
        command.arg(program).args(arguments).current_dir(folder).output().expect("the program starts")
    }

    fn programs(self) -> &'static str {
        match self.language {
            Language::Python => "bin",
            Language::Node => "node_modules",
        }
    }

    /// Runs a program that must succeed, and returns what it prints.
    ///
    /// # Panics
    ///
    /// It fails.
    #[allow(clippy::must_use_candidate, reason = "callers may want only the check")]
    pub fn succeed(self, program: &str, folder: &Path, arguments: &[&str]) -> String {
        succeed(&self.run(program, folder, arguments))
    }
}
