//! The command line.

#[path = "add_args.rs"]
mod add_args;
#[path = "check_args.rs"]
mod check_args;
#[path = "import_args.rs"]
mod import_args;
#[path = "init_args.rs"]
mod init_args;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::builder::ValueParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, value_parser};
use clap_complete::Shell;
use clap_mangen::Man;

use errcat::{ImportOptions, NewCode};

use crate::check::CheckOptions;
use crate::diff;
use crate::findings::{Format, Output};
use crate::import::Target;
use crate::init::InitOptions;
use crate::print;

/// What the user asked for.
pub enum Command {
    Check { files: Vec<PathBuf>, options: CheckOptions },
    Generate { files: Vec<PathBuf>, check: bool, output: Output },
    Diff(diff::Options),
    List { what: Listed, file: PathBuf, output: Output },
    Explain { subject: String, file: PathBuf },
    Init { options: InitOptions, output: Output },
    Import { file: PathBuf, options: ImportOptions, target: Target, output: Output },
    Add { file: PathBuf, code: NewCode, output: Output },
    Schema { file: Option<PathBuf> },
    Completions { shell: Shell },
    Man { folder: PathBuf },
}

/// What `errcat list` lists.
#[derive(Clone, Copy, PartialEq)]
pub enum Listed {
    Codes,
    Operations,
}

/// Reads the command line. Exits with status 2 on a usage error, and with 0 after printing a help text.
pub fn parse() -> Command {
    let matches = cli().get_matches();
    match matches.subcommand() {
        Some(("check", matches)) => {
            let (files, options) = check_args::read(matches);
            Command::Check { files, options }
        }
        Some(("generate", matches)) => {
            Command::Generate { files: files(matches), check: matches.get_flag("check"), output: output(matches) }
        }
        Some(("diff", matches)) => Command::Diff(diff::args::options(matches)),
        Some(("list", matches)) => {
            let (what, file) = listed(matches);
            Command::List { what, file, output: Output { format: format(matches), max_findings: None } }
        }
        Some(("explain", matches)) => {
            let subject = matches.get_one(SUBJECT).cloned().unwrap_or_default();
            Command::Explain { subject, file: files(matches).swap_remove(0) }
        }
        Some(("init", matches)) => {
            let output = Output { format: Format::Human, max_findings: None };
            Command::Init { options: init_args::read(matches), output }
        }
        Some(("add", matches)) => {
            let output = Output { format: Format::Human, max_findings: None };
            Command::Add { file: files(matches).swap_remove(0), code: add_args::read(matches), output }
        }
        Some(("import", matches)) => import_args::read(matches),
        Some(("schema", matches)) => Command::Schema { file: matches.get_one::<PathBuf>(FILE).cloned() },
        Some(("completions", matches)) => {
            Command::Completions { shell: *matches.get_one(SHELL).expect("it is required") }
        }
        Some(("man", matches)) => {
            Command::Man { folder: matches.get_one::<PathBuf>(FOLDER).cloned().expect("it has a default") }
        }
        _ => unreachable!("clap accepts no other command"),
    }
}

/// Prints the script that completes command lines in a shell.
pub fn completions(shell: Shell) -> io::Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut cli(), "errcat", &mut script);
    print::result(String::from_utf8_lossy(&script))
}

/// Writes the manual into a folder: a page for errcat and one for each command.
pub fn manual(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut cli = cli();
    cli.build();
    let commands = cli.get_subcommands().map(|command| (format!("errcat-{}", command.get_name()), command.clone()));
    for (name, command) in [("errcat".to_owned(), cli.clone())].into_iter().chain(commands) {
        let mut page = Vec::new();
        Man::new(command).title(&name).render(&mut page)?;
        fs::write(folder.join(format!("{name}.1")), page)?;
    }
    Ok(())
}

fn files(matches: &ArgMatches) -> Vec<PathBuf> {
    matches.get_many(FILE).into_iter().flatten().cloned().collect()
}

/// What to list, and from which file: the first of both can be left out.
fn listed(matches: &ArgMatches) -> (Listed, PathBuf) {
    let default = || PathBuf::from(DEFAULT_FILE);
    let argument = |name| matches.get_one::<PathBuf>(name).cloned();
    let (first, second) = (argument(SUBJECT).unwrap_or_else(default), argument(FILE));
    match (first.to_str(), second) {
        (Some("codes"), file) => (Listed::Codes, file.unwrap_or_else(default)),
        (Some("operations"), file) => (Listed::Operations, file.unwrap_or_else(default)),
        (_, None) => (Listed::Codes, first),
        (_, Some(_)) => {
            let message = format!("`{}` can't be listed: it is neither `codes` nor `operations`", print::shown(&first));
            cli().error(ErrorKind::InvalidValue, message).exit()
        }
    }
}

