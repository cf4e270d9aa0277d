//! Reading the params of a message back from its text: the inverse of rendering, in a limited number of steps.

use super::alloc::borrow::Cow;
use super::alloc::string::{String, ToString};
use super::alloc::vec::Vec;
use super::code::ErrorCode;
use super::error;
use super::value::{Owned, Type, Value};
use super::{row, wire_settings};

/// A piece of a message.
enum Part {
    Text(String),
    Param(&'static str, Type),
}

/// The params in a message, if it can be split into their texts in only one way.
pub(super) fn read(code: ErrorCode, message: &str) -> Vec<(&'static str, Owned)> {
    if message.len() > MAX_LEN || message.ends_with(CUT) || message.contains(error::REDACTED) {
        return Vec::new();
    }
    let mut texts: Vec<(&'static str, &str)> = Vec::new();
    for (name, text) in split(&parts(code), message).unwrap_or_default() {
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
fn parts(code: ErrorCode) -> Vec<Part> {
    let names: Vec<_> = error::param_names(code).collect();
    let mut parts = Vec::new();
    let mut pieces = row::pieces(code);
    for (text, param) in &mut pieces {
        push(&mut parts, text);
        let name = param.and_then(|index| names.get(index));
        parts.extend(name.map(|name| Part::Param(name, wire_settings::type_of(name).unwrap_or(Type::Str))));
    }
    push(&mut parts, pieces.rest);
    parts
}

/// Adds a text, joined with the text before it if there is one.
fn push(parts: &mut Vec<Part>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(Part::Text(before)) => *before += text,
        _ => parts.push(Part::Text(text.to_string())),
    }
}

/// The texts of the params, if the message can be split into the parts in only one way.
fn split<'m>(parts: &[Part], message: &'m str) -> Option<Vec<(&'static str, &'m str)>> {
    let mut names = parts.iter().filter_map(Part::name);
    let first = names.next()?;
    if names.all(|name| name == first) { split_one(parts, message) } else { split_many(parts, message) }
}

/// With only one param, however often it is shown, its length follows from that of the message.
fn split_one<'m>(parts: &[Part], message: &'m str) -> Option<Vec<(&'static str, &'m str)>> {
    let texts = parts.iter().map(Part::text_len).sum();
    let rest = message.len().checked_sub(texts)?;
    let params = parts.iter().filter(|part| part.name().is_some()).count();
    if rest % params != 0 {
        return None;
    }
    let mut found = Vec::with_capacity(params);
    let mut at = message;
    for part in parts {
        match part {
            Part::Text(text) => at = at.strip_prefix(&**text)?,
            Part::Param(name, _) => {
                let (text, rest) = at.split_at_checked(rest / params)?;
                found.push((*name, text));
                at = rest;
            }
        }
    }
    Some(found)
}

/// Counts the ways to split the message from the front, part by part, and retraces the only one from the back.
fn split_many<'m>(parts: &[Part], message: &'m str) -> Option<Vec<(&'static str, &'m str)>> {
    let mut steps = Steps(MAX_STEPS);
    // The number of ways in which the parts so far make up the message to each byte; 2 means two or more.
    let mut ways: Vec<u8> = super::alloc::vec![0; message.len() + 1];
    ways[0] = 1;
    let mut all_ways = super::alloc::vec![ways];
    for part in parts {
        all_ways.push(part.ways(all_ways.last()?, message, &mut steps)?);
    }
    if all_ways.pop()?.last() != Some(&1) {
        return None;
    }
    let mut found = Vec::new();
    let mut end = message.len();
    for (part, before) in parts.iter().zip(&all_ways).rev() {
        let mut starts = (0..=end).rev().filter(|&start| before[start] > 0);
        let start = starts.find(|&start| part.is_it(message, start, end))?;
        found.extend(part.name().map(|name| (name, &message[start..end])));
        end = start;
    }
    Some(found)
}

