//! Reading scalars by their types, with a finding for a value of another type.

use std::borrow::Cow;
use std::fmt::Display;

use super::Spanned;
use crate::diagnostics::suggest::list_of;
use crate::diagnostics::{Report, Sink};
use crate::rules::RuleId;
use crate::words::Words;
use crate::yaml::{Kind, Node, Value};

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
    let help = sink.did_you_mean(text, words());
    let message = format!("{what} must be one of {}, found `{text}`", list_of(words()));
    sink.report(RuleId::WrongType, node.span, message).help = help;
    None
}
