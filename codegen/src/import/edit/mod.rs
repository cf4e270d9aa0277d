//! Bringing what a source says into a catalogue that people have edited: only what differs is written again.

mod document;
mod lines;

use std::collections::HashSet;
use std::fmt;

use super::draft::{Code, Draft, Param};
use super::message::{Message, words_of};
use super::names::valid_name;
use super::{ImportOptions, read_source};
use crate::catalogue::{Catalogue, Code as Existing};
use crate::diagnostics::Diagnostics;
use document::Document;

/// A catalogue with what a source says.
#[derive(Debug)]
#[non_exhaustive]
pub struct Updated {
    /// The text of the catalogue. Where nothing changed, every byte is as it was.
    pub text: String,
    /// The codes of the catalogue that the source doesn't have; they stay.
    pub missing: Vec<String>,
    /// How many codes the source has.
    pub codes: usize,
    /// What an import of the source finds.
    pub findings: Diagnostics,
}

/// Why a catalogue can't be edited.
#[derive(Debug)]
#[non_exhaustive]
pub enum EditError {
    /// It has mistakes.
    Mistakes(Diagnostics),
    /// It would have mistakes afterwards: these, in this text.
    Result(Diagnostics, String),
    /// It is written in a way that only people can edit.
    Unsupported(String),
}

/// What to add to a catalogue.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct NewCode {
    /// The name on the wire.
    pub name: String,
    /// The message; its placeholders become params. Without it, the name in words.
    pub message: Option<String>,
    /// The HTTP status; without it, that of the catalogue.
    pub http_status: Option<u16>,
    /// What the code means.
    pub description: Option<String>,
    /// The code to add it behind; otherwise the last one.
    pub after: Option<String>,
}

/// Updates the text of a catalogue with what a source says about its codes, and adds those that are new.
///
/// Comments, order, and everything that the source doesn't know stay as they are.
///
/// # Errors
///
/// The catalogue has mistakes, or would have some afterwards, or can't be edited.
pub fn update(catalogue: (&str, &[u8]), source: (&str, &[u8]), options: &ImportOptions) -> Result<Updated, EditError> {
    let old = Catalogue::parse(catalogue.0, catalogue.1).map_err(EditError::Mistakes)?;
    let (draft, findings) = read_source(source.0, source.1, options);
    let draft = draft.unwrap_or_default();
    let mut document = Document::read(catalogue.0, catalogue.1)?;
    let known: HashSet<_> = draft.codes.iter().filter_map(|code| old.code(&code.name)).collect();
    let missing = old.codes().iter().filter(|code| !old.code(&code.name).is_some_and(|id| known.contains(&id)));
    let missing = missing.map(|code| code.name.clone()).collect();
    let mut before = None;
    for code in &draft.codes {
        if let Some(existing) = old.code(&code.name).map(|id| &old[id]) {
            change(&mut document, existing, code)?;
            before = Some(existing.name.clone());
        } else {
            let status = status_of_new(&document, code, &draft);
            document.add_code(code, before.as_deref(), status)?;
        }
    }
    add_params(&mut document, &old, &draft.params)?;
    let text = document.finish();
    check(catalogue.0, &text)?;
    Ok(Updated { text, missing, codes: draft.codes.len(), findings })
}

