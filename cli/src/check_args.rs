//! The command line of `errcat check`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::ValueParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::{FILE, cli, file_argument, files, output};
use crate::check::CheckOptions;
use crate::diff;

const BASE: &str = "base";
const DENY_WARNINGS: &str = "deny-warnings";
const OPENAPI: &str = "openapi";

pub fn command() -> Command {
    let openapi = Arg::new(OPENAPI).long(OPENAPI).value_name("DESCRIPTION").value_parser(ValueParser::path_buf()).help(
        "Compare the error responses of this API description (OpenAPI 3.0 to 3.2, JSON or YAML) with the operations",
    );
    let base = Arg::new(BASE)
        .long(BASE)
        .value_name("OLD")
        .value_parser(ValueParser::os_string())
        .help("Find accepted changes that are none since this version, a file or git:REV, as for `errcat diff`");
    let deny_warnings = Arg::new(DENY_WARNINGS)
        .long(DENY_WARNINGS)
        .action(ArgAction::SetTrue)
        .help("Exit with 1 if there are warnings");
    Command::new("check")
        .about("Shows all findings in catalogues")
        .arg(file_argument().num_args(1..).help("The catalogues to check; `-` reads one from standard input"))
        .arg(openapi)
        .arg(base)
        .arg(deny_warnings)
}

/// Reads the files and the options. Exits with status 2 if several files have one file from before.
pub fn read(matches: &ArgMatches) -> (Vec<PathBuf>, CheckOptions) {
    let (files, base) = (files(matches), matches.get_one::<OsString>(BASE));
    if let Some(base) = base.filter(|base| files.len() > 1 && diff::revision(base).is_none()) {
        let base = crate::print::shown(base.as_ref());
        let message = format!("`{base}` is the version from before of one {FILE}; git:REV has one of each");
        cli().error(ErrorKind::ArgumentConflict, message).exit()
    }
    let options = CheckOptions {
        openapi: matches.get_one(OPENAPI).cloned(),
        base: base.cloned(),
        deny_warnings: matches.get_flag(DENY_WARNINGS),
        output: output(matches),
    };
    (files, options)
}
