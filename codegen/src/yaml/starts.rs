//! Finding where the nodes of a document start.

use std::collections::HashMap;
use std::fmt::{self, Display, Write};

/// Finds the starts of nodes, in the order in which they are read.
pub(super) struct Starts<'t> {
    text: &'t str,
    positions: Positions<'t>,
    /// The anchors so far, each with its offset and the start of the node after it.
    anchors: HashMap<&'t str, (usize, usize)>,
    /// The offset of an anchor whose name was used before.
    second_anchor: Option<usize>,
}

impl<'t> Starts<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, positions: Positions::new(text), anchors: HashMap::new(), second_anchor: None }
    }

    /// Where the document itself starts.
    pub(super) fn root(&self) -> usize {
        after_blanks(self.text, 0)
    }

    /// The offset of an anchor whose name was used before.
    pub(super) fn second_anchor(&self) -> Option<usize> {
        self.second_anchor
    }

    /// Where the next node starts, after its anchor and tag, from the error of a probe. For an alias, it is the start
    /// of the node that the alias refers to.
    pub(super) fn next(&mut self, error: &impl Display) -> usize {
        let at = self.positions.of_error(error);
        match self.text[at..].strip_prefix('*') {
            Some(alias) => self.anchors.get(name_of(alias)).map_or(at, |&(_, start)| start),
            None => self.after_properties(at),
        }
    }

    /// Skips the anchor and the tag of a node.
    fn after_properties(&mut self, mut at: usize) -> usize {
        let mut anchor = None;
        while let Some(property) = self.text[at..].chars().next().filter(|first| "&!".contains(*first)) {
            let name_start = at + property.len_utf8();
            let len = match property {
                '&' => {
                    let name = name_of(&self.text[name_start..]);
                    anchor = Some((name, at));
                    name.len()
                }
                _ if self.text[name_start..].starts_with('<') => {
                    self.text[name_start..].find('>').map_or(0, |end| end + 1)
                }
                _ => self.text[name_start..]
                    .find(|c: char| c.is_whitespace() || ",[]{}".contains(c))
                    .unwrap_or(self.text.len() - name_start),
            };
            let end = name_start + len;
            let next = after_blanks(self.text, end);
            // What follows on another line may be another node: an empty node starts where its anchor ends.
            let is_other_line = self.text[end..next].contains(['\n', '\r']);
            at = if is_other_line && !self.continues(at, next) { end } else { next };
        }
        if let Some((name, position)) = anchor
            && let Some((first, _)) = self.anchors.insert(name, (position, at))
            // A map starts where its first key does, so both have the key's anchor.
            && first != position
        {
            self.second_anchor.get_or_insert(position);
        }
        at
    }

    /// Whether a later line belongs to a node with properties: it is indented further than their line.
    fn continues(&self, properties: usize, next: usize) -> bool {
        let line = self.positions.line_start(properties);
        let indent = after_blanks(self.text, line) - line;
        let column = next - self.positions.line_start(next);
        let is_item =
            |at: usize| self.text[at..].strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_whitespace));
        // The list of a key may be as far in as the key, but an item of a list has no list of its own there.
        let is_list = column == indent && is_item(next) && !is_item(line + indent);
        next < self.text.len() && (column > indent || is_list)
    }
}

/// The name of an anchor or an alias at the beginning of a text.
fn name_of(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-')).unwrap_or(text.len());
    &text[..end]
}

/// Skips whitespace, line breaks and comments.
fn after_blanks(text: &str, mut at: usize) -> usize {
    loop {
        // Only what YAML takes for blanks: a no-break space is text.
        let rest = text[at..].trim_start_matches([' ', '\t', '\n', '\r']);
        at = text.len() - rest.len();
        if !rest.starts_with('#') {
            return at;
        }
        at += rest.find(['\n', '\r']).unwrap_or(rest.len());
    }
}

/// Converts the parser's lines and columns to offsets.
struct Positions<'t> {
    text: &'t str,
    /// Where each line starts: how many bytes and how many characters come before it.
    lines: Vec<(usize, usize)>,
    /// The offset of each `STRIDE`th character, so that a long line costs no more than a short one. `None` for ASCII,
    /// where each character is a byte.
    offsets: Option<Vec<usize>>,
}

const STRIDE: usize = 128;

impl<'t> Positions<'t> {
    fn new(text: &'t str) -> Self {
        let (mut lines, mut offsets) = (vec![(0, 0)], Vec::new());
        let mut chars = text.char_indices().enumerate().peekable();
        while let Some((count, (offset, char))) = chars.next() {
            if count % STRIDE == 0 {
                offsets.push(offset);
            }
            // The other line breaks of YAML 1.1 are not let through to here.
            let breaks = match char {
                '\r' => chars.peek().is_none_or(|&(_, (_, next))| next != '\n'),
                '\n' => true,
                _ => false,
            };
            if breaks {
                lines.push((offset + char.len_utf8(), count + 1));
            }
        }
        Self { text, lines, offsets: (!text.is_ascii()).then_some(offsets) }
    }

    /// Where the line of an offset starts.
    fn line_start(&self, offset: usize) -> usize {
        self.lines[self.lines.partition_point(|&(start, _)| start <= offset) - 1].0
    }

    /// The position in an error. Its type is unknown here; its text ends in `line 3 column 7`, or has no number for the
    /// start of the document.
    fn of_error(&self, error: &impl Display) -> usize {
        let mut numbers = LastNumbers::default();
        // Writing to it can't fail.
        let _ = write!(numbers, "{error}");
        let offset = match (numbers.before, numbers.last) {
            (Some(line), Some(column)) => self.offset(line.wrapping_sub(1), column.wrapping_sub(1)),
            _ => Some(0),
        };
        offset.filter(|offset| self.text.is_char_boundary(*offset)).unwrap_or(self.text.len())
    }

    fn offset(&self, line: usize, column: usize) -> Option<usize> {
        let count = self.lines.get(line)?.1 + column;
        let Some(offsets) = &self.offsets else { return Some(count) };
        let near = *offsets.get(count / STRIDE)?;
        self.text[near..].char_indices().nth(count % STRIDE).map(|(at, _)| near + at)
    }
}

/// Keeps the last two numbers written to it; each is written as a separate text.
#[derive(Default)]
struct LastNumbers {
    before: Option<usize>,
    last: Option<usize>,
}

impl Write for LastNumbers {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if let Ok(number) = text.parse() {
            self.before = self.last.replace(number);
        }
        Ok(())
    }
}
