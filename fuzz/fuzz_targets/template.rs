//! Any text as a message.
//!
//! Nothing panics. A message is accepted exactly if the grammar of messages, which is implemented here again, accepts
//! it. Then the catalogue contains it unchanged, with the grammar's pieces and its params in the order of declaration.

#![no_main]

use errcat::{Catalogue, ParamId, Piece};
use errcat_fuzz::{check_findings, check_rust};
use libfuzzer_sys::fuzz_target;
use random_catalogues::quoted;

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
            let code = &catalogue.codes()[0];
            let name = |param: ParamId| &*catalogue[param].name;
            let pieces = code.message.pieces().map(|piece| match piece {
                Piece::Text(text) => text.to_owned(),
                Piece::Param(param) => format!("<{}>", name(param)),
            });
            assert_eq!(code.message.as_str(), message);
            assert_eq!(pieces.collect::<String>(), shown);
            assert!(code.params.iter().copied().map(name).eq(params));
            check_rust(&catalogue);
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

/// The params of a message in the order of declaration, and its text with each param as `<name>`; `None` if it is not a
/// valid message.
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
        shown += &format!("<{name}>");
        if !params.contains(&name) {
            params.push(name);
        }
    }
    params.sort_by_key(|name| PARAMS.iter().position(|known| known == name));
    Some((params, shown + rest))
}
