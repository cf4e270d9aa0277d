//! Finding out where a node starts without reading it.
//!
//! `serde_yaml` reports positions only in errors. A newtype struct takes up nothing in YAML, so asking for one inside
//! another until the nesting limit is reached ends in an error with the position of the node that would have been read
//! (a scalar, a list, a map or an alias), and the node can still be read.

use std::convert::Infallible;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Visitor};

/// Fails with the position of the next node.
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

/// How deep `serde_yaml` reads: a list, a map and a newtype struct each count as a level.
const MAX_DEPTH: usize = 128;

/// Reads with most levels used up in advance, so that a probe is a few levels from the limit instead of a hundred.
pub(super) struct Deep<S> {
    levels: usize,
    seed: S,
}

impl<S> Deep<S> {
    /// For documents with at most `depth` levels of lists and maps; reading a deeper one fails at the limit.
    pub(super) fn new(depth: usize, seed: S) -> Self {
        const SPARE: usize = 2;
        Self { levels: MAX_DEPTH.saturating_sub(depth + SPARE), seed }
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Deep<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        match self.levels.checked_sub(1) {
            Some(levels) => deserializer.deserialize_newtype_struct("", Self { levels, ..self }),
            None => self.seed.deserialize(deserializer),
        }
    }
}

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for Deep<S> {
    type Value = S::Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("any YAML value")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.deserialize(deserializer)
    }
}
