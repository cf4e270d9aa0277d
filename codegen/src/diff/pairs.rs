//! Which code of the new catalogue is which of the old one.

use std::collections::{BTreeMap, HashMap};

use crate::catalogue::{Catalogue, Code, CodeId, Numbers, Piece};

/// The codes of two catalogues, each with the same one in the other, if it is there.
pub(super) struct Pairs {
    new_of_old: Vec<Option<CodeId>>,
    old_of_new: Vec<Option<CodeId>>,
}

impl Pairs {
    /// A code is the one with its name; else the one with its name as an alias, or the reverse, if that is not already
    /// another code's; else the one with its number that says the same; else the one whose name is written differently.
    pub(super) fn of(old: &Catalogue, new: &Catalogue) -> Self {
        let none = |catalogue: &Catalogue| vec![None; catalogue.codes.len()];
        let mut pairs = Self { new_of_old: none(old), old_of_new: none(new) };
        let new_names = names(new, exact);
        pairs.join(old, |name| new_names.get(name).copied());
        let new_aliases = aliases(new);
        pairs.join(old, |name| new_aliases.get(name).copied());
        for (alias, &of_old) in &aliases(old) {
            if let Some(&of_new) = new_names.get(*alias) {
                pairs.pair(of_old, of_new);
            }
        }
        pairs.join_numbers(old, new);
        let plain_names = names(new, plain);
        pairs.join(old, |name| plain_names.get(&plain(name)).copied());
        pairs
    }

    fn join(&mut self, old: &Catalogue, find: impl Fn(&str) -> Option<CodeId>) {
        for (index, code) in old.codes.iter().enumerate() {
            if let Some(found) = find(&code.name) {
                self.pair(CodeId::new(index), found);
            }
        }
    }

    /// A code with another name that has the same number and says the same is the same one: its old name was forgotten
    /// among the aliases. With another text it may as well be another code that took the number.
    fn join_numbers(&mut self, old: &Catalogue, new: &Catalogue) {
        if [old, new].iter().any(|catalogue| catalogue.numbers == Numbers::Shared) {
            return;
        }
        let numbered = |catalogue: &Catalogue| {
            let codes = catalogue.codes.iter().enumerate();
            codes.filter_map(|(index, code)| Some((code.number?, CodeId::new(index)))).collect::<Vec<_>>()
        };
        let of_number: HashMap<_, _> = numbered(new).into_iter().collect();
        for (number, before) in numbered(old) {
            if let Some(&now) = of_number.get(&number)
                && says_the_same(&old[before], &new[now])
            {
                self.pair(before, now);
            }
        }
    }

    /// The first pair of a code counts.
    fn pair(&mut self, old: CodeId, new: CodeId) {
        let (of_old, of_new) = (&mut self.new_of_old[old.index()], &mut self.old_of_new[new.index()]);
        if of_old.is_none() && of_new.is_none() {
            (*of_old, *of_new) = (Some(new), Some(old));
        }
    }

    /// The code that an old one is now.
    pub(super) fn new_of(&self, old: CodeId) -> Option<CodeId> {
        self.new_of_old[old.index()]
    }

    /// The code that a new one was.
    pub(super) fn old_of(&self, new: CodeId) -> Option<CodeId> {
        self.old_of_new[new.index()]
    }

    /// The codes that both catalogues have, in the order of the new one.
    pub(super) fn both(&self) -> impl Iterator<Item = (CodeId, CodeId)> {
        self.old_of_new.iter().enumerate().filter_map(|(new, old)| Some(((*old)?, CodeId::new(new))))
    }
}

fn exact(name: &str) -> String {
    name.to_owned()
}

/// A name without what different spellings of it differ in.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// Whether the messages are the same, but for their params, case and punctuation.
fn says_the_same(old: &Code, new: &Code) -> bool {
    let words = words(old);
    old.message.as_str() == new.message.as_str() || (!words.is_empty() && words == self::words(new))
}

fn words(code: &Code) -> Vec<String> {
    let texts = code.message.pieces().filter_map(|piece| if let Piece::Text(text) = piece { Some(text) } else { None });
    let words = texts.flat_map(|text| text.split(|char: char| !char.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn names(catalogue: &Catalogue, spell: impl Fn(&str) -> String) -> HashMap<String, CodeId> {
    let mut names = HashMap::new();
    for (index, code) in catalogue.codes.iter().enumerate() {
        names.entry(spell(&code.name)).or_insert(CodeId::new(index));
    }
    names
}

fn aliases(catalogue: &Catalogue) -> BTreeMap<&str, CodeId> {
    let codes = catalogue.codes.iter().enumerate();
    codes.flat_map(|(index, code)| code.aliases.iter().map(move |alias| (&**alias, CodeId::new(index)))).collect()
}