/// How many more bytes to look at. A message that needs more is hostile, and its params are absent.
struct Steps(usize);

const MAX_STEPS: usize = 1 << 20;

impl Steps {
    fn take(&mut self, steps: usize) -> Option<()> {
        self.0 = self.0.checked_sub(steps)?;
        Some(())
    }
}

impl Part {
    fn name(&self) -> Option<&'static str> {
        if let Self::Param(name, _) = self { Some(name) } else { None }
    }

    fn text_len(&self) -> usize {
        if let Self::Text(text) = self { text.len() } else { 0 }
    }

    /// Whether these bytes of the message can be the part.
    fn is_it(&self, message: &str, start: usize, end: usize) -> bool {
        let Some(text) = message.get(start..end) else { return false };
        match self {
            Self::Text(part) => part == text,
            Self::Param(_, kind) => is_any_text(*kind) || value(text, *kind).is_some(),
        }
    }

    /// The number of ways up to each byte including this part, from those without it.
    fn ways(&self, before: &[u8], message: &str, steps: &mut Steps) -> Option<Vec<u8>> {
        steps.take(message.len())?;
        let mut after = super::alloc::vec![0; before.len()];
        let starts = || before.iter().enumerate().filter(|(_, ways)| **ways > 0);
        match self {
            Self::Text(text) => {
                for (start, &ways) in starts() {
                    steps.take(text.len() / 16)?;
                    if message.as_bytes()[start..].starts_with(text.as_bytes()) {
                        after[start + text.len()] = ways;
                    }
                }
            }
            Self::Param(_, kind) if is_any_text(*kind) => {
                let mut sum = 0;
                for (end, &ways) in before.iter().enumerate() {
                    sum = add(sum, ways);
                    after[end] = if message.is_char_boundary(end) { sum } else { 0 };
                }
            }
            Self::Param(_, kind) => {
                for (start, &ways) in starts() {
                    for len in 1..=longest(&message.as_bytes()[start..], *kind)? {
                        steps.take(len)?;
                        let end = start + len;
                        if self.is_it(message, start, end) {
                            after[end] = add(after[end], ways);
                        }
                    }
                }
            }
        }
        Some(after)
    }
}

fn add(a: u8, b: u8) -> u8 {
    (a + b).min(2)
}

/// Whether every text can be a value of the type.
fn is_any_text(kind: Type) -> bool {
    ::core::matches!(kind, Type::Str | Type::List | Type::Violations)
}

/// How many bytes a value of the type can take at the start of the text; `None` if that is too much to look at.
fn longest(text: &[u8], kind: Type) -> Option<usize> {
    let (limit, bytes): (_, &[u8]) = match kind {
        Type::Bool => (5, b"truefals"),
        Type::Float => (32, b"-.0123456789NaInfity"),
        _ => (20, b"-0123456789"),
    };
    let len = text.iter().take(limit + 1).take_while(|byte| bytes.contains(byte)).count();
    // Only a float has values beyond the limit, and to miss one could mean to take another.
    if len <= limit { Some(len) } else { (kind != Type::Float).then_some(limit) }
}

/// The value that is rendered as this text, if there is exactly one.
fn value(text: &str, kind: Type) -> Option<Owned> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_canonical = !digits.starts_with(['0', '+']) || text == "0";
    match kind {
        Type::Str => Some(Owned::Str(Cow::Owned(text.to_string()))),
        Type::Int => text.parse().ok().filter(|_| is_canonical).map(Owned::Int),
        Type::Uint => text.parse().ok().filter(|_| is_canonical).map(Owned::Uint),
        Type::Float => text.parse().ok().filter(|number| Value::Float(*number).to_string() == text).map(Owned::Float),
        Type::Bool => text.parse().ok().map(Owned::Bool),
        Type::List => Some(Owned::list(text.split(", ").map(ToString::to_string))),
        // A message shows only their fields.
        Type::Violations => None,
    }
}
