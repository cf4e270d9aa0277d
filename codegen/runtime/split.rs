//! Splitting a message into the texts of its template's params, in a limited number of steps.
//!
//! The generator compiles this file too, to recognise messages.

use super::alloc::string::{String, ToString};
use super::alloc::vec::Vec;
use super::float::Float;

/// A piece of a message: a text, or a param with the form of its texts.
pub(super) enum Part<N> {
    Text(String),
    Param(N, Form),
}

/// The texts that a value of a type is shown as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Any,
    Int,
    Uint,
    Float,
    Bool,
}

/// Adds a text, joined with the text before it if there is one.
pub(super) fn push<N>(parts: &mut Vec<Part<N>>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(Part::Text(before)) => *before += text,
        _ => parts.push(Part::Text(text.to_string())),
    }
}

/// The texts of the params, if the message can be split into the parts in only one way.
pub(super) fn split<'m, N: Copy + PartialEq>(parts: &[Part<N>], message: &'m str) -> Option<Vec<(N, &'m str)>> {
    let mut names = parts.iter().filter_map(Part::name);
    let first = names.next()?;
    if names.all(|name| name == first) { split_one(parts, message) } else { split_many(parts, message) }
}

/// Whether the message can be made of the parts, in whatever way. With too many steps it can't.
pub(super) fn can_be<N: Copy>(parts: &[Part<N>], message: &str) -> bool {
    let mut steps = Steps(MAX_STEPS);
    let mut ways: Vec<u8> = super::alloc::vec![0; message.len() + 1];
    ways[0] = 1;
    let ways = parts.iter().try_fold(ways, |ways, part| part.ways(&ways, message, &mut steps));
    ways.is_some_and(|ways| ways.last() > Some(&0))
}

/// With only one param, however often it is shown, its length follows from that of the message.
fn split_one<'m, N: Copy>(parts: &[Part<N>], message: &'m str) -> Option<Vec<(N, &'m str)>> {
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
fn split_many<'m, N: Copy>(parts: &[Part<N>], message: &'m str) -> Option<Vec<(N, &'m str)>> {
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

impl<N: Copy> Part<N> {
    fn name(&self) -> Option<N> {
        if let Self::Param(name, _) = self { Some(*name) } else { None }
    }

    fn text_len(&self) -> usize {
        if let Self::Text(text) = self { text.len() } else { 0 }
    }

    /// Whether these bytes of the message can be the part.
    fn is_it(&self, message: &str, start: usize, end: usize) -> bool {
        let Some(text) = message.get(start..end) else { return false };
        match self {
            Self::Text(part) => part == text,
            Self::Param(_, form) => form.is_it(text),
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
            Self::Param(_, Form::Any) => {
                let mut sum = 0;
                for (end, &ways) in before.iter().enumerate() {
                    sum = add(sum, ways);
                    after[end] = if message.is_char_boundary(end) { sum } else { 0 };
                }
            }
            Self::Param(_, form) => {
                for (start, &ways) in starts() {
                    for len in 1..=form.longest(&message.as_bytes()[start..])? {
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

impl Form {
    /// How many bytes a value can take at the start of the text; `None` if that is too much to look at.
    fn longest(self, text: &[u8]) -> Option<usize> {
        let (limit, bytes): (_, &[u8]) = match self {
            Self::Bool => (5, b"truefals"),
            Self::Float => (32, b"-.0123456789NaInfity"),
            Self::Any | Self::Int | Self::Uint => (20, b"-0123456789"),
        };
        let len = text.iter().take(limit + 1).take_while(|byte| bytes.contains(byte)).count();
        // Only a float has values beyond the limit, and to miss one could mean to take another.
        if len <= limit { Some(len) } else { (self != Self::Float).then_some(limit) }
    }

    /// Whether a value is shown as this text.
    pub(super) fn is_it(self, text: &str) -> bool {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let is_canonical = !digits.starts_with(['0', '+']) || text == "0";
        match self {
            Self::Any => true,
            Self::Int => is_canonical && text.parse::<i64>().is_ok(),
            Self::Uint => is_canonical && text.parse::<u64>().is_ok(),
            Self::Float => text.parse().is_ok_and(|number| Float(number).to_string() == text),
            Self::Bool => text.parse::<bool>().is_ok(),
        }
    }
}
