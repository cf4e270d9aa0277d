//! The values of an error's params.

use ::core::fmt;

use super::alloc::borrow::Cow;
use super::alloc::vec::Vec;
use super::float::Float;
use super::violation::Violation;

/// The value of one param of an error.
///
/// `Display` shows it as in a message: a list's elements, and the fields of violations, are joined by `, `.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value<'a> {
    /// A text.
    Str(&'a str),
    /// A whole number, possibly negative.
    Int(i64),
    /// A whole number, never negative.
    Uint(u64),
    /// A number, possibly with a fraction.
    Float(f64),
    /// `true` or `false`.
    Bool(bool),
    /// A list of texts.
    List(&'a [Cow<'static, str>]),
    /// What is wrong with single fields.
    Violations(&'a [Violation]),
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

    pub(super) const fn as_float(self) -> Option<f64> {
        if let Self::Float(number) = self { Some(number) } else { None }
    }

    pub(super) const fn as_bool(self) -> Option<bool> {
        if let Self::Bool(flag) = self { Some(flag) } else { None }
    }

    pub(super) const fn as_list(self) -> Option<&'a [Cow<'static, str>]> {
        if let Self::List(elements) = self { Some(elements) } else { None }
    }

    pub(super) const fn as_violations(self) -> Option<&'a [Violation]> {
        if let Self::Violations(violations) = self { Some(violations) } else { None }
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
            Self::Float(number) => Float(number).fmt(f),
            Self::Bool(flag) => f.write_str(if flag { "true" } else { "false" }),
            Self::List(elements) => fmt_joined(elements.iter(), f),
            Self::Violations(violations) => {
                // A field with several reasons is shown once.
                let mut last = None;
                let fields = violations.iter().map(Violation::field);
                fmt_joined(fields.filter(|&field| last.replace(field) != Some(field)), f)
            }
        }
    }
}

fn fmt_joined(texts: impl Iterator<Item = impl AsRef<str>>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (index, text) in texts.enumerate() {
        if index > 0 {
            f.write_str(", ")?;
        }
        f.write_str(text.as_ref())?;
    }
    Ok(())
}

/// The type of a param.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    Str,
    Int,
    Uint,
    Float,
    Bool,
    List,
    Violations,
}

/// A param's value, as stored in an error.
#[derive(Clone)]
pub(super) enum Owned {
    /// The error was received without it.
    Absent,
    Str(Cow<'static, str>),
    Int(i64),
    Uint(u64),
    Float(f64),
    Bool(bool),
    List(Vec<Cow<'static, str>>),
    Violations(Vec<Violation>),
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
            Self::Float(number) => Value::Float(*number),
            Self::Bool(flag) => Value::Bool(*flag),
            Self::List(elements) => Value::List(elements),
            Self::Violations(violations) => Value::Violations(violations),
        })
    }
}
