//! Changes that the catalogue accepts.

use std::collections::HashMap;

use super::change::Change;
use super::places::Places;
use super::rules::change_rules;
use crate::catalogue::{Acceptance, Catalogue};
use crate::printable::printable;
use crate::source::Location;

/// An entry of a catalogue's `accepted` that fits no change.
///
/// ```
/// use errcat::Catalogue;
///
/// let text = "errcat: 1
/// catalogue: {name: Shop}
/// accepted: [{change: code-removed, code: Busy, why: unused}]
/// codes: {SoldOut: {http_status: 409, message: sold out}}
/// ";
/// let catalogue = Catalogue::parse("errors.yaml", text.as_bytes()).unwrap();
/// let diff = errcat::diff(&catalogue, &catalogue);
/// let [unused] = diff.unused() else { panic!("one entry") };
/// assert_eq!(unused.message, "`code-removed:Busy` is accepted, but there is no such change");
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Unused {
    /// What is accepted, in one line that is safe to print.
    pub message: String,
    /// Where.
    pub location: Option<Location>,
}

/// Marks the changes that the new catalogue accepts, and returns the entries that fit none.
pub(super) fn accept(changes: &mut [Change], new: &Catalogue) -> Vec<Unused> {
    if new.accepted.is_empty() {
        return Vec::new();
    }
    let mut places: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, change) in changes.iter().enumerate() {
        places.entry(change.rule().id()).or_default().push(at);
    }
    let mut unused = Vec::new();
    for (index, acceptance) in new.accepted.iter().enumerate() {
        let candidates = places.get(&*acceptance.change).map(Vec::as_slice).unwrap_or_default();
        let fitting: Vec<_> = candidates.iter().copied().filter(|&at| fits(acceptance, &changes[at])).collect();
        if fitting.is_empty() {
            unused.push((index, message(acceptance)));
        }
        for at in fitting {
            changes[at].accepted = Some(printable(acceptance.why.trim()).into_owned());
        }
    }
    if unused.is_empty() {
        return Vec::new();
    }
    let places = Places::of(new);
    let located = unused.into_iter().map(|(index, message)| Unused { message, location: places.accepted(index) });
    located.collect()
}

fn fits(acceptance: &Acceptance, change: &Change) -> bool {
    let mut parts: Vec<_> = change.subject.iter().map(|(part, name)| (part.as_str(), &**name)).collect();
    let mut given: Vec<_> = acceptance.subject.iter().map(|(part, name)| (*part, &**name)).collect();
    parts.sort_unstable();
    given.sort_unstable();
    parts == given
}

fn message(acceptance: &Acceptance) -> String {
    let names = acceptance.subject.iter().map(|(_, name)| &**name);
    let key = [&*acceptance.change].into_iter().chain(names).collect::<Vec<_>>().join(":");
    let is_known = change_rules().any(|rule| rule.id() == acceptance.change);
    let why = if is_known { "there is no such change" } else { "there is no such kind of change" };
    printable(&format!("`{key}` is accepted, but {why}")).into_owned()
}
