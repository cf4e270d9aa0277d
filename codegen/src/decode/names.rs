//! Names: on the wire, in the catalogue, in Rust.

use crate::diagnostics::Sink;
use crate::format::Key;
use crate::render::rust::ident;
use crate::rules::RuleId;
use crate::source::Span;
use crate::yaml::Node;

use super::scalars::{self, text};
use super::{Field, SpannedText};

/// In bytes.
pub(crate) const MAX_NAME: usize = 256;

/// Reads a name on the wire.
pub(super) fn name<'t>(node: &Node<'t>, what: &str, sink: &mut Sink) -> Option<SpannedText<'t>> {
    let name = text(node, &what, sink)?;
    check_name(node.span, &name.value, what, sink);
    Some(name)
}

pub(super) fn check_name(span: Span, name: &str, what: &str, sink: &mut Sink) {
    let is_valid = |c: char| c.is_ascii_alphanumeric() || "_-.:/".contains(c);
    let problem = if let Some(found) = name.chars().find(|c| !is_valid(*c)) {
        format!("found `{found}`")
    } else if name.len() > MAX_NAME {
        format!("found {}", name.len())
    } else if !name.bytes().any(|b| b.is_ascii_alphanumeric()) {
        "found none of these".to_owned()
    } else {
        return;
    };
    let rule = "ASCII letters, digits, `_`, `-`, `.`, `:` and `/`, with at least one letter or digit";
    sink.report(RuleId::InvalidName, span, format!("{what} must be 1 to {MAX_NAME} {rule}; {problem}"));
}

/// A list of names.
pub(super) fn list<'t>(field: Field<&Node<'t>>, key: &Key, sink: &mut Sink) -> Vec<SpannedText<'t>> {
    let nodes = field.given().and_then(|node| scalars::list(node, key, sink)).unwrap_or_default();
    nodes.iter().filter_map(|node| name(node, "a name", sink)).collect()
}

pub(super) fn check_snake_case(span: Span, name: &str, what: &str, sink: &mut Sink) {
    if !ident::is_snake(name) {
        let snake = ident::snake(name);
        let help = ident::is_snake(&snake).then(|| format!("write `{snake}`"));
        let message = format!("{what} must be snake_case in ASCII letters and digits, found `{name}`");
        sink.report(RuleId::InvalidName, span, message).help = help;
    }
}

/// Reads the name that the author chose for a variant in Rust.
pub(super) fn rust_name<'t>(node: &Node<'t>, key: &Key, sink: &mut Sink) -> Option<SpannedText<'t>> {
    let name = text(node, key, sink)?;
    if !ident::is_pascal(&name.value) {
        let message = format!("{key} must be PascalCase, found `{}`", name.value);
        let pascal = ident::variant(&name.value, "Code");
        let help = ident::is_pascal(&pascal).then(|| format!("write `{pascal}`"));
        sink.report(RuleId::InvalidName, node.span, message).help = help;
    }
    Some(name)
}
