//! Where the nodes of a document start.

use std::collections::HashMap;
use std::fmt::Debug;

/// The starts of nodes, in the order in which they are read.
pub(super) struct Starts<'t> {
    text: &'t str,
    positions: Positions<'t>,
    offsets: Vec<usize>,
    /// The anchors so far, with where they are and where the nodes behind them start.
    anchors: HashMap<&'t str, (usize, usize)>,
    /// The place of an anchor whose name was used before.
    second_anchor: Option<usize>,
}

impl<'t> Starts<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        // Nobody asks where the document itself starts, but where it isn't what it should be.
        let root = behind_blanks(text, 0);
        Self {
            text,
            positions: Positions::new(text),
            offsets: vec![root],
            anchors: HashMap::new(),
            second_anchor: None,
        }
    }

    /// The offset at which each node starts, by its number: behind its anchor and tag, at the anchor for an alias.
    pub(super) fn into_offsets(self) -> Vec<usize> {
        self.offsets
    }

    /// Where an anchor is defined whose name another one has.
    pub(super) fn second_anchor(&self) -> Option<usize> {
        self.second_anchor
    }

    /// Takes the place that the error of a probe carries.
    pub(super) fn push(&mut self, error: &impl Debug) {
        let at = self.positions.of_error(error);
        let start = match self.text[at..].strip_prefix('*') {
            Some(alias) => self.anchors.get(name_of(alias)).map_or(at, |&(_, start)| start),
            None => self.behind_properties(at),
        };
        self.offsets.push(start);
    }

    /// Skips the anchor and the tag of a node.
    fn behind_properties(&mut self, mut at: usize) -> usize {
        let mut anchor = None;
        while let Some(property) = self.text[at..].chars().next().filter(|first| "&!".contains(*first)) {
            let behind = at + property.len_utf8();
            let len = match property {
                '&' => {
                    let name = name_of(&self.text[behind..]);
                    anchor = Some((name, at));
                    name.len()
                }
                _ if self.text[behind..].starts_with('<') => self.text[behind..].find('>').map_or(0, |end| end + 1),
                _ => self.text[behind..].find(|c: char| c.is_whitespace() || ",[]{}".contains(c)).unwrap_or_default(),
            };
            let end = behind + len;
            let next = behind_blanks(self.text, end);
            // What follows on another line may be another node: an empty one stays where its anchor ends.
            let is_other_line = self.text[end..next].contains(['\n', '\r']);
            at = if is_other_line && !self.continues(at, next) { end } else { next };
        }
        if let Some((name, place)) = anchor
            && let Some((first, _)) = self.anchors.insert(name, (place, at))
            // A map starts where its first key does, so both have the key's anchor.
            && first != place
        {
            self.second_anchor.get_or_insert(place);
        }
        at
    }

    /// Whether what stands on a later line belongs to a node with properties: it is further in than the line of those.
    fn continues(&self, properties: usize, next: usize) -> bool {
        let column = |at: usize| at - self.text[..at].rfind(['\n', '\r']).map_or(0, |line| line + 1);
        let line = properties - column(properties);
        let indent = behind_blanks(self.text, line) - line;
        next < self.text.len() && (column(next) > indent || self.text[next..].starts_with("- "))
    }
}

/// The name of an anchor or of an alias at the beginning of a text.
fn name_of(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-')).unwrap_or(text.len());
    &text[..end]
}

/// Skips blanks, line breaks and comments.
fn behind_blanks(text: &str, mut at: usize) -> usize {
    loop {
        let rest = text[at..].trim_start();
        at = text.len() - rest.len();
        if !rest.starts_with('#') {
            return at;
        }
        at += rest.find(['\n', '\r']).unwrap_or(rest.len());
    }
}

/// From a line and a column as the parser counts them to an offset.
struct Positions<'t> {
    text: &'t str,
    /// How many characters stand before each line.
    lines: Vec<usize>,
    /// The offset of each `STRIDE`th character, so that a long line costs no more than a short one.
    offsets: Vec<usize>,
}

const STRIDE: usize = 128;

impl<'t> Positions<'t> {
    fn new(text: &'t str) -> Self {
        let (mut lines, mut offsets) = (vec![0], Vec::new());
        let mut chars = text.char_indices().enumerate().peekable();
        while let Some((count, (offset, char))) = chars.next() {
            if count % STRIDE == 0 {
                offsets.push(offset);
            }
            // YAML 1.1 breaks lines at three characters that editors don't.
            let breaks = match char {
                '\r' => chars.peek().is_none_or(|&(_, (_, next))| next != '\n'),
                '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => true,
                _ => false,
            };
            if breaks {
                lines.push(count + 1);
            }
        }
        Self { text, lines, offsets }
    }

    /// The place that an error carries. Its type is not known here; its `Debug` ends in `line: 3, column: 7)`.
    fn of_error(&self, error: &impl Debug) -> usize {
        let debug = format!("{error:?}");
        let number = |label: &str| -> Option<usize> {
            let (_, behind) = debug.rsplit_once(label)?;
            behind.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
        };
        let place = number("line: ").zip(number("column: "));
        place.and_then(|(line, column)| self.offset(line - 1, column - 1)).unwrap_or(self.text.len())
    }

    fn offset(&self, line: usize, column: usize) -> Option<usize> {
        let count = self.lines.get(line)? + column;
        let near = *self.offsets.get(count / STRIDE)?;
        self.text[near..].char_indices().nth(count % STRIDE).map(|(at, _)| near + at)
    }
}
