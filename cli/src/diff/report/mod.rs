//! Changes in the formats for people and for programs.

mod github;
mod human;
mod json;
mod junit;
mod markdown;

use errcat::{Breaks, Bump, Change, Diff};

/// The changes that break the same thing most, or that break nothing and need the same bump.
struct Section<'d> {
    title: &'static str,
    changes: Vec<&'d Change>,
}

const ACCEPTED: &str = "Accepted";

/// All changes, the worst first, each once.
fn sections<'d>(diff: &'d Diff<'_>) -> Vec<Section<'d>> {
    type Belongs = fn(&Change) -> bool;
    fn worst(change: &Change) -> Option<Breaks> {
        change.breaks().first().copied()
    }
    let sections: [(&str, Belongs); 7] = [
        ("Breaks Rust", |change| worst(change) == Some(Breaks::RustApi)),
        ("Breaks the wire", |change| worst(change) == Some(Breaks::Wire)),
        ("Changes behaviour", |change| worst(change) == Some(Breaks::Behaviour)),
        ("Breaks nothing yet", |change| worst(change).is_none() && change.bump() != Bump::Minor),
        ("Adds", |change| worst(change).is_none() && change.bump() == Bump::Minor),
        ("Changes texts", |change| worst(change) == Some(Breaks::Text)),
        (ACCEPTED, |_| true),
    ];
    let sections = sections.into_iter().map(|(title, belongs)| {
        let is_here = |change: &&Change| belongs(change) && change.accepted().is_some() == (title == ACCEPTED);
        Section { title, changes: diff.changes().iter().filter(is_here).collect() }
    });
    sections.filter(|section| !section.changes.is_empty()).collect()
}

/// What a change breaks besides the title of its section, in words.
fn also_breaks(change: &Change) -> String {
    let others = change.breaks().iter().skip(1).filter(|breaks| **breaks != Breaks::Text);
    let others: Vec<_> = others.map(|breaks| breaks.as_str()).collect();
    if others.is_empty() { String::new() } else { format!(" (also {})", others.join(", ")) }
}
