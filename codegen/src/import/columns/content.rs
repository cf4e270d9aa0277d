//! What the cells of a column have in common.

use std::collections::HashSet;

use crate::import::status::{is_status, status_in};
use crate::import::table::Table;

/// What the cells of a column are.
#[derive(Clone, Copy)]
pub(super) struct Content {
    filled: usize,
    numbers: usize,
    statuses: usize,
    has_names: bool,
}

/// As many rows tell what a column is.
const LOOKED_AT: usize = 1000;

impl Content {
    pub(super) fn of(table: &Table, column: usize) -> Self {
        let cells = || table.rows.iter().take(LOOKED_AT).filter_map(|row| row.get(column)).map(|cell| &*cell.text);
        let number = |text: &str| text.parse::<i64>().ok();
        let is_status = |text: &&str| status_in(text).is_some() && number(text).is_none_or(is_status);
        let is_name = |text: &str| text.len() <= 256 && !text.contains(char::is_whitespace);
        let distinct: HashSet<_> = cells().collect();
        let filled = cells().count();
        Self {
            filled,
            numbers: cells().filter(|text| number(text).is_some()).count(),
            statuses: cells().filter(is_status).count(),
            // A few codes may be there twice, which is reported later.
            has_names: cells().all(is_name) && distinct.len() * 10 >= filled * 9,
        }
    }

    pub(super) fn is_empty(self) -> bool {
        self.filled == 0
    }

    pub(super) fn is_of_numbers(self) -> bool {
        !self.is_empty() && self.numbers == self.filled
    }

    pub(super) fn is_of_statuses(self) -> bool {
        !self.is_empty() && self.statuses == self.filled
    }

    pub(super) fn is_mostly_of_statuses(self) -> bool {
        !self.is_empty() && self.statuses * 2 >= self.filled
    }

    /// Whether the cells are words without spaces, all different, and not only numbers.
    pub(super) fn is_of_names(self) -> bool {
        !self.is_empty() && self.has_names && !self.is_of_numbers()
    }

    pub(super) fn is_of_texts(self) -> bool {
        !self.is_empty() && !self.is_of_numbers()
    }
}
