//! Text to [`Document`]: the only room that knows YAML.

mod limits;
mod probe;
mod scalars;
mod starts;
mod tree;

use std::borrow::Cow;
use std::cell::OnceCell;

use serde::de::DeserializeSeed;

use crate::diagnostics::Id;
use crate::document::{Kind, Node, NodeId};
use crate::source::{Source, Span};
use probe::Probe;
use starts::Starts;
use tree::{NodeSeed, Reader};

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
    pub(crate) help: Option<String>,
}

/// Reads the one document of a YAML text.
pub(crate) fn load(source: &Source) -> Result<Document<'_>, Unreadable> {
    let refused = |id, message, at| Unreadable { id, message, span: Span::at(at), help: None };
    if let Some(message) = limits::exceeded(source.text()) {
        return Err(refused(Id::TooLarge, message, 0));
    }
    let mut reader = Reader::new(None);
    let mut documents = serde_yaml::Deserializer::from_str(source.text());
    let root = match documents.next() {
        Some(document) => NodeSeed(&mut reader).deserialize(document),
        None => Ok(Node { id: 0, kind: Kind::Null }),
    };
    let root = root.map_err(|error| match reader.exceeded() {
        Some(message) => refused(Id::TooLarge, message, place_of(source, &error)),
        None => unreadable(source, &error),
    })?;
    if let Some(second) = documents.next() {
        let Err(error) = Probe.deserialize(second);
        if !is_at_limit(&error) {
            return Err(unreadable(source, &error));
        }
        let message = "a catalogue is one YAML document, here a second one starts".to_owned();
        return Err(refused(Id::YamlSyntax, message, place_of(source, &error)));
    }
    let document = Document { source, root, starts: OnceCell::new() };
    // The parser confuses anchors when a name is used twice, so such a text is not to be trusted.
    let has_aliases = has_mark(source.text(), '&') && has_mark(source.text(), '*');
    if let Some(at) = if has_aliases { document.locate().second_anchor() } else { None } {
        let mut unreadable = refused(Id::YamlSyntax, "an anchor with this name is already there".to_owned(), at);
        unreadable.help = Some("give each anchor its own name".to_owned());
        return Err(unreadable);
    }
    Ok(document)
}

