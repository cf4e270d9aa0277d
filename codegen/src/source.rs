//! The texts of a catalogue's files, and spans in them.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::diagnostics::Sink;
use crate::rules::RuleId;

/// The files that a catalogue was read from.
#[derive(Clone, Debug, Default)]
pub(crate) struct SourceMap {
    files: Vec<Source>,
}

/// One of the files in a [`SourceMap`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FileId(u32);

/// A range of a file's text, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span {
    pub(crate) file: FileId,
    start: u32,
    end: u32,
}

/// The text of a file, and the path to show for it.
#[derive(Clone)]
pub(crate) struct Source {
    path: Arc<str>,
    text: String,
    /// How many bytes of the file come before the text: its byte order mark.
    skipped: usize,
    line_starts: Vec<u32>,
    /// How many characters come before each block of `BLOCK` bytes, so that a column far into a line costs no more.
    /// `None` for ASCII, where each byte is a character.
    chars_before: OnceLock<Option<Vec<u32>>>,
}

/// A span in the form that people and other programs read.
///
/// Lines and columns count from 1, and columns count characters. The end is after the last character.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Location {
    /// The path of the file, as given.
    pub path: Arc<str>,
    /// The line of the start.
    pub line: usize,
    /// The column of the start.
    pub column: usize,
    /// The line of the end.
    pub end_line: usize,
    /// The column of the end.
    pub end_column: usize,
    /// How many bytes of the file come before the start.
    pub start: usize,
    /// How many bytes of the file come before the end.
    pub end: usize,
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
const BLOCK: usize = 1024;

impl SourceMap {
    /// Adds a file, unless it isn't UTF-8, which is reported.
    pub(crate) fn add_utf8(&mut self, path: &str, bytes: &[u8], sink: &mut Sink) -> Option<FileId> {
        let (file, utf8) = self.add(path, bytes);
        let reported = utf8.map_err(|at| {
            let finding = sink.report(RuleId::YamlSyntax, Span::at(file, at), "a byte that is not UTF-8");
            finding.help = Some("save the file as UTF-8".to_owned());
        });
        reported.ok().map(|()| file)
    }

    /// All files, in the order in which they were added.
    pub(crate) fn ids(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..self.files.len()).map(|file| FileId(u32::try_from(file).unwrap_or(u32::MAX)))
    }

    /// Adds a file. `Err` is the offset of its first byte that isn't UTF-8; the text then has a � there.
    pub(crate) fn add(&mut self, path: &str, bytes: &[u8]) -> (FileId, Result<(), usize>) {
        let id = FileId(u32::try_from(self.files.len()).expect("a catalogue has fewer files than 2^32"));
        let (source, outcome) = Source::new(path, bytes);
        self.files.push(source);
        (id, outcome)
    }

    pub(crate) fn file(&self, id: FileId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// The path of the first file, the catalogue itself.
    pub(crate) fn path(&self) -> &str {
        self.files.first().map_or("", Source::path)
    }

    pub(crate) fn location(&self, span: Span) -> Location {
        self.file(span.file).location(span)
    }
}

impl Span {
    pub(crate) fn new(file: FileId, range: Range<usize>) -> Self {
        // A file is at most 64 MiB.
        let [start, end] = [range.start, range.end].map(|offset| u32::try_from(offset).unwrap_or(u32::MAX));
        Self { file, start, end }
    }

    pub(crate) fn at(file: FileId, offset: usize) -> Self {
        Self::new(file, offset..offset)
    }

    pub(crate) const fn start(self) -> usize {
        self.start as usize
    }

    pub(crate) const fn end(self) -> usize {
        self.end as usize
    }
}

impl Source {
    fn new(path: &str, bytes: &[u8]) -> (Self, Result<(), usize>) {
        let whole = bytes.len();
        let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        let (text, outcome) = match std::str::from_utf8(bytes) {
            Ok(text) => (text.to_owned(), Ok(())),
            Err(error) => (String::from_utf8_lossy(bytes).into_owned(), Err(error.valid_up_to())),
        };
        let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| offset(at + 1))).collect();
        let skipped = whole - bytes.len();
        (Self { path: path.into(), text, skipped, line_starts, chars_before: OnceLock::new() }, outcome)
    }

    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    fn location(&self, span: Span) -> Location {
        let [(line, column), (end_line, end_column)] =
            [span.start(), span.end()].map(|offset| self.line_column(offset));
        let [start, end] = [span.start(), span.end()].map(|offset| offset + self.skipped);
        Location { path: self.path.clone(), line, column, end_line, end_column, start, end }
    }

    fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = self.floor(offset);
        let line = self.line_of(offset);
        (line, self.chars_before(offset) - self.chars_before(self.line_start(line)) + 1)
    }

    /// How many characters come before an offset.
    fn chars_before(&self, offset: usize) -> usize {
        let bytes = self.text.as_bytes();
        let chars_before = self.chars_before.get_or_init(|| (!bytes.is_ascii()).then(|| count_chars(bytes)));
        match chars_before {
            Some(blocks) => {
                let block = offset / BLOCK;
                blocks[block] as usize
                    + bytes[block * BLOCK..offset].iter().filter(|byte| is_char_start(**byte)).count()
            }
            None => offset,
        }
    }

    /// The line of an offset, from 1.
    pub(crate) fn line_of(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|&start| start as usize <= offset)
    }

    /// Where a line starts.
    fn line_start(&self, line: usize) -> usize {
        self.line_starts[line - 1] as usize
    }

    /// The offsets of the whole lines that a range is on, without the last line's end.
    pub(crate) fn lines_of(&self, stretch: Range<usize>) -> Range<usize> {
        let start = self.line_start(self.line_of(stretch.start));
        let next = self.line_starts.get(self.line_of(stretch.end));
        let end = next.map_or(self.text.len(), |&next| next as usize - 1);
        let end = if self.text[start..end].ends_with('\r') { end - 1 } else { end };
        start..end.max(stretch.end)
    }

    /// The line that an offset is on.
    pub(crate) fn line_at(&self, offset: usize) -> &str {
        &self.text[self.lines_of(offset..offset)]
    }

    /// Where the underline of a span ends: on its first line.
    pub(crate) fn shown_end(&self, span: Span) -> usize {
        span.end().min(self.lines_of(span.start()..span.start()).end).max(span.start())
    }

    /// The offset, moved back to the start of its character.
    pub(crate) fn floor(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        (0..=offset).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or(0)
    }
}

fn is_char_start(byte: u8) -> bool {
    !matches!(byte, 0x80..=0xbf)
}

/// How many characters come before each block.
fn count_chars(bytes: &[u8]) -> Vec<u32> {
    let mut before = 0;
    let mut blocks = vec![0];
    for block in bytes.chunks(BLOCK) {
        before += u32::try_from(block.iter().filter(|byte| is_char_start(**byte)).count()).unwrap_or(u32::MAX);
        blocks.push(before);
    }
    blocks
}

/// Shown only the path, which identifies the source.
impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Source").field(&self.path).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_wherever_they_are() {
        let text = format!("é\n{}é{}\nlast", "日".repeat(1000), "x".repeat(3000));
        let mut sources = SourceMap::default();
        let (file, outcome) = sources.add("a.yaml", text.as_bytes());
        assert_eq!(outcome, Ok(()));
        for (start, line, column) in [(0, 1, 1), (2, 1, 2), (3, 2, 1), (3003, 2, 1001), (6005, 2, 4002), (6006, 3, 1)] {
            let location = sources.location(Span::at(file, start));
            assert_eq!((location.line, location.column), (line, column), "{start}");
        }
    }
}
