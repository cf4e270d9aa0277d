//! Text to [`Document`]: the only room that knows YAML.

mod places;
mod tree;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use serde::Deserialize;
use serde::de::DeserializeSeed;

use crate::diagnostics::Id;
use crate::document::{Kind, Node, NodeId};
use crate::source::{Source, Span};
use tree::{Budget, NodeSeed};

/// A YAML document and the text it was read from.
pub(crate) struct Document<'t> {
    pub(crate) source: &'t Source,
    pub(crate) root: Node<'t>,
    starts: OnceCell<Vec<usize>>,
}

/// Why a text could not be read at all.
pub(crate) struct Unreadable {
    pub(crate) id: Id,
    pub(crate) message: String,
    pub(crate) span: Span,
}

/// Reads the one document of a YAML text.
pub(crate) fn load(source: &Source) -> Result<Document<'_>, Unreadable> {
    let whole = |id, message: String| Unreadable { id, message, span: Span::at(0) };
    if source.text().len() > MAX_BYTES {
        return Err(whole(
            Id::TooLarge,
            format!("a catalogue can have {MAX_BYTES} bytes, this one has {}", source.text().len()),
        ));
    }
    let mut budget = Budget::new();
    let mut documents = serde_yaml::Deserializer::from_str(source.text());
    let mut root = None;
    if let Some(document) = documents.next() {
        let read = NodeSeed(&mut budget).deserialize(document);
        root = Some(read.map_err(|error| unreadable(source, &error, &budget))?);
    }
    if let Some(second) = documents.next() {
        // A place in the second document is that of its error: ask for what no node can be.
        let error = <()>::deserialize(second).err();
        return Err(Unreadable {
            id: Id::YamlSyntax,
            message: "a catalogue is one YAML document, here a second one starts".into(),
            span: Span::at(error.as_ref().map_or(0, |error| start_of(source, error))),
        });
    }
    let root = root.unwrap_or(Node { id: 0, kind: Kind::Null });
    Ok(Document { source, root, starts: OnceCell::new() })
}

impl<'t> Document<'t> {
    /// The text of a scalar as it was written; `None` for a list, a map and a tagged value.
    pub(crate) fn text<'n>(&'n self, node: &'n Node<'t>) -> Option<Cow<'n, str>> {
        match &node.kind {
            Kind::Text(text) => Some(Cow::Borrowed(text)),
            Kind::List(_) | Kind::Map(_) | Kind::Tagged => None,
            // An empty scalar has no place of its own: what stands there is something else.
            Kind::Null => {
                Some(Cow::Borrowed(Some(self.plain_scalar(node)).filter(|text| is_null(text)).unwrap_or_default()))
            }
            Kind::Bool(_) | Kind::Unsigned(_) | Kind::Integer(_) | Kind::Float => {
                Some(Cow::Borrowed(self.plain_scalar(node)))
            }
        }
    }

    fn plain_scalar(&self, node: &Node<'t>) -> &str {
        places::plain_scalar(self.source.text(), self.start(node.id))
    }

    /// What a node covers of the source: a scalar whole, a list or a map at its start.
    pub(crate) fn span(&self, node: &Node<'t>) -> Span {
        let start = self.start(node.id);
        let rest = &self.source.text()[start..];
        let len = match &node.kind {
            Kind::Text(text) if rest.starts_with(&**text) => text.len(),
            Kind::Null => self.text(node).map_or(0, |text| text.len()),
            Kind::Bool(_) | Kind::Unsigned(_) | Kind::Integer(_) | Kind::Float => self.plain_scalar(node).len(),
            Kind::List(_) | Kind::Map(_) => 1,
            Kind::Text(_) | Kind::Tagged => places::scalar_len(self.source.text(), start),
        };
        Span { start, end: start + len }
    }

    /// What a part of a text node covers of the source; the whole node where escapes or folding hide the part.
    pub(crate) fn span_within(&self, node: &Node<'t>, part: Range<usize>) -> Span {
        let whole = self.span(node);
        let Kind::Text(text) = &node.kind else { return whole };
        let wanted = &text[part.clone()];
        let earlier = text[..part.start].matches(wanted).count();
        let found = self.source.text()[whole.start..].match_indices(wanted).nth(earlier);
        found.map_or(whole, |(at, _)| Span { start: whole.start + at, end: whole.start + at + wanted.len() })
    }

    /// The source from a node to the end of its line.
    pub(crate) fn line_from(&self, node: &Node<'t>) -> &'t str {
        self.source.text()[self.start(node.id)..].lines().next().unwrap_or_default()
    }

    fn start(&self, node: NodeId) -> usize {
        let starts = self.starts.get_or_init(|| places::starts(self.source.text()));
        starts.get(node).copied().unwrap_or_default()
    }
}

fn is_null(text: &str) -> bool {
    matches!(text, "~" | "null" | "Null" | "NULL")
}

const MAX_BYTES: usize = 64 << 20;

fn unreadable(source: &Source, error: &serde_yaml::Error, budget: &Budget) -> Unreadable {
    let span = Span::at(start_of(source, error));
    if let Some(message) = budget.exceeded() {
        return Unreadable { id: Id::TooLarge, message, span };
    }
    let text = error.to_string();
    let id = if text.starts_with("recursion limit") || text.starts_with("repetition limit") {
        Id::TooLarge
    } else {
        Id::YamlSyntax
    };
    // The place is shown apart from the message.
    let place = error.location().map(|place| format!(" at line {} column {}", place.line(), place.column()));
    let message = place.map_or(text.clone(), |place| text.replacen(&place, "", 1));
    Unreadable { id, message, span }
}

fn start_of(source: &Source, error: &serde_yaml::Error) -> usize {
    let index = error.location().map_or(0, |location| location.index());
    source.floor(index)
}
