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

/// What a message shows for a sensitive param, as the generated crate does.
pub(crate) const REDACTED: &str = "[redacted]";

/// The type of a param.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamType {
    /// A text.
    String,
    /// A whole number that fits into an `i64`.
    Integer,
    /// A whole number that fits into a `u64`.
    Unsigned,
    /// A number that may have a fraction: an `f64`.
    Float,
    /// `true` or `false`.
    Boolean,
    /// A list of texts.
    List,
    /// A list of fields, each with what is wrong with it.
    Violations,
}

impl Words for ParamType {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("string", Self::String),
        ("integer", Self::Integer),
        ("unsigned", Self::Unsigned),
        ("float", Self::Float),
        ("boolean", Self::Boolean),
        ("list", Self::List),
        ("violations", Self::Violations),
    ];

    #[rustfmt::skip]
    const GUESSES: &'static [(&'static str, Self)] = &[
        ("str", Self::String), ("text", Self::String), ("varchar", Self::String), ("uuid", Self::String),
        ("decimal", Self::String), ("date", Self::String), ("time", Self::String), ("datetime", Self::String),
        ("timestamp", Self::String), ("duration", Self::String), ("email", Self::String), ("uri", Self::String),
        ("url", Self::String), ("enum", Self::String),
        ("double", Self::Float), ("real", Self::Float), ("f32", Self::Float), ("f64", Self::Float),
        ("float32", Self::Float), ("float64", Self::Float), ("percentage", Self::Float),
        ("int", Self::Integer), ("i8", Self::Integer), ("i16", Self::Integer), ("i32", Self::Integer),
        ("i64", Self::Integer), ("int32", Self::Integer), ("int64", Self::Integer), ("isize", Self::Integer),
        ("long", Self::Integer), ("short", Self::Integer), ("number", Self::Integer),
        ("uint", Self::Unsigned), ("u8", Self::Unsigned), ("u16", Self::Unsigned), ("u32", Self::Unsigned),
        ("u64", Self::Unsigned), ("uint32", Self::Unsigned), ("uint64", Self::Unsigned), ("usize", Self::Unsigned),
        ("size", Self::Unsigned), ("count", Self::Unsigned),
        ("bool", Self::Boolean), ("flag", Self::Boolean),
        ("array", Self::List), ("strings", Self::List), ("vec", Self::List), ("set", Self::List),
        ("violation", Self::Violations), ("errors", Self::Violations), ("field_errors", Self::Violations),
    ];
}

impl ParamType {
    /// The name of the type in a catalogue, such as `string`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.word()
    }
}
