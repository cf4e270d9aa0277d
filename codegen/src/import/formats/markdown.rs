//! Tables in Markdown.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::html;
use crate::diagnostics::Sink;
use crate::import::placeholders::is_html;
use crate::import::table::{Cell, Row, Table};
use crate::rules::RuleId;
use crate::source::{FileId, Span};

/// The tables of a page; those in HTML, if it has no others.
pub(super) fn tables(text: &str, file: FileId, is_heading: &dyn Fn(&Row) -> bool, sink: &mut Sink) -> Vec<Table> {
    let (_, tables) = page(text, file, Cell::new, sink);
    if tables.is_empty() { html::tables(text, file, is_heading) } else { tables }
}

/// The first heading of a page, and its tables.
pub(super) fn page(
    text: &str,
    file: FileId,
    cell_of: fn(&str, Span) -> Cell,
    sink: &mut Sink,
) -> (Option<String>, Vec<Table>) {
    let mut reader = Reader {
        source: text,
        sink,
        file,
        cell_of,
        first: None,
        tables: Vec::new(),
        title: None,
        heading: None,
        cells: Vec::new(),
        cell: String::new(),
    };
    // A line above a table is a paragraph of its own only behind an empty line.
    let parted = with_empty_lines(text);
    for (event, range) in Parser::new_ext(&parted.text, Options::ENABLE_TABLES).into_offset_iter() {
        reader.read(event, parted.source_range(range));
    }
    (reader.first, reader.tables)
}

/// A text with an empty line before each table that follows a line of text.
struct Parted {
    text: String,
    /// Where a line end was added.
    added: Vec<usize>,
}

impl Parted {
    fn source_range(&self, range: Range<usize>) -> Range<usize> {
        let source = |at: usize| at - self.added.partition_point(|added| *added < at);
        source(range.start)..source(range.end)
    }
}

fn with_empty_lines(text: &str) -> Parted {
    let mut parted = Parted { text: String::with_capacity(text.len() + 8), added: Vec::new() };
    let lines: Vec<_> = text.split_inclusive('\n').collect();
    for (at, line) in lines.iter().enumerate() {
        let above = at.checked_sub(1).map(|above| lines[above].trim());
        let is_heading = line.contains('|') && lines.get(at + 1).is_some_and(|next| is_delimiter_row(next));
        if is_heading && above.is_some_and(|above| !above.is_empty()) {
            parted.added.push(parted.text.len());
            parted.text.push('\n');
        }
        parted.text += line;
    }
    parted
}

fn is_delimiter_row(line: &str) -> bool {
    line.contains('|') && line.contains('-') && line.trim().chars().all(|c| "|-: \t".contains(c))
}

struct Reader<'r> {
    source: &'r str,
    sink: &'r mut Sink,
    file: FileId,
    cell_of: fn(&str, Span) -> Cell,
    tables: Vec<Table>,
    /// The first heading.
    first: Option<String>,
    /// The heading above.
    title: Option<String>,
    /// The heading that is being read.
    heading: Option<String>,
    cells: Vec<Cell>,
    cell: String,
}

impl Reader<'_> {
    fn read(&mut self, event: Event<'_>, range: Range<usize>) {
        let written = &self.source[range.clone()];
        let span = Span::new(self.file, range.start..range.start + written.trim_end().len());
        match event {
            Event::Start(Tag::Heading { .. }) => self.heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                self.title = self.heading.take();
                self.first = self.first.take().or_else(|| self.title.clone());
            }
            Event::Start(Tag::Table(_)) => {
                self.tables.push(Table { title: self.title.clone(), span, headings: Vec::new(), rows: Vec::new() });
            }
            Event::Start(Tag::TableCell) => self.cell.clear(),
            Event::End(TagEnd::TableCell) => self.cells.push((self.cell_of)(&std::mem::take(&mut self.cell), span)),
            Event::End(end @ (TagEnd::TableHead | TagEnd::TableRow)) => {
                let cells = std::mem::take(&mut self.cells);
                let Some(table) = self.tables.last_mut() else { return };
                if end == TagEnd::TableHead {
                    table.headings = cells;
                } else if written.contains('|') || table.headings.len() < 2 {
                    table.rows.push(Row::new(span, cells));
                } else {
                    self.sink.report(RuleId::LeftOut, span, "this line behind a table is no row of it");
                }
            }
            // Behind a tag on a line of its own, a heading is part of what CommonMark takes for HTML.
            Event::Html(line) if line.starts_with('#') => {
                self.title = Some(line.trim_matches('#').trim().to_owned());
            }
            Event::Text(text) | Event::Code(text) => self.push(&text),
            Event::InlineHtml(tag) => self.push(text_of_tag(&tag)),
            Event::SoftBreak | Event::HardBreak => self.push(" "),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        *self.heading.as_mut().unwrap_or(&mut self.cell) += text;
    }
}

/// What a tag shows: a line break, nothing, or itself, if HTML has no such element.
fn text_of_tag(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
    if name.eq_ignore_ascii_case("br") {
        "\n"
    } else if is_html(name) || tag.starts_with("<!--") {
        ""
    } else {
        tag
    }
}
