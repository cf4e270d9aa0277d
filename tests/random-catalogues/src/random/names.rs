//! Names, which differ where they must.

use std::collections::HashSet;

use super::Maker;
use crate::words::{
    ATTRIBUTE_NAMES, ATTRIBUTE_WORDS, NAMES, ODD_NAMES, ODD_PASCAL_NAMES, ODD_SNAKE_NAMES, PARAM_NAMES,
};

/// Names that are taken.
#[derive(Default)]
pub(super) struct Names {
    wire: HashSet<String>,
    /// Without case and punctuation: names that differ like this also differ in Rust.
    rust: HashSet<String>,
}

const NAME_CHARS: &[char] = &['a', 'b', 'A', 'B', '0', '1', '_', '-', '.', ':', '/', 'y', 'n', 'e', 'E'];

impl Maker<'_> {
    /// The names of codes, on the wire and, if it isn't derived, in Rust.
    pub(super) fn code_names(&mut self, count: usize) -> Vec<(String, Option<String>)> {
        if self.is_odd() {
            return (0..count).map(|_| self.odd_code_name()).collect();
        }
        let names = self.choices.some(NAMES, count);
        let names = names.into_iter().enumerate();
        names.map(|(index, (name, ..))| (name.to_owned(), self.maybe(20, |_| format!("Named{index}")))).collect()
    }

    fn odd_code_name(&mut self) -> (String, Option<String>) {
        let base = self.odd_name();
        let rust_name = self.maybe(25, |it| it.choices.pick(ODD_PASCAL_NAMES));
        let Names { wire, rust } = &mut self.names;
        let is_free =
            |name: &str| !wire.contains(name) && (rust_name.is_some() || !rust.contains(&loose(name, "code")));
        let name = distinct(&base, "-x", is_free);
        let rust_name = rust_name.map(|base| distinct(base, "X", |name| !rust.contains(&loose(name, "code"))));
        wire.insert(name.clone());
        rust.insert(loose(rust_name.as_ref().unwrap_or(&name), "code"));
        (name, rust_name)
    }

    pub(super) fn aliases(&mut self, index: usize) -> Vec<String> {
        if !self.choices.chance(30) {
            return Vec::new();
        }
        if self.is_odd() { self.other_names() } else { vec![format!("Old{index}"), format!("older.{index}")] }
    }

    pub(super) fn reserved_names(&mut self) -> Vec<String> {
        if !self.is_odd() {
            return ["Gone1", "gone.for-good"].map(str::to_owned).into();
        }
        let mut names = self.other_names();
        // A number is also reserved as a code's number.
        names.retain(|name| !name.starts_with(|c: char| c.is_ascii_digit() || c == '-'));
        names
    }

    /// Names on the wire that are not codes.
    fn other_names(&mut self) -> Vec<String> {
        let count = 1 + self.choices.below(3);
        let names = (0..count).map(|_| {
            let base = self.odd_name();
            let name = distinct(&base, "-x", |name| !self.names.wire.contains(name));
            self.names.wire.insert(name.clone());
            name
        });
        names.collect()
    }

    pub(super) fn group_names(&mut self) -> Vec<String> {
        let count = self.choices.below(3);
        self.distinct_names(&["common", "limits", "auth"], count, "group")
    }

    pub(super) fn operation_names(&mut self) -> Vec<String> {
        let count = 1 + self.choices.below(3);
        self.distinct_names(&["createTask", "list-tasks", "2fa.confirm"], count, "operation")
    }

    /// Names that are no codes and differ in Rust too.
    fn distinct_names(&mut self, clean: &[&str], count: usize, prefix: &str) -> Vec<String> {
        if !self.is_odd() {
            return self.choices.some(clean, count).into_iter().map(str::to_owned).collect();
        }
        let mut seen = HashSet::new();
        let names = (0..count).map(|_| {
            let base = self.odd_name();
            let is_free = |name: &str| !self.names.wire.contains(name) && !seen.contains(&loose(name, prefix));
            let name = distinct(&base, "-x", is_free);
            seen.insert(loose(&name, prefix));
            name
        });
        names.collect()
    }

    fn odd_name(&mut self) -> String {
        if self.choices.chance(50) {
            return self.choices.pick(ODD_NAMES).to_owned();
        }
        let len = 1 + self.choices.below(10);
        let mut name: String = (0..len).map(|_| self.choices.pick(NAME_CHARS)).collect();
        if !name.contains(|c: char| c.is_ascii_alphanumeric()) {
            name.push('0');
        }
        name
    }

    pub(super) fn param_names(&mut self) -> Vec<String> {
        self.snake_names(PARAM_NAMES)
    }

    pub(super) fn attribute_names(&mut self) -> Vec<String> {
        self.snake_names(ATTRIBUTE_NAMES)
    }

    fn snake_names(&mut self, clean: &[&str]) -> Vec<String> {
        let count = self.choices.below(clean.len());
        if !self.is_odd() {
            return self.choices.some(clean, count).into_iter().map(str::to_owned).collect();
        }
        let mut seen = HashSet::new();
        let names = (0..count).map(|_| {
            let name = distinct(self.choices.pick(ODD_SNAKE_NAMES), "_x", |name| !seen.contains(&loose(name, "")));
            seen.insert(loose(&name, ""));
            name
        });
        names.collect()
    }

    /// The words of an attribute.
    pub(super) fn attribute_words(&mut self) -> Vec<String> {
        if !self.is_odd() {
            return self.choices.some(ATTRIBUTE_WORDS, 3).into_iter().map(str::to_owned).collect();
        }
        let mut seen = HashSet::new();
        let count = 1 + self.choices.below(4);
        let words = (0..count).map(|_| {
            let word = distinct(&self.odd_name(), "-x", |word| !seen.contains(&loose(word, "value")));
            seen.insert(loose(&word, "value"));
            word
        });
        words.collect()
    }
}

/// The name, or an unused one that begins with it.
fn distinct(base: &str, join: &str, is_free: impl Fn(&str) -> bool) -> String {
    let names = (0..).map(|count| if count == 0 { base.to_owned() } else { format!("{base}{join}{count}") });
    names.into_iter().find(|name| is_free(name)).expect("not all names are taken")
}

/// A name without case and punctuation, with `prefix` in front of a digit.
fn loose(name: &str, prefix: &str) -> String {
    let mut loose: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    if loose.starts_with(|c: char| c.is_ascii_digit()) {
        loose.insert_str(0, prefix);
    }
    loose.to_ascii_lowercase()
}
