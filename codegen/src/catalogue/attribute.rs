//! Attributes: properties of codes that a catalogue defines itself.

use std::borrow::Cow;

use super::WordId;
use crate::words::Words;

/// A property that the catalogue defines, such as what a caller can do about an error.
#[derive(Debug)]
#[non_exhaustive]
pub struct Attribute {
    /// The name: `snake_case`.
    pub name: String,
    /// What the attribute means.
    pub description: Option<String>,
    /// The type of its values.
    pub kind: AttributeType,
    /// What each of its words means, in their order.
    pub(crate) meanings: Vec<Option<String>>,
    /// The value for codes that don't give one.
    pub default: Option<AttributeValue>,
}

/// The type of an attribute's values.
#[derive(Debug)]
pub enum AttributeType {
    /// One of these words; there is at least one. In Rust, an enum of its own.
    Words(Vec<String>),
    /// Any text.
    String,
    /// A whole number that fits into an `i64`.
    Integer,
    /// A whole number that fits into a `u64`.
    Unsigned,
    /// `true` or `false`.
    Boolean,
}

/// A value of an attribute, of the attribute's type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum AttributeValue {
    /// One of the attribute's words.
    Word(WordId),
    /// A text.
    String(String),
    /// A whole number.
    Integer(i64),
    /// A whole number that is not negative.
    Unsigned(u64),
    /// `true` or `false`.
    Boolean(bool),
}

impl Attribute {
    /// What a word of the attribute means.
    ///
    /// ```
    /// let text = "errcat: 1\ncatalogue: {name: Shop}\nattributes: {retry: {values: {never: Retrying is pointless.}, default: never}}\ncodes:\n  SoldOut: {http_status: 409, message: sold out}\n";
    /// let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes())?;
    /// let value = &catalogue.codes()[0].attributes[0];
    /// assert_eq!(catalogue.attributes()[0].meaning(value), Some("Retrying is pointless."));
    /// # Ok::<(), errcat::Diagnostics>(())
    /// ```
    #[must_use]
    pub fn meaning(&self, value: &AttributeValue) -> Option<&str> {
        let AttributeValue::Word(word) = value else { return None };
        self.meanings.get(word.index())?.as_deref()
    }

    /// Whether a word that both have means something else in the other.
    #[cfg(feature = "diff")]
    pub(crate) fn has_other_meanings(&self, other: &Self) -> bool {
        let (AttributeType::Words(own), AttributeType::Words(others)) = (&self.kind, &other.kind) else { return false };
        own.iter().zip(&self.meanings).any(|(word, meaning)| {
            let at = others.iter().position(|other| other == word);
            at.is_some_and(|at| other.meanings.get(at) != Some(meaning))
        })
    }

    /// The text of one of the attribute's values, as written in a catalogue.
    #[must_use]
    pub fn text<'a>(&'a self, value: &'a AttributeValue) -> Cow<'a, str> {
        match (value, &self.kind) {
            (AttributeValue::Word(word), AttributeType::Words(words)) => {
                Cow::Borrowed(words.get(word.index()).map_or("", String::as_str))
            }
            (AttributeValue::Word(_), _) => Cow::Borrowed(""),
            (AttributeValue::String(text), _) => Cow::Borrowed(text),
            (AttributeValue::Integer(number), _) => Cow::Owned(number.to_string()),
            (AttributeValue::Unsigned(number), _) => Cow::Owned(number.to_string()),
            (AttributeValue::Boolean(true), _) => Cow::Borrowed("true"),
            (AttributeValue::Boolean(false), _) => Cow::Borrowed("false"),
        }
    }
}

/// The types of attributes whose values are not words from a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ScalarType {
    String,
    Integer,
    Unsigned,
    Boolean,
}

impl Words for ScalarType {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("string", Self::String),
        ("integer", Self::Integer),
        ("unsigned", Self::Unsigned),
        ("boolean", Self::Boolean),
    ];

    #[rustfmt::skip]
    const GUESSES: &'static [(&'static str, Self)] = &[
        ("str", Self::String), ("text", Self::String), ("uuid", Self::String), ("decimal", Self::String),
        ("date", Self::String), ("datetime", Self::String), ("url", Self::String), ("uri", Self::String),
        ("float", Self::String), ("double", Self::String),
        ("int", Self::Integer), ("i32", Self::Integer), ("i64", Self::Integer), ("int32", Self::Integer),
        ("int64", Self::Integer), ("long", Self::Integer), ("number", Self::Integer),
        ("uint", Self::Unsigned), ("u32", Self::Unsigned), ("u64", Self::Unsigned), ("count", Self::Unsigned),
        ("bool", Self::Boolean), ("flag", Self::Boolean),
    ];
}
