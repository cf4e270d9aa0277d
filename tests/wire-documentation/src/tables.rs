//! The tables of a page in Markdown.

/// A table, whose cells are as they are written.
pub struct Table {
    /// The names of the columns.
    pub header: Vec<String>,
    /// The cells of each row.
    pub rows: Vec<Vec<String>>,
}

/// All tables of a page.
#[must_use]
pub fn all(page: &str) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if line.starts_with('|') {
            let rows = lines.by_ref().skip(1).take_while(|line| line.starts_with('|')).map(cells).collect();
            tables.push(Table { header: cells(line), rows });
        }
    }
    tables
}

/// The cells of a line; a `|` in backticks is text.
fn cells(line: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut is_code = false;
    for char in line.chars().skip(1) {
        is_code ^= char == '`';
        if char == '|' && !is_code {
            cells.push(cell.trim().to_owned());
            cell.clear();
        } else {
            cell.push(char);
        }
    }
    cells
}

/// What is in the backticks around a whole cell.
#[must_use]
pub fn code(cell: &str) -> &str {
    cell.strip_prefix('`').and_then(|cell| cell.strip_suffix('`')).unwrap_or(cell)
}

/// All that is in backticks.
pub fn codes(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

/// What is between two texts.
#[must_use]
pub fn between<'p>(page: &'p str, start: &str, end: &str) -> Option<&'p str> {
    Some(page.split_once(start)?.1.split_once(end)?.0)
}
