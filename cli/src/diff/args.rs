//! The command line of `errcat diff`.

use std::ffi::OsString;

use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::verdict::FailOn;
use super::version::{Version, Versions};
use super::{Format, Options};

const OLD: &str = "OLD";
const NEW: &str = "NEW";
const FORMAT: &str = "format";
const FAIL_ON: &str = "fail-on";
const ALLOW_NEW: &str = "allow-new";
const OLD_VERSION: &str = "old-version";
const NEW_VERSION: &str = "new-version";
const OBSERVED: &str = "observed";
const WITNESS: &str = "witness";

const EXAMPLE: &str = "\
OLD and NEW are files, `-` for standard input, or git:REV, the same file in a revision of git; git:REV:PATH is a file that \
had another path, seen from the root of the repository.

Example: what a branch changes, for a release after 1.4.0
  errcat diff git:origin/main --old-version 1.4.0 --new-version 1.5.0

Exit status: 0 no change that --fail-on asks for, or the new version is enough; 1 otherwise; 2 could not run, for example \
because one of the catalogues has mistakes.";

pub fn command() -> Command {
    Command::new("diff")
        .about("Shows what changed between two versions of a catalogue, what that breaks, and the release it needs")
        .after_help(EXAMPLE)
        .arg(version_argument(OLD).required(true).help("The version from before"))
        .arg(version_argument(NEW).default_value("errors.yaml").help("The version of now"))
        .arg(option(FORMAT).value_parser(["human", "json", "github", "markdown", "junit"]).default_value("human").help(
            "How to print changes: for people, as a JSON document, as GitHub workflow commands, as a comment for a pull \
             request, or as test results",
        ))
        .arg(
            option(FAIL_ON)
                .value_parser(["major", "minor", "patch", "none"])
                .default_value("major")
                .help("Exit with 1 if a change needs this release or a greater one"),
        )
        .arg(
            option(ALLOW_NEW)
                .action(ArgAction::SetTrue)
                .help("If OLD doesn't have the catalogue yet, nothing has changed: a new one breaks nothing"),
        )
        .arg(
            version(OLD_VERSION)
                .requires(NEW_VERSION)
                .help("Judge whether NEW_VERSION is enough after this version, by Cargo's rules, instead of --fail-on"),
        )
        .arg(version(NEW_VERSION).requires(OLD_VERSION).help("The version to be released"))
        .arg(option(OBSERVED).value_name("FILE").value_parser(ValueParser::path_buf()).help(
            "Names of codes with how often each was seen, as `name,count` or as JSON objects, one on a line: says it of each \
             name that goes",
        ))
        .arg(option(WITNESS).value_name("CHANGE").help(
            "Show what proves a change, such as code-removed or code-removed:SoldOut: a program that no longer compiles, and \
             what is sent and how both versions read it",
        ))
}

/// A version of a catalogue: a path need not be UTF-8.
fn version_argument(name: &'static str) -> Arg {
    Arg::new(name).value_parser(ValueParser::os_string())
}

fn option(name: &'static str) -> Arg {
    Arg::new(name).long(name)
}

fn version(name: &'static str) -> Arg {
    option(name).value_name("VERSION").value_parser(|text: &str| text.parse::<Version>())
}

/// Reads the options, all of which `command` has checked.
pub fn options(matches: &ArgMatches) -> Options {
    let path = |name| matches.get_one::<OsString>(name).cloned().unwrap_or_default();
    let text = |name| matches.get_one::<String>(name).cloned();
    let version = |name| matches.get_one::<Version>(name).copied();
    Options {
        old: path(OLD),
        new: path(NEW),
        format: match text(FORMAT).as_deref() {
            Some("json") => Format::Json,
            Some("github") => Format::Github,
            Some("markdown") => Format::Markdown,
            Some("junit") => Format::Junit,
            _ => Format::Human,
        },
        fail_on: FailOn::named(text(FAIL_ON).as_deref().unwrap_or_default()),
        allow_new: matches.get_flag(ALLOW_NEW),
        versions: version(OLD_VERSION).zip(version(NEW_VERSION)).map(|(old, new)| Versions { old, new }),
        observed: matches.get_one(OBSERVED).cloned(),
        witness: text(WITNESS),
    }
}
