//! Values as received, before their meaning is known.

use ::core::fmt::{self, Write as _};

use super::alloc::borrow::Cow;
use super::alloc::string::{String, ToString};
use super::alloc::vec::Vec;
use super::text::{self, Joined};
use super::value::{Owned, Type, Value};
use super::violation::Violation;

/// A value of any self-describing format.
#[derive(Default)]
pub(super) enum Raw<'a> {
    #[default]
    Null,
    Bool(bool),
    /// A negative number.
    Int(i64),
    Uint(u64),
    /// A number that fits neither of them.
    Number(String),
    Text(Cow<'a, str>),
    List(Vec<Self>),
    Map(Members<'a>),
    /// What JSON doesn't have, and what was too much to read.
    Other,
}

/// Names and values, in the order in which they were received.
pub(super) type Members<'a> = Vec<(Cow<'a, str>, Raw<'a>)>;

/// The last member with this name.
// Inline, so that the length of a constant name is one too.
#[inline]
pub(super) fn find<'m, 'a>(members: &'m [(Cow<'a, str>, Raw<'a>)], name: &str) -> Option<&'m Raw<'a>> {
    members.iter().rev().find(|(member, _)| member == name).map(|(_, value)| value)
}

impl<'a> Raw<'a> {
    /// A text that isn't empty.
    pub(super) fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(&**text).filter(|text| !text.is_empty()) } else { None }
    }

    pub(super) fn as_members(&self) -> Option<&Members<'a>> {
        if let Self::Map(members) = self { Some(members) } else { None }
    }

    pub(super) fn into_members(self) -> Option<Members<'a>> {
        if let Self::Map(members) = self { Some(members) } else { None }
    }

    pub(super) fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(elements) = self { Some(elements) } else { None }
    }

    pub(super) fn as_number(&self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(*number),
            Self::Uint(number) => ::core::convert::TryFrom::try_from(*number).ok(),
            _ => None,
        }
    }

    /// The number, if it is the HTTP status of an error. In JSON:API it is a text.
    pub(super) fn as_http_status(&self) -> Option<u16> {
        let number = match self {
            Self::Uint(number) => ::core::convert::TryFrom::try_from(*number).ok(),
            Self::Text(text) => text.parse().ok(),
            _ => None,
        };
        number.filter(|status| is_error_status(*status))
    }

    /// Sets a param to the value, unless it has another type. In metadata of texts, a text can be any value.
    pub(super) fn read_into(self, param: &mut Owned, kind: Type, is_text: bool) {
        match (kind, self) {
            // What most params are, without a move.
            (Type::Str, Self::Text(text)) => *param = Owned::Str(Cow::Owned(text.into_owned())),
            (kind, value) => *param = value.into_typed(kind, is_text).unwrap_or(Owned::Absent),
        }
    }

    fn into_typed(self, kind: Type, is_text: bool) -> Option<Owned> {
        match (kind, self) {
            (Type::Int, Self::Int(number)) => Some(Owned::Int(number)),
            (Type::Int, Self::Uint(number)) => ::core::convert::TryFrom::try_from(number).ok().map(Owned::Int),
            (Type::Uint, Self::Uint(number)) => Some(Owned::Uint(number)),
            (Type::Float, value) => value.as_float(is_text).map(Owned::Float),
            (Type::Bool, Self::Bool(flag)) => Some(Owned::Bool(flag)),
            (Type::List, Self::List(elements)) => texts(elements).map(Owned::List),
            (Type::Violations, value @ Self::List(_)) => value.as_violations().map(Owned::Violations),
            (Type::Int, Self::Text(text)) if is_text => text.parse().ok().map(Owned::Int),
            (Type::Uint, Self::Text(text)) if is_text => text.parse().ok().map(Owned::Uint),
            (Type::Bool, Self::Text(text)) if is_text => text.parse().ok().map(Owned::Bool),
            (Type::List, Self::Text(joined)) if is_text => text::split(&joined).map(Owned::List),
            (Type::Violations, Self::Text(joined)) if is_text => text::violations(&joined).map(Owned::Violations),
            _ => None,
        }
    }

    /// From a text in any notation; in a problem only from those that JSON has no number for.
    fn as_float(&self, is_text: bool) -> Option<f64> {
        let text: &str = match self {
            Self::Int(number) => return number.to_string().parse().ok(),
            Self::Uint(number) => return number.to_string().parse().ok(),
            Self::Number(text) => text,
            Self::Text(text) if is_text || ::core::matches!(&**text, "NaN" | "Infinity" | "-Infinity") => text,
            _ => return None,
        };
        // A number that is too large is not infinite.
        text.parse().ok().filter(|number: &f64| number.is_finite() || !text.contains(|c: char| c.is_ascii_digit()))
    }

    /// A list of objects that each have a `pointer` or a `field`, and a `detail`, a `message` or a `description`.
    pub(super) fn as_violations(&self) -> Option<Vec<Violation>> {
        let violation = |element: &Self| {
            let members = element.as_members()?;
            let text = |name: &str| match find(members, name)? {
                Self::Text(text) => Some(&**text),
                _ => None,
            };
            let field = text("pointer").map(text::field).or_else(|| text("field").map(ToString::to_string))?;
            Some(Violation::new(
                field,
                ["detail", "message", "description"].iter().find_map(|name| text(name))?.to_string(),
            ))
        };
        self.as_list()?.iter().map(violation).collect()
    }

    /// As a text of metadata: violations that say no more are as written for kratos, and any other list or object is JSON.
    /// `None` for null and what couldn't be read.
    pub(super) fn into_text(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Text(text) => Some(text),
            Self::Null | Self::Other => None,
            value => Some(Cow::Owned(
                value
                    .as_violations()
                    .filter(|found| !found.is_empty() && value.has_only_pairs())
                    .map_or_else(|| value.to_string(), |found| Joined(Value::Violations(&found)).to_string()),
            )),
        }
    }

    /// Whether this is a list of objects with two members.
    fn has_only_pairs(&self) -> bool {
        let is_pair = |element: &Self| element.as_members().is_some_and(|members| members.len() == 2);
        self.as_list().is_some_and(|elements| elements.iter().all(is_pair))
    }
}

