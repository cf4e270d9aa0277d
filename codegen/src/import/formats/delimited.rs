//! CSV and TSV: rows of cells with a delimiter between them.

use csv::{ReaderBuilder, StringRecord};

use crate::diagnostics::Sink;
use crate::import::table::{Cell, Row, Table};
use crate::rules::RuleId;
use crate::source::{FileId, Span};

/// The delimiter that the first lines have most of.
pub(super) fn delimiter(text: &str) -> u8 {
    let count = |delimiter: &u8| {
        let lines = text.lines().filter(|line| !is_comment(line)).take(10);
        lines.map(|line| line.bytes().filter(|byte| byte == delimiter).count()).sum::<usize>()
    };
    // Of several with the same count, the last one.
    *b"|\t;,".iter().max_by_key(|delimiter| count(delimiter)).unwrap_or(&b',')
}

pub(super) fn tables(
    text: &str,
    file: FileId,
    delimiter: u8,
    is_heading: &dyn Fn(&Row) -> bool,
    sink: &mut Sink,
) -> Vec<Table> {
    // With tabs between cells, quotes are text for some programs.
    let are_quoted = delimiter != b'\t' || Quotes::of(text, delimiter) == Quotes::Fine;
    let mut reader = ReaderBuilder::new()
        .quoting(are_quoted)
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    loop {
        let start = offset(&reader, text);
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                sink.report(RuleId::NotImported, Span::at(file, start), format!("this row can't be read: {error}"));
                break;
            }
        }
        // The reader skips empty lines before a record.
        let written = &text[start..offset(&reader, text)];
        let skipped = written.len() - written.trim_start_matches(['\n', '\r']).len();
        let span = Span::new(file, start + skipped..start + written.trim_end().len().max(skipped));
        match Quotes::of(if are_quoted { written } else { "" }, delimiter) {
            Quotes::Fine => {}
            Quotes::Open => {
                let help = "the cell that starts with it goes on to the end of the file";
                sink.report(RuleId::NotImported, span, "a quote in this row is never closed").help =
                    Some(help.to_owned());
            }
            Quotes::Followed => {
                let message = "text follows the closing quote of a cell, so the quotes are left out";
                sink.report(RuleId::Converted, span, message).help = Some("double the quotes within a cell".to_owned());
            }
        }
        if !is_comment(record.get(0).unwrap_or_default()) && record.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(Row::new(span, record.iter().map(|cell| Cell::new(cell, span))));
        }
    }
    Table::of_rows(None, rows, is_heading).into_iter().collect()
}

fn offset(reader: &csv::Reader<&[u8]>, text: &str) -> usize {
    usize::try_from(reader.position().byte()).unwrap_or(text.len()).min(text.len())
}

/// Whether a line is a comment, `# like this`: a `#` alone heads a column of numbers.
fn is_comment(line: &str) -> bool {
    line.trim_start().strip_prefix('#').is_some_and(|rest| rest.starts_with(['#', ' ', '!']))
}

/// What is odd about the quotes of a record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quotes {
    Fine,
    /// The last cell starts with one and has no other.
    Open,
    /// Text follows the one that closes a cell.
    Followed,
}

impl Quotes {
    fn of(written: &str, delimiter: u8) -> Self {
        let ends_cell = |c: char| c == char::from(delimiter) || c == '\n' || c == '\r';
        let (mut is_open, mut is_start, mut is_followed) = (false, true, false);
        let mut chars = written.chars().peekable();
        while let Some(c) = chars.next() {
            if c != '"' {
                is_start = !is_open && ends_cell(c);
            } else if is_open {
                // Within a cell that is in quotes, two of them are one.
                if chars.next_if_eq(&'"').is_none() {
                    is_open = false;
                    is_followed |= chars.peek().is_some_and(|next| !ends_cell(*next));
                }
            } else if is_start {
                is_open = true;
                is_start = false;
            }
        }
        match (is_open, is_followed) {
            (true, _) => Self::Open,
            (_, true) => Self::Followed,
            _ => Self::Fine,
        }
    }
}
