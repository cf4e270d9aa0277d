//! Tables and lists of terms in HTML.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use crate::import::table::{Cell, Row, Table};
use crate::source::{FileId, Span};

pub(super) fn tables(text: &str, file: FileId, is_heading: &dyn Fn(&Row) -> bool) -> Vec<Table> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    // What is in a script or a style is no markup.
    emitter.naively_switch_states(true);
    let mut reader = Reader::new(file, is_heading);
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Token::StartTag(tag) => reader.open(&tag),
            Token::EndTag(tag) => reader.close(&String::from_utf8_lossy(&tag.name), tag.span.end),
            Token::String(string) => reader.add_text(&String::from_utf8_lossy(&string.value), string.span.end),
            _ => {}
        }
    }
    reader.finish()
}

/// A table that is being read; of tables in tables each is one of its own.
#[derive(Default)]
struct Open {
    title: Option<String>,
    is_list: bool,
    rows: Vec<Row>,
    cells: Vec<Cell>,
    row_start: usize,
    cell: Option<OpenCell>,
    /// What goes on in the rows below, by column: how many rows, and the cell.
    spanning: Vec<(usize, usize, Cell)>,
}

struct OpenCell {
    text: String,
    start: usize,
    columns: usize,
    rows: usize,
}

struct Reader<'r> {
    file: FileId,
    is_heading: &'r dyn Fn(&Row) -> bool,
    open: Vec<Open>,
    tables: Vec<Table>,
    title: Option<String>,
    heading: Option<String>,
    /// The element whose text is not shown.
    hidden: Option<String>,
    end: usize,
}

const HIDDEN: &[&str] = &["script", "style", "template", "noscript", "svg", "head"];
const BREAKS: &[&str] = &["br", "p", "div", "li", "ul", "ol", "pre"];

impl<'r> Reader<'r> {
    fn new(file: FileId, is_heading: &'r dyn Fn(&Row) -> bool) -> Self {
        let (open, tables) = (Vec::new(), Vec::new());
        Self { file, is_heading, open, tables, title: None, heading: None, hidden: None, end: 0 }
    }

    fn open(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name);
        let at = tag.span.start;
        self.end = tag.span.end;
        if self.hidden.is_some() {
            return;
        }
        match &*name {
            name if HIDDEN.contains(&name) && !tag.self_closing => self.hidden = Some(name.to_owned()),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "caption" => self.heading = Some(String::new()),
            "table" | "dl" => {
                self.open.push(Open { title: self.title.clone(), is_list: name == "dl", ..Open::default() });
            }
            "tr" => self.start_row(at),
            "td" | "th" => {
                let number = |name: &str, max: usize| {
                    let value = tag.attributes.get(name.as_bytes())?;
                    String::from_utf8_lossy(value).trim().parse::<usize>().ok().map(|number| number.clamp(1, max))
                };
                self.start_cell(at, number("colspan", 1000).unwrap_or(1), number("rowspan", 65_534).unwrap_or(1));
            }
            "dt" => {
                self.start_row(at);
                self.start_cell(at, 1, 1);
            }
            "dd" => self.start_cell(at, 1, 1),
            name if BREAKS.contains(&name) => self.push("\n"),
            _ => {}
        }
    }

    fn close(&mut self, name: &str, end: usize) {
        self.end = end;
        if let Some(hidden) = &self.hidden {
            if hidden == name {
                self.hidden = None;
            }
            return;
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "caption" => {
                self.title = self.heading.take().map(|heading| joined(&heading)).or(self.title.take());
                if let Some(open) = self.open.last_mut() {
                    open.title.clone_from(&self.title);
                }
            }
            "table" | "dl" => self.close_table(),
            "tr" => self.end_row(),
            "td" | "th" | "dt" | "dd" => self.end_cell(),
            name if BREAKS.contains(&name) => self.push("\n"),
            _ => {}
        }
    }

    fn add_text(&mut self, text: &str, end: usize) {
        self.end = end;
        if self.hidden.is_none() {
            // A line break in the source is only a space.
            self.push(&text.replace(['\n', '\r', '\t'], " "));
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(heading) = &mut self.heading {
            *heading += text;
        } else if let Some(cell) = self.open.last_mut().and_then(|open| open.cell.as_mut()) {
            cell.text += text;
        }
    }

    fn start_row(&mut self, at: usize) {
        self.end_row();
        if let Some(open) = self.open.last_mut() {
            open.row_start = at;
            continue_cells(open);
        }
    }

    fn start_cell(&mut self, start: usize, columns: usize, rows: usize) {
        let is_definition = self.open.last().is_some_and(|open| open.is_list && open.cells.len() == 2);
        self.end_cell();
        if let Some(open) = self.open.last_mut() {
            let mut text = String::new();
            // A term with several definitions has them all.
            if is_definition && let Some(first) = open.cells.pop() {
                text = first.text + "\n";
            }
            open.cell = Some(OpenCell { text, start, columns, rows });
        }
    }

    fn end_cell(&mut self) {
        let (file, end) = (self.file, self.end);
        let Some(open) = self.open.last_mut() else { return };
        let Some(OpenCell { text, start, columns, rows }) = open.cell.take() else { return };
        let cell = Cell { text: joined(&text), span: Span::new(file, start..end.max(start)) };
        for at in 0..columns {
            if rows > 1 {
                open.spanning.push((open.cells.len(), rows - 1, cell.clone()));
            }
            // A text over several columns is that of the first.
            let text = if at == 0 { cell.text.clone() } else { String::new() };
            open.cells.push(Cell { text, span: cell.span });
        }
        continue_cells(open);
    }

    fn end_row(&mut self) {
        self.end_cell();
        let (file, end) = (self.file, self.end);
        let Some(open) = self.open.last_mut() else { return };
        open.spanning.retain(|(_, rows, _)| *rows > 0);
        let cells = std::mem::take(&mut open.cells);
        if cells.iter().any(|cell| !cell.text.is_empty()) {
            open.rows.push(Row::new(Span::new(file, open.row_start..end.max(open.row_start)), cells));
        }
    }

    fn close_table(&mut self) {
        self.end_row();
        if let Some(open) = self.open.pop() {
            let is_heading = |row: &Row| !open.is_list && (self.is_heading)(row);
            self.tables.extend(Table::of_rows(open.title.clone(), open.rows, is_heading));
        }
    }

    fn finish(mut self) -> Vec<Table> {
        while !self.open.is_empty() {
            self.close_table();
        }
        self.tables
    }
}

/// Adds the cells that go on from the rows above, as far as it is their turn.
fn continue_cells(open: &mut Open) {
    loop {
        let column = open.cells.len();
        let spanning =
            open.spanning.iter_mut().find(|(at, rows, cell)| *at == column && *rows > 0 && !cell.text.is_empty());
        let Some((_, rows, cell)) = spanning else { return };
        *rows -= 1;
        let cell = cell.clone();
        open.cells.push(cell);
    }
}

/// A text with one space for each run of them, and without empty lines.
fn joined(text: &str) -> String {
    let lines = text.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
