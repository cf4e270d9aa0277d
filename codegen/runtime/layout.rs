//! How the tables are laid out. The generator, which writes them, and what it generates, which reads them, both compile
//! this file.
//!
//! A row is `"BadRequest 011:bad request 015:Invalid request"`: the name on the wire, then cells, each its length in
//! bytes, a colon and its text. So a text may hold any character, and a message is changed in one line. Empty cells at
//! the end are left out. The text of a message is followed by where its placeholders are: see `pieces`.
//!
//! The lookup starts with the facts of each code, `FACTS_LEN` bytes: the HTTP status in little endian, with the bit
//! `DEPRECATED`, and the length of the name. So close together, those of 10,000 codes fit into a processor's first
//! cache. The rest is an open-addressing table of a power of two of groups, each of 8 slots: their tags, of a byte
//! each, then the numbers of their entries, of `ENTRY_LEN` bytes each in little endian. A tag is of the entry's hash,
//! and 0 where the slot is free. Entries are the codes, then the aliases.

use super::hash;

/// Which cell of a row holds what.
pub(super) struct Cells {
    pub(super) message: usize,
    pub(super) description: usize,
    /// The first of the attributes, which are in the catalogue's order.
    pub(super) attributes: usize,
    /// The names of the params, in the order of the constructor's arguments, with a blank between two.
    pub(super) params: usize,
    /// The code's own page.
    pub(super) docs_url: usize,
    pub(super) number: usize,
    /// The number of the gRPC code, where it isn't the one that goes with the HTTP status.
    pub(super) grpc: usize,
}

impl Cells {
    /// How many cells a row has beside those of attributes.
    pub(super) const FIXED: usize = 6;

    /// The cells for a catalogue with as many attributes.
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

/// The most that the three digits of a cell's length can say. A longer one has as many as it needs, after a `LONG`.
pub(super) const LONGEST_SHORT: usize = 999;
pub(super) const LONG: u8 = b'#';

/// The most that the two digits of a length in a message's places can say.
pub(super) const LONGEST_PLACE: usize = 99;

/// The length of a code's facts.
pub(super) const FACTS_LEN: usize = 3;
/// Marks a deprecated code, beside its HTTP status.
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

/// Where the text of the cell that starts here starts, and its length.
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

/// The entry that `is_it` takes, of those with this hash in the table of a lookup.
///
/// All tags of a group are compared at once, which tells most names that aren't there without a look at a row.
pub(super) fn find<T>(table: &[u8], hash: u64, is_it: impl Fn(usize) -> Option<T>) -> Option<T> {
    let groups = table.len() / GROUP_LEN;
    let tag = hash::tag(hash);
    #[allow(clippy::cast_possible_truncation, reason = "the lower bits are what counts")]
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

/// The top bits of the bytes that are 0. The lowest is right; one above it may be that of a 1.
fn zeros(bytes: u64) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; SLOTS]);
    const TOPS: u64 = u64::from_le_bytes([0x80; SLOTS]);
    bytes.wrapping_sub(ONES) & !bytes & TOPS
}
