//! The first read: all nodes, without their places.

use std::borrow::Cow;
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use crate::document::{Entry, Kind, Node};

const MAX_NODES: usize = 1 << 24;
const MAX_TEXT: usize = 256 << 20;

/// How much has been read. Aliases make a small file large, so what they stand for counts too.
pub(super) struct Budget {
    nodes: usize,
    text: usize,
}

impl Budget {
    pub(super) fn new() -> Self {
        Self { nodes: 0, text: 0 }
    }

    fn take_node(&mut self) -> Option<usize> {
        self.nodes += 1;
        (self.nodes <= MAX_NODES).then(|| self.nodes - 1)
    }

    fn take_text(&mut self, len: usize) -> bool {
        self.text += len;
        self.text <= MAX_TEXT
    }

    /// Which limit has been passed.
    pub(super) fn exceeded(&self) -> Option<String> {
        if self.nodes > MAX_NODES {
            Some(format!("a catalogue can have {MAX_NODES} values, aliases resolved"))
        } else if self.text > MAX_TEXT {
            Some(format!("a catalogue can have {MAX_TEXT} bytes of text, aliases resolved"))
        } else {
            None
        }
    }
}

pub(super) struct NodeSeed<'b>(pub(super) &'b mut Budget);

impl<'de> DeserializeSeed<'de> for NodeSeed<'_> {
    type Value = Node<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node<'de>, D::Error> {
        let id = self.0.take_node().ok_or_else(|| D::Error::custom("too large"))?;
        let kind = deserializer.deserialize_any(KindVisitor(self.0))?;
        Ok(Node { id, kind })
    }
}

struct KindVisitor<'b>(&'b mut Budget);

impl KindVisitor<'_> {
    fn text<E: Error>(self, text: Cow<'_, str>) -> Result<Kind<'_>, E> {
        if self.0.take_text(text.len()) { Ok(Kind::Text(text)) } else { Err(E::custom("too large")) }
    }
}

impl<'de> Visitor<'de> for KindVisitor<'_> {
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

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Kind<'de>, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = list.next_element_seed(NodeSeed(self.0))? {
            nodes.push(node);
        }
        Ok(Kind::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Kind<'de>, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key_seed(NodeSeed(self.0))? {
            let value = map.next_value_seed(NodeSeed(self.0))?;
            entries.push(Entry { key, value });
        }
        Ok(Kind::Map(entries))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Kind<'de>, A::Error> {
        let (IgnoredAny, value) = tagged.variant()?;
        value.newtype_variant::<IgnoredAny>()?;
        Ok(Kind::Tagged)
    }
}
