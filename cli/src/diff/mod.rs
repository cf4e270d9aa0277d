//! `errcat diff`.

pub mod args;
mod git;
mod observed;
mod report;
mod side;
mod verdict;
mod version;
mod witness;

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};

use errcat::{Catalogue, Change, Diff};

use crate::Outcome;
use crate::print::{self, shown};
use observed::Observed;
use side::Side;
pub use side::revision;
use verdict::{FailOn, Verdict};
use version::Versions;

/// What the user asked for.
pub struct Options {
    old: OsString,
    new: OsString,
    format: Format,
    fail_on: FailOn,
    /// Whether OLD need not have the catalogue.
    allow_new: bool,
    versions: Option<Versions>,
    observed: Option<PathBuf>,
    witness: Option<String>,
}

/// How to print changes.
#[derive(Clone, Copy)]
enum Format {
    Human,
    Json,
    Github,
    Markdown,
    Junit,
}

/// What the reports are made from.
struct Report<'r> {
    diff: &'r Diff<'r>,
    old: &'r Side,
    new: &'r Side,
    verdict: Verdict,
    observed: Option<Observed>,
}

/// Reads the version from before that a catalogue is checked against.
pub fn base(name: &OsStr, file: &Path) -> io::Result<Catalogue> {
    let [base, _] = side::both(name, file.as_os_str())?;
    base.load()
}

/// Shows what changed between two versions of a catalogue, and judges it.
pub fn diff(options: &Options) -> io::Result<Outcome> {
    let [old, new] = side::both(&options.old, &options.new)?;
    let old_catalogue = if options.allow_new && old.is_missing()? { None } else { Some(old.load()?) };
    let new_catalogue = new.load()?;
    if old_catalogue.is_none() {
        print::note(format_args!("the catalogue is new: there is none in {}", shown(Path::new(&options.old))));
    }
    let diff = errcat::diff(old_catalogue.as_ref().unwrap_or(&new_catalogue), &new_catalogue);
    if let Some(subject) = &options.witness {
        print::result(witness::text(&diff, subject)?)?;
        return Ok(Outcome::Clean);
    }
    let observed = options.observed.as_deref().map(Observed::read).transpose()?;
    let verdict = Verdict::of(&diff, options.fail_on, options.versions);
    let report = Report { diff: &diff, old: &old, new: &new, verdict, observed };
    print::result(match options.format {
        Format::Human => report.human(),
        Format::Json => report.json(),
        Format::Github => report.github(),
        Format::Markdown => report.markdown(),
        Format::Junit => report.junit(),
    })?;
    Ok(if report.verdict.is_failure() { Outcome::Findings } else { Outcome::Clean })
}

impl Report<'_> {
    /// What the change is, and how often clients met what it is about.
    fn message(&self, change: &Change) -> String {
        match self.seen(change) {
            None => change.message().to_owned(),
            Some(0) => format!("{}; never seen", change.message()),
            Some(1) => format!("{}; seen once", change.message()),
            Some(count) => format!("{}; seen {count} times", change.message()),
        }
    }

    /// How often a name that is no longer sent or read as before was seen.
    fn seen(&self, change: &Change) -> Option<u64> {
        self.observed.as_ref()?.count(change)
    }
}
