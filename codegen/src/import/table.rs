//! Tables: what every format is read into.

use crate::source::Span;

/// A table of a source, in which each row may be a code.
pub(super) struct Table {
    /// The heading above it, or the path to it.
    pub(super) title: Option<String>,
    pub(super) span: Span,
    /// Empty if the columns have no headings.
    pub(super) headings: Vec<Cell>,
    pub(super) rows: Vec<Row>,
}

/// The cells of a row that are there. A row of a tree has few of the tree's columns.
pub(super) struct Row {
    pub(super) span: Span,
    /// Each with its column, in the order of the columns.
    cells: Vec<(usize, Cell)>,
}

#[derive(Clone)]
pub(super) struct Cell {
    /// Without markup; without the whitespace around it too, unless it is known to be meant.
    pub(super) text: String,
    pub(super) span: Span,
}

impl Cell {
    pub(super) fn new(text: &str, span: Span) -> Self {
        Self::exact(text.trim(), span)
    }

    /// A cell whose whitespace is part of its text.
    pub(super) fn exact(text: &str, span: Span) -> Self {
        Self { text: text.to_owned(), span }
    }
}

impl Row {
    /// A row with a cell in each column.
    pub(super) fn new(span: Span, cells: impl IntoIterator<Item = Cell>) -> Self {
        Self { span, cells: cells.into_iter().enumerate().collect() }
    }

    /// A row with cells in some columns.
    pub(super) fn sparse(span: Span, mut cells: Vec<(usize, Cell)>) -> Self {
        cells.sort_by_key(|(column, _)| *column);
        Self { span, cells }
    }

    /// The cell in a column, unless it is empty.
    pub(super) fn get(&self, column: usize) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        Some(&self.cells[at].1).filter(|cell| !cell.text.is_empty())
    }

    /// The cells that aren't empty, each with its column.
    pub(super) fn filled(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().filter(|(_, cell)| !cell.text.is_empty()).map(|(column, cell)| (*column, cell))
    }

    pub(super) fn into_cells(self) -> Vec<Cell> {
        self.cells.into_iter().map(|(_, cell)| cell).collect()
    }
}

impl Table {
    /// A table of rows the first of which has the headings, if it looks like it.
    pub(super) fn of_rows(title: Option<String>, rows: Vec<Row>, is_heading: impl Fn(&Row) -> bool) -> Option<Self> {
        let span = rows.first()?.span;
        let mut rows = rows.into_iter().peekable();
        let headings = rows.next_if(is_heading).map(Row::into_cells).unwrap_or_default();
        Some(Self { title, span, headings, rows: rows.collect() })
    }

    /// How many columns there are, with or without a heading.
    pub(super) fn width(&self) -> usize {
        let last = |row: &Row| row.cells.last().map_or(0, |(column, _)| column + 1);
        self.rows.iter().map(last).max().unwrap_or(0).max(self.headings.len())
    }

    /// The column's heading, or else its position.
    pub(super) fn name_of(&self, column: usize) -> String {
        let heading = self.headings.get(column).map(|heading| &*heading.text).filter(|text| !text.is_empty());
        heading.map_or_else(|| format!("#{}", column + 1), |text| format!("\"{text}\""))
    }
}
