//! A catalogue's text, and the changes to make in it.

use std::collections::HashMap;
use std::ops::Range;

use super::EditError;
use super::lines::{above, entry, line_start};
use crate::diagnostics::{Diagnostics, Sink};
use crate::import::draft::{Code, Param};
use crate::import::scalar::{in_brackets, scalar};
use crate::import::yaml_text;
use crate::source::{FileId, SourceMap};
use crate::yaml::{self, Entry, Kind, Node};

pub(super) struct Document<'t> {
    text: &'t str,
    codes: Vec<Place>,
    /// The position of each code by its name.
    by_name: HashMap<String, usize>,
    /// Where the key `codes` is.
    codes_at: usize,
    /// The last of the params, and whether they are in brackets.
    last_param: Option<(usize, bool)>,
    /// Whether the catalogue has a status for codes that have none.
    pub(super) has_http_status: bool,
    edits: Vec<(Range<usize>, String)>,
}

/// Where a code is.
struct Place {
    name: String,
    key: usize,
    is_in_brackets: bool,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    key: usize,
    /// The value as far as it is on its first line; `None` if it is an alias or has a tag.
    value: Option<Range<usize>>,
}

/// The keys of a code, in the order in which they are written.
const ORDER: &[&str] = &["rust_name", "number", "http_status", "message", "description", "help", "docs_url"];

impl<'t> Document<'t> {
    pub(super) fn read(path: &str, bytes: &'t [u8]) -> Result<Self, EditError> {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let (mut sources, mut sink) = (SourceMap::default(), Sink::new());
        let (file, _) = sources.add(path, bytes);
        let text = std::str::from_utf8(bytes).map_err(|error| EditError::Unsupported(error.to_string()))?;
        let parsed = parse(&sources, file, text, &mut sink);
        let Some(document) = parsed else {
            return Err(EditError::Mistakes(Diagnostics::new(sources, sink.into_reports())));
        };
        document
    }

    fn place(&self, name: &str) -> Result<&Place, EditError> {
        self.by_name.get(name).map(|&at| &self.codes[at]).ok_or_else(|| {
            EditError::Unsupported(format!("`{name}` is in another file, which has to be edited by hand"))
        })
    }

    /// Writes a text, in the style that fits it.
    pub(super) fn set_text(&mut self, code: &str, key: &str, text: &str) -> Result<(), EditError> {
        let place = self.place(code)?;
        let indent = place.fields.first().map_or(4, |field| field.key - line_start(self.text, field.key));
        let value = if place.is_in_brackets { in_brackets(text) } else { scalar(text, indent + 2) };
        self.set(code, key, &value)
    }

    /// Writes a value, and keeps the comment behind it.
    pub(super) fn set(&mut self, code: &str, key: &str, value: &str) -> Result<(), EditError> {
        let place = self.place(code)?;
        let edit = match place.fields.iter().find(|field| field.name == key) {
            Some(field) => self.replaced(place, field, value)?,
            None => self.inserted(place, key, value),
        };
        self.edits.push(edit);
        Ok(())
    }

    fn replaced(&self, place: &Place, field: &Field, value: &str) -> Result<(Range<usize>, String), EditError> {
        let Some(range) = field.value.clone() else {
            let message =
                format!("`{}` of `{}` is an alias or has a tag, and has to be edited by hand", field.name, place.name);
            return Err(EditError::Unsupported(message));
        };
        if place.is_in_brackets {
            return Ok((range, value.to_owned()));
        }
        let end = entry(self.text, field.key).end;
        let line_end = self.text[range.start..].find('\n').map_or(self.text.len(), |at| range.start + at);
        let is_multiline = end > line_end;
        let first_line = self.text[range.start..line_end.min(end.max(range.start))].trim_end();
        let scalar_len = if is_multiline { first_line.find(" #").unwrap_or(first_line.len()) } else { range.len() };
        // Of a text over several lines only a block has a comment on its first line.
        let is_block = first_line.starts_with(['|', '>']);
        let comment = if is_multiline && !is_block { "" } else { first_line.get(scalar_len..).unwrap_or_default() };
        let (first, rest) = value.split_once('\n').map_or((value, None), |(first, rest)| (first, Some(rest)));
        let rest = rest.map(|rest| format!("\n{rest}")).unwrap_or_default();
        let end = if is_multiline { end } else { range.start + first_line.len() };
        Ok((range.start..end, format!("{first}{}{rest}", comment.trim_end())))
    }

    /// A new key, behind the ones that come before it.
    fn inserted(&self, place: &Place, key: &str, value: &str) -> (Range<usize>, String) {
        let rank = |name: &str| ORDER.iter().position(|known| *known == name);
        let before = place.fields.iter().rfind(|field| rank(&field.name).is_some_and(|at| Some(at) < rank(key)));
        let before = before.or(place.fields.first());
        match before {
            Some(field) if place.is_in_brackets => {
                let end = field.value.as_ref().map_or(field.key, |value| value.end);
                (end..end, format!(", {key}: {value}"))
            }
            Some(field) => {
                let end = entry(self.text, field.key).end;
                let indent = " ".repeat(field.key - line_start(self.text, field.key));
                (end..end, format!("\n{indent}{key}: {value}"))
            }
            None => (place.key..place.key, String::new()),
        }
    }

