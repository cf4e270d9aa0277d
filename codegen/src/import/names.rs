//! Names that a catalogue can have.

use std::collections::HashSet;

use heck::ToUpperCamelCase;

/// The name with `_` for each run of characters that a name can't have.
pub(super) fn valid_name(name: &str) -> String {
    let mut valid = String::with_capacity(name.len());
    for char in name.chars() {
        if char.is_ascii_alphanumeric() || "_-.:/".contains(char) {
            valid.push(char);
        } else if !valid.ends_with('_') {
            valid.push('_');
        }
    }
    let valid = if valid == name { &*valid } else { valid.trim_matches('_') };
    if valid.bytes().any(|byte| byte.is_ascii_alphanumeric()) { valid.to_owned() } else { String::new() }
}

/// What stands in brackets behind a name.
#[derive(Default)]
pub(super) struct Remarks {
    pub(super) is_deprecated: bool,
    pub(super) is_internal: bool,
}

/// The name without the remarks behind it.
pub(super) fn without_remarks(cell: &str) -> (&str, Remarks) {
    let (mut name, mut remarks) = (cell, Remarks::default());
    loop {
        if let Some(rest) = name.strip_suffix("(deprecated)") {
            (name, remarks.is_deprecated) = (rest.trim_end(), true);
        } else if let Some(rest) = name.strip_suffix("(internal)") {
            (name, remarks.is_internal) = (rest.trim_end(), true);
        } else {
            return (name, remarks);
        }
    }
}

/// The first of some names, and how many more there are.
pub(super) fn listed<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> String {
    const SHOWN: usize = 3;
    let more = names.len().checked_sub(SHOWN).filter(|more| *more > 0).map(|more| format!("{more} more"));
    names.take(SHOWN).map(|name| format!("`{name}`")).chain(more).collect::<Vec<_>>().join(", ")
}

/// A name made of the first words of a message.
pub(super) fn name_from(message: &str) -> String {
    const MAX_WORDS: usize = 8;
    let words = message.split(|c: char| !(c.is_ascii_alphanumeric() || c == '\'')).filter(|word| !word.is_empty());
    let words: Vec<_> = words.take(MAX_WORDS).map(|word| word.replace('\'', "")).collect();
    let name = words.join(" ").to_upper_camel_case();
    let name = if name.starts_with(|c: char| c.is_ascii_digit()) { format!("Code{name}") } else { name };
    name.chars().take(80).collect()
}

/// The texts, each once.
pub(super) fn without_repeats(mut texts: Vec<String>) -> Vec<String> {
    let mut seen = HashSet::new();
    texts.retain(|text| seen.insert(text.clone()));
    texts
}
