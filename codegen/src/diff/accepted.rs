//! Changes that the catalogue accepts.

use std::collections::HashMap;

use super::change::{Change, key};
use super::places::Places;
use super::rules::{ChangeRule, change_rules};
use crate::catalogue::{Acceptance, Catalogue};
use crate::diagnostics::suggest::list_of;
use crate::diagnostics::{Diagnostics, Sink};
use crate::printable::printable;
use crate::rules::RuleId;
use crate::source::Span;

/// Marks the changes that the new catalogue accepts, and returns the entries that fit none.
pub(super) fn accept(changes: &mut [Change], new: &Catalogue) -> Diagnostics {
    let mut of_kinds: HashMap<_, Vec<usize>> = HashMap::new();
    if !new.accepted.is_empty() {
        for (at, change) in changes.iter().enumerate() {
            of_kinds.entry(change.rule().id()).or_default().push(at);
        }
    }
    let mut unused = Vec::new();
    for (index, acceptance) in new.accepted.iter().enumerate() {
        let of_kind = of_kinds.get(&*acceptance.change).map(Vec::as_slice).unwrap_or_default();
        let fitting: Vec<_> = of_kind.iter().copied().filter(|&at| fits(acceptance, &changes[at])).collect();
        if fitting.is_empty() {
            unused.push((index, acceptance, of_kind));
        }
        for at in fitting {
            changes[at].accepted = Some(printable(acceptance.why.trim()).into_owned());
        }
    }
    if unused.is_empty() {
        return Diagnostics::new(new.sources.clone(), Vec::new());
    }
    let (places, mut sink) = (Places::of(new), Sink::new());
    for (index, acceptance, of_kind) in unused {
        let others = of_kind.iter().filter(|&&at| changes[at].accepted.is_none()).map(|&at| changes[at].key());
        let span = places.accepted(index).unwrap_or_default();
        report(acceptance, span, &others.collect::<Vec<_>>(), &mut sink);
    }
    Diagnostics::new(new.sources.clone(), sink.into_reports())
}

fn fits(acceptance: &Acceptance, change: &Change) -> bool {
    let mut parts: Vec<_> = change.subject.iter().map(|(part, name)| (part.as_str(), &**name)).collect();
    let mut given: Vec<_> = acceptance.subject.iter().map(|(part, name)| (*part, &**name)).collect();
    parts.sort_unstable();
    given.sort_unstable();
    parts == given
}

/// Reports an entry that fits no change; `others` are the keys of the changes of its kind that nothing accepts.
fn report(acceptance: &Acceptance, span: Span, others: &[String], sink: &mut Sink) {
    let key = key(&acceptance.change, acceptance.subject.iter().map(|(_, name)| &**name));
    let is_known = change_rules().any(|rule| rule.id() == acceptance.change);
    let (why, help) = if !is_known {
        ("there is no such kind of change", sink.did_you_mean(&acceptance.change, change_rules().map(ChangeRule::id)))
    } else if others.is_empty() {
        ("there is no such change", Some("remove the entry, if the change has been released".to_owned()))
    } else {
        let listed = || format!("changes of this kind: {}", list_of(others.iter().map(String::as_str)));
        let nearest = sink.did_you_mean(&key, others.iter().map(String::as_str));
        ("there is no such change", Some(nearest.unwrap_or_else(listed)))
    };
    sink.report(RuleId::UnusedAcceptance, span, format!("`{key}` is accepted, but {why}")).help = help;
}
