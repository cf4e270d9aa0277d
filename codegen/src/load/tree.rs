//! The walk over a YAML document: its nodes and, on the second read, where each one starts.

use std::borrow::Cow;
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::probe::Probe;
use super::starts::Starts;
use crate::document::{Entry, Kind, Node, NodeId};

/// What aliases may add to what is written: each value that is written takes a byte at least.
const MORE_NODES: usize = 100_000;
const NODES_A_BYTE: usize = 4;
const MAX_TEXT: usize = 256 << 20;

/// One read of a document.
pub(super) struct Reader<'t> {
    nodes: usize,
    max_nodes: usize,
    text: usize,
    /// How many lists and maps are around the next node, and how many were at the most.
    depth: usize,
    pub(super) max_depth: usize,
    /// Where nodes start, if this read is for that.
    pub(super) starts: Option<Starts<'t>>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &str, starts: Option<Starts<'t>>) -> Self {
        Self { nodes: 0, max_nodes: MORE_NODES + NODES_A_BYTE * text.len(), text: 0, depth: 0, max_depth: 0, starts }
    }

    fn next_id(&mut self) -> Option<NodeId> {
        self.nodes += 1;
        (self.nodes <= self.max_nodes).then_some(self.nodes - 1)
    }

    fn enter(&mut self) {
        self.depth += 1;
        self.max_depth = self.max_depth.max(self.depth);
    }

    /// Which limit has been passed. Aliases make a small file large, so what they stand for counts too.
    pub(super) fn exceeded(&self) -> Option<String> {
        if self.nodes > self.max_nodes {
            Some(format!("a catalogue of this length can have {} values, aliases resolved", self.max_nodes))
        } else if self.text > MAX_TEXT {
            Some(format!("a catalogue can have {MAX_TEXT} bytes of text, aliases resolved"))
        } else {
            None
        }
    }
}

pub(super) struct NodeSeed<'r, 't>(pub(super) &'r mut Reader<'t>);

impl<'de> DeserializeSeed<'de> for NodeSeed<'_, '_> {
    type Value = Node<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node<'de>, D::Error> {
        let id = self.0.next_id().ok_or_else(|| D::Error::custom("too large"))?;
        let kind = deserializer.deserialize_any(KindVisitor(self.0))?;
        Ok(Node { id, kind })
    }
}

struct KindVisitor<'r, 't>(&'r mut Reader<'t>);

impl KindVisitor<'_, '_> {
    fn text<E: Error>(self, text: Cow<'_, str>) -> Result<Kind<'_>, E> {
        self.0.text += text.len();
        if self.0.text > MAX_TEXT { Err(E::custom("too large")) } else { Ok(Kind::Text(text)) }
    }

    /// Takes the place of the next node, before it is read; at the end of a list or a map there is none.
    fn locate<T, E: fmt::Debug>(&mut self, probe: impl FnOnce() -> Result<T, E>) {
        if let Some(starts) = &mut self.0.starts
            && let Err(error) = probe()
        {
            starts.push(&error);
        }
    }
}

impl<'de> Visitor<'de> for KindVisitor<'_, '_> {
    type Value = Kind<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("any YAML value")
    }

    fn visit_unit<E>(self) -> Result<Kind<'de>, E> {
        Ok(Kind::Null)
    }

    fn visit_none<E>(self) -> Result<Kind<'de>, E> {
        Ok(Kind::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Kind<'de>, E> {
        Ok(Kind::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Kind<'de>, E> {
        Ok(Kind::Unsigned(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Kind<'de>, E> {
        Ok(Kind::Integer(value))
    }

    fn visit_u128<E>(self, _: u128) -> Result<Kind<'de>, E> {
        Ok(Kind::Float)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Kind<'de>, E> {
        Ok(Kind::Float)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Kind<'de>, E> {
        Ok(Kind::Float)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Kind<'de>, E> {
        self.text(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Kind<'de>, E> {
        self.text(Cow::Owned(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<Kind<'de>, A::Error> {
        let mut nodes = Vec::new();
        self.0.enter();
        loop {
            self.locate(|| list.next_element_seed(Probe));
            let Some(node) = list.next_element_seed(NodeSeed(self.0))? else { break };
            nodes.push(node);
        }
        self.0.depth -= 1;
        Ok(Kind::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Kind<'de>, A::Error> {
        let mut entries = Vec::new();
        self.0.enter();
        loop {
            self.locate(|| map.next_key_seed(Probe));
            let Some(key) = map.next_key_seed(NodeSeed(self.0))? else { break };
            self.locate(|| map.next_value_seed(Probe));
            let value = map.next_value_seed(NodeSeed(self.0))?;
            entries.push(Entry { key, value });
        }
        self.0.depth -= 1;
        Ok(Kind::Map(entries))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Kind<'de>, A::Error> {
        let (IgnoredAny, value) = tagged.variant()?;
        value.newtype_variant::<IgnoredAny>()?;
        Ok(Kind::Tagged)
    }
}
