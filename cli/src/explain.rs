//! `errcat explain`.

use std::io;
use std::path::Path;

use errcat::{LoadError, render_summary};

use crate::Outcome;

/// Explains a kind of finding by its id, or a code of a catalogue by its name or an alias.
pub fn explain(subject: &str, file: &Path) -> io::Result<Outcome> {
    if let Some(rule) = errcat::rules().find(|rule| rule.id() == subject) {
        print!("{}", rule.explanation());
        return Ok(Outcome::Clean);
    }
    let catalogue = errcat::Catalogue::load(file).map_err(|error| {
        let why = match error {
            LoadError::Read(error) => error.to_string(),
            LoadError::Mistakes(_) => format!("it has mistakes: errcat check {}", file.display()),
        };
        io::Error::other(format!("`{subject}` is no id of a finding, and {} can't be read: {why}", file.display()))
    })?;
    let no_code = || io::Error::other(format!("`{subject}` is no id of a finding, and no code of {}", file.display()));
    print!("{}", render_summary(&catalogue, subject).ok_or_else(no_code)?);
    Ok(Outcome::Clean)
}
