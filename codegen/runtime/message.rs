//! Reading the params of a message back from its text: the inverse of rendering, in time linear in the text.

use super::alloc::borrow::Cow;
use super::alloc::string::{String, ToString};
use super::alloc::vec::Vec;
use super::code::ErrorCode;
use super::error::{self, REDACTED};
use super::tables::is_sensitive;
use super::value::{Owned, Type};
use super::{received, row};

/// A piece of a message.
enum Part {
    Text(String),
    Param(&'static str, Type),
}

/// The params in a message that `given` doesn't name, if the message can be split into their texts in only one way.
///
/// `given` are the params that are already known; `None` is a value that can't be read.
pub(super) fn read(
    code: ErrorCode,
    given: &[(&'static str, Option<Owned>)],
    message: &str,
) -> Vec<(&'static str, Owned)> {
    if message.ends_with(CUT) {
        return Vec::new();
    }
    let parts = parts(code, given);
    let mut texts: Vec<(&'static str, &str)> = Vec::new();
    for (name, text) in split(&parts, message).unwrap_or_default() {
        match texts.iter().find(|(seen, _)| *seen == name) {
            None => texts.push((name, text)),
            Some((_, seen)) if *seen == text => {}
            // One param with two values: the message has another template.
            Some(_) => return Vec::new(),
        }
    }
    texts.retain(|(name, _)| given.iter().all(|(given, _)| given != name));
    // This is how an absent param is shown.
    texts.retain(|(name, text)| text.strip_prefix('<').and_then(|text| text.strip_suffix('>')) != Some(*name));
    texts.into_iter().filter_map(|(name, text)| Some((name, value(text, received::type_of(name)?)?))).collect()
}

/// The end of a message that was cut because it was too long to send.
pub(super) const CUT: char = '…';

/// A message as the texts that it must contain and the params between them.
fn parts(code: ErrorCode, given: &[(&'static str, Option<Owned>)]) -> Vec<Part> {
    let names: Vec<_> = error::param_names(code).collect();
    let mut parts = Vec::new();
    let mut pieces = row::pieces(code);
    for (text, param) in &mut pieces {
        push(&mut parts, text);
        let Some(&name) = param.and_then(|index| names.get(index)) else { continue };
        if is_sensitive(name) {
            push(&mut parts, REDACTED);
            continue;
        }
        match given.iter().find(|(given, _)| *given == name) {
            Some((_, Some(value))) => {
                if let Some(value) = value.as_value() {
                    push(&mut parts, &value.to_string());
                }
            }
            Some((_, None)) => parts.push(Part::Param(name, Type::Str)),
            None => parts.push(Part::Param(name, received::type_of(name).unwrap_or(Type::Str))),
        }
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
    let longest = parts.iter().map(Part::text_len).max()?;
    // A text that was received with the message may be as long as the message.
    if message.len().saturating_mul(longest + parts.len()) > MAX_STEPS {
        return None;
    }
    // The number of ways in which the parts so far make up the message to each byte; 2 means two or more.
    let mut ways: Vec<u8> = super::alloc::vec![0; message.len() + 1];
    ways[0] = 1;
    let mut all_ways = super::alloc::vec![ways];
    for part in parts {
        all_ways.push(part.ways(all_ways.last()?, message));
    }
    if all_ways.pop()?.last() != Some(&1) {
        return None;
    }
    let mut found = Vec::new();
    let mut end = message.len();
    for (part, before) in parts.iter().zip(&all_ways).rev() {
        let mut starts = (part.first_start(end)..=end).rev();
        let start = starts.find(|&start| before[start] > 0 && part.is_it(message, start, end))?;
        found.extend(part.name().map(|name| (name, &message[start..end])));
        end = start;
    }
    Some(found)
}

/// More than any message for people needs; params of messages that need more are absent.
const MAX_STEPS: usize = 1 << 26;

impl Part {
    fn name(&self) -> Option<&'static str> {
        if let Self::Param(name, _) = self { Some(name) } else { None }
    }

    fn text_len(&self) -> usize {
        if let Self::Text(text) = self { text.len() } else { 0 }
    }

    /// The earliest start of the part if it ends at `end`.
    fn first_start(&self, end: usize) -> usize {
        match self {
            Self::Text(text) => end.saturating_sub(text.len()),
            Self::Param(_, Type::Str | Type::List) => 0,
            Self::Param(_, Type::Int | Type::Uint) => end.saturating_sub(20),
            Self::Param(_, Type::Bool) => end.saturating_sub(5),
        }
    }

    /// Whether these bytes of the message can be the part.
    fn is_it(&self, message: &str, start: usize, end: usize) -> bool {
        let Some(text) = message.get(start..end) else { return false };
        match self {
            Self::Text(part) => part == text,
            Self::Param(_, Type::Str | Type::List) => true,
            Self::Param(_, kind) => value(text, *kind).is_some(),
        }
    }

    /// The number of ways up to each byte including this part, from those without it.
    fn ways(&self, before: &[u8], message: &str) -> Vec<u8> {
        let mut sum = 0;
        let after = (0..=message.len()).map(|end| match self {
            Self::Param(_, Type::Str | Type::List) => {
                sum = add(sum, before[end]);
                if message.is_char_boundary(end) { sum } else { 0 }
            }
            _ => (self.first_start(end)..=end)
                .take(if ::core::matches!(self, Self::Text(_)) { 1 } else { usize::MAX })
                .filter(|&start| before[start] > 0 && self.is_it(message, start, end))
                .fold(0, |sum, start| add(sum, before[start])),
        });
        after.collect()
    }
}

fn add(a: u8, b: u8) -> u8 {
    (a + b).min(2)
}

/// The value that is rendered as this text, if there is exactly one.
fn value(text: &str, kind: Type) -> Option<Owned> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_canonical = !digits.starts_with(['0', '+']) || text == "0";
    match kind {
        Type::Str => Some(Owned::Str(Cow::Owned(text.to_string()))),
        Type::Int => text.parse().ok().filter(|_| is_canonical).map(Owned::Int),
        Type::Uint => text.parse().ok().filter(|_| is_canonical).map(Owned::Uint),
        Type::Bool => text.parse().ok().map(Owned::Bool),
        // No element and one empty element look the same.
        Type::List if text.is_empty() => None,
        Type::List => Some(Owned::list(text.split(", ").map(ToString::to_string))),
    }
}
