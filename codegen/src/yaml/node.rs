//! A YAML document as read, not yet checked.

use std::borrow::Cow;

use crate::source::Span;

/// A value and its span. An alias is the value that it refers to, with the span of that value.
pub(crate) struct Node<'t> {
    /// All of a scalar, with a tag or without; of a list or a map, its first character.
    pub(crate) span: Span,
    /// Whether it is a list or a map in brackets.
    pub(crate) is_in_brackets: bool,
    pub(crate) kind: Kind<'t>,
}

pub(crate) enum Kind<'t> {
    Scalar(Scalar<'t>),
    List(Vec<Node<'t>>),
    Map(Vec<Entry<'t>>),
    /// A node with a custom tag, such as `!secret`.
    Tagged,
}

pub(crate) struct Entry<'t> {
    pub(crate) key: Node<'t>,
    pub(crate) value: Node<'t>,
}

/// A scalar: its text, and the type that YAML gives it.
pub(crate) struct Scalar<'t> {
    /// As written, except for quotes, escapes and folding.
    pub(crate) text: Cow<'t, str>,
    pub(crate) value: Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// Nothing, `~` or `null`.
    Null,
    Boolean(bool),
    Unsigned(u64),
    /// A negative number.
    Integer(i64),
    /// A number that is not a 64-bit whole number.
    Float,
    Text,
}

impl<'t> Node<'t> {
    /// The text of a scalar, whatever type YAML gives it.
    pub(crate) fn text(&self) -> Option<&Cow<'t, str>> {
        if let Kind::Scalar(scalar) = &self.kind { Some(&scalar.text) } else { None }
    }

    /// The value that YAML reads a scalar as.
    pub(crate) fn value(&self) -> Option<Value> {
        if let Kind::Scalar(scalar) = &self.kind { Some(scalar.value) } else { None }
    }

    /// Whether nothing is written there.
    pub(crate) fn is_nothing(&self) -> bool {
        matches!(&self.kind, Kind::Scalar(Scalar { text, value: Value::Null }) if text.is_empty())
    }

    /// The kind in words, to follow "found": a number with its digits, since a number may be what is expected.
    pub(crate) fn describe(&self) -> Cow<'static, str> {
        const MAX_DIGITS: usize = 40;
        Cow::Borrowed(match &self.kind {
            Kind::Scalar(Scalar { text, value: Value::Unsigned(_) | Value::Integer(_) | Value::Float })
                if text.len() <= MAX_DIGITS =>
            {
                return Cow::Owned(format!("the number {text}"));
            }
            Kind::Scalar(scalar) => match scalar.value {
                Value::Null => "nothing",
                Value::Boolean(_) => "a boolean",
                Value::Unsigned(_) | Value::Integer(_) | Value::Float => "a number",
                Value::Text => "a text",
            },
            Kind::List(_) => "a list",
            Kind::Map(_) => "a map",
            Kind::Tagged => "a tagged value",
        })
    }
}

/// Finding one's way in a document whose form is not known.
#[cfg(any(feature = "diff", feature = "import"))]
impl<'t> Node<'t> {
    /// The entries of a map; of anything else none.
    pub(crate) fn entries(&self) -> &[Entry<'t>] {
        if let Kind::Map(entries) = &self.kind { entries } else { &[] }
    }

    /// The elements of a list; of anything else none.
    pub(crate) fn elements(&self) -> &[Self] {
        if let Kind::List(elements) = &self.kind { elements } else { &[] }
    }

    /// The first entry of a map with this key.
    pub(crate) fn entry(&self, key: &str) -> Option<&Entry<'t>> {
        self.entries().iter().find(|entry| entry.key.text().is_some_and(|text| *text == key))
    }

    /// The value of that entry.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|entry| &entry.value)
    }
}

#[cfg(feature = "import")]
impl Entry<'_> {
    /// The text of the key; `""` if it is not a scalar.
    pub(crate) fn name(&self) -> &str {
        self.key.text().map_or("", |name| &**name)
    }
}
