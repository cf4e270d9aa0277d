//! The second read, when a place is asked for: where each node starts.
//!
//! `serde_yaml` tells places in errors only: an error from within a visitor carries the place of the node that was being
//! visited. So this read fails at each scalar on purpose and goes on. A list or a map is walked; its place follows from
//! the key before it or from its first child.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor,
};

/// The offset at which each node starts, behind its anchor and tag; by the node's number.
pub(super) fn starts(text: &str) -> Vec<usize> {
    let mut walk = Walk { text, positions: Positions::new(text), starts: Vec::new() };
    if let Some(document) = serde_yaml::Deserializer::from_str(text).next() {
        // Such a read fails where the first one failed, and then nobody asks for places.
        let _ = StartSeed(&mut walk).deserialize(document);
    }
    walk.starts
}

struct Walk<'t> {
    text: &'t str,
    positions: Positions<'t>,
    starts: Vec<usize>,
}

struct StartSeed<'w, 't>(&'w mut Walk<'t>);

impl<'de> DeserializeSeed<'de> for StartSeed<'_, '_> {
    type Value = Started;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Started, D::Error> {
        let id = self.0.starts.len();
        self.0.starts.push(UNKNOWN);
        match deserializer.deserialize_any(StartVisitor { walk: self.0, id }) {
            Ok(()) => Ok(Started::Collection(id)),
            Err(error) => {
                let start = self.0.positions.of_error(&error);
                self.0.starts[id] = behind_properties(self.0.text, start);
                Ok(Started::Scalar(id))
            }
        }
    }
}

/// The number of a node, and what it is.
#[derive(Clone, Copy)]
enum Started {
    Scalar(usize),
    Collection(usize),
}

impl Started {
    fn id(self) -> usize {
        let (Self::Scalar(id) | Self::Collection(id)) = self;
        id
    }
}

const UNKNOWN: usize = usize::MAX;

struct StartVisitor<'w, 't> {
    walk: &'w mut Walk<'t>,
    id: usize,
}

impl<'de> Visitor<'de> for StartVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        // All that isn't a list or a map ends here, as the type error that carries its place.
        f.write_str("")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut first = None;
        while let Some(started) = list.next_element_seed(StartSeed(self.walk))? {
            first.get_or_insert(started.id());
        }
        self.walk.starts[self.id] = self.walk.start_by_child(first);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut first = None;
        while let Some(key) = map.next_key_seed(StartSeed(self.walk))? {
            first.get_or_insert(key.id());
            if let Started::Collection(value) = map.next_value_seed(StartSeed(self.walk))? {
                self.walk.start_by_key(key.id(), value);
            }
        }
        self.walk.starts[self.id] = self.walk.start_by_child(first);
        Ok(())
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<(), A::Error> {
        let (_, value) = tagged.variant::<IgnoredAny>()?;
        value.newtype_variant::<IgnoredAny>()?;
        Err(A::Error::custom(""))
    }
}

impl Walk<'_> {
    /// The start of a list or a map by its first child; by the bracket before that, in flow style.
    fn start_by_child(&self, first: Option<usize>) -> usize {
        let Some(first) = first.map(|id| self.starts[id]) else {
            let last = self.starts.iter().rev().find(|&&start| start != UNKNOWN);
            return last.map_or(0, |&start| start + scalar_len(self.text, start));
        };
        let before = self.text[..first].trim_end();
        if before.ends_with(['[', '{']) { before.len() - 1 } else { first }
    }

    /// The start of a list or a map by the key before it, unless it is an alias: that is shown at its anchor.
    fn start_by_key(&mut self, key: usize, value: usize) {
        let key_end = self.starts[key] + scalar_len(self.text, self.starts[key]);
        let Some(behind_colon) = self.text[key_end..].trim_start().strip_prefix(':') else { return };
        let start = behind_properties(self.text, self.text.len() - behind_colon.trim_start().len());
        if !self.text[start..].starts_with(['*', '#']) {
            self.starts[value] = start;
        }
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
    fn of_error(&self, error: &impl fmt::Debug) -> usize {
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

/// Skips the anchor and the tag of a node.
fn behind_properties(text: &str, mut at: usize) -> usize {
    while text[at..].starts_with(['&', '!']) {
        let property = text[at..].find(char::is_whitespace).unwrap_or(text.len() - at);
        let behind = &text[at + property..];
        at = text.len() - behind.trim_start().len();
    }
    at
}

/// The text of a plain scalar that YAML reads as a number, a boolean or null: such a one has no blank in it.
pub(super) fn plain_scalar(text: &str, start: usize) -> &str {
    let rest = &text[start..];
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "+-._~".contains(c))).unwrap_or(rest.len());
    &rest[..end]
}

/// The length of the scalar that starts at an offset: to its closing quote, or what a plain one has on its line.
pub(super) fn scalar_len(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    let line = rest.find(['\n', '\r']).unwrap_or(rest.len());
    match rest.bytes().next() {
        Some(quote @ (b'"' | b'\'')) => quoted_len(rest, quote),
        Some(b'[' | b'{' | b'*') => 1,
        _ => {
            let end = [": ", " #", ":\t", "\t#"].iter().filter_map(|mark| rest[..line].find(mark)).min();
            let plain = &rest[..end.unwrap_or(line)];
            let plain = if end.is_none() { plain.strip_suffix(':').unwrap_or(plain) } else { plain };
            plain.trim_end().len()
        }
    }
}

fn quoted_len(rest: &str, quote: u8) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        if quote == b'"' && bytes[at] == b'\\' {
            at += 1;
        } else if bytes[at] == quote {
            if quote == b'"' || bytes.get(at + 1) != Some(&quote) {
                return at + 1;
            }
            at += 1;
        }
        at += 1;
    }
    rest.len()
}
