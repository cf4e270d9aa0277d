//! The command line of `errcat init`.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::init::InitOptions;

const EXAMPLES: &str = "\
Example:
  cargo new shop && cd shop
  errcat init --integration axum --write
  cargo build

Without --write nothing is written: the files are shown. No file is overwritten; Cargo.toml keeps its formatting.";

const FEATURES: [&str; 7] = ["serde", "http", "http-body", "axum", "actix-web", "tonic", "utoipa"];

pub fn command() -> Command {
    let path = |name: &'static str| Arg::new(name).long(name).value_parser(ValueParser::path_buf());
    Command::new("init")
        .about("Shows or writes what a package needs to have a catalogue of its own")
        .after_help(EXAMPLES)
        .arg(Arg::new("name").long("name").help("The name of the catalogue [default: that of the package]"))
        .arg(path("from").value_name("FILE").help("Import the catalogue from this file, as `errcat import` does"))
        .arg(
            Arg::new("integration")
                .long("integration")
                .value_name("FEATURE")
                .value_parser(PossibleValuesParser::new(FEATURES))
                .action(ArgAction::Append)
                .help("Generate this integration, and add the dependencies it needs"),
        )
        .arg(path("checkout").value_name("FOLDER").help("Depend on errcat in this checkout, not on crates.io"))
        .arg(Arg::new("write").long("write").action(ArgAction::SetTrue).help("Write the files"))
}

pub fn read(matches: &ArgMatches) -> InitOptions {
    let path = |name| matches.get_one::<PathBuf>(name).cloned();
    InitOptions {
        name: matches.get_one("name").cloned(),
        from: path("from"),
        integrations: matches.get_many("integration").into_iter().flatten().cloned().collect(),
        checkout: path("checkout"),
        write: matches.get_flag("write"),
    }
}
