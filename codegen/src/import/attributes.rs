//! The attributes of a draft: columns of the user's own.

use std::collections::HashSet;

use super::draft::{Attribute, AttributeKind, Code};
use super::names::{valid_name, without_repeats};
use crate::render::rust::ident::variant;

/// The attributes that codes have, typed by their values. Codes without a value get one if the type allows it.
pub(super) fn attributes(codes: &[Code]) -> Vec<Attribute> {
    const MAX_WORDS: usize = 16;
    let mut names: Vec<String> = Vec::new();
    for (name, _) in codes.iter().flat_map(|code| &code.attributes) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    let attribute = |name: String| {
        let values = || codes.iter().flat_map(|code| &code.attributes).filter(|(of, _)| *of == name).map(|(_, it)| it);
        let words = without_repeats(values().cloned().collect());
        let are_names = words.len() <= MAX_WORDS && words.iter().all(|word| valid_name(word) == *word);
        let kind = if values().all(|value| value == "true" || value == "false") {
            AttributeKind::Boolean
        } else if values().all(|value| value.parse::<i64>().is_ok_and(|number| number.to_string() == *value)) {
            AttributeKind::Integer
        } else if are_names && are_distinct_in_rust(&words) {
            AttributeKind::Words(words)
        } else {
            AttributeKind::String
        };
        Attribute { is_optional: values().count() < codes.len(), name, kind }
    };
    names.into_iter().map(attribute).collect()
}

fn are_distinct_in_rust(words: &[String]) -> bool {
    let variants: HashSet<_> = words.iter().map(|word| variant(word, "Value")).collect();
    variants.len() == words.len()
}
