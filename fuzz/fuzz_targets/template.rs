//! Any text as a message.
//!
//! Nothing panics. A message is accepted where the grammar of messages, written down here a second time, accepts it. Then
//! the table holds it as it was, its pieces joined are the message, and the table names its params by first use.

#![no_main]

use errcat::Catalogue;
use errcat_fuzz::{Rust, check_findings, quoted};
use libfuzzer_sys::fuzz_target;

#[allow(dead_code)]
#[path = "../../codegen/runtime/hash.rs"]
mod hash;

#[allow(dead_code)]
#[path = "../../codegen/runtime/template.rs"]
mod template;

use template::{Piece, Pieces};

const PARAMS: [&str; 3] = ["a", "ab", "field_name"];

fuzz_target!(|message: &str| {
    let params = PARAMS.join(": string, ");
    let yaml = format!(
        "errcat: 1\ncatalogue: {{name: Shop}}\nparams: {{{params}: string}}\ncodes:\n  SoldOut:\n    http_status: 409\n    \
         message: {}\n",
        quoted(message)
    );
    match (Catalogue::parse("errors.yaml", yaml.as_bytes()), params_of(message)) {
        (Ok(catalogue), Some(params)) => {
            if let Some(warnings) = catalogue.warnings() {
                check_findings(warnings, yaml.as_bytes());
            }
            let rows = Rust::render(&catalogue).rows();
            let cell = |index: usize| rows[0].cells.get(index).map_or("", |cell| cell);
            assert_eq!(cell(1), message);
            assert_eq!(cell(3), params.join(" "));
            let joined: String = Pieces(cell(1)).map(text_of).collect();
            assert_eq!(joined, message);
        }
        (Err(mistakes), None) => {
            check_findings(&mistakes, yaml.as_bytes());
            let mut ids = mistakes.iter().map(errcat::Diagnostic::id);
            assert!(ids.any(|id| ["bad-template", "unknown-param"].contains(&id)), "{mistakes}");
        }
        (Ok(_), None) => panic!("accepted: {message:?}"),
        (Err(mistakes), Some(_)) => panic!("not accepted: {message:?}\n{mistakes}"),
    }
});

fn text_of(piece: Piece) -> String {
    match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Action(action) => format!("{{{{{action}}}}}"),
        Piece::Unclosed(rest) => panic!("accepted: {rest:?}"),
    }
}

/// The params of a message in the order of first use; `None` where it is no message.
fn params_of(message: &str) -> Option<Vec<&str>> {
    let mut params = Vec::new();
    let mut rest = message;
    while let Some((_, behind)) = rest.split_once("{{") {
        let (action, behind) = behind.split_once("}}")?;
        rest = behind;
        let action = action.trim_matches([' ', '\t', '\n', '\r', '\u{c}']);
        if action != "\"{{\"" {
            let name = PARAMS.into_iter().find(|name| action.strip_prefix('.') == Some(name))?;
            if !params.contains(&name) {
                params.push(name);
            }
        }
    }
    Some(params)
}
