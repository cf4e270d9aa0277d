//! Reading maps by their keys and scalars by their types, with a finding for all that doesn't fit.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Checker;
use super::nearest::{list_of, question};
use crate::diagnostics::{Finding, Id, Severity};
use crate::document::{Entry, Kind, Node};
use crate::source::Span;

/// The entries of a map with a fixed set of keys. An entry without a value counts as missing.
pub(super) struct Fields<'n, 't> {
    entries: Vec<(&'static str, &'n Entry<'t>)>,
    /// The map's own key, where a missing entry is shown; none for the whole document.
    owner: Option<&'n Node<'t>>,
    /// Whether it is a map with all its keys in it: what isn't lacks nothing.
    pub(super) is_map: bool,
}

impl<'n, 't> Fields<'n, 't> {
    pub(super) fn get(&self, key: &str) -> Option<&'n Node<'t>> {
        self.entries.iter().find(|(name, _)| *name == key).map(|(_, entry)| &entry.value)
    }

    /// The entry's key and value.
    pub(super) fn entry(&self, key: &str) -> Option<&'n Entry<'t>> {
        self.entries.iter().find(|(name, _)| *name == key).map(|(_, entry)| *entry)
    }
}

impl<'n, 't> Checker<'n, 't> {
    /// Adds a finding at a node.
    pub(super) fn report(&mut self, id: Id, node: &Node<'t>, message: impl Into<String>) -> &mut Finding {
        let span = self.document.span(node);
        self.report_at(id, span, message)
    }

    pub(super) fn report_at(&mut self, id: Id, span: Span, message: impl Into<String>) -> &mut Finding {
        let at = self.findings.len();
        self.findings.push(Finding {
            span,
            id,
            severity: Severity::Error,
            message: message.into(),
            help: None,
            related: None,
        });
        &mut self.findings[at]
    }

