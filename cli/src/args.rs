//! The command line.

use std::path::PathBuf;

use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches};

/// What the user asked for.
pub enum Command {
    Check { files: Vec<PathBuf> },
    Generate { file: PathBuf, check: bool },
}

/// Reads the command line. Ends the process with status 2 on a usage error, with 0 after a help text.
pub fn parse() -> Command {
    let matches = cli().get_matches();
    match matches.subcommand() {
        Some(("check", matches)) => Command::Check { files: files(matches) },
        Some(("generate", matches)) => {
            let file = files(matches).swap_remove(0);
            Command::Generate { file, check: matches.get_flag("check") }
        }
        _ => unreachable!("clap lets no other command through"),
    }
}

fn files(matches: &ArgMatches) -> Vec<PathBuf> {
    matches.get_many(FILE).into_iter().flatten().cloned().collect()
}

const FILE: &str = "FILE";

fn cli() -> clap::Command {
    let file = || Arg::new(FILE).value_parser(ValueParser::path_buf()).default_value("errors.yaml");
    let check = Arg::new("check")
        .long("check")
        .action(ArgAction::SetTrue)
        .help("Write nothing; show what is stale and exit with 1 if anything is");
    clap::Command::new("errcat")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Checks error catalogues and generates from them")
        .after_help("Exit status: 0 clean, 1 findings (mistakes, stale output), 2 could not run.")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(
            clap::Command::new("check")
                .about("Shows all mistakes in catalogues")
                .arg(file().num_args(1..).help("The catalogues to check")),
        )
        .subcommand(
            clap::Command::new("generate")
                .about("Writes the outputs of a catalogue")
                .arg(file().help("The catalogue"))
                .arg(check),
        )
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_definition_is_consistent() {
        super::cli().debug_assert();
    }
}
