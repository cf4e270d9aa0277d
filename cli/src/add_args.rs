//! The command line of `errcat add`.

use clap::{Arg, ArgMatches, Command, value_parser};
use errcat::NewCode;

const EXAMPLES: &str = "\
Example:
  errcat add sold_out --status 409 --message 'only {left} of {article} left'

The code gets the next free number if the others have numbers. Placeholders become params.";

pub fn command() -> Command {
    Command::new("add")
        .about("Adds a code to a catalogue, and leaves everything else in the file as it is")
        .after_help(EXAMPLES)
        .arg(Arg::new("NAME").required(true).help("The name of the code on the wire"))
        .arg(Arg::new("message").long("message").help("The message [default: the name in words]"))
        .arg(
            Arg::new("status")
                .long("status")
                .value_parser(value_parser!(u16).range(200..=599))
                .help("The HTTP status [default: that of the catalogue]"),
        )
        .arg(Arg::new("description").long("description").help("What the code means"))
        .arg(
            Arg::new("after")
                .long("after")
                .value_name("CODE")
                .help("The code to add it behind [default: the last one]"),
        )
}

pub fn read(matches: &ArgMatches) -> NewCode {
    let text = |name| matches.get_one::<String>(name).cloned();
    let mut code = NewCode::default();
    code.name = text("NAME").unwrap_or_default();
    code.message = text("message");
    code.http_status = matches.get_one("status").copied();
    code.description = text("description");
    code.after = text("after");
    code
}
