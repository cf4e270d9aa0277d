//! What the tables say about a code; for their layout, see `layout`.

use super::alloc::string::{String, ToString};
use super::code::ErrorCode;
use super::layout::{DEPRECATED, FACTS_LEN, digit, text_of};
use super::lookup::LOOKUP;
use super::pieces::Pieces;
use super::tables::{CELLS, DOCS_URL, ROWS};

impl ErrorCode {
    /// The code's name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        ROWS[self as usize].split_at(name_len(self)).0
    }

    /// The code's HTTP status.
    #[must_use]
    pub const fn http_status(self) -> u16 {
        status_and_mark(self) & !DEPRECATED
    }

    /// The message template as written in the catalogue: `{{.name}}` is a placeholder for a param.
    #[must_use]
    pub const fn message(self) -> &'static str {
        cell(self, CELLS.message)
    }

    /// What the code means, or `""` if the catalogue doesn't describe it.
    #[must_use]
    pub const fn description(self) -> &'static str {
        cell(self, CELLS.description)
    }

    /// Where the code is documented: its own page, or else the catalogue's page at the code's name.
    #[must_use]
    #[inline]
    pub fn docs_url(self) -> Option<String> {
        match (cell(self, CELLS.docs_url), DOCS_URL) {
            ("", "") => None,
            ("", page) => Some(super::alloc::format!("{page}#{self}")),
            (own, _) => Some(own.to_string()),
        }
    }

    /// Whether the code is kept only for old clients.
    #[must_use]
    pub const fn is_deprecated(self) -> bool {
        status_and_mark(self) & DEPRECATED != 0
    }
}

const fn status_and_mark(code: ErrorCode) -> u16 {
    let at = FACTS_LEN * code as usize;
    u16::from_le_bytes([LOOKUP[at], LOOKUP[at + 1]])
}

const fn name_len(code: ErrorCode) -> usize {
    LOOKUP[FACTS_LEN * code as usize + 2] as usize + 1
}

/// The text of one cell of a code's row.
pub(super) const fn cell(code: ErrorCode, index: usize) -> &'static str {
    let row = ROWS[code as usize];
    let (start, len) = text_of(row.as_bytes(), name_len(code) + 1, index);
    row.split_at(start).1.split_at(len).0
}

/// The pieces of a code's message.
pub(super) const fn pieces(code: ErrorCode) -> Pieces<'static> {
    let row = ROWS[code as usize];
    let (start, len) = text_of(row.as_bytes(), name_len(code) + 1, CELLS.message);
    let (message, places) = row.split_at(start).1.split_at(len);
    Pieces::new(message, places)
}

/// The whole number in a cell.
pub(super) const fn integer(cell: &str) -> i128 {
    let bytes = cell.as_bytes();
    let (mut at, mut value) = (0, 0);
    while at < bytes.len() {
        if bytes[at] != b'-' {
            value = value * 10 + digit(bytes[at]) as i128;
        }
        at += 1;
    }
    if at > 0 && bytes[0] == b'-' { -value } else { value }
}
