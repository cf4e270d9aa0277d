//! Comparing two catalogues: each part of the model with what it was.

mod attributes;
mod catalogue;
mod codes;
mod names;
mod operations;
mod params;
mod report;

use std::collections::{HashMap, HashSet};

use super::change::{Change, Part};
use super::pairs::Pairs;
use super::places::Places;
use super::rust_api::{self, Item, Owner};
use super::table::RuleId;
use super::wire::Client;
use crate::catalogue::{Catalogue, Code, CodeId};
use report::Found;

/// A comparison while it is made.
pub(super) struct Comparison<'c> {
    old: &'c Catalogue,
    new: &'c Catalogue,
    pairs: Pairs,
    clients: [Client<'c>; 2],
    /// What the new Rust no longer has.
    lost: Vec<Item>,
    lost_of: HashMap<Owner, Vec<usize>>,
    /// Those that a change accounts for.
    claimed: HashSet<usize>,
    found: Vec<Found>,
}

impl<'c> Comparison<'c> {
    pub(super) fn new(old: &'c Catalogue, new: &'c Catalogue) -> Self {
        let lost = rust_api::lost(old, new);
        let mut lost_of: HashMap<Owner, Vec<usize>> = HashMap::new();
        for (at, item) in lost.iter().enumerate() {
            item.owners.iter().for_each(|owner| lost_of.entry(*owner).or_default().push(at));
        }
        Self {
            old,
            new,
            pairs: Pairs::of(old, new),
            clients: [Client::of(old), Client::of(new)],
            lost,
            lost_of,
            claimed: HashSet::new(),
            found: Vec::new(),
        }
    }

    pub(super) fn changes(mut self) -> Vec<Change> {
        self.compare_head();
        self.compare_attributes();
        self.compare_params();
        self.compare_codes();
        self.compare_names();
        self.compare_groups();
        self.compare_operations();
        self.report_other_items();
        if self.found.is_empty() {
            return Vec::new();
        }
        let places = [Places::of(self.old), Places::of(self.new)];
        self.found.into_iter().map(|found| found.into_change(&self.lost, &places)).collect()
    }

    /// Reports what the new Rust no longer has and no other change accounts for.
    fn report_other_items(&mut self) {
        let mut reported: HashSet<Owner> = HashSet::new();
        for at in 0..self.lost.len() {
            let owner = self.lost[at].owners[0];
            if self.claimed.contains(&at) || !reported.insert(owner) {
                continue;
            }
            let message = format!("{} is gone, or has another name", self.lost[at].what);
            let mut found = Found::new(RuleId::RustItemChanged, message);
            found = self.located(found, owner);
            let items: Vec<_> = self.lost_of[&owner].iter().copied().filter(|at| !self.claimed.contains(at)).collect();
            self.report(found.losing(items));
        }
    }

    /// Names the owner of an item as the subject of a change, with its places.
    fn located(&self, found: Found, owner: Owner) -> Found {
        match owner {
            Owner::Code(code) | Owner::Arguments(code) | Owner::OperationCode(_, code) => {
                let (name, now) = (&self.old[code].name, self.pairs.new_of(code));
                let found = found.about(Part::Code, name).before(&["codes", name]);
                match now {
                    Some(now) => found.now(&["codes", &self.new[now].name, "rust_name"]),
                    None => found,
                }
            }
            Owner::Param(param) => {
                let name = &self.old[param].name;
                found.about(Part::Param, name).before(&["params", name]).now(&["params", name])
            }
            Owner::Attribute(id) | Owner::Values(id) => {
                let name = &self.old[id].name;
                found.about(Part::Attribute, name).before(&["attributes", name]).now(&["attributes", name])
            }
            Owner::Value(id, word) => {
                let attribute = &self.old[id];
                let word = attribute.text(&crate::catalogue::AttributeValue::Word(word)).into_owned();
                let path = ["attributes", &attribute.name, "values", &word];
                found.about(Part::Attribute, &attribute.name).about(Part::Value, &word).before(&path).now(&path)
            }
            Owner::Operation(operation) | Owner::OperationCodes(operation) => {
                let name = &self.old[operation].name;
                found.about(Part::Operation, name).before(&["operations", name]).now(&["operations", name])
            }
            Owner::Group(group) => {
                let name = &self.old[group].name;
                found.about(Part::Group, name).before(&["groups", name]).now(&["groups", name])
            }
            Owner::Codes | Owner::Numbers | Owner::Eq | Owner::Fallback | Owner::Feature(_) => {
                found.before(&["catalogue"]).now(&["catalogue"])
            }
        }
    }

    fn report(&mut self, found: Found) {
        self.claimed.extend(&found.items);
        self.found.push(found);
    }

    /// What the new Rust no longer has of what comes from these.
    fn lost_of(&self, owners: impl IntoIterator<Item = Owner>) -> Vec<usize> {
        let mut items: Vec<_> =
            owners.into_iter().filter_map(|owner| self.lost_of.get(&owner)).flatten().copied().collect();
        items.sort_unstable();
        items.dedup();
        items
    }

    /// A code that both catalogues have and clients receive, to show what is sent.
    fn any_code(&self, is_meant: impl Fn(CodeId) -> bool) -> [Option<CodeId>; 2] {
        let is_sent = |(old, new): &(CodeId, CodeId)| !self.old[*old].internal && !self.new[*new].internal;
        let found = self.pairs.both().filter(is_sent).find(|(old, _)| is_meant(*old));
        found.map_or([None; 2], |(old, new)| [Some(old), Some(new)])
    }

    fn codes_of(&self, (old, new): (CodeId, CodeId)) -> (&'c Code, &'c Code) {
        (&self.old[old], &self.new[new])
    }
}

/// The positions of items by their names.
fn by_name<T>(items: &[T], name: impl Fn(&T) -> &str) -> HashMap<&str, usize> {
    items.iter().enumerate().map(|(index, item)| (name(item), index)).collect()
}
