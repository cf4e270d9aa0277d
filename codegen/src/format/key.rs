//! A map of the format, and its keys.

use std::fmt;

use super::kind::Kind;

/// A map with keys that the format defines.
pub(crate) struct Map {
    /// What a schema calls it.
    #[cfg_attr(not(feature = "documents"), expect(dead_code, reason = "only a schema has it"))]
    pub(super) id: &'static str,
    /// What the map describes, in words.
    pub(crate) what: &'static str,
    pub(crate) keys: &'static [Key],
    pub(super) others: &'static [Others],
}

/// Keys that have a form instead of a name.
pub(super) struct Others {
    /// The form in words.
    pub(super) what: &'static str,
    /// The form as a regular expression.
    #[cfg_attr(not(feature = "documents"), expect(dead_code, reason = "only a schema has it"))]
    pub(super) pattern: &'static str,
    #[cfg_attr(not(feature = "documents"), expect(dead_code, reason = "only a schema has it"))]
    pub(super) kind: Kind,
}

/// A key of a map.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) is_required: bool,
    pub(super) doc: &'static str,
    pub(super) example: &'static str,
}

impl Map {
    /// The names of the keys, followed by the form of others.
    pub(crate) fn key_names(&self) -> impl Iterator<Item = &'static str> {
        self.keys.iter().map(Key::name).chain(self.others.iter().map(|others| others.what))
    }
}

impl Key {
    /// The key as written in a catalogue.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What the value means, in one line.
    #[must_use]
    pub const fn doc(&self) -> &'static str {
        self.doc
    }

    /// A value, as written in a catalogue.
    ///
    /// ```
    /// let (_, key) = errcat::format_keys().find(|(_, key)| key.name() == "aliases").unwrap();
    /// assert_eq!(key.example(), "[NotEnoughStock]");
    /// ```
    #[must_use]
    pub const fn example(&self) -> &'static str {
        self.example
    }

    /// Whether the key is required.
    #[must_use]
    pub const fn is_required(&self) -> bool {
        self.is_required
    }

    /// The kind of value, in words, such as `a list, each element a name`.
    #[must_use]
    pub fn kind(&self) -> String {
        self.kind.to_string()
    }
}

/// The key in backticks, as messages show it.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.name)
    }
}
