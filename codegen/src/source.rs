//! The text of a catalogue and the places in it.

use std::fmt;
use std::ops::Range;

/// A catalogue's text, with the path to show for it.
#[derive(Clone)]
pub(crate) struct Source {
    path: String,
    text: String,
    /// How many bytes of the file stand before the text.
    skipped: usize,
    line_starts: Vec<usize>,
}

impl Source {
    /// Takes the bytes of a file. `Err` is the offset of the first byte that isn't UTF-8, with a source that shows it.
    pub(crate) fn new(path: &str, bytes: &[u8]) -> Result<Self, (usize, Self)> {
        let whole = bytes.len();
        let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        let skipped = whole - bytes.len();
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self::of_text(path, text.to_owned(), skipped)),
            Err(error) => {
                let text = String::from_utf8_lossy(bytes).into_owned();
                Err((error.valid_up_to(), Self::of_text(path, text, skipped)))
            }
        }
    }

    fn of_text(path: &str, text: String, skipped: usize) -> Self {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { path: path.to_owned(), text, skipped, line_starts }
    }

    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Finds places, best in the order of the text.
    pub(crate) fn locator(&self) -> Locator<'_> {
        Locator { source: self, known: (0, 0, 0) }
    }

    /// The line of an offset, from 1.
    pub(crate) fn line_of(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= offset)
    }

    /// The offsets between which the whole lines of a stretch are, without the last line's end.
    pub(crate) fn lines_of(&self, stretch: Range<usize>) -> Range<usize> {
        let start = self.line_starts[self.line_of(stretch.start) - 1];
        let next = self.line_starts.get(self.line_of(stretch.end));
        let end = next.map_or(self.text.len(), |next| next - 1);
        let end = if self.text[start..end].ends_with('\r') { end - 1 } else { end };
        start..end.max(stretch.end)
    }

    /// The line that an offset is on.
    pub(crate) fn line_at(&self, offset: usize) -> &str {
        &self.text[self.lines_of(offset..offset)]
    }

    /// The end of what is underlined of a span: its first line.
    pub(crate) fn shown_end(&self, span: Span) -> usize {
        span.end.min(self.lines_of(span.start..span.start).end).max(span.start)
    }

    /// The offset itself, or the last one before it where a character starts.
    pub(crate) fn floor(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        (0..=offset).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or(0)
    }
}

/// From offsets to lines and columns. It remembers the last place, so that many on one long line are found in one go.
pub(crate) struct Locator<'s> {
    source: &'s Source,
    /// A line's start, an offset on that line, and how many characters are between them.
    known: (usize, usize, usize),
}

impl Locator<'_> {
    /// Where a span is, for people and for other programs.
    pub(crate) fn place(&mut self, span: Span) -> Place {
        let [(line, column), (end_line, end_column)] = [span.start, span.end].map(|offset| self.line_column(offset));
        let [start, end] = [span.start, span.end].map(|offset| offset + self.source.skipped);
        Place { line, column, end_line, end_column, start, end }
    }

    fn line_column(&mut self, offset: usize) -> (usize, usize) {
        let offset = self.source.floor(offset);
        let line = self.source.line_of(offset);
        let start = self.source.line_starts[line - 1];
        let (known_start, known_offset, known_chars) = self.known;
        let (from, before) =
            if known_start == start && known_offset <= offset { (known_offset, known_chars) } else { (start, 0) };
        let chars = before + self.source.text[from..offset].chars().count();
        self.known = (start, offset, chars);
        (line, chars + 1)
    }
}

/// The path is enough to tell one from another.
impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Source").field(&self.path).finish()
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

/// A stretch of a catalogue. Lines and columns count from 1, columns in characters; the end is behind the last character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line of the start.
    pub line: usize,
    /// The column of the start.
    pub column: usize,
    /// The line of the end.
    pub end_line: usize,
    /// The column of the end.
    pub end_column: usize,
    /// The bytes of the file before the start.
    pub start: usize,
    /// The bytes of the file before the end.
    pub end: usize,
}
