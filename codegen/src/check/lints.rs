//! What is allowed and yet most likely not meant. A catalogue sets the levels, and a code can switch a lint off.

use std::collections::{HashMap, HashSet};

use super::Checker;
use super::codes::Draft;
use super::declarations::{Declared, Params};
use super::nearest::is_one_edit_away;
use crate::catalogue::ParamId;
use crate::diagnostics::{Finding, Id, Severity};
use crate::document::Node;
use crate::load::Document;
use crate::render::rust::names::variant;
use crate::source::Span;

/// What becomes of a lint's findings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    Allow,
    Warn,
    Deny,
}

const LEVELS: &[(&str, Level)] = &[("allow", Level::Allow), ("warn", Level::Warn), ("deny", Level::Deny)];

/// An HTTP status from here on says that something went wrong.
const FIRST_ERROR_STATUS: u16 = 400;

impl<'n, 't> Checker<'n, 't> {
    /// The levels of lints.
    pub(super) fn levels(&mut self, node: &'n Node<'t>) {
        for (name, entry) in self.named(node, "`lints`") {
            let lint = self.lint_name(&entry.key, &name);
            let level = self.word(&entry.value, "a lint's level", LEVELS);
            self.levels.extend(lint.zip(level));
        }
    }

    pub(super) fn lint_name(&mut self, node: &'n Node<'t>, name: &str) -> Option<Id> {
        let lint = Id::LINTS.iter().find(|lint| lint.as_str() == name);
        if lint.is_none() {
            let names = || Id::LINTS.iter().map(|lint| lint.as_str());
            let help = self.did_you_mean(name, names());
            let help = help.unwrap_or_else(|| format!("the lints are: {}", names().collect::<Vec<_>>().join(", ")));
            self.report(Id::UnknownLint, node, format!("there is no lint `{name}`")).help = Some(help);
        }
        lint.copied()
    }

    /// A lint that a code can switch off.
    pub(super) fn lint_of_code(&mut self, node: &'n Node<'t>, name: &str) -> Option<Id> {
        let lint = self.lint_name(node, name)?;
        if [Id::UnusedParam, Id::UnusedAttribute].contains(&lint) {
            let finding = self.report(Id::UnknownLint, node, format!("`{name}` is not about a code"));
            finding.help = Some(format!("set its level for the catalogue: `lints: {{{name}: allow}}`"));
            return None;
        }
        Some(lint)
    }

    /// Looks at the catalogue as a whole, mistakes in it or not.
    pub(super) fn lint(&mut self, drafts: &[Draft<'n, 't>], params: &Params<'n, 't>, attributes: &[Declared<'n, 't>]) {
        for draft in drafts {
            self.lint_message(draft);
            self.lint_description(draft);
            self.lint_status(draft);
        }
        self.lint_similar_codes(drafts);
        if drafts.is_empty() {
            return;
        }
        for (index, declared) in attributes.iter().enumerate() {
            // Without a default every code has to give it.
            if declared.attribute.default.is_some()
                && drafts.iter().all(|draft| !draft.given_attributes.contains(&index))
            {
                let message = format!("no code gives the attribute `{}`", declared.attribute.name);
                self.warn(Id::UnusedAttribute, &[], |document| document.span(declared.key), message);
            }
        }
        if drafts.iter().any(|draft| !draft.are_params_readable) {
            // What such a code would use, nobody knows.
            return;
        }
        let used: HashSet<_> = drafts.iter().flat_map(|draft| &draft.code.params).collect();
        for (index, key) in params.keys.iter().enumerate().filter(|(index, _)| !used.contains(&ParamId::new(*index))) {
            let message = format!("no code uses the param `{}`", params.list[index].name);
            self.warn(Id::UnusedParam, &[], |document| document.span(key), message);
        }
    }

