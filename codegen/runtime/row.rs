//! What the table says of a code.
//!
//! A row is `"400 10:BadRequest 11:bad request 15:Invalid request"`: the HTTP status, a `!` where the code is deprecated and
//! else a blank, a `{` where the message has placeholders, then cells, each its length in bytes, a colon and its text. So a
//! text may hold any character, and a message is changed in one line. Cells: the name on the wire, the message, the description, the attributes in the catalogue's
//! order, the names of the params, the code's own docs page, its number, its gRPC code. Empty cells at the end are left out.

use super::alloc::format;
use super::alloc::string::{String, ToString};
use super::code::ErrorCode;
use super::tables::{DOCS_URL, DOCS_URL_CELL, ROWS};

/// Where a row has its marks.
const DEPRECATED: usize = 3;
const PLACEHOLDERS: usize = 4;

impl ErrorCode {
    /// The code's name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        cell(self, 0)
    }

    /// The HTTP status that goes with the code.
    #[must_use]
    pub const fn http_status(self) -> u16 {
        let row = ROWS[self as usize].as_bytes();
        digit(row[0]) * 100 + digit(row[1]) * 10 + digit(row[2])
    }

    /// The message template as the catalogue has it: `{{.name}}` stands for the value of a param.
    #[must_use]
    pub const fn message(self) -> &'static str {
        cell(self, 1)
    }

    /// What the code means, or `""` where the catalogue doesn't say.
    #[must_use]
    pub const fn description(self) -> &'static str {
        cell(self, 2)
    }

    /// Where the code is documented: its own page, else the catalogue's page at the code's name.
    #[must_use]
    #[inline]
    pub fn docs_url(self) -> Option<String> {
        match (cell(self, DOCS_URL_CELL), DOCS_URL) {
            ("", "") => None,
            ("", page) => Some(format!("{page}#{self}")),
            (own, _) => Some(own.to_string()),
        }
    }

    /// Whether the code is kept for old clients only.
    #[must_use]
    pub const fn is_deprecated(self) -> bool {
        ROWS[self as usize].as_bytes()[DEPRECATED] == b'!'
    }
}

/// Whether the code's message is more than a text.
pub(super) const fn has_placeholders(code: ErrorCode) -> bool {
    ROWS[code as usize].as_bytes()[PLACEHOLDERS] == b'{'
}

/// The text of one cell of a code's row.
pub(super) const fn cell(code: ErrorCode, index: usize) -> &'static str {
    let row = ROWS[code as usize];
    let mut at = PLACEHOLDERS + has_placeholders(code) as usize;
    let mut before = index;
    while at < row.len() {
        let (start, len) = text_at(row.as_bytes(), at);
        if before == 0 {
            return row.split_at(start).1.split_at(len).0;
        }
        before -= 1;
        at = start + len + 1;
    }
    ""
}

/// Where the text of the cell that starts here starts, and its length.
const fn text_at(row: &[u8], at: usize) -> (usize, usize) {
    // Most lengths have two digits: a loop over them would wait for each.
    let (tens, ones) = (digit(row[at]) as usize, row[at + 1]);
    if ones == b':' {
        return (at + 2, tens);
    }
    let mut len = tens * 10 + digit(ones) as usize;
    let mut at = at + 2;
    while row[at] != b':' {
        len = len * 10 + digit(row[at]) as usize;
        at += 1;
    }
    (at + 1, len)
}

const fn digit(byte: u8) -> u16 {
    (byte - b'0') as u16
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