/// Whether a number is the HTTP status of an error.
pub(super) fn is_error_status(status: u16) -> bool {
    (400..600).contains(&status)
}

fn texts(elements: Vec<Raw<'_>>) -> Option<Vec<Cow<'static, str>>> {
    let text = |element| if let Raw::Text(text) = element { Some(Cow::Owned(text.into_owned())) } else { None };
    elements.into_iter().map(text).collect()
}

/// JSON.
impl fmt::Display for Raw<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null | Self::Other => f.write_str("null"),
            Self::Bool(flag) => ::core::write!(f, "{flag}"),
            Self::Int(number) => ::core::write!(f, "{number}"),
            Self::Uint(number) => ::core::write!(f, "{number}"),
            Self::Number(number) => f.write_str(number),
            Self::Text(text) => fmt_quoted(text, f),
            Self::List(elements) => {
                let mut separator = '[';
                for element in elements {
                    ::core::write!(f, "{separator}{element}")?;
                    separator = ',';
                }
                f.write_str(if elements.is_empty() { "[]" } else { "]" })
            }
            Self::Map(members) => {
                let mut separator = '{';
                for (name, value) in members {
                    f.write_char(separator)?;
                    fmt_quoted(name, f)?;
                    ::core::write!(f, ":{value}")?;
                    separator = ',';
                }
                f.write_str(if members.is_empty() { "{}" } else { "}" })
            }
        }
    }
}

fn fmt_quoted(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_char('"')?;
    for char in text.chars() {
        match char {
            '"' | '\\' => ::core::write!(f, "\\{char}")?,
            '\0'..='\x1f' => ::core::write!(f, "\\u{:04x}", u32::from(char))?,
            _ => f.write_char(char)?,
        }
    }
    f.write_char('"')
}
