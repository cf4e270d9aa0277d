//! `errcat explain`.

mod pasted;

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use errcat::{Catalogue, Code, LoadError, change_rules, format_keys, nearest, printable, render_summary, rules};

use crate::findings::lines;
use crate::input::read;
use crate::print::shown;
use crate::{Outcome, list, print};

/// Explains a finding or a kind of change (by its id), a key of the format, or what a catalogue has: a code by its name, an
/// alias or its number, an operation, a group, the codes with an HTTP status, or the code of a message or body.
pub fn explain(subject: &str, file: &Path) -> io::Result<Outcome> {
    print::result(text(subject, file)?)?;
    Ok(Outcome::Clean)
}

fn text(subject: &str, file: &Path) -> io::Result<String> {
    if let Some(rule) = rules().find(|rule| rule.id() == subject) {
        return Ok(rule.explanation().to_owned());
    }
    if let Some(rule) = change_rules().find(|rule| rule.id() == subject) {
        return Ok(rule.explanation());
    }
    let keys = keys(subject);
    let catalogue = match read(file) {
        Ok(catalogue) => catalogue,
        Err(_) if !keys.is_empty() => return Ok(keys),
        Err(error) => {
            let why = match error {
                LoadError::Read(error) => error.to_string(),
                LoadError::Mistakes(_) => format!("it has mistakes: errcat check {}", shown(file)),
            };
            let message = format!("`{}` is neither a finding nor a key, and {}: {why}", quoted(subject), shown(file));
            return Err(io::Error::other(message));
        }
    };
    // A code can have the same name as a key.
    let named = [
        codes(&catalogue, subject),
        operation(&catalogue, subject),
        group(&catalogue, subject),
        codes_with_status(&catalogue, subject),
    ];
    let named = named.into_iter().flatten().collect::<Vec<_>>();
    let of_catalogue = (!named.is_empty()).then(|| named.join("\n")).or_else(|| pasted::explain(&catalogue, subject));
    match of_catalogue {
        Some(text) if !keys.is_empty() => Ok(format!("{text}\n{keys}")),
        Some(text) => Ok(text),
        None if !keys.is_empty() => Ok(keys),
        None => {
            let mut message = format!(
                "`{}` is neither a finding nor a key, nor a code, an operation, a group, a status, a message or a body of {}",
                quoted(subject),
                shown(file)
            );
            if let Some(meant) = nearest(subject, subjects(&catalogue)) {
                // Writing to a `String` can't fail.
                let _ = write!(message, "; did you mean `{meant}`?");
            }
            Err(io::Error::other(message))
        }
    }
}

/// The code with this name or alias, or the codes with this number.
fn codes(catalogue: &Catalogue, subject: &str) -> Option<String> {
    render_summary(catalogue, subject).or_else(|| {
        let number: i64 = subject.parse().ok()?;
        let codes = catalogue.codes().iter().filter(|code| code.number == Some(number));
        let summaries: Vec<_> = codes.filter_map(|code| render_summary(catalogue, &code.name)).collect();
        (!summaries.is_empty()).then(|| summaries.join("\n"))
    })
}

/// A line for each code with this HTTP status.
fn codes_with_status(catalogue: &Catalogue, subject: &str) -> Option<String> {
    let status: u16 = subject.parse().ok()?;
    let rows = rows(catalogue.codes().iter().filter(|code| code.http_status == status));
    (!rows.is_empty()).then(|| format!("{status}, an HTTP status\n{rows}"))
}

/// A line for each code.
fn rows<'c>(codes: impl Iterator<Item = &'c Code> + Clone) -> String {
    lines(list::rows(codes).map(|row| format!("  {row}")))
}

/// Everything that has a name.
fn subjects(catalogue: &Catalogue) -> impl Iterator<Item = &str> {
    let codes = catalogue.codes().iter().flat_map(|code| code.aliases.iter().chain([&code.name]));
    let operations = catalogue.operations().iter().map(|operation| &operation.name);
    let groups = catalogue.groups().iter().map(|group| &group.name);
    let keys = format_keys().map(|(_, key)| key.name());
    #[allow(clippy::redundant_closure_for_method_calls, reason = "these names live longer than those of the catalogue")]
    let rules = rules().map(|rule| rule.id()).chain(change_rules().map(|rule| rule.id()));
    codes.chain(operations).chain(groups).map(String::as_str).chain(keys).chain(rules)
}

/// The operation with this name, and a line for each code that it can answer with.
fn operation(catalogue: &Catalogue, name: &str) -> Option<String> {
    let operation = catalogue.operations().iter().find(|operation| operation.name == name)?;
    let mut text = format!("{}, an operation\n", operation.name);
    for line in operation.description.iter().flat_map(|description| description.lines()) {
        // Writing to a `String` can't fail.
        let _ = writeln!(text, "  | {}", printable(line));
    }
    Some(text + &rows(operation.errors.iter().map(|&code| &catalogue[code])))
}

/// The group with this name, a line for each of its codes, and the operations that have them all.
fn group(catalogue: &Catalogue, name: &str) -> Option<String> {
    let group = catalogue.groups().iter().find(|group| group.name == name)?;
    let mut text = rows(group.errors.iter().map(|&code| &catalogue[code]));
    let has_all = |codes: &[_]| group.errors.iter().all(|code| codes.contains(code));
    let operations = catalogue.operations().iter().filter(|operation| has_all(&operation.errors));
    let operations: Vec<_> = operations.map(|operation| &*operation.name).collect();
    if !operations.is_empty() {
        // Writing to a `String` can't fail.
        let _ = writeln!(text, "  operations  {}", operations.join(", "));
    }
    Some(format!("{}, a group\n{text}", group.name))
}

/// A pasted text in a message: printable, and not too long.
fn quoted(subject: &str) -> String {
    const MAX_CHARS: usize = 100;
    let mut text: String = printable(subject).chars().take(MAX_CHARS).collect();
    if text.len() < subject.len() && text.chars().count() == MAX_CHARS {
        text.push('…');
    }
    text
}

/// Describes the keys of the format with this name.
fn keys(name: &str) -> String {
    let mut text = String::new();
    for (what, key) in format_keys().filter(|(_, key)| key.name() == name) {
        let required = if key.is_required() { ", required" } else { "" };
        // Writing to a `String` can't fail.
        let _ = writeln!(text, "{key} in {what}{required}\n  {}\n  Value: {}.", key.doc(), key.kind());
        let _ = writeln!(text, "  Example: {}: {}", key.name(), key.example());
    }
    text
}
