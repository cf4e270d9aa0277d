//! The values of an error's params.

use ::core::fmt;

use super::alloc::borrow::Cow;
use super::alloc::vec::Vec;

/// The value of one param of an error.
///
/// `Display` shows it as in a message: a list's elements are joined by `, `.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// A text.
    Str(&'a str),
    /// A whole number, possibly negative.
    Int(i64),
    /// A whole number, never negative.
    Uint(u64),
    /// `true` or `false`.
    Bool(bool),
    /// A list of texts.
    List(&'a [Cow<'static, str>]),
}

impl<'a> Value<'a> {
    pub(super) const fn as_str(self) -> Option<&'a str> {
        if let Self::Str(text) = self { Some(text) } else { None }
    }

    pub(super) const fn as_int(self) -> Option<i64> {
        if let Self::Int(number) = self { Some(number) } else { None }
    }

    pub(super) const fn as_uint(self) -> Option<u64> {
        if let Self::Uint(number) = self { Some(number) } else { None }
    }

    pub(super) const fn as_bool(self) -> Option<bool> {
        if let Self::Bool(flag) = self { Some(flag) } else { None }
    }

    pub(super) const fn as_list(self) -> Option<&'a [Cow<'static, str>]> {
        if let Self::List(elements) = self { Some(elements) } else { None }
    }
}

impl fmt::Display for Value<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Str(text) => f.write_str(text),
            // A width is meant for the whole message, not for a number in it.
            Self::Int(number) => ::core::write!(f, "{number}"),
            Self::Uint(number) => ::core::write!(f, "{number}"),
            Self::Bool(flag) => f.write_str(if flag { "true" } else { "false" }),
            Self::List(elements) => {
                let [first, others @ ..] = elements else { return Ok(()) };
                f.write_str(first)?;
                for element in others {
                    f.write_str(", ")?;
                    f.write_str(element)?;
                }
                Ok(())
            }
        }
    }
}

/// The type of a param.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    Str,
    Int,
    Uint,
    Bool,
    List,
}

/// A param's value, as stored in an error.
#[derive(Clone)]
pub(super) enum Owned {
    /// The error was received without it.
    Absent,
    Str(Cow<'static, str>),
    Int(i64),
    Uint(u64),
    Bool(bool),
    List(Vec<Cow<'static, str>>),
}

impl Owned {
    pub(super) fn list(elements: impl IntoIterator<Item = impl Into<Cow<'static, str>>>) -> Self {
        Self::List(elements.into_iter().map(Into::into).collect())
    }

    pub(super) fn as_value(&self) -> Option<Value<'_>> {
        Some(match self {
            Self::Absent => return None,
            Self::Str(text) => Value::Str(text),
            Self::Int(number) => Value::Int(*number),
            Self::Uint(number) => Value::Uint(*number),
            Self::Bool(flag) => Value::Bool(*flag),
            Self::List(elements) => Value::List(elements),
        })
    }
}
