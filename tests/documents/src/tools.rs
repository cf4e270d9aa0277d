//! Tools that read documents.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use end_to_end_tests::{are_installed, installed, leave_out, repository, succeed};

const PACKAGE: &str = "documents";

/// The tools in a language, which `tests/install` installs.
#[derive(Clone, Copy, Debug)]
pub enum Tools {
    /// openapi-spec-validator.
    Python,
    /// Redocly's linter, openapi-typescript and tsc.
    Node,
}

impl Tools {
    /// Whether the tools are installed in the versions that the tests expect. If not, this says that `what` is left out.
    ///
    /// # Panics
    ///
    /// They are not, though `REQUIRED_PEERS` names the language.
    #[must_use]
    pub fn are_there(self, what: &str) -> bool {
        let name = self.name();
        let are_installed = are_installed(PACKAGE, name);
        if !are_installed {
            leave_out(name, &format!("{what}, for which `bash tests/install documents {name}` has not been run"));
        }
        are_installed
    }

    fn name(self) -> &'static str {
        match self {
            Self::Python => "python",
            Self::Node => "node",
        }
    }

    fn folder(self) -> PathBuf {
        installed(PACKAGE, self.name())
    }

    /// Runs one of this package's programs, or the program of an npm package, in a folder.
    ///
    /// # Panics
    ///
    /// It doesn't start.
    #[must_use]
    pub fn run(self, program: &str, folder: &Path, arguments: &[&str]) -> Output {
        let mut command = match self {
            Self::Python => Command::new(self.folder().join("bin/python")),
            Self::Node => Command::new("node"),
        };
        let own = sources().join(self.name()).join(program);
        let modules = self.folder().join("node_modules");
        let program = if own.is_file() { own } else { modules.join(program) };
        command.env("PYTHONDONTWRITEBYTECODE", "1").env("NODE_PATH", modules);
        command.arg(program).args(arguments).current_dir(folder).output().expect("the program starts")
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

fn sources() -> PathBuf {
    repository().join("tests").join(PACKAGE)
}
