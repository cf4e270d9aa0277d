//! Constants in Go, Java and TypeScript, as far as they are a table: a name with texts and numbers.

mod blocks;
mod cases;
mod cursor;
mod go;
mod java;
mod typescript;
mod values;

use std::collections::{HashMap, HashSet};

use self::blocks::{Block, Entry, settle};
use self::values::{Part, Value};
use super::tokens::tokens;
use crate::diagnostics::Sink;
use crate::import::status::{is_status, status_in};
use crate::import::table::{Cell, Row, Table};
use crate::source::{FileId, Span};

/// A language that constants are read from.
#[derive(Clone, Copy)]
pub(super) enum Language {
    Go,
    Java,
    TypeScript,
}

/// A table for each block of constants.
pub(super) fn tables(language: Language, text: &str, file: FileId, sink: &mut Sink) -> Vec<Table> {
    let tokens = tokens(text);
    let blocks = match language {
        Language::Go => go::blocks(&tokens),
        Language::Java => java::blocks(&tokens),
        Language::TypeScript => typescript::blocks(&tokens),
    };
    let blocks = blocks.into_iter().chain(cases::blocks(&tokens)).collect();
    settle(blocks, file, sink).into_iter().map(|block| table(block, file)).collect()
}

/// A column: of the parts with a name, or of those at a position.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Column {
    Key,
    Named(String),
    Position(usize),
    Comment,
}

fn table(block: Block, file: FileId) -> Table {
    let rows: Vec<_> = block.entries.iter().map(|entry| (entry, cells(entry))).collect();
    let mut columns: Vec<(Column, Vec<&Value>)> = Vec::new();
    let mut places = HashMap::new();
    for (column, (value, _)) in rows.iter().flat_map(|(_, cells)| cells) {
        let at = *places.entry(column.clone()).or_insert(columns.len());
        if at == columns.len() {
            columns.push((column.clone(), Vec::new()));
        }
        columns[at].1.push(value);
    }
    let span = Span::at(file, block.start);
    let headings = headings(&columns).into_iter().map(|heading| Cell { text: heading, span });
    let headings = headings.collect();
    let rows = rows.iter().map(|(entry, cells)| {
        let cells = cells
            .iter()
            .map(|(column, (value, range))| (places[column], Cell::new(&shown(value), Span::new(file, range.clone()))));
        Row::sparse(Span::new(file, entry.range.clone()), without_repeats(cells.collect()))
    });
    Table { title: block.title, span, headings, rows: rows.collect() }
}

/// The cells, of each column the first one.
fn without_repeats(mut cells: Vec<(usize, Cell)>) -> Vec<(usize, Cell)> {
    let mut seen = HashSet::new();
    cells.retain(|(column, _)| seen.insert(*column));
    cells
}

type CellOf = (Column, (Value, std::ops::Range<usize>));

/// What an entry has in each column.
fn cells(entry: &Entry) -> Vec<CellOf> {
    let is_deprecated = |line: &String| line.contains("@deprecated") || line.starts_with("Deprecated:");
    let remark = if entry.is_deprecated || entry.comment.iter().any(is_deprecated) { " (deprecated)" } else { "" };
    let text = |text: String| (Value::Text(text), entry.range.clone());
    let key = entry.name.as_ref().map(|name| (Column::Key, text(format!("{name}{remark}"))));
    let mut position = 0;
    let parts = entry.parts.iter().flatten().map(|Part { name, value, range }| {
        let at = position;
        position += usize::from(name.is_none());
        let column = name.as_ref().map_or(Column::Position(at), |name| Column::Named(name.clone()));
        (column, (value.clone(), range.clone()))
    });
    let parts: Vec<_> = parts.collect();
    let comment = Some(entry.comment.join("\n")).filter(|comment| !comment.is_empty());
    key.into_iter().chain(parts).chain(comment.map(|comment| (Column::Comment, text(comment)))).collect()
}

fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Word(text) => text.clone(),
        Value::Number(number) => number.to_string(),
    }
}

/// The headings: names as they are, and for what has none a guess by its values.
fn headings(columns: &[(Column, Vec<&Value>)]) -> Vec<String> {
    let mut taken: HashSet<&str> = HashSet::new();
    let headings = columns.iter().map(|(column, values)| match column {
        Column::Key => "(key)".to_owned(),
        Column::Comment => "(comment)".to_owned(),
        Column::Named(name) => name.clone(),
        Column::Position(at) => {
            let guess = guesses(values).iter().find(|guess| taken.insert(guess));
            guess.map_or_else(|| format!("({})", at + 1), |guess| (*guess).to_owned())
        }
    });
    headings.collect()
}

/// What the values of a column can be, the most likely first.
fn guesses(values: &[&Value]) -> &'static [&'static str] {
    let texts: Vec<_> =
        values.iter().filter_map(|value| if let Value::Text(text) = value { Some(text) } else { None }).collect();
    let numbers =
        values.iter().filter_map(|value| if let Value::Number(number) = value { Some(*number) } else { None });
    let is_word = |text: &&&String| !text.is_empty() && !text.contains(char::is_whitespace);
    let are_names = texts.iter().filter(is_word).count() == texts.len();
    let are_different = texts.iter().collect::<HashSet<_>>().len() == texts.len();
    let (are_statuses, count) = (numbers.clone().all(is_status), numbers.count());
    let is_status_name = |value: &&&Value| matches!(value, Value::Word(word) if status_in(word).is_some());
    if texts.len() == values.len() {
        if are_names && are_different { &["code", "message", "description"] } else { &["message", "description"] }
    } else if count == values.len() {
        if are_statuses { &["http status", "number"] } else { &["number"] }
    } else if values.iter().filter(is_status_name).count() == values.len() {
        &["http status"]
    } else {
        &[]
    }
}
