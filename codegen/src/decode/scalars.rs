//! Reading scalars by their types, with a finding for a value of another type.

use std::borrow::Cow;
use std::fmt::Display;
use std::ops::RangeInclusive;

use super::Spanned;
use crate::diagnostics::suggest::{list_of, suggestion};
use crate::diagnostics::{Report, Sink};
use crate::format::code;
use crate::rules::RuleId;
use crate::words::Words;
use crate::yaml::{Kind, Node, Value};

const HTTP_STATUSES: RangeInclusive<u64> = 200..=599;

/// Reports that `what` is not what is `expected`.
pub(crate) fn wrong_type<'s>(
    node: &Node<'_>,
    what: &dyn Display,
    expected: &str,
    sink: &'s mut Sink,
) -> &'s mut Report {
    sink.report(RuleId::WrongType, node.span, format!("{what} must be {expected}, found {}", node.describe()))
}

/// The text of a scalar, whatever type YAML gives it.
pub(crate) fn text<'t>(node: &Node<'t>, what: &dyn Display, sink: &mut Sink) -> Option<Spanned<Cow<'t, str>>> {
    let Some(text) = node.text() else {
        // Probably the text starts with `{{.name}}`.
        let help = "put the text in quotes: without them YAML reads a map or a list";
        wrong_type(node, what, "a text", sink).help = node.is_in_brackets.then(|| help.to_owned());
        return None;
    };
    Some(Spanned { value: text.clone(), span: node.span })
}

/// The text of a scalar, unless it is empty.
pub(super) fn some_text(node: &Node<'_>, what: &dyn Display, sink: &mut Sink) -> Option<String> {
    text(node, what, sink).map(|text| text.value.into_owned()).filter(|text| !text.is_empty())
}

pub(crate) fn boolean(node: &Node<'_>, what: &dyn Display, sink: &mut Sink) -> Option<bool> {
    if let Some(Value::Boolean(value)) = node.value() {
        return Some(value);
    }
    wrong_type(node, what, "true or false", sink);
    None
}

/// The nodes of a list.
pub(super) fn list<'n, 't>(node: &'n Node<'t>, what: &dyn Display, sink: &mut Sink) -> Option<&'n [Node<'t>]> {
    if let Kind::List(nodes) = &node.kind {
        return Some(nodes);
    }
    wrong_type(node, what, "a list", sink).help = Some("write `[a, b]`".to_owned());
    None
}

/// Reads one of the words of a type.
pub(super) fn word<T: Words>(node: &Node<'_>, what: &dyn Display, sink: &mut Sink) -> Option<T> {
    let words = || T::WORDS.iter().map(|(word, _)| *word);
    let Some(text) = node.text() else {
        wrong_type(node, what, &format!("one of {}", list_of(words())), sink);
        return None;
    };
    if let Some((_, value)) = T::WORDS.iter().find(|(word, _)| word == text) {
        return Some(*value);
    }
    let guess = text.to_ascii_lowercase();
    let guessed = T::GUESSES.iter().find(|(word, _)| *word == guess).map(|(_, value)| suggestion(value.word()));
    let help = guessed.or_else(|| sink.did_you_mean(text, words()));
    let message = format!("{what} must be one of {}, found `{text}`", list_of(words()));
    sink.report(RuleId::WrongType, node.span, message).help = help;
    None
}

/// A whole number that fits into an `i64`.
pub(super) fn whole_number(node: &Node<'_>) -> Option<Spanned<i64>> {
    let value = match node.value() {
        Some(Value::Unsigned(value)) => i64::try_from(value).ok(),
        Some(Value::Integer(value)) => Some(value),
        _ => None,
    };
    value.map(|value| Spanned { value, span: node.span })
}

pub(super) fn http_status(node: &Node<'_>, sink: &mut Sink) -> Option<Spanned<u16>> {
    let status = match node.value() {
        Some(Value::Unsigned(status)) if HTTP_STATUSES.contains(&status) => {
            return u16::try_from(status).ok().map(|value| Spanned { value, span: node.span });
        }
        Some(Value::Unsigned(status)) => status.to_string(),
        Some(Value::Integer(status)) => status.to_string(),
        _ => {
            let is_quoted = node.value() == Some(Value::Text) && node.text().is_some_and(|text| is_number(text));
            let help = is_quoted.then(|| "write it without quotes".to_owned());
            wrong_type(node, &code::HTTP_STATUS, "a whole number", sink).help = help;
            return None;
        }
    };
    let (first, last) = (HTTP_STATUSES.start(), HTTP_STATUSES.end());
    let message = format!("an HTTP status must be from {first} to {last}, found {status}");
    sink.report(RuleId::InvalidHttpStatus, node.span, message);
    None
}

/// Whether a text consists of digits.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
