//! `errcat explain`.

use std::io;
use std::path::Path;

use errcat::{LoadError, render_summary};

use crate::Outcome;

/// Explains a kind of finding by its id, or a code of a catalogue by its name or an alias.
pub fn explain(subject: &str, file: &Path) -> io::Result<Outcome> {
    if let Some((_, text)) = EXPLANATIONS.iter().find(|(id, _)| *id == subject) {
        print!("{text}");
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

/// A table of the files in `explanations/`.
macro_rules! explanations {
    ($($id:literal)*) => {
        &[$(($id, include_str!(concat!("../explanations/", $id, ".md")))),*]
    };
}

const EXPLANATIONS: &[(&str, &str)] = explanations! {
    "yaml-syntax" "unsupported-version" "unknown-key" "missing-key" "wrong-type" "duplicate-key" "invalid-name"
    "duplicate-rust-name" "duplicate-name" "invalid-http-status" "bad-template" "unknown-param" "invalid-attribute"
    "missing-attribute" "unknown-code" "duplicate-number" "missing-number" "unknown-lint" "too-large"
    "message-style" "missing-description" "similar-codes" "status-not-an-error" "unused-param" "unused-attribute"
};

#[cfg(test)]
mod tests {
    #[test]
    fn every_finding_is_explained() {
        let explained: Vec<_> = super::EXPLANATIONS.iter().map(|(id, _)| *id).collect();
        assert_eq!(explained, errcat::finding_ids().collect::<Vec<_>>());
    }
}
