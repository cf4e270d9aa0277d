//! `similar-codes`: names that differ in one letter, or equal messages.

use std::collections::HashMap;

use super::Lints;
use crate::catalogue::Catalogue;
use crate::decode::Draft;
use crate::render::rust::names::variant;
use crate::rules::{Level, RuleId};

/// Reports codes that are probably a typo of each other, or two codes for one error.
pub(super) fn check(draft: &Draft<'_, '_>, catalogue: &Catalogue, lints: &mut Lints<'_>) {
    if lints.level(RuleId::SimilarCodes) == Level::Allow {
        return;
    }
    let names: Vec<_> = draft.codes.iter().map(|code| &*code.name.value).collect();
    let similar_name = find_earlier_neighbours(&names);
    let mut messages = HashMap::with_capacity(draft.codes.len());
    for (index, code) in draft.codes.iter().enumerate() {
        let message = code.message.as_ref().given().map(|message| &*message.value);
        let same_message = message.filter(|text| !text.is_empty()).and_then(|text| messages.insert(text, index));
        // Names that become the same Rust name are a `duplicate-rust-name`.
        let has_other_variant = |first: &&usize| variant(&catalogue.codes[**first]) != variant(&catalogue.codes[index]);
        let (first, message) = match (similar_name.get(&index).filter(has_other_variant), same_message) {
            (Some(&first), _) => (first, format!("`{}` and `{}` differ in one letter", names[first], names[index])),
            (None, Some(first)) => (first, format!("`{}` has the message of `{}`", names[index], names[first])),
            (None, None) => continue,
        };
        if let Some(finding) = lints.report(RuleId::SimilarCodes, &code.allow, code.name.span, message) {
            finding.related.push((draft.codes[first].name.span, "the other one"));
        }
    }
}

/// For each name that is one edit away from an earlier one, the earlier one. Names that differ in a digit are a series.
///
/// Two such names become equal when the right character is removed from one or both, so only names that share a hash
/// are compared.
fn find_earlier_neighbours(names: &[&str]) -> HashMap<usize, usize> {
    let mut hashes: Vec<(u64, usize)> = Vec::new();
    for (index, name) in names.iter().enumerate() {
        hashes.extend(hashes_of(name.as_bytes()).map(|hash| (hash, index)));
    }
    hashes.sort_unstable();
    // Removing either of two equal letters gives the same hash.
    hashes.dedup();
    let mut neighbours = HashMap::new();
    for group in hashes.chunk_by(|a, b| a.0 == b.0) {
        for (at, &(_, second)) in group.iter().enumerate() {
            let first = group[..at]
                .iter()
                .map(|&(_, first)| first)
                .find(|&first| is_one_edit_away(names[first], names[second]));
            if let Some(first) = first {
                let known = neighbours.entry(second).or_insert(first);
                *known = first.min(*known);
            }
        }
    }
    neighbours
}

/// The hashes of a name and of the name without each of its bytes.
fn hashes_of(name: &[u8]) -> impl Iterator<Item = u64> {
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    let step = |hash: u64, byte: &u8| hash.wrapping_mul(BASE).wrapping_add(u64::from(*byte) + 1);
    let whole = name.iter().fold(0, step);
    // Without a byte: the hash of the bytes before it, shifted by those after it.
    let mut power = 1_u64;
    let mut after = 0_u64;
    let mut before = whole;
    let inverse = inverse(BASE);
    let without = name.iter().rev().map(move |&byte| {
        before = before.wrapping_sub(u64::from(byte) + 1).wrapping_mul(inverse);
        let hash = before.wrapping_mul(power).wrapping_add(after);
        after = after.wrapping_add((u64::from(byte) + 1).wrapping_mul(power));
        power = power.wrapping_mul(BASE);
        hash
    });
    std::iter::once(whole).chain(without)
}

/// Whether one name becomes the other by inserting, removing or changing one letter. A digit is not a letter: names
/// that differ in one are a numbered series.
fn is_one_edit_away(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a.as_bytes(), b.as_bytes()) } else { (b.as_bytes(), a.as_bytes()) };
    // Of names with one letter, any two are that near.
    if short.len() < 2 {
        return false;
    }
    let Some(at) = (0..long.len()).find(|&at| short.get(at) != Some(&long[at])) else { return false };
    let is_edit = match long.len() - short.len() {
        0 => short[at + 1..] == long[at + 1..] && !short[at].is_ascii_digit(),
        1 => short[at..] == long[at + 1..],
        _ => false,
    };
    is_edit && !long[at].is_ascii_digit()
}

/// The inverse of an odd number modulo 2^64.
const fn inverse(odd: u64) -> u64 {
    let mut inverse = odd;
    let mut round = 0;
    while round < 5 {
        inverse = inverse.wrapping_mul(2_u64.wrapping_sub(odd.wrapping_mul(inverse)));
        round += 1;
    }
    inverse
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_found() {
        let names = [
            "UserCancelled",
            "UserCanceled",
            "TaskFound",
            "TaskFounds",
            "TaskBound",
            "Error1",
            "Error2",
            "Ab",
            "Ba",
            "A",
            "B",
        ];
        assert_eq!(find_earlier_neighbours(&names), HashMap::from([(1, 0), (3, 2), (4, 2)]));
    }
}
