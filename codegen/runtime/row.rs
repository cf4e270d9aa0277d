//! What the table says of a code.
//!
//! A row is `"BadRequest 011:bad request 015:Invalid request"`: the name on the wire, then cells, each its length in
//! bytes, a colon and its text. So a text may hold any character, and a message is changed in one line. A length has
//! three digits, or as many as it needs with a `#` before them. Cells: the message, the description, the attributes in
//! the catalogue's order, the names of the params, the code's own docs page, its number, its gRPC code. Empty cells at
//! the end are left out. Behind the text of a message stands where its placeholders are: see `pieces`.
//!
//! `LOOKUP` starts with three bytes for each code: the HTTP status in little endian, with the highest bit where the
//! code is deprecated, and the length of the name. So close together, those of 10,000 codes fit into a processor's
//! first cache.

use super::alloc::format;
use super::alloc::string::{String, ToString};
use super::code::ErrorCode;
use super::tables::{DOCS_URL, DOCS_URL_CELL, LOOKUP, ROWS};

/// The cells that every catalogue has.
const MESSAGE_CELL: usize = 0;
const DESCRIPTION_CELL: usize = 1;

/// Marks a deprecated code, beside its HTTP status.
const DEPRECATED: u16 = 1 << 15;

impl ErrorCode {
    /// The code's name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        ROWS[self as usize].split_at(name_len(self)).0
    }

    /// The HTTP status that goes with the code.
    #[must_use]
    pub const fn http_status(self) -> u16 {
        status_and_mark(self) & !DEPRECATED
    }

    /// The message template as the catalogue has it: `{{.name}}` stands for the value of a param.
    #[must_use]
    pub const fn message(self) -> &'static str {
        cell(self, MESSAGE_CELL)
    }

    /// What the code means, or `""` where the catalogue doesn't say.
    #[must_use]
    pub const fn description(self) -> &'static str {
        cell(self, DESCRIPTION_CELL)
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
        status_and_mark(self) & DEPRECATED != 0
    }
}

const fn status_and_mark(code: ErrorCode) -> u16 {
    let at = FACTS_LEN * code as usize;
    u16::from_le_bytes([LOOKUP[at], LOOKUP[at + 1]])
}

const fn name_len(code: ErrorCode) -> usize {
    LOOKUP[FACTS_LEN * code as usize + 2] as usize
}

/// How much of `LOOKUP` is about one code before the rest.
pub(super) const FACTS_LEN: usize = 3;

/// The text of one cell of a code's row.
pub(super) const fn cell(code: ErrorCode, index: usize) -> &'static str {
    let row = ROWS[code as usize];
    let (start, len) = text_of(row.as_bytes(), name_len(code) + 1, index);
    row.split_at(start).1.split_at(len).0
}

/// A code's message, and what its row says behind it: first of all, where placeholders are.
pub(super) const fn message_and_places(code: ErrorCode) -> (&'static str, &'static str) {
    let row = ROWS[code as usize];
    let (start, len) = text_of(row.as_bytes(), name_len(code) + 1, MESSAGE_CELL);
    row.split_at(start).1.split_at(len)
}

/// Where the text of a cell starts, and its length, in a row whose cells start at `cells`.
#[inline]
const fn text_of(row: &[u8], cells: usize, index: usize) -> (usize, usize) {
    let (mut at, mut before) = (cells, index);
    loop {
        let (start, len) = text_at(row, at);
        if before == 0 {
            return (start, len);
        }
        before -= 1;
        at = start + len;
        while at < row.len() && row[at] != b' ' {
            at += 1;
        }
        at += 1;
    }
}

/// Where the text of the cell that starts here starts, and its length.
#[inline]
const fn text_at(row: &[u8], at: usize) -> (usize, usize) {
    match row.split_at_checked(at) {
        Some((_, [b'#', ..])) => long_text_at(row, at + 1),
        Some((_, [hundreds, tens, ones, b':', ..])) => {
            (at + 4, digit(*hundreds) * 100 + digit(*tens) * 10 + digit(*ones))
        }
        _ => (row.len(), 0),
    }
}

#[cold]
const fn long_text_at(row: &[u8], at: usize) -> (usize, usize) {
    let (mut at, mut len) = (at, 0);
    while row[at] != b':' {
        len = len * 10 + digit(row[at]);
        at += 1;
    }
    (at + 1, len)
}

const fn digit(byte: u8) -> usize {
    (byte & 0xf) as usize
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
