//! `errcat import`, run as users run it.

#[path = "../support/mod.rs"]
mod support;

mod columns;
mod constants;
mod formats;
mod guide;
mod hostile;
mod openapi;
mod options;
mod placeholders;
mod proto;
mod public;
mod random;
mod round_trips;
mod rust;
mod update;
mod vidu;
mod yaml;

use std::fs;
use std::path::Path;

use errcat::{Catalogue, Code};
use support::{errcat, text};
use tempfile::TempDir;

/// What an import printed.
struct Import {
    status: i32,
    yaml: String,
    /// The findings, then the count of codes.
    findings: String,
}

/// Imports a file with this name and content.
fn import(name: &str, source: impl AsRef<[u8]>, args: &[&str]) -> Import {
    let folder = TempDir::new().expect("a temporary folder can be created");
    fs::write(folder.path().join(name), source).expect("the disk is writable");
    import_in(folder.path(), &[&[name], args].concat())
}

fn import_in(folder: &Path, args: &[&str]) -> Import {
    let output = errcat(folder, &[&["import"], args].concat());
    Import {
        status: output.status.code().expect("it exits"),
        yaml: text(&output.stdout).to_owned(),
        findings: text(&output.stderr).to_owned(),
    }
}

impl Import {
    /// The catalogue, which has no mistakes.
    fn catalogue(&self) -> Catalogue {
        Catalogue::parse("errors.yaml", self.yaml.as_bytes())
            .unwrap_or_else(|mistakes| panic!("{mistakes}\n{}", self.yaml))
    }

    /// The name, the status and the message of each code.
    fn codes(&self) -> Vec<(String, u16, String)> {
        self.catalogue().codes().iter().map(|code| (code.name.clone(), code.http_status, message(code))).collect()
    }

    #[track_caller]
    fn assert_codes(&self, expected: &[(&str, u16, &str)]) {
        let codes = self.codes();
        let codes: Vec<_> = codes.iter().map(|(name, status, message)| (&**name, *status, &**message)).collect();
        assert_eq!(codes, expected, "{}", self.findings);
    }

    #[track_caller]
    fn assert_finds(&self, part: &str) {
        assert!(self.findings.contains(part), "{part:?} is not in:\n{}\n{}", self.findings, self.yaml);
    }
}

fn message(code: &Code) -> String {
    code.message.as_str().to_owned()
}
