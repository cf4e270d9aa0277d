//! Reading a YAML document into nodes with spans.

use std::borrow::Cow;
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::node::{Entry, Kind, Node, Scalar, Value};
use super::probe::Probe;
use super::scalars;
use super::starts::Starts;
use crate::source::{FileId, Span};

/// How many nodes a document can have, whatever its length, plus how many per byte: aliases make a small file large.
const MORE_NODES: usize = 100_000;
const NODES_PER_BYTE: usize = 4;
const MAX_TEXT: usize = 256 << 20;

/// One read of a document.
pub(super) struct Reader<'t> {
    text: &'t str,
    file: FileId,
    pub(super) starts: Starts<'t>,
    nodes: usize,
    max_nodes: usize,
    text_len: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, file: FileId) -> Self {
        let max_nodes = MORE_NODES + NODES_PER_BYTE * text.len();
        Self { text, file, starts: Starts::new(text), nodes: 0, max_nodes, text_len: 0 }
    }

    /// The whole document.
    pub(super) fn document(&mut self) -> NodeSeed<'_, 't> {
        let start = self.starts.root();
        NodeSeed { reader: self, start }
    }

    /// The exceeded limit, as a message.
    pub(super) fn exceeded(&self) -> Option<String> {
        if self.nodes > self.max_nodes {
            Some(format!("a file of this length can have at most {} values, aliases resolved", self.max_nodes))
        } else if self.text_len > MAX_TEXT {
            Some(format!("a file can have at most {} MiB of text, aliases resolved", MAX_TEXT >> 20))
        } else {
            None
        }
    }

    /// The span of a scalar with this text that starts at `start`.
    fn span_of_scalar(&self, start: usize, scalar: &Scalar<'_>) -> Span {
        let written = &self.text[start..];
        let is_quoted = written.starts_with(['"', '\'']);
        let len = match scalar.value {
            Value::Null => scalar.text.len(),
            Value::Text if written.starts_with(&*scalar.text) => scalar.text.len(),
            Value::Text => scalars::len(written),
            _ if is_quoted => scalars::len(written),
            _ => scalar.text.len(),
        };
        Span::new(self.file, start..start + len)
    }
}

/// Reads the node that starts there.
pub(super) struct NodeSeed<'r, 't> {
    reader: &'r mut Reader<'t>,
    start: usize,
}

impl<'de> DeserializeSeed<'de> for NodeSeed<'_, '_> {
    type Value = Node<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node<'de>, D::Error> {
        self.reader.nodes += 1;
        if self.reader.nodes > self.reader.max_nodes {
            return Err(D::Error::custom("too large"));
        }
        deserializer.deserialize_any(self)
    }
}

impl NodeSeed<'_, '_> {
    /// A scalar with this text.
    fn scalar<'de>(&self, text: Cow<'de, str>, value: Value) -> Node<'de> {
        let scalar = Scalar { text, value };
        let span = self.reader.span_of_scalar(self.start, &scalar);
        Node { span, is_in_brackets: false, kind: Kind::Scalar(scalar) }
    }

    /// A scalar that is written plain, as numbers are, and so contains no whitespace.
    fn plain<'de>(&self, value: Value) -> Node<'de> {
        let text = scalars::plain(&self.reader.text[self.start..]);
        // An empty scalar has no text of its own: what is written there is something else.
        let text = if value == Value::Null && !scalars::is_null(text) { "" } else { text };
        self.scalar(Cow::Owned(text.to_owned()), value)
    }

    fn text<E: Error>(self, text: Cow<'_, str>) -> Result<Node<'_>, E> {
        self.reader.text_len += text.len();
        if self.reader.text_len > MAX_TEXT { Err(E::custom("too large")) } else { Ok(self.scalar(text, Value::Text)) }
    }

    /// A list, a map or a tagged value, whose span is its first character.
    fn node<'de>(&self, kind: Kind<'de>) -> Node<'de> {
        let written = &self.reader.text[self.start..];
        let first = written.chars().next();
        let len = if matches!(kind, Kind::Tagged) { tagged_len(written) } else { first.map_or(0, char::len_utf8) };
        let span = Span::new(self.reader.file, self.start..self.start + len);
        Node { span, is_in_brackets: matches!(first, Some('[' | '{')), kind }
    }

    /// Where the next node starts; none at the end of a list or a map.
    fn locate<T, E: fmt::Display>(&mut self, probe: impl FnOnce() -> Result<T, E>) -> Option<usize> {
        probe().err().map(|error| self.reader.starts.next(&error))
    }
}

/// How much of a tagged value to underline. The rest of its line may be long, so only the beginning is examined.
fn tagged_len(written: &str) -> usize {
    const LOOKED_AT: usize = 200;
    let end = (0..=LOOKED_AT.min(written.len())).rev().find(|&end| written.is_char_boundary(end)).unwrap_or(0);
    scalars::len(&written[..end])
}

impl<'de> Visitor<'de> for NodeSeed<'_, '_> {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("any YAML value")
    }

    fn visit_unit<E>(self) -> Result<Node<'de>, E> {
        Ok(self.plain(Value::Null))
    }

    fn visit_none<E>(self) -> Result<Node<'de>, E> {
        Ok(self.plain(Value::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node<'de>, E> {
        Ok(self.plain(Value::Boolean(value)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node<'de>, E> {
        Ok(self.plain(Value::Unsigned(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node<'de>, E> {
        Ok(self.plain(Value::Integer(value)))
    }

    fn visit_u128<E>(self, _: u128) -> Result<Node<'de>, E> {
        Ok(self.plain(Value::Float))
    }

    fn visit_i128<E>(self, _: i128) -> Result<Node<'de>, E> {
        Ok(self.plain(Value::Float))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Node<'de>, E> {
        Ok(self.plain(Value::Float))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Node<'de>, E> {
        self.text(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node<'de>, E> {
        self.text(Cow::Owned(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<Node<'de>, A::Error> {
        let mut nodes = Vec::new();
        while let Some(start) = self.locate(|| list.next_element_seed(Probe)) {
            let Some(node) = list.next_element_seed(NodeSeed { reader: self.reader, start })? else { break };
            nodes.push(node);
        }
        Ok(self.node(Kind::List(nodes)))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Node<'de>, A::Error> {
        let mut entries = Vec::new();
        while let Some(start) = self.locate(|| map.next_key_seed(Probe)) {
            let Some(key) = map.next_key_seed(NodeSeed { reader: self.reader, start })? else { break };
            // A key always has a value, even if it is empty.
            let start = self.locate(|| map.next_value_seed(Probe)).unwrap_or(start);
            let value = map.next_value_seed(NodeSeed { reader: self.reader, start })?;
            entries.push(Entry { key, value });
        }
        Ok(self.node(Kind::Map(entries)))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Node<'de>, A::Error> {
        let (IgnoredAny, value) = tagged.variant()?;
        value.newtype_variant::<IgnoredAny>()?;
        Ok(self.node(Kind::Tagged))
    }
}