/// Adds a code to the text of a catalogue, with the next free number if the others have numbers.
///
/// ```
/// let text = "errcat: 1\ncatalogue: {name: Shop, http_status: 400}\ncodes:\n  sold_out: # rare\n    message: sold out\n";
/// let mut code = errcat::NewCode::default();
/// code.name = "closed".to_owned();
/// let text = errcat::add_code(("errors.yaml", text.as_bytes()), &code).unwrap();
/// assert!(text.ends_with("  sold_out: # rare\n    message: sold out\n\n  closed:\n    message: closed\n"));
/// ```
///
/// # Errors
///
/// The catalogue has mistakes, or would have some afterwards, or can't be edited.
pub fn add_code(catalogue: (&str, &[u8]), new: &NewCode) -> Result<String, EditError> {
    let old = Catalogue::parse(catalogue.0, catalogue.1).map_err(EditError::Mistakes)?;
    let mut document = Document::read(catalogue.0, catalogue.1)?;
    if valid_name(&new.name) != new.name || new.name.is_empty() {
        return Err(EditError::Unsupported(format!("`{}` is no name of a code", new.name)));
    }
    if let Some(existing) = old.code(&new.name) {
        return Err(EditError::Unsupported(format!("there is a code `{}` already", old[existing].name)));
    }
    let mut message = Message::parse(new.message.as_deref().unwrap_or(&words_of(&new.name)));
    let mut params = Vec::new();
    message.declare_params(|name, kind| {
        params.push(Param { name: name.to_owned(), kind, description: None });
        name.to_owned()
    });
    let code = Code {
        name: new.name.clone(),
        number: next_number(&old),
        http_status: new.http_status,
        message: message.template(),
        description: new.description.clone(),
        ..Code::default()
    };
    let after = match &new.after {
        None => None,
        Some(name) => match old.code(name) {
            Some(id) => Some(&*old[id].name),
            None => return Err(EditError::Unsupported(format!("there is no code `{name}`"))),
        },
    };
    let status = status_of_new(&document, &code, &Draft::default());
    document.add_code(&code, after, status)?;
    add_params(&mut document, &old, &params)?;
    let text = document.finish();
    check(catalogue.0, &text)?;
    Ok(text)
}

/// The status to write for a code that would have none.
fn status_of_new(document: &Document<'_>, code: &Code, draft: &Draft) -> Option<u16> {
    let needs = code.http_status.is_none() && !document.has_http_status;
    needs.then(|| draft.http_status.as_ref().map_or(500, |default| default.status))
}

/// The number behind the largest one, if the codes have numbers.
fn next_number(old: &Catalogue) -> Option<i64> {
    let largest = old.codes().iter().map(|code| code.number).max()??;
    (largest..i64::MAX).map(|number| number + 1).find(|number| !old.reserved_numbers().contains(number))
}

/// Writes the texts and numbers of a code that the source gives and that differ.
fn change(document: &mut Document<'_>, old: &Existing, new: &Code) -> Result<(), EditError> {
    let name = &old.name;
    let texts = [
        ("message", Some(old.message.as_str()), Some(&*new.message).filter(|_| new.message_note.is_none())),
        ("description", old.description.as_deref(), new.description.as_deref()),
        ("help", old.help.as_deref(), new.help.as_deref()),
        ("docs_url", old.docs_url.as_deref(), new.docs_url.as_deref()),
    ];
    for (key, old, new) in texts {
        if let Some(text) = new.filter(|text| old.map(str::trim) != Some(text)) {
            document.set_text(name, key, text)?;
        }
    }
    let numbers = [
        ("http_status", Some(i64::from(old.http_status)), new.http_status.map(i64::from)),
        ("number", old.number, new.number.filter(|_| old.number.is_some())),
    ];
    for (key, old, new) in numbers {
        if let Some(number) = new.filter(|number| old != Some(*number)) {
            document.set(name, key, &number.to_string())?;
        }
    }
    Ok(())
}

/// Declares the params that the catalogue doesn't have.
fn add_params(document: &mut Document<'_>, old: &Catalogue, params: &[Param]) -> Result<(), EditError> {
    for param in params {
        if !old.params().iter().any(|known| known.name == param.name) {
            document.add_param(param)?;
        }
    }
    Ok(())
}

fn check(path: &str, text: &str) -> Result<(), EditError> {
    let parsed = Catalogue::parse(path, text.as_bytes());
    parsed.map(|_| ()).map_err(|mistakes| EditError::Result(mistakes, text.to_owned()))
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mistakes(diagnostics) | Self::Result(diagnostics, _) => diagnostics.fmt(f),
            Self::Unsupported(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for EditError {}
