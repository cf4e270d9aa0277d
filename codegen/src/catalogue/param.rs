//! Params: the values that messages show.

use crate::words::Words;

/// A value that an error carries, declared once for all codes.
#[derive(Debug)]
#[non_exhaustive]
pub struct Param {
    /// The name: `snake_case`.
    pub name: String,
    /// The type of the value.
    pub kind: ParamType,
    /// What the value means.
    pub description: Option<String>,
    /// Whether the value stays inside the program: redacted in the message and never sent.
    pub sensitive: bool,
}

/// The type of a param.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamType {
    /// A text.
    String,
    /// A whole number that fits into an `i64`.
    Integer,
    /// A whole number that fits into a `u64`.
    Unsigned,
    /// `true` or `false`.
    Boolean,
    /// A list of texts.
    List,
}

impl Words for ParamType {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("string", Self::String),
        ("integer", Self::Integer),
        ("unsigned", Self::Unsigned),
        ("boolean", Self::Boolean),
        ("list", Self::List),
    ];
}

impl ParamType {
    /// The name of the type in a catalogue, such as `string`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.word()
    }
}
