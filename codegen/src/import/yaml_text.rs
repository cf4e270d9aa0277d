//! A draft as YAML, written as a person would.

use std::fmt::Write;

use super::draft::{AttributeKind, Code, Draft, Param};
use super::scalar::{comment, key, scalar};

/// The text of a catalogue. `source` says where it comes from.
pub(super) fn write(draft: &Draft, source: &str) -> String {
    let mut text = String::new();
    add_opening(&mut text, draft, source);
    add_head(&mut text, draft);
    add_params(&mut text, draft);
    add_attributes(&mut text, draft);
    text += "\ncodes:\n";
    for (at, code) in draft.codes.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        add_code(&mut text, code, None);
    }
    text
}

fn add_opening(text: &mut String, draft: &Draft, source: &str) {
    let count = draft.codes.len();
    let codes = if count == 1 { "code" } else { "codes" };
    let _ = writeln!(text, "# {count} {codes}, imported from {}.", comment(source));
    if !draft.guesses.is_empty() {
        *text += "#\n# Guessed, so have a look:\n";
        for guess in &draft.guesses {
            let _ = writeln!(text, "# - {}", comment(guess));
        }
    }
    *text += "errcat: 1\n\n";
}

fn add_head(text: &mut String, draft: &Draft) {
    let _ = writeln!(text, "catalogue:\n  name: {}", scalar(&draft.name, 4));
    let optional = [("description", &draft.description), ("docs_url", &draft.docs_url)];
    for (name, value) in optional.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?))) {
        let _ = writeln!(text, "  {name}: {}", scalar(value, 4));
    }
    if let Some(default) = &draft.http_status {
        let note = if default.is_guessed { " # guessed: the source gives these codes no status" } else { "" };
        let _ = writeln!(text, "  http_status: {}{note}", default.status);
    }
    if let Some(code) = &draft.fallback {
        let _ = writeln!(text, "  fallback: {} # guessed: what is sent in place of internal codes", key(code));
    }
    if draft.shares_numbers {
        *text += "  numbers: shared\n";
    }
    if draft.is_by_number {
        *text += "  wire: {number: code, message: message} # guessed: clients know the codes by their numbers\n";
    }
}

fn add_params(text: &mut String, draft: &Draft) {
    if draft.params.is_empty() {
        return;
    }
    *text += "\nparams:\n";
    for param in &draft.params {
        add_param(text, param);
    }
}

pub(super) fn add_param(text: &mut String, param: &Param) {
    let kind = param.kind.map_or("string", crate::catalogue::ParamType::as_str);
    let note = if param.kind.is_none() { " # guessed: the source has no type" } else { "" };
    match &param.description {
        None => {
            let _ = writeln!(text, "  {}: {kind}{note}", param.name);
        }
        Some(description) => {
            let description = scalar(description, 6);
            let _ = writeln!(text, "  {}:\n    type: {kind}{note}\n    description: {description}", param.name);
        }
    }
}

fn add_attributes(text: &mut String, draft: &Draft) {
    if draft.attributes.is_empty() {
        return;
    }
    *text += "\nattributes:\n";
    for attribute in &draft.attributes {
        let (kind, default) = match &attribute.kind {
            AttributeKind::Words(words) => (format!("values: [{}]", words.join(", ")), words[0].clone()),
            AttributeKind::Integer => ("type: integer".to_owned(), "0".to_owned()),
            AttributeKind::Boolean => ("type: boolean".to_owned(), "false".to_owned()),
            AttributeKind::String => ("type: string".to_owned(), "\"\"".to_owned()),
        };
        let _ = writeln!(text, "  {}:\n    {kind}", attribute.name);
        if attribute.is_optional {
            let _ = writeln!(text, "    default: {default} # guessed: some codes have no value");
        }
    }
}

/// Adds a code. `status` is written if it has none.
pub(super) fn add_code(text: &mut String, code: &Code, status: Option<u16>) {
    let _ = writeln!(text, "  {}:", key(&code.name));
    if let Some(name) = &code.rust_name {
        let _ = writeln!(text, "    rust_name: {name} # another code has the same name in Rust");
    }
    if let Some(number) = code.number {
        let _ = writeln!(text, "    number: {number}");
    }
    if let Some(status) = code.http_status {
        let _ = writeln!(text, "    http_status: {status}");
    } else if let Some(status) = status {
        let _ = writeln!(text, "    http_status: {status} # guessed: neither the code nor the catalogue has one");
    }
    match code.message_note {
        Some(note) => {
            let _ = writeln!(text, "    # {note}\n    message: {}", scalar(&code.message, 6));
        }
        None => {
            let _ = writeln!(text, "    message: {}", scalar(&code.message, 6));
        }
    }
    let texts = [("description", &code.description), ("help", &code.help), ("docs_url", &code.docs_url)];
    for (name, value) in texts.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?))) {
        let _ = writeln!(text, "    {name}: {}", scalar(value, 6));
    }
    if !code.params.is_empty() {
        let _ = writeln!(text, "    params: [{}]", code.params.join(", "));
    }
    if !code.aliases.is_empty() {
        let _ =
            writeln!(text, "    aliases: [{}]", code.aliases.iter().map(|it| key(it)).collect::<Vec<_>>().join(", "));
    }
    if !code.attributes.is_empty() {
        let values =
            code.attributes.iter().map(|(name, value)| format!("{name}: {}", super::scalar::in_brackets(value)));
        let _ = writeln!(text, "    attributes: {{{}}}", values.collect::<Vec<_>>().join(", "));
    }
    if code.is_deprecated {
        *text += "    deprecated: the source marks it as deprecated\n";
    }
    if code.is_internal {
        *text += "    internal: true\n";
    }
}
