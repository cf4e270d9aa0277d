//! Params as texts, for metadata that holds nothing else.
//!
//! A list is its elements joined by `, `, with a `\` before each comma or backslash in an element.

use ::core::fmt::{self, Write};

use super::alloc::borrow::Cow;
use super::alloc::string::String;
use super::alloc::vec::Vec;
use super::value::Value;

/// A param as a text.
pub(super) struct Text<'a>(pub(super) Value<'a>);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::List(elements) => Joined(elements).fmt(f),
            value => value.fmt(f),
        }
    }
}

/// A list as one text. A list of one empty element is a lone `\`, since the empty text is the empty list.
struct Joined<'a>(&'a [Cow<'static, str>]);

impl fmt::Display for Joined<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if matches!(self.0, [element] if element.is_empty()) {
            return f.write_char('\\');
        }
        for (index, element) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            let mut rest = &**element;
            while let Some(at) = rest.find([',', '\\']) {
                f.write_str(&rest[..at])?;
                f.write_char('\\')?;
                f.write_str(&rest[at..=at])?;
                rest = &rest[at + 1..];
            }
            f.write_str(rest)?;
        }
        Ok(())
    }
}

/// The elements of a list that is one text. A `\` before any other character is just that.
pub(super) fn split(text: &str) -> Vec<Cow<'static, str>> {
    if text.is_empty() {
        return Vec::new();
    }
    let mut elements = Vec::new();
    let mut element = String::new();
    let mut rest = if text == "\\" { "" } else { text };
    while let Some(at) = rest.find([',', '\\']) {
        element.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = if rest.starts_with("\\,") || rest.starts_with("\\\\") {
            element.push_str(&rest[1..2]);
            2
        } else if rest.starts_with(", ") {
            elements.push(::core::mem::take(&mut element).into());
            2
        } else {
            element.push_str(&rest[..1]);
            1
        };
        rest = &rest[taken..];
    }
    element.push_str(rest);
    elements.push(element.into());
    elements
}
