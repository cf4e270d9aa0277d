//! A guide as a script: its shell blocks are run, its files are written, in the order in which they are shown.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use end_to_end_tests::{command, repository, succeed};
use tempfile::TempDir;

/// A guide's steps and what it says they show.
pub struct Guide {
    script: String,
    /// The blocks of text and JSON.
    pub shown: Vec<String>,
}

impl Guide {
    /// Reads a part of a document: what comes before the first `end` after `start`.
    pub fn read(document: &str, start: &str, end: &str) -> Self {
        let path = repository().join(document);
        let text = fs::read_to_string(&path).expect("the document is there");
        let text = text.replace("path/to/this/checkout", &repository().display().to_string());
        let (_, part) = text.split_once(start).unwrap_or_else(|| panic!("{document} has no {start:?}"));
        Self::parse(part.split_once(end).map_or(part, |(part, _)| part))
    }

    fn parse(text: &str) -> Self {
        let mut this = Self { script: String::new(), shown: Vec::new() };
        let (mut lines, mut file) = (text.lines(), "");
        while let Some(line) = lines.next() {
            let Some(language) = line.trim_start().strip_prefix("```") else {
                file = line.split('`').skip(1).step_by(2).last().unwrap_or(file);
                continue;
            };
            let indent = line.len() - line.trim_start().len();
            let block = lines.by_ref().take_while(|line| line.trim_start() != "```");
            let block: Vec<_> = block.map(|line| format!("{}\n", line.get(indent..).unwrap_or_default())).collect();
            let block = block.concat();
            match language {
                "sh" => this.script += &block,
                "text" | "json" => this.shown.push(block),
                _ => this.script.extend(["cat > ", file, " << 'END OF FILE'\n", &block, "END OF FILE\n"]),
            }
        }
        this
    }

    /// Replaces a text in all steps.
    pub fn replace(mut self, from: &str, to: &str) -> Self {
        assert!(self.script.contains(from), "{from} is not in:\n{}", self.script);
        self.script = self.script.replace(from, to);
        self
    }

    /// Follows the guide in a folder, and returns what the commands print.
    pub fn follow(&self, folder: &Path) -> String {
        let script = ["set -e\n", &self.script].concat();
        succeed(&shell(folder).args(["-c", &script]).output().expect("there is a shell"))
    }
}

/// An empty folder.
pub fn folder() -> TempDir {
    TempDir::new().expect("a temporary folder can be created")
}

/// Where all guides build: errcat is compiled once.
pub fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("guides")
}

/// Whether there is a shell to follow guides in.
pub fn has_shell() -> bool {
    Command::new("sh").args(["-c", "true"]).output().is_ok()
}

/// A shell that finds the installed `errcat`.
pub fn shell(folder: &Path) -> Command {
    install();
    uninstalled_shell(folder)
}

fn uninstalled_shell(folder: &Path) -> Command {
    let root = target().join("installed");
    let mut path = vec![root.join("bin"), Path::new(env!("CARGO")).parent().expect("cargo is in a folder").into()];
    path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    let mut shell = command("sh", folder, &target());
    shell.env("PATH", std::env::join_paths(path).expect("the folders have no separators in their names"));
    // An optimized program takes minutes to compile.
    shell.env("CARGO_INSTALL_ROOT", root).env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
    shell
}

/// Installs `errcat` as the README says.
fn install() {
    static INSTALLED: OnceLock<()> = OnceLock::new();
    INSTALLED.get_or_init(|| {
        let readme = fs::read_to_string(repository().join("README.md")).expect("there is a README");
        let line = readme.lines().find(|line| line.starts_with("cargo install ")).expect("the README installs errcat");
        let line = line.replace("path/to/this/checkout", &repository().display().to_string());
        let output = uninstalled_shell(&repository()).args(["-c", &line]).output();
        succeed(&output.expect("there is a shell"));
    });
}
