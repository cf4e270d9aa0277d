//! The plain text of a page whose columns follow each other line by line.

use crate::diagnostics::Sink;
use crate::import::columns::is_known_heading;
use crate::import::table::{Cell, Row, Table};
use crate::rules::RuleId;
use crate::source::{FileId, Span};

/// A line that isn't empty.
struct Line<'t> {
    text: &'t str,
    span: Span,
}

/// The rows behind the lines with the headings, as far as each starts with a name. What follows is reported.
pub(super) fn tables(text: &str, file: FileId, sink: &mut Sink) -> Vec<Table> {
    let lines = lines(text, file);
    let mut tables = Vec::new();
    let mut read = 0;
    while let Some((start, width)) = headings(&lines, read) {
        report_other(&lines[read..start], sink);
        let cell = |line: &Line<'_>| Cell::new(line.text, line.span);
        let rows = lines[start + width..].chunks_exact(width).take_while(|row| is_name(row[0].text));
        let rows: Vec<_> = rows.map(|row| Row::new(row[0].span, row.iter().map(cell))).collect();
        read = start + width + rows.len() * width;
        let title = start.checked_sub(1).map(|above| lines[above].text.to_owned());
        let headings = lines[start..start + width].iter().map(cell).collect();
        tables.push(Table { title, span: lines[start].span, headings, rows });
    }
    report_other(&lines[read..], sink);
    tables
}

fn lines(text: &str, file: FileId) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let at = start + line.len() - line.trim_start().len();
            lines.push(Line { text: trimmed, span: Span::new(file, at..at + trimmed.len()) });
        }
        start += line.len();
    }
    lines
}

/// Where the next lines with headings start, and how many they are: at least two, all different, and a name behind them.
fn headings(lines: &[Line<'_>], from: usize) -> Option<(usize, usize)> {
    (from..lines.len()).find_map(|start| {
        let known = lines[start..].iter().take_while(|line| is_known_heading(line.text)).count();
        // The name of the first code may be a word that is a heading too.
        let width = (2..=known).rev().find(|width| {
            let names = &lines[start..start + width];
            let are_different =
                names.iter().enumerate().all(|(at, line)| !names[..at].iter().any(|it| it.text == line.text));
            let first = lines.get(start + width).is_some_and(|line| is_name(line.text));
            are_different && first && lines.len() >= start + 2 * width
        })?;
        Some((start, width))
    })
}

/// Whether a line can be a code's name: a single word.
fn is_name(line: &str) -> bool {
    line.len() <= 256
        && line.chars().all(|c| c.is_ascii_alphanumeric() || "_-.:/".contains(c))
        && line.chars().any(|c| c.is_ascii_alphanumeric())
}

/// Reports lines that aren't part of a table, as one finding.
fn report_other(lines: &[Line<'_>], sink: &mut Sink) {
    if let [first, ..] = lines {
        let count = lines.len();
        let what = if count == 1 { "this line is".to_owned() } else { format!("these {count} lines are") };
        sink.report(RuleId::LeftOut, first.span, format!("{what} not part of a table"));
    }
}
