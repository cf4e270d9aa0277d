//! The command line of `errcat import`.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use errcat::{ImportOptions, SourceFormat};

use crate::import::Target;

const FILE: &str = "FILE";
const AS: &str = "as";
const COLUMN: &str = "column";
const NAME: &str = "name";
const STATUS: &str = "status";
const TABLE: &str = "table";
const COMPARE: &str = "compare";
const UPDATE: &str = "update";

const EXAMPLES: &str = "\
Examples:
  errcat import errors.csv > errors.yaml
  errcat import errors.csv --compare errors.yaml
  errcat import page.html --table \"JSON error codes\" --column code=Constant --column team=Owner --status 400

FIELD is code, number, status, message, description, help, params, aliases or docs_url; any other name is that of an
attribute. HEADING is a column's heading, or its position: '#2'. Columns that aren't named are guessed.

What could not be imported, or had to be changed, is shown on standard error. Exit status: 0 nothing is missing,
1 something is, or --compare found a difference, 2 could not run.";

pub fn command() -> Command {
    let formats = SourceFormat::ALL.map(|(name, _)| name);
    Command::new("import")
        .about("Makes a catalogue of a table, a page or a file of other software, and prints it")
        .after_help(EXAMPLES)
        .arg(
            Arg::new(FILE)
                .required(true)
                .value_parser(ValueParser::path_buf())
                .help("The file to read; `-` reads standard input"),
        )
        .arg(
            Arg::new(AS)
                .long(AS)
                .value_name("FORMAT")
                .value_parser(PossibleValuesParser::new(formats))
                .help("What the file is, if that is not to be guessed"),
        )
        .arg(
            Arg::new(COLUMN)
                .long(COLUMN)
                .value_name("FIELD=HEADING")
                .value_parser(column)
                .action(ArgAction::Append)
                .help("What a column is"),
        )
        .arg(Arg::new(TABLE).long(TABLE).value_name("TITLE").action(ArgAction::Append).help(
            "Read only the tables below this heading, or at this position: '#2'; in a language, the enum of this name",
        ))
        .arg(
            Arg::new(STATUS)
                .long(STATUS)
                .value_parser(value_parser!(u16).range(200..=599))
                .help("The HTTP status of codes to which the source gives none"),
        )
        .arg(
            Arg::new(COMPARE)
                .long(COMPARE)
                .value_name("CATALOGUE")
                .value_parser(ValueParser::path_buf())
                .help("Show what the file says that this catalogue doesn't, and the reverse"),
        )
        .arg(
            Arg::new(UPDATE)
                .long(UPDATE)
                .value_name("CATALOGUE")
                .value_parser(ValueParser::path_buf())
                .conflicts_with(COMPARE)
                .help("Bring what the file says into this catalogue, and leave everything else in it as it is"),
        )
        .arg(Arg::new(NAME).long(NAME).help("The name of the catalogue"))
}

pub fn read(matches: &ArgMatches) -> super::Command {
    let mut options = ImportOptions::default();
    let format = matches.get_one::<String>(AS);
    options.format =
        format.and_then(|wanted| SourceFormat::ALL.into_iter().find(|(name, _)| name == wanted)).map(|it| it.1);
    options.columns = matches.get_many(COLUMN).into_iter().flatten().cloned().collect();
    options.tables = matches.get_many(TABLE).into_iter().flatten().cloned().collect();
    options.http_status = matches.get_one(STATUS).copied();
    options.name = matches.get_one(NAME).cloned();
    let file = matches.get_one::<PathBuf>(FILE).cloned().expect("it is required");
    let path = |name| matches.get_one::<PathBuf>(name).cloned();
    let target = match (path(COMPARE), path(UPDATE)) {
        (Some(catalogue), _) => Target::Compare(catalogue),
        (_, Some(catalogue)) => Target::Update(catalogue),
        (None, None) => Target::Print,
    };
    super::Command::Import { file, options, target, output: super::output(matches) }
}

/// A field and the heading of its column.
fn column(argument: &str) -> Result<(String, String), String> {
    let (field, heading) = argument.split_once('=').ok_or("write FIELD=HEADING, such as code=\"Error Code\"")?;
    let is_name = field.starts_with(|c: char| c.is_ascii_lowercase())
        && field.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if is_name {
        Ok((field.to_owned(), heading.to_owned()))
    } else {
        Err(format!("`{field}` is no name in snake_case"))
    }
}