fn format(matches: &ArgMatches) -> Format {
    match matches.get_one::<String>(FORMAT).map(String::as_str) {
        Some("json") => Format::Json,
        Some("github") => Format::Github,
        _ => Format::Human,
    }
}

fn output(matches: &ArgMatches) -> Output {
    Output { format: format(matches), max_findings: matches.get_one(MAX_FINDINGS).copied() }
}

const DEFAULT_FILE: &str = "errors.yaml";
const FILE: &str = "FILE";
const FOLDER: &str = "FOLDER";
const FORMAT: &str = "format";
const MAX_FINDINGS: &str = "max-findings";
const SHELL: &str = "SHELL";
const SUBJECT: &str = "WHAT";

fn cli() -> clap::Command {
    clap::Command::new("errcat")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Checks error catalogues and generates code from them")
        .after_help("Exit status: 0 clean, 1 findings (mistakes, stale output, breaking changes), 2 could not run.")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(check_args::command().arg(format_argument()).arg(max_findings_argument()))
        .subcommand(generate_command())
        .subcommand(diff::args::command())
        .subcommand(list_command())
        .subcommand(explain_command())
        .subcommand(init_args::command())
        .subcommand(add_args::command().arg(file_argument().help("The catalogue")))
        .subcommand(import_args::command().arg(format_argument()).arg(max_findings_argument()))
        .subcommand(schema_command())
        .subcommand(
            clap::Command::new("completions")
                .about("Prints a script that completes command lines in a shell")
                .arg(Arg::new(SHELL).required(true).value_parser(value_parser!(Shell)).help("The shell")),
        )
        .subcommand(clap::Command::new("man").about("Writes the manual pages").arg(
            Arg::new(FOLDER).value_parser(ValueParser::path_buf()).default_value(".").help("The folder to write to"),
        ))
}

fn generate_command() -> clap::Command {
    let check = Arg::new("check")
        .long("check")
        .action(ArgAction::SetTrue)
        .help("Write nothing; show what is stale, and exit with 1 if anything is");
    clap::Command::new("generate")
        .about("Writes the outputs of catalogues")
        .arg(file_argument().num_args(1..).help("The catalogues"))
        .arg(check)
        .arg(format_argument())
        .arg(max_findings_argument())
}

fn list_command() -> clap::Command {
    let listed = Arg::new(SUBJECT)
        .value_parser(ValueParser::path_buf())
        .help("`codes` or `operations` [default: codes]; can be left out before FILE");
    let file = Arg::new(FILE)
        .value_parser(ValueParser::path_buf())
        .help("The catalogue; `-` reads it from standard input [default: errors.yaml]");
    let format = Arg::new(FORMAT)
        .long(FORMAT)
        .value_parser(["human", "json"])
        .default_value("human")
        .help("How to print them: for people, or as one JSON object per line, with all that is known");
    clap::Command::new("list")
        .about("Lists the codes of a catalogue (status, name and message), or its operations with their codes")
        .arg(listed)
        .arg(file)
        .arg(format)
}

fn explain_command() -> clap::Command {
    let subject = Arg::new(SUBJECT).required(true).help(
        "The id of a finding, such as unknown-param; a key, such as http_status; a code's name, alias or number; the \
         name of an operation or a group; an HTTP status; or a message, a JSON body, or a line of a log with one of them",
    );
    clap::Command::new("explain")
        .about(
            "Explains a finding, a key of the format, a code, an operation or a group of a catalogue, or a message or body that a \
             client received",
        )
        .arg(subject)
        .arg(file_argument().help("The catalogue to look up the code in"))
        .after_help("Example: errcat explain 'field is missing or empty: prompt'")
}

fn schema_command() -> clap::Command {
    let file = Arg::new(FILE).value_parser(ValueParser::path_buf()).help(
        "A catalogue whose params, attributes, codes and groups the schema offers; `-` reads it from standard input",
    );
    clap::Command::new("schema")
        .about("Prints the JSON Schema of catalogues, with which editors complete and check them")
        .arg(file)
        .after_help(
            "Example: errcat schema > errors.schema.json\n\n\
             Then start errors.yaml with this line:\n\
             # yaml-language-server: $schema=errors.schema.json",
        )
}

fn file_argument() -> Arg {
    Arg::new(FILE).value_parser(ValueParser::path_buf()).default_value(DEFAULT_FILE)
}

fn format_argument() -> Arg {
    Arg::new(FORMAT)
        .long(FORMAT)
        .value_parser(["human", "json", "github"])
        .default_value("human")
        .help("How to print findings: for people, as one JSON object per line, or as GitHub workflow commands")
}

fn max_findings_argument() -> Arg {
    Arg::new(MAX_FINDINGS)
        .long(MAX_FINDINGS)
        .value_name("N")
        .value_parser(value_parser!(usize))
        .help("Show at most N findings per file [default: 100 in the format human, otherwise all]")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_definition_is_consistent() {
        super::cli().debug_assert();
    }
}
