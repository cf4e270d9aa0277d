//! The tables that the catalogues were made from.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::collections::HashSet;

/// A source table: tab-separated, `#` lines first, then the columns' names.
pub struct Table {
    columns: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    pub fn parse(text: &'static str) -> Self {
        let mut lines = text.lines().skip_while(|line| line.starts_with('#'));
        let columns: Vec<_> = lines.next().expect("a line with the columns' names").split('\t').collect();
        let rows: Vec<Vec<_>> = lines.map(|line| line.split('\t').map(unescaped).collect()).collect();
        assert!(rows.iter().all(|row| row.len() == columns.len()), "a row with too few or too many cells");
        Self { columns, rows }
    }

    pub fn column(&self, name: &str) -> impl Iterator<Item = &str> {
        let index = self.columns.iter().position(|column| *column == name);
        // For example, a table without the column has no aliases.
        self.rows.iter().map(move |row| index.map_or("", |index| &row[index]))
    }

    pub fn names(&self) -> HashSet<&str> {
        let aliases = self.column("aliases").flat_map(str::split_whitespace);
        self.column("name").chain(aliases).collect()
    }
}

/// The text of a cell: `\n` is a line break, `\t` a tab, `\\` a backslash.
fn unescaped(cell: &str) -> String {
    let mut text = String::new();
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        text.push(match c {
            '\\' => match chars.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some('\\') => '\\',
                other => panic!("`\\` before {other:?} in {cell}"),
            },
            c => c,
        });
    }
    text
}

/// The table of a catalogue.
macro_rules! table {
    ($name:ident) => {
        $crate::table::Table::parse(include_str!(concat!("../data/", stringify!($name), ".tsv")))
    };
}

pub(crate) use table;
