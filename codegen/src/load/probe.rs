//! How to learn where a node starts without reading it.
//!
//! `serde_yaml` tells places in errors only. A newtype struct is nothing in YAML, so asking for one inside another until
//! the limit of nesting is reached ends in an error that carries the place of the node that would have been read, be it a
//! scalar, a list, a map or an alias, and the node is still there to be read.

use std::convert::Infallible;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Visitor};

/// Fails with the place of the next node.
pub(super) struct Probe;

impl<'de> DeserializeSeed<'de> for Probe {
    type Value = Infallible;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Infallible, D::Error> {
        deserializer.deserialize_newtype_struct("", self)
    }
}

impl<'de> Visitor<'de> for Probe {
    type Value = Infallible;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("nothing")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Infallible, D::Error> {
        self.deserialize(deserializer)
    }
}
