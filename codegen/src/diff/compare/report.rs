//! A change as it is reported, before its places are known.

use crate::catalogue::CodeId;
use crate::diff::change::{Change, Part};
use crate::diff::places::Places;
use crate::diff::rules::Breaks;
use crate::diff::rust_api::Item;
use crate::diff::table::RuleId;
use crate::printable::printable;

#[derive(Debug)]
pub(super) struct Found {
    rule: RuleId,
    subject: Vec<(Part, String)>,
    message: String,
    breaks: Vec<Breaks>,
    /// What the new Rust no longer has because of it.
    pub(super) items: Vec<usize>,
    codes: [Option<CodeId>; 2],
    /// The ways to what each catalogue says, if it says something.
    paths: [Option<Vec<String>>; 2],
}

impl Found {
    pub(super) fn new(rule: RuleId, message: impl Into<String>) -> Self {
        Self {
            rule,
            subject: Vec::new(),
            message: message.into(),
            breaks: Vec::new(),
            items: Vec::new(),
            codes: [None; 2],
            paths: [None, None],
        }
    }

    pub(super) fn about(mut self, part: Part, name: impl Into<String>) -> Self {
        self.subject.push((part, name.into()));
        self
    }

    pub(super) fn breaking(mut self, breaks: Breaks) -> Self {
        self.breaks.push(breaks);
        self
    }

    pub(super) fn breaking_if(self, is_broken: bool, breaks: Breaks) -> Self {
        if is_broken { self.breaking(breaks) } else { self }
    }

    /// Breaks Rust, if items are lost.
    pub(super) fn losing(mut self, items: Vec<usize>) -> Self {
        self.items.extend(items);
        let breaks_rust = !self.items.is_empty() && !self.breaks.contains(&Breaks::RustApi);
        self.breaking_if(breaks_rust, Breaks::RustApi)
    }

    pub(super) fn of_codes(mut self, old: Option<CodeId>, new: Option<CodeId>) -> Self {
        self.codes = [old, new];
        self
    }

    pub(super) fn before(mut self, path: &[&str]) -> Self {
        self.paths[0] = Some(path.iter().map(|&key| key.to_owned()).collect());
        self
    }

    pub(super) fn now(mut self, path: &[&str]) -> Self {
        self.paths[1] = Some(path.iter().map(|&key| key.to_owned()).collect());
        self
    }

    pub(super) fn into_change(mut self, items: &[Item], places: &[Places<'_>; 2]) -> Change {
        self.breaks.sort();
        debug_assert!(self.breaks.iter().all(|breaks| self.rule.rule().breaks().contains(breaks)), "{self:?}");
        let locate = |places: &Places<'_>, path: &[String]| {
            places.location(&path.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let [old, new] = [0, 1].map(|side| self.paths[side].as_ref().and_then(|path| locate(&places[side], path)));
        let path = self.paths[1].as_ref().or(self.paths[0].as_ref());
        let nearest = path.and_then(|path| places[1].nearest(&path.iter().map(String::as_str).collect::<Vec<_>>()));
        Change {
            rule: self.rule,
            subject: self.subject,
            message: printable(&self.message).into_owned(),
            breaks: self.breaks,
            accepted: None,
            old,
            new,
            nearest,
            programs: self.items.iter().map(|&item| items[item].program.clone()).collect(),
            codes: self.codes,
        }
    }
}