    /// Adds the finding of a lint, unless the lint is off. The place is looked up only then.
    fn warn(
        &mut self,
        id: Id,
        allowed: &[Id],
        span: impl FnOnce(&Document<'t>) -> Span,
        message: String,
    ) -> Option<&mut Finding> {
        let severity = match self.levels.get(&id).copied().unwrap_or(Level::Warn) {
            Level::Allow => return None,
            Level::Warn => Severity::Warning,
            Level::Deny => Severity::Error,
        };
        if allowed.contains(&id) {
            return None;
        }
        let span = span(self.document);
        let finding = self.report_at(id, span, message);
        finding.severity = severity;
        Some(finding)
    }

    /// As the Rust API guidelines want messages (C-GOOD-ERR): lower case first, no full stop at the end.
    fn lint_message(&mut self, draft: &Draft<'n, 't>) {
        let Some(node) = draft.message else { return };
        let message = draft.code.message.as_str().trim_end();
        let mut chars = message.chars();
        // `ID` and `I/O` are written so.
        let is_word = |second: char| second.is_lowercase() || second.is_whitespace();
        let capital = chars.next().filter(|first| first.is_uppercase() && chars.next().is_some_and(is_word));
        let capital =
            capital.map(|first| (0..first.len_utf8(), "a message starts in lower case, to stand behind other text"));
        let has_stop = message.ends_with('.') && !message.ends_with("..");
        let stop = has_stop.then(|| (message.len() - 1..message.len(), "a message has no full stop at its end"));
        for (part, problem) in capital.into_iter().chain(stop) {
            let span = |document: &Document<'t>| document.spans_of(node, &[part])[0];
            if let Some(finding) = self.warn(Id::MessageStyle, &draft.allow, span, problem.to_owned()) {
                finding.help = Some("`allow: [message-style]` on the code keeps it as it is".to_owned());
            }
        }
        if draft.code.message.as_str().ends_with('\n') {
            let problem = "a message has no line break at its end".to_owned();
            let span = |document: &Document<'t>| document.span(node);
            if let Some(finding) = self.warn(Id::MessageStyle, &draft.allow, span, problem) {
                finding.help = Some("write `|-` or `>-` instead of `|` or `>`".to_owned());
            }
        }
    }

    fn lint_description(&mut self, draft: &Draft<'n, 't>) {
        let is_unreadable = draft.description.is_some_and(|node| self.document.text(node).is_none());
        if draft.is_map && !is_unreadable && draft.code.description.as_deref().unwrap_or_default().trim().is_empty() {
            let message = format!("`{}` has no description", draft.code.name);
            let span = |document: &Document<'t>| document.span(draft.key);
            if let Some(finding) = self.warn(Id::MissingDescription, &draft.allow, span, message) {
                finding.help = Some("say what it means and what the caller can do".to_owned());
            }
        }
    }

    fn lint_status(&mut self, draft: &Draft<'n, 't>) {
        let status = draft.code.http_status;
        // 0 is no status: that has been told.
        if let Some(node) = draft.http_status.filter(|_| status > 0 && status < FIRST_ERROR_STATUS) {
            let message = format!("the HTTP status {status} is not that of an error");
            self.warn(Id::StatusNotAnError, &draft.allow, |document| document.span(node), message);
        }
    }

    /// Names that differ in one letter, and equal messages: a slip, or two codes for one error.
    fn lint_similar_codes(&mut self, drafts: &[Draft<'n, 't>]) {
        if self.levels.get(&Id::SimilarCodes) == Some(&Level::Allow) {
            return;
        }
        let names: Vec<_> = drafts.iter().map(|draft| &*draft.code.name).collect();
        let similar_name = earlier_neighbours(&names);
        let mut messages = HashMap::with_capacity(drafts.len());
        for (index, draft) in drafts.iter().enumerate() {
            let has_message = draft.message.is_some() && !draft.code.message.as_str().is_empty();
            let same_message = if has_message { messages.insert(draft.code.message.as_str(), index) } else { None };
            // Names that come out the same in Rust are told as that.
            let is_other = |first: &&usize| variant(&drafts[**first].code) != variant(&draft.code);
            let similar = similar_name.get(&index).filter(is_other);
            let (first, message) = match (similar, same_message) {
                (Some(&first), _) => {
                    (first, format!("`{}` and `{}` differ in one letter", drafts[first].code.name, draft.code.name))
                }
                (None, Some(first)) => {
                    (first, format!("`{}` has the message of `{}`", draft.code.name, drafts[first].code.name))
                }
                (None, None) => continue,
            };
            let (document, first) = (self.document, drafts[first].key);
            let span = |document: &Document<'t>| document.span(draft.key);
            if let Some(finding) = self.warn(Id::SimilarCodes, &draft.allow, span, message) {
                finding.related = Some((document.span(first), "the other one"));
            }
        }
    }
}

/// For each name that is one edit away from an earlier one, that one. Names that differ in a digit are numbered.
///
/// Two such names are equal once the right character is left out of one or both: only names with a hash in common are
/// compared.
fn earlier_neighbours(names: &[&str]) -> HashMap<usize, usize> {
    let mut hashes: Vec<(u64, usize)> = Vec::new();
    for (index, name) in names.iter().enumerate() {
        hashes.extend(hashes_of(name.as_bytes()).map(|hash| (hash, index)));
    }
    hashes.sort_unstable();
    // Leaving out one or the other of two equal letters gives the same.
    hashes.dedup();
    let mut neighbours = HashMap::new();
    for group in hashes.chunk_by(|a, b| a.0 == b.0) {
        for (at, &(_, second)) in group.iter().enumerate() {
            let first = group[..at]
                .iter()
                .map(|&(_, first)| first)
                .find(|&first| is_one_edit_away(names[first], names[second]));
            if let Some(first) = first {
                let known = neighbours.entry(second).or_insert(first);
                *known = first.min(*known);
            }
        }
    }
    neighbours
}

/// The hash of a name, and of the name without each one of its bytes.
fn hashes_of(name: &[u8]) -> impl Iterator<Item = u64> {
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    let step = |hash: u64, byte: &u8| hash.wrapping_mul(BASE).wrapping_add(u64::from(*byte) + 1);
    let whole = name.iter().fold(0, step);
    // Without the byte at `at`: the hash of what is before it, shifted by what is behind it.
    let mut power = 1_u64;
    let mut behind = 0_u64;
    let mut before = whole;
    let inverse = inverse(BASE);
    let without = name.iter().rev().map(move |&byte| {
        before = before.wrapping_sub(u64::from(byte) + 1).wrapping_mul(inverse);
        let hash = before.wrapping_mul(power).wrapping_add(behind);
        behind = behind.wrapping_add((u64::from(byte) + 1).wrapping_mul(power));
        power = power.wrapping_mul(BASE);
        hash
    });
    std::iter::once(whole).chain(without)
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
        let names =
            ["UserCancelled", "UserCanceled", "TaskFound", "TaskFounds", "TaskBound", "Error1", "Error2", "Ab", "Ba"];
        assert_eq!(earlier_neighbours(&names), HashMap::from([(1, 0), (3, 2), (4, 2)]));
    }
}
