//! The layout of the tables. Both the generator, which writes them, and the generated code, which reads them, compile
//! this file.
//!
//! A row is `"BadRequest 011:bad request 015:Invalid request"`: the name on the wire, then cells, each as its length in
//! bytes, a colon and its text. So a text may contain any character, and changing a message changes one line. Empty
//! cells at the end are left out. The text of a message is followed by the positions of its placeholders: see `pieces`.
//!
//! The lookup starts with the facts of each code, `FACTS_LEN` bytes: the HTTP status in little endian, with the bit
//! `DEPRECATED`, and the length of the name minus one. Packed like this, the facts of 10,000 codes fit into a processor's first
//! cache. The rest is an open-addressing table with a power of two of groups, each with 8 slots: first their tags, of a
//! byte each, then the numbers of their entries, of `ENTRY_LEN` bytes each in little endian. A tag is part of the
//! entry's hash, or 0 if the slot is free. Entries are the codes, then the aliases.

use super::hash;

/// The position of each cell in a row.
pub(super) struct Cells {
    pub(super) message: usize,
    pub(super) description: usize,
    /// The first attribute; attributes are in the catalogue's order.
    pub(super) attributes: usize,
    /// The names of the params, in the order of the constructor's arguments, separated by spaces.
    pub(super) params: usize,
    /// The code's own page.
    pub(super) docs_url: usize,
    pub(super) number: usize,
    /// The number of the gRPC code, if it differs from the one for the HTTP status.
    pub(super) grpc: usize,
}

impl Cells {
    /// How many cells a row has besides those of attributes.
    pub(super) const FIXED: usize = 6;

    /// The cells for a catalogue with this many attributes.
    pub(super) const fn new(attributes: usize) -> Self {
        let params = 2 + attributes;
        Self {
            message: 0,
            description: 1,
            attributes: 2,
            params,
            docs_url: params + 1,
            number: params + 2,
            grpc: params + 3,
        }
    }
}

/// The largest length with three digits. A larger one has as many digits as it needs, after a `LONG`.
pub(super) const LONGEST_SHORT: usize = 999;
pub(super) const LONG: u8 = b'#';

/// The largest length with two digits, which lengths in a message's places have.
pub(super) const LONGEST_PLACE: usize = 99;

/// The length of a code's facts.
pub(super) const FACTS_LEN: usize = 3;
/// Marks a deprecated code; stored with its HTTP status.
pub(super) const DEPRECATED: u16 = 1 << 15;

/// The slots of a group: as many as there are tags in a `u64`.
pub(super) const SLOTS: usize = 8;
pub(super) const ENTRY_LEN: usize = 3;
pub(super) const GROUP_LEN: usize = SLOTS + SLOTS * ENTRY_LEN;

/// Where the text of a cell starts, and its length, in a row whose cells start at `cells`.
#[inline]
pub(super) const fn text_of(row: &[u8], cells: usize, index: usize) -> (usize, usize) {
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

/// Where the text of the cell at this position starts, and its length.
#[inline]
const fn text_at(row: &[u8], at: usize) -> (usize, usize) {
    match row.split_at_checked(at) {
        Some((_, [LONG, ..])) => long_text_at(row, at + 1),
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

pub(super) const fn digit(byte: u8) -> usize {
    (byte & 0xf) as usize
}

/// Finds the entry that `is_it` accepts among those with this hash in the table of a lookup.
///
/// All tags of a group are compared at once, so most unknown names are rejected without reading a row.
pub(super) fn find<T>(table: &[u8], hash: u64, is_it: impl Fn(usize) -> Option<T>) -> Option<T> {
    let groups = table.len() / GROUP_LEN;
    let tag = hash::tag(hash);
    #[allow(clippy::cast_possible_truncation, reason = "only the lower bits matter")]
    let mut at = hash as usize;
    loop {
        at &= groups - 1;
        let (tags, entries) = table[at * GROUP_LEN..].split_first_chunk()?;
        let tags = u64::from_le_bytes(*tags);
        let mut same = zeros(tags ^ u64::from_le_bytes([tag; SLOTS]));
        while same != 0 {
            let slot = (same.trailing_zeros() / 8) as usize;
            let (entry, _) = entries[slot * ENTRY_LEN..].split_first_chunk()?;
            let [a, b, c] = *entry;
            if let Some(found) = is_it(u32::from_le_bytes([a, b, c, 0]) as usize) {
                return Some(found);
            }
            same &= same - 1;
        }
        if zeros(tags) != 0 {
            return None;
        }
        at += 1;
    }
}

/// The top bits of the bytes that are 0. The lowest one is right; one above it may belong to a byte that is 1.
fn zeros(bytes: u64) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; SLOTS]);
    const TOPS: u64 = u64::from_le_bytes([0x80; SLOTS]);
    bytes.wrapping_sub(ONES) & !bytes & TOPS
}
