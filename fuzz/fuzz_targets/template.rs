//! Any text as a message.
//!
//! Nothing panics. A message is accepted where the grammar of messages, written down here a second time, accepts it. Then
//! the table holds it as it was, what the table says of its placeholders shows what the grammar does, and the table names its
//! params by first use.

#![no_main]

use errcat::Catalogue;
use errcat_fuzz::{Rust, check_findings, quoted};
use libfuzzer_sys::fuzz_target;

const PARAMS: [&str; 3] = ["a", "ab", "field_name"];

fuzz_target!(|message: &str| {
    let params = PARAMS.join(": string, ");
    let yaml = format!(
        "errcat: 1\ncatalogue: {{name: Shop}}\nparams: {{{params}: string}}\ncodes:\n  SoldOut:\n    http_status: 409\n    \
         message: {}\n",
        quoted(message)
    );
    match (Catalogue::parse("errors.yaml", yaml.as_bytes()), params_of(message)) {
        (Ok(catalogue), Some((params, shown))) => {
            if let Some(warnings) = catalogue.warnings() {
                check_findings(warnings, yaml.as_bytes());
            }
            let rows = Rust::render(&catalogue).rows();
            let cell = |index: usize| rows[0].cells.get(index).map_or("", |cell| cell);
            assert_eq!(cell(1), message);
            assert_eq!(cell(3), params.join(" "));
            assert_eq!(rows[0].shown, shown);
        }
        (Err(mistakes), None) => {
            check_findings(&mistakes, yaml.as_bytes());
            let mut ids = mistakes.iter().map(errcat::Finding::id);
            assert!(ids.any(|id| ["bad-template", "unknown-param"].contains(&id)), "{mistakes}");
        }
        (Ok(_), None) => panic!("accepted: {message:?}"),
        (Err(mistakes), Some(_)) => panic!("not accepted: {message:?}\n{mistakes}"),
    }
});

/// The params of a message in the order of first use, and what it shows with each param as `<index>`; `None` where it is no
/// message.
fn params_of(message: &str) -> Option<(Vec<&str>, String)> {
    let (mut params, mut shown) = (Vec::new(), String::new());
    let mut rest = message;
    while let Some((text, behind)) = rest.split_once("{{") {
        shown += text;
        let (action, behind) = behind.split_once("}}")?;
        rest = behind;
        let action = action.trim_matches([' ', '\t', '\n', '\r', '\u{c}']);
        if action == "\"{{\"" {
            shown += "{{";
            continue;
        }
        let name = PARAMS.into_iter().find(|name| action.strip_prefix('.') == Some(name))?;
        let known = params.iter().position(|param| *param == name);
        shown += &format!("<{}>", known.unwrap_or(params.len()));
        if known.is_none() {
            params.push(name);
        }
    }
    Some((params, shown + rest))
}