    /// Adds a finding of two places, at the later one.
    pub(super) fn report_second(&mut self, id: Id, nodes: [&Node<'t>; 2], message: impl Into<String>) -> &mut Finding {
        let mut spans = nodes.map(|node| self.document.span(node));
        spans.sort();
        let finding = self.report_at(id, spans[1], message);
        finding.related = Some((spans[0], "the first one is here"));
        finding
    }

    pub(super) fn wrong_type(&mut self, node: &Node<'t>, what: &str, expected: &str) -> &mut Finding {
        let found = node.kind.describe();
        self.report(Id::WrongType, node, format!("{what} must be {expected}, found {found}"))
    }

    /// The entries of a map whose keys are the author's, without those that can't be told by their key.
    pub(super) fn named(&mut self, node: &'n Node<'t>, what: &str) -> Vec<(Cow<'n, str>, &'n Entry<'t>)> {
        let Kind::Map(entries) = &node.kind else {
            self.wrong_type(node, what, "a map");
            return Vec::new();
        };
        let mut seen: HashMap<_, &Node<'t>> = HashMap::with_capacity(entries.len());
        let mut named = Vec::with_capacity(entries.len());
        for entry in entries {
            let Some(name) = self.document.text(&entry.key) else {
                self.wrong_type(&entry.key, "a key", "a text");
                continue;
            };
            if is_merge_key(&entry.key) {
                let help = "write the keys out: merge keys are not part of the format";
                self.report(Id::UnknownKey, &entry.key, "unknown key `<<`").help = Some(help.to_owned());
            } else if let Some(first) = seen.get(&name) {
                self.report_second(Id::DuplicateKey, [first, &entry.key], format!("`{name}` is already there"));
            } else {
                seen.insert(name.clone(), &entry.key);
                named.push((name, entry));
            }
        }
        named
    }

    /// The entries of a map that can have these keys only.
    pub(super) fn fields(
        &mut self,
        node: &'n Node<'t>,
        owner: Option<&'n Node<'t>>,
        what: &str,
        known: &[&'static str],
    ) -> Fields<'n, 't> {
        let mut entries = Vec::new();
        let mut misspelt = Vec::new();
        let has_merge =
            matches!(&node.kind, Kind::Map(entries) if entries.iter().any(|entry| is_merge_key(&entry.key)));
        for (name, entry) in self.named(node, what) {
            if let Some(&key) = known.iter().find(|&&key| key == name) {
                entries.push((key, entry));
                continue;
            }
            let meant = self.nearest(&name, known.iter().copied());
            let help = meant.map_or_else(|| format!("{what} can have: {}", known.join(", ")), question);
            self.report(Id::UnknownKey, &entry.key, format!("unknown key `{name}` in {what}")).help = Some(help);
            misspelt.extend(known.iter().find(|&&key| Some(key) == meant).map(|&key| (key, entry)));
        }
        // A misspelt key is read as what it was meant for, so that one slip is one finding; the right one comes first.
        entries.append(&mut misspelt);
        entries.retain(|(_, entry)| !self.is_missing(&entry.value));
        Fields { entries, owner, is_map: matches!(node.kind, Kind::Map(_)) && !has_merge }
    }

    /// An empty plain scalar counts as missing.
    pub(super) fn is_missing(&self, node: &Node<'t>) -> bool {
        matches!(node.kind, Kind::Null) && self.document.text(node).is_none_or(|text| text.is_empty())
    }

    pub(super) fn require(&mut self, fields: &Fields<'n, 't>, key: &str, what: &str) -> Option<&'n Node<'t>> {
        let value = fields.get(key);
        if value.is_none() && fields.is_map {
            let message = format!("{what} lacks `{key}`");
            match fields.owner {
                Some(owner) => self.report(Id::MissingKey, owner, message),
                None => self.report_at(Id::MissingKey, Span::at(0), message),
            };
        }
        value
    }

    /// The text of a scalar, of whatever type YAML takes it for.
    pub(super) fn text(&mut self, node: &'n Node<'t>, what: &str) -> Option<Cow<'n, str>> {
        let text = self.document.text(node);
        if text.is_none() {
            // `{{.name}}` at the beginning, most likely.
            let is_flow = self.document.line_from(node).starts_with(['{', '[']);
            let help = is_flow.then(|| "put the text in quotes: without them YAML reads a map or a list".to_owned());
            self.wrong_type(node, what, "a text").help = help;
        }
        text
    }

    /// The text of an optional entry, if there is one and it says something.
    pub(super) fn optional_text(&mut self, fields: &Fields<'n, 't>, key: &str) -> Option<String> {
        let text = fields.get(key).and_then(|node| self.text(node, &format!("`{key}`")));
        text.filter(|text| !text.is_empty()).map(Cow::into_owned)
    }

    pub(super) fn boolean(&mut self, node: &'n Node<'t>, what: &str) -> Option<bool> {
        if let Kind::Bool(value) = node.kind {
            return Some(value);
        }
        self.wrong_type(node, what, "true or false");
        None
    }

    /// The nodes of a list.
    pub(super) fn list(&mut self, node: &'n Node<'t>, what: &str) -> &'n [Node<'t>] {
        if let Kind::List(nodes) = &node.kind {
            return nodes;
        }
        self.wrong_type(node, what, "a list").help = Some("write `[a, b]`".to_owned());
        &[]
    }

    /// One of some words.
    pub(super) fn word<T: Copy>(&mut self, node: &'n Node<'t>, what: &str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(node, what)?;
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == text) {
            return Some(*value);
        }
        let list = list_of(words.iter().map(|(word, _)| *word));
        let help = self.did_you_mean(&text, words.iter().map(|(word, _)| *word));
        self.report(Id::WrongType, node, format!("{what} must be one of {list}, found `{text}`")).help = help;
        None
    }
}

fn is_merge_key(key: &Node<'_>) -> bool {
    matches!(&key.kind, Kind::Text(text) if text == "<<")
}
