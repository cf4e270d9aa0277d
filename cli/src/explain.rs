//! `errcat explain`.

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use errcat::{LoadError, format_keys, render_summary, rules};

use crate::input::read;
use crate::print::shown;
use crate::{Outcome, print};

/// Explains a finding (by its id), a code of a catalogue (by its name or an alias) or a key of the format.
pub fn explain(subject: &str, file: &Path) -> io::Result<Outcome> {
    print::result(text(subject, file)?)?;
    Ok(Outcome::Clean)
}

fn text(subject: &str, file: &Path) -> io::Result<String> {
    if let Some(rule) = rules().find(|rule| rule.id() == subject) {
        return Ok(rule.explanation().to_owned());
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
            let message = format!("`{subject}` is neither a finding nor a key, and {}: {why}", shown(file));
            return Err(io::Error::other(message));
        }
    };
    match render_summary(&catalogue, subject) {
        // A code can have the same name as a key.
        Some(summary) if !keys.is_empty() => Ok(format!("{summary}\n{keys}")),
        Some(summary) => Ok(summary),
        None if !keys.is_empty() => Ok(keys),
        None => {
            let message = format!("`{subject}` is neither a finding nor a key, nor a code in {}", shown(file));
            Err(io::Error::other(message))
        }
    }
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
