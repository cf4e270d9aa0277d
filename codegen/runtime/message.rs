//! Reading the params of a message back from its text: the inverse of rendering.

use super::alloc::borrow::Cow;
use super::alloc::string::ToString;
use super::alloc::vec::Vec;
use super::code::ErrorCode;
use super::error;
use super::split::{self, Form, Part};
use super::value::{Owned, Type};
use super::{row, wire_settings};

/// The params in a message, if it can be split into their texts in only one way.
pub(super) fn read(code: ErrorCode, message: &str) -> Vec<(&'static str, Owned)> {
    if message.len() > MAX_LEN || message.ends_with(CUT) || message.contains(error::REDACTED) {
        return Vec::new();
    }
    let mut texts: Vec<(&'static str, &str)> = Vec::new();
    for (name, text) in split::split(&parts(code), message).unwrap_or_default() {
        match texts.iter().find(|(seen, _)| *seen == name) {
            None => texts.push((name, text)),
            Some((_, seen)) if *seen == text => {}
            // One param with two values: the message has another template.
            Some(_) => return Vec::new(),
        }
    }
    // An absent param is shown as its name, and a template of another version may have nothing where a param was.
    let is_absent = |name: &str, text: &str| {
        text.is_empty() || text.strip_prefix('<').and_then(|text| text.strip_suffix('>')) == Some(name)
    };
    texts.retain(|(name, text)| !is_absent(name, text));
    texts.into_iter().filter_map(|(name, text)| Some((name, value(text, wire_settings::type_of(name)?)?))).collect()
}

/// The end of a message that was cut because it was too long to send.
pub(super) const CUT: char = '…';

/// In bytes. No message for people is longer.
const MAX_LEN: usize = 8192;

/// A message as the texts that it must contain and the params between them.
fn parts(code: ErrorCode) -> Vec<Part<&'static str>> {
    let names: Vec<_> = error::param_names(code).collect();
    let mut parts = Vec::new();
    let mut pieces = row::pieces(code);
    for (text, param) in &mut pieces {
        split::push(&mut parts, text);
        let name = param.and_then(|index| names.get(index));
        parts.extend(name.map(|name| Part::Param(*name, wire_settings::type_of(name).map_or(Form::Any, form))));
    }
    split::push(&mut parts, pieces.rest);
    parts
}

fn form(kind: Type) -> Form {
    match kind {
        Type::Str | Type::List | Type::Violations => Form::Any,
        Type::Int => Form::Int,
        Type::Uint => Form::Uint,
        Type::Float => Form::Float,
        Type::Bool => Form::Bool,
    }
}

/// The value that is rendered as this text, if there is exactly one.
fn value(text: &str, kind: Type) -> Option<Owned> {
    match kind {
        _ if !form(kind).is_it(text) => None,
        Type::Str => Some(Owned::Str(Cow::Owned(text.to_string()))),
        Type::Int => text.parse().ok().map(Owned::Int),
        Type::Uint => text.parse().ok().map(Owned::Uint),
        Type::Float => text.parse().ok().map(Owned::Float),
        Type::Bool => text.parse().ok().map(Owned::Bool),
        Type::List => Some(Owned::list(text.split(", ").map(ToString::to_string))),
        // A message shows only their fields.
        Type::Violations => None,
    }
}
