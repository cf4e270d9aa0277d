//! The command line.

use clap::{Arg, ArgAction, ArgMatches};

use crate::plan::Plan;
use crate::rows::SECTIONS;

/// What the user asked for.
pub enum Command {
    Targets { plan: Plan, only: Option<String>, write: bool },
    Counts { bless: bool },
    Shapes,
}

/// Reads the command line. Exits with status 2 on a usage error, and with 0 after printing a help text.
pub fn parse() -> Command {
    let matches = cli().get_matches();
    match matches.subcommand() {
        Some(("quick", matches)) => targets(Plan::QUICK, matches),
        Some(("full", matches)) => targets(Plan::FULL, matches),
        Some(("smoke", matches)) => targets(Plan::SMOKE, matches),
        Some(("counts", matches)) => Command::Counts { bless: matches.get_flag(BLESS) },
        Some(("shapes", _)) => Command::Shapes,
        _ => unreachable!("clap accepts no other command"),
    }
}

fn targets(plan: Plan, matches: &ArgMatches) -> Command {
    Command::Targets { plan, only: matches.get_one(ONLY).cloned(), write: matches.get_flag(WRITE) }
}

const BLESS: &str = "bless";
const ONLY: &str = "only";
const WRITE: &str = "write";

fn cli() -> clap::Command {
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    let only = Arg::new(ONLY)
        .long(ONLY)
        .value_name("SECTION")
        .value_parser(SECTIONS.map(|section| section.name))
        .help("Measure only one part");
    let targets = |name: &'static str, about: &'static str| {
        let write =
            flag(WRITE).conflicts_with(ONLY).help("Write the results into bench/README.md, and the plot next to it");
        clap::Command::new(name).about(about).args([only.clone(), write])
    };
    let bless = flag(BLESS).help("Record the counts as the new baseline");
    clap::Command::new("errcat-bench")
        .about("Measures errcat and the generated code against their targets")
        .subcommand_required(true)
        .subcommands([
            targets(
                "quick",
                "Measures all targets in minutes, with smaller catalogues for the targets with large ones",
            ),
            targets("full", "Measures all targets at full size, in about 20 minutes"),
            targets("smoke", "Checks that everything still runs; the figures mean nothing"),
            clap::Command::new("counts")
                .about("Counts the instructions of the hot paths, and fails if there are 10 % more than recorded")
                .arg(bless),
            clap::Command::new("shapes")
                .about("Counts the instructions for catalogues that are made to take long, and fails if they grow faster than the catalogue"),
        ])
}
