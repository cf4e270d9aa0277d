//! `similar-codes`: names that are a typo of each other, or codes that differ only in their names.

use std::collections::HashMap;
use std::ops::Range;

use super::Lints;
use crate::catalogue::{AttributeValue, Catalogue};
use crate::decode::Draft;
use crate::render::rust::names::variant;
use crate::rules::{Level, RuleId};

/// Reports codes that are probably a typo of each other, or several codes for one error.
pub(super) fn check(draft: &Draft<'_, '_>, catalogue: &Catalogue, lints: &mut Lints<'_>) {
    if lints.level(RuleId::SimilarCodes) == Level::Allow {
        return;
    }
    let names: Vec<_> = draft.codes.iter().map(|code| &*code.name.value).collect();
    let mut similar = find_earlier_neighbours(&names);
    // Names that become the same Rust name are a `duplicate-rust-name`.
    similar.retain(|&second, first| variant(&catalogue.codes[*first]) != variant(&catalogue.codes[second]));
    for (&second, &first) in &similar {
        let code = &draft.codes[second];
        let message = format!("`{}` and `{}` differ in one letter", names[first], names[second]);
        if let Some(finding) = lints.report(RuleId::SimilarCodes, &code.allow, code.name.span, message) {
            finding.related.push((draft.codes[first].name.span, "the other one"));
        }
    }
    for same in find_same(draft, catalogue) {
        let is_reported =
            |index: &usize| !similar.contains_key(index) && !draft.codes[*index].allow.contains(&RuleId::SimilarCodes);
        let later: Vec<_> = same[1..].iter().copied().filter(is_reported).collect();
        report_same(same[0], &later, draft, lints);
    }
}

/// One finding for all codes that say the same: they are often meant to, and then `allow` is needed on each.
fn report_same(first: usize, later: &[usize], draft: &Draft<'_, '_>, lints: &mut Lints<'_>) {
    const MAX_RELATED: usize = 5;
    let Some((&second, more)) = later.split_first() else { return };
    let name = |index: usize| &*draft.codes[index].name.value;
    let codes = match more {
        [] => format!("`{}` and `{}`", name(first), name(second)),
        &[third] => format!("`{}`, `{}` and `{}`", name(first), name(second), name(third)),
        _ => format!("`{}`, `{}` and {} more codes", name(first), name(second), more.len()),
    };
    let message = format!("{codes} differ only in their names");
    if let Some(finding) = lints.report(RuleId::SimilarCodes, &[], draft.codes[second].name.span, message) {
        let related = std::iter::once((first, "the first one"));
        let related = related.chain(more.iter().map(|&index| (index, "another one"))).take(MAX_RELATED);
        finding.related.extend(related.map(|(index, label)| (draft.codes[index].name.span, label)));
    }
}

/// What a code says apart from its name.
#[derive(PartialEq, Eq, Hash)]
struct Facts<'c> {
    message: &'c str,
    description: &'c str,
    http_status: u16,
    attributes: &'c [AttributeValue],
}

/// The codes that say the same, each with at least one other.
fn find_same(draft: &Draft<'_, '_>, catalogue: &Catalogue) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut known = HashMap::with_capacity(draft.codes.len());
    for (index, (code, resolved)) in draft.codes.iter().zip(&catalogue.codes).enumerate() {
        let Some(message) = code.message.as_ref().given().filter(|message| !message.value.is_empty()) else { continue };
        let facts = Facts {
            message: &message.value,
            description: code.description.as_ref().given().map(|description| &*description.value).unwrap_or_default(),
            http_status: resolved.http_status,
            attributes: &resolved.attributes,
        };
        let group = *known.entry(facts).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(group) => group.push(index),
            None => groups.push(vec![index]),
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// For each name that is probably a typo of an earlier one, or the reverse, the earlier one.
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
            let first = group[..at].iter().map(|&(_, first)| first).find(|&first| is_typo(names[first], names[second]));
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

/// Whether one name becomes the other by inserting, removing or changing one letter within a word, or by writing the same
/// words apart.
///
/// The first letter of a word is hardly ever a typo (`Guild` and `Build`), nor is a letter of an abbreviation (`UDF` and
/// `UDTF`) or of a code such as `HV00A`. Names that differ in a digit are a series.
fn is_typo(a: &str, b: &str) -> bool {
    const SHORTEST_WORD: usize = 4;
    let (short, long) = if a.len() <= b.len() { (a.as_bytes(), b.as_bytes()) } else { (b.as_bytes(), a.as_bytes()) };
    let Some(at) = (0..long.len()).find(|&at| short.get(at) != Some(&long[at])) else { return false };
    let letter = long[at];
    let changed = match long.len() - short.len() {
        0 if short[at + 1..] == long[at + 1..] => Some(short[at]),
        1 if short[at..] == long[at + 1..] => None,
        _ => return false,
    };
    let is_same_word = match changed {
        Some(changed) => changed.eq_ignore_ascii_case(&letter),
        None => !letter.is_ascii_alphanumeric(),
    };
    let word = word_around(long, at);
    let length = word.len() - usize::from(changed.is_none());
    let is_letter = changed.unwrap_or(letter).is_ascii_alphabetic();
    is_same_word || is_letter && word.start < at && length >= SHORTEST_WORD
}

/// Where the word with this letter is in a name.
fn word_around(name: &[u8], at: usize) -> Range<usize> {
    let is_within = |at: usize| {
        let [before, letter] = [name[at - 1], name[at]];
        before.is_ascii_alphabetic()
            && letter.is_ascii_alphabetic()
            && !(before.is_ascii_lowercase() && letter.is_ascii_uppercase())
    };
    let start = (1..=at).rev().find(|&at| !is_within(at)).unwrap_or_default();
    let end = (at + 1..name.len()).find(|&at| !is_within(at)).unwrap_or(name.len());
    start..end
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
            "TimeOut",
            "Timeout",
            "DATA_LOST",
            "DATE_LOST",
        ];
        assert_eq!(find_earlier_neighbours(&names), HashMap::from([(1, 0), (3, 2), (5, 4), (7, 6)]));
    }

    #[test]
    fn other_words_and_series_are_no_neighbours() {
        let names = ["UnknownGuild", "UnknownBuild", "Error1", "Error2", "HV00A", "HV00B", "F401", "C401", "A", "B"];
        assert_eq!(find_earlier_neighbours(&names), HashMap::new());
        let names = ["BAD_UDF", "BAD_UDTF", "LE_FORMAT", "NE_FORMAT", "DSUnavailable", "DfsUnavailable"];
        assert_eq!(find_earlier_neighbours(&names), HashMap::new());
    }
}