    /// Adds a code behind another one, or behind the last. `status` is written if the code has none.
    pub(super) fn add_code(&mut self, code: &Code, after: Option<&str>, status: Option<u16>) -> Result<(), EditError> {
        let last = match after {
            Some(after) => self.place(after)?,
            None => {
                self.codes.last().ok_or_else(|| EditError::Unsupported("the codes are in another file".to_owned()))?
            }
        };
        let start = line_start(self.text, last.key);
        let indent = &self.text[start..last.key];
        if !indent.trim_start_matches(' ').is_empty() {
            return Err(EditError::Unsupported("the codes are in brackets, and have to be edited by hand".to_owned()));
        }
        let end = entry(self.text, last.key).end;
        let mut text = String::new();
        yaml_text::add_code(&mut text, code, status);
        let step = last.fields.first().filter(|_| !last.is_in_brackets);
        let step = step.map_or(2, |field| (field.key - line_start(self.text, field.key)).saturating_sub(indent.len()));
        let inner = " ".repeat(step.max(1));
        let lines = text.trim_end().lines().map(|line| match (line.strip_prefix("    "), line.strip_prefix("  ")) {
            (Some(line), _) => format!("\n{indent}{inner}{line}"),
            (None, Some(line)) => format!("\n{indent}{line}"),
            (None, None) => "\n".to_owned(),
        });
        let separator = if self.are_separated() { "\n" } else { "" };
        self.edits.push((end..end, separator.to_owned() + &lines.collect::<String>()));
        Ok(())
    }

    /// Whether there is an empty line between codes, as far as there are several.
    fn are_separated(&self) -> bool {
        match &self.codes[..] {
            [.., one, other] => {
                let end = entry(self.text, one.key).end;
                let between = &self.text[end..line_start(self.text, other.key).max(end)];
                between.lines().skip(1).any(|line| line.trim().is_empty())
            }
            _ => true,
        }
    }

    pub(super) fn add_param(&mut self, param: &Param) -> Result<(), EditError> {
        let mut line = String::new();
        yaml_text::add_param(&mut line, param);
        let edit = match self.last_param {
            Some((_, true)) => {
                let message = format!("the params are in brackets; declare `{}` by hand", param.name);
                return Err(EditError::Unsupported(message));
            }
            Some((key, false)) => {
                let end = entry(self.text, key).end;
                let indent = " ".repeat(key - line_start(self.text, key));
                (end..end, format!("\n{indent}{}", line.trim()))
            }
            None => {
                let at = above(self.text, line_start(self.text, self.codes_at));
                // Those that follow are put at the same place.
                let is_first = !self.edits.iter().any(|(range, text)| range.start == at && text.contains("params:\n"));
                (at..at, if is_first { format!("params:\n{line}\n") } else { line })
            }
        };
        self.edits.push(edit);
        Ok(())
    }

    /// The text with all changes.
    pub(super) fn finish(mut self) -> String {
        // Of several at one place the first one comes first, but a section's end comes last.
        self.edits.sort_by_key(|(range, _)| (range.start, range.end));
        let mut text = String::with_capacity(self.text.len() + 256);
        let mut end = 0;
        for (range, new) in &self.edits {
            text += &self.text[end..range.start];
            text += &if self.text.contains("\r\n") { new.replace('\n', "\r\n") } else { new.clone() };
            end = range.end;
        }
        text + &self.text[end..]
    }
}

fn parse<'t>(
    sources: &SourceMap,
    file: FileId,
    text: &'t str,
    sink: &mut Sink,
) -> Option<Result<Document<'t>, EditError>> {
    let root = yaml::parse(sources, file, sink)?;
    let Kind::Map(_) = &root.kind else { return None };
    if root.get("include").is_some() {
        let message = "the catalogue has several files, which have to be edited by hand";
        return Some(Err(EditError::Unsupported(message.to_owned())));
    }
    if root.is_in_brackets || root.get("codes").is_some_and(|codes| codes.is_in_brackets) {
        let message = "the codes are in brackets, and have to be edited by hand";
        return Some(Err(EditError::Unsupported(message.to_owned())));
    }
    let codes: Vec<_> =
        root.get("codes").map(Node::entries).unwrap_or_default().iter().map(|entry| place(entry, text)).collect();
    let params = root.get("params");
    let last_param =
        params.and_then(|params| params.entries().last().map(|last| (last.key.span.start(), params.is_in_brackets)));
    Some(Ok(Document {
        text,
        by_name: codes.iter().enumerate().map(|(at, code)| (code.name.clone(), at)).collect(),
        codes,
        codes_at: root.entry("codes").map_or(0, |codes| codes.key.span.start()),
        last_param,
        has_http_status: root.get("catalogue").is_some_and(|head| head.entry("http_status").is_some()),
        edits: Vec::new(),
    }))
}

fn place(code: &Entry<'_>, text: &str) -> Place {
    let fields = code.value.entries().iter().map(|entry| {
        let value = entry.value.span;
        // An alias is read as what it refers to, somewhere else.
        let between = text.get(entry.key.span.end()..value.start()).unwrap_or("?");
        let is_there = between.trim_start_matches(['"', '\'']).trim() == ":"
            && !text[value.start()..].starts_with(['&', '!', '*']);
        let key = entry.key.span.start();
        Field { name: entry.name().to_owned(), key, value: is_there.then(|| value.start()..value.end()) }
    });
    Place {
        name: code.name().to_owned(),
        key: code.key.span.start(),
        is_in_brackets: code.value.is_in_brackets,
        fields: fields.collect(),
    }
}