impl<'t> Document<'t> {
    /// The text of a scalar as it was written; `None` for a list, a map and a tagged value.
    pub(crate) fn text<'n>(&'n self, node: &'n Node<'t>) -> Option<Cow<'n, str>> {
        match &node.kind {
            Kind::Text(text) => Some(Cow::Borrowed(text)),
            Kind::List(_) | Kind::Map(_) | Kind::Tagged => None,
            // An empty scalar has no place of its own: what stands there is something else.
            Kind::Null => Some(Cow::Borrowed(Some(self.plain(node)).filter(|text| is_null(text)).unwrap_or_default())),
            Kind::Bool(_) | Kind::Unsigned(_) | Kind::Integer(_) | Kind::Float => Some(Cow::Borrowed(self.plain(node))),
        }
    }

    fn plain(&self, node: &Node<'t>) -> &'t str {
        scalars::plain(self.from(node))
    }

    /// What a node covers of the source: a scalar whole, a list or a map at its start.
    pub(crate) fn span(&self, node: &Node<'t>) -> Span {
        let (start, written) = (self.start(node.id), self.from(node));
        let len = match &node.kind {
            Kind::Text(text) if written.starts_with(&**text) => text.len(),
            Kind::Null => self.text(node).map_or(0, |text| text.len()),
            Kind::List(_) | Kind::Map(_) => written.chars().next().map_or(0, char::len_utf8),
            Kind::Bool(_) | Kind::Unsigned(_) | Kind::Integer(_) | Kind::Float if !written.starts_with(['"', '\'']) => {
                self.plain(node).len()
            }
            _ => scalars::len(written),
        };
        Span { start, end: start + len }
    }

    /// Where the `{{` of a text node are in the source, in order, as far as escapes don't hide them.
    pub(crate) fn openings(&self, node: &Node<'t>) -> Vec<usize> {
        let start = self.start(node.id);
        self.written(node).match_indices("{{").map(|(at, _)| start + at).collect()
    }

    /// A part of a text node that is expected at an offset; the whole node if it isn't there.
    pub(crate) fn span_at(&self, node: &Node<'t>, at: Option<usize>, part: &str) -> Span {
        match at {
            Some(start) if self.source.text()[start..].starts_with(part) => Span { start, end: start + part.len() },
            _ => self.span(node),
        }
    }

    /// The first or the last place of a character in how a node is written.
    pub(crate) fn span_of_char(&self, node: &Node<'t>, char: char, last: bool) -> Span {
        let whole = self.span(node);
        let is_block = self.from(node).starts_with(['|', '>']);
        let written = if is_block { self.written(node) } else { &self.source.text()[whole.start..whole.end] };
        let at = if last { written.rfind(char) } else { written.find(char) };
        at.map_or(whole, |at| Span { start: whole.start + at, end: whole.start + at + char.len_utf8() })
    }

    /// The source from a node to the end of its line.
    pub(crate) fn line_from(&self, node: &Node<'t>) -> &'t str {
        self.from(node).lines().next().unwrap_or_default()
    }

    /// The source from a node to the next one. Nodes are in the order of the text, but for aliases.
    fn written(&self, node: &Node<'t>) -> &'t str {
        let (start, rest) = (self.start(node.id), self.from(node));
        let next = self.starts().get(node.id + 1).filter(|next| **next > start);
        &rest[..next.map_or(rest.len(), |next| next - start)]
    }

    fn from(&self, node: &Node<'t>) -> &'t str {
        &self.source.text()[self.start(node.id)..]
    }

    fn start(&self, node: NodeId) -> usize {
        self.starts().get(node).copied().unwrap_or_default()
    }

    fn starts(&self) -> &[usize] {
        self.starts.get_or_init(|| self.locate().into_offsets())
    }

    /// The second read, for the places: only when one is asked for.
    fn locate(&self) -> Starts<'t> {
        let mut reader = Reader::new(Some(Starts::new(self.source.text())));
        if let Some(document) = serde_yaml::Deserializer::from_str(self.source.text()).next() {
            // What could be read once can be read again.
            let _ = NodeSeed(&mut reader).deserialize(document);
        }
        reader.starts.unwrap_or_else(|| Starts::new(self.source.text()))
    }
}

/// Whether a text may have an anchor (`&name`) or an alias (`*name`).
fn has_mark(text: &str, mark: char) -> bool {
    text.match_indices(mark).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || "[{,:".contains(c));
        before && text[at + 1..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    })
}

fn is_null(text: &str) -> bool {
    matches!(text, "~" | "null" | "Null" | "NULL")
}

fn unreadable(source: &Source, error: &serde_yaml::Error) -> Unreadable {
    let text = error.to_string();
    let at = place_of(source, error);
    if is_at_limit(error) {
        let message =
            if text.starts_with("rec") { "lists and maps are nested too deeply" } else { "aliases stand for too much" };
        return Unreadable { id: Id::TooLarge, message: message.to_owned(), span: Span::at(at), help: None };
    }
    // The place is shown apart from the message; what the parser was at is there once more.
    let message = text.split_once(" at line ").or_else(|| text.split_once(" at position "));
    let message = message.map_or(&*text, |(message, _)| message).to_owned();
    let line = source.line_at(at);
    let is_bare_template = line.contains(": {{") || line.contains("- {{");
    let help = is_bare_template.then(|| "a value that starts with `{{` needs quotes".to_owned());
    Unreadable { id: Id::YamlSyntax, message, span: Span::at(at), help }
}

/// Whether an error is one of the parser's limits, of nesting or of repeating aliases.
fn is_at_limit(error: &serde_yaml::Error) -> bool {
    let text = error.to_string();
    text.starts_with("recursion limit") || text.starts_with("repetition limit")
}

fn place_of(source: &Source, error: &serde_yaml::Error) -> usize {
    // An error of the character reader has a position in its text only.
    let text = error.to_string();
    let position = text
        .split_once(" at position ")
        .and_then(|(_, at)| at.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok());
    source.floor(position.or(error.location().map(|place| place.index())).unwrap_or_default())
}
