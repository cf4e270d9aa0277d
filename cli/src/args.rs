//! The command line.

use std::path::PathBuf;

use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::findings::{Format, Output};

/// What the user asked for.
pub enum Command {
    Check { files: Vec<PathBuf>, output: Output },
    Generate { file: PathBuf, check: bool, output: Output },
    Explain { subject: String, file: PathBuf },
}

/// Reads the command line. Exits with status 2 on a usage error, and with 0 after printing a help text.
pub fn parse() -> Command {
    let matches = cli().get_matches();
    match matches.subcommand() {
        Some(("check", matches)) => Command::Check { files: files(matches), output: output(matches) },
        Some(("generate", matches)) => {
            let file = files(matches).swap_remove(0);
            Command::Generate { file, check: matches.get_flag("check"), output: output(matches) }
        }
        Some(("explain", matches)) => {
            let subject = matches.get_one(SUBJECT).cloned().unwrap_or_default();
            Command::Explain { subject, file: files(matches).swap_remove(0) }
        }
        _ => unreachable!("clap accepts no other command"),
    }
}

fn files(matches: &ArgMatches) -> Vec<PathBuf> {
    matches.get_many(FILE).into_iter().flatten().cloned().collect()
}

fn output(matches: &ArgMatches) -> Output {
    let format = match matches.get_one::<String>(FORMAT).map(String::as_str) {
        Some("json") => Format::Json,
        Some("github") => Format::Github,
        _ => Format::Human,
    };
    Output { format, max_findings: matches.get_one(MAX_FINDINGS).copied() }
}

const FILE: &str = "FILE";
const FORMAT: &str = "format";
const MAX_FINDINGS: &str = "max-findings";
const SUBJECT: &str = "WHAT";

fn cli() -> clap::Command {
    let file = || Arg::new(FILE).value_parser(ValueParser::path_buf()).default_value("errors.yaml");
    let check = Arg::new("check")
        .long("check")
        .action(ArgAction::SetTrue)
        .help("Write nothing; show what is stale, and exit with 1 if anything is");
    let format = Arg::new(FORMAT)
        .long(FORMAT)
        .value_parser(["human", "json", "github"])
        .default_value("human")
        .help("How to print findings: for people, as one JSON object per line, or as GitHub workflow commands");
    let max_findings = Arg::new(MAX_FINDINGS)
        .long(MAX_FINDINGS)
        .value_name("N")
        .value_parser(value_parser!(usize))
        .help("Show at most N findings per file [default: 100 in the format human, otherwise all]");
    clap::Command::new("errcat")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Checks error catalogues and generates code from them")
        .after_help("Exit status: 0 clean, 1 findings (mistakes, stale output), 2 could not run.")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(
            clap::Command::new("check")
                .about("Shows all findings in catalogues")
                .arg(file().num_args(1..).help("The catalogues to check"))
                .arg(format.clone())
                .arg(max_findings.clone()),
        )
        .subcommand(
            clap::Command::new("generate")
                .about("Writes the outputs of a catalogue")
                .arg(file().help("The catalogue"))
                .arg(check)
                .arg(format)
                .arg(max_findings),
        )
        .subcommand(
            clap::Command::new("explain")
                .about("Explains a finding, a code of a catalogue or a key of the format")
                .arg(Arg::new(SUBJECT).required(true).help(
                    "The id of a finding, such as unknown-param, a code or its alias, or a key, such as http_status",
                ))
                .arg(file().help("The catalogue to look up the code in")),
        )
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_definition_is_consistent() {
        super::cli().debug_assert();
    }
}
