//! Where in its files a catalogue says something.
//!
//! The places are looked for in the texts once more, only if there are changes: a catalogue doesn't keep spans.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::catalogue::Catalogue;
use crate::diagnostics::Sink;
use crate::format::{accepted, root};
use crate::source::{Location, SourceMap, Span};
use crate::yaml::{self, Node};

/// The way to something in a catalogue: keys, then perhaps an element of a list.
pub(super) type Path<'p> = &'p [&'p str];

pub(super) struct Places<'c> {
    sources: &'c SourceMap,
    documents: Vec<Node<'c>>,
    /// For each name under `codes`, the document and the position in it.
    codes: HashMap<String, (usize, usize)>,
}

impl<'c> Places<'c> {
    pub(super) fn of(catalogue: &'c Catalogue) -> Self {
        let sources = &catalogue.sources;
        let documents: Vec<_> = sources.ids().filter_map(|file| yaml::parse(sources, file, &mut Sink::new())).collect();
        let mut codes = HashMap::new();
        for (document, node) in documents.iter().enumerate() {
            let entries = node.get(root::CODES.name()).map(Node::entries).unwrap_or_default();
            for (at, code) in entries.iter().enumerate() {
                code.key.text().map(|name| codes.entry(name.to_string()).or_insert((document, at)));
            }
        }
        Self { sources, documents, codes }
    }

    /// Where this is, or else what it would be in; `None` if that isn't there either.
    pub(super) fn location(&self, path: Path<'_>) -> Option<Location> {
        self.span(path).map(|span| self.sources.location(span))
    }

    /// The same, or else the start of the catalogue.
    pub(super) fn nearest(&self, path: Path<'_>) -> Option<Location> {
        let start = || self.sources.ids().next().map(|file| Span::at(file, 0));
        self.span(path).or_else(start).map(|span| self.sources.location(span))
    }

    /// Where the catalogue names the change that it accepts.
    pub(super) fn accepted(&self, index: usize) -> Option<Span> {
        let lists = self.documents.iter().filter_map(|document| document.get(root::ACCEPTED.name()));
        let entry = lists.flat_map(Node::elements).nth(index)?;
        Some(entry.get(accepted::CHANGE.name()).unwrap_or(entry).span)
    }

    fn span(&self, path: Path<'_>) -> Option<Span> {
        if let [section, name, rest @ ..] = path
            && *section == root::CODES.name()
            && let Some(&(document, at)) = self.codes.get(*name)
        {
            let code = self.documents[document].get(section)?.entries().get(at)?;
            return Some(deepest(&code.value, rest).map_or(code.key.span, |(_, span)| span));
        }
        let found = self.documents.iter().filter_map(|document| deepest(document, path));
        found.max_by_key(|(depth, span)| (*depth, Reverse(*span))).map(|(_, span)| span)
    }
}

/// How much of a path there is, and the span of the last of it.
fn deepest(node: &Node<'_>, path: Path<'_>) -> Option<(usize, Span)> {
    let (first, rest) = path.split_first()?;
    if let Some(found) = node.entry(first) {
        return Some(deepest(&found.value, rest).map_or((1, found.key.span), |(depth, span)| (depth + 1, span)));
    }
    let element = node.elements().iter().find(|element| element.text().is_some_and(|text| text == first))?;
    Some((1, element.span))
}
