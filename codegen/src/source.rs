//! The text of a catalogue and the places in it.

use std::borrow::Cow;

/// A catalogue's text, with the path to show for it.
pub(crate) struct Source {
    path: String,
    text: String,
    line_starts: Vec<usize>,
}

impl Source {
    /// Takes the bytes of a file. `Err` is the offset of the first byte that isn't UTF-8, with a source that shows it.
    pub(crate) fn new(path: &str, bytes: &[u8]) -> Result<Self, (usize, Self)> {
        let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        match String::from_utf8_lossy(bytes) {
            Cow::Borrowed(text) => Ok(Self::of_text(path, text.to_owned())),
            Cow::Owned(text) => {
                let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
                Err((valid, Self::of_text(path, text)))
            }
        }
    }

    fn of_text(path: &str, text: String) -> Self {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { path: path.to_owned(), text, line_starts }
    }

    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The line and the column of an offset, counted from 1, the column in characters.
    pub(crate) fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = self.floor(offset);
        let line = self.line_starts.partition_point(|&start| start <= offset);
        (line, 1 + self.text[self.line_starts[line - 1]..offset].chars().count())
    }

    /// The offset itself, or the last one before it where a character starts.
    pub(crate) fn floor(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        (0..=offset).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or(0)
    }
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A stretch of a source, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Span {
    pub(crate) fn at(offset: usize) -> Self {
        Self { start: offset, end: offset }
    }
}
