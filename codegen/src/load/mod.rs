//! Text to [`Document`]: the only room that knows YAML.

pub(crate) mod limits;
mod probe;
mod scalars;
mod starts;
mod tree;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use serde::de::DeserializeSeed;

use crate::diagnostics::Id;
use crate::document::{Kind, Node, NodeId};
use crate::source::{Source, Span};
use probe::{Deep, Probe};
use starts::Starts;
use tree::{NodeSeed, Reader};

/// A YAML document and the text it was read from.
pub(crate) struct Document<'t> {
    pub(crate) source: &'t Source,
    pub(crate) root: Node<'t>,
    depth: usize,
    starts: OnceCell<Vec<usize>>,
}

/// Why a text could not be read at all.
pub(crate) struct Unreadable {
    pub(crate) id: Id,
    pub(crate) message: String,
    pub(crate) span: Span,
    pub(crate) help: Option<String>,
}

impl Unreadable {
    fn new(id: Id, at: usize, message: impl Into<String>) -> Self {
        Self { id, message: message.into(), span: Span::at(at), help: None }
    }

    fn with_help(self, help: &str) -> Self {
        Self { help: Some(help.to_owned()), ..self }
    }
}

/// Reads the one document of a YAML text.
pub(crate) fn load(source: &Source) -> Result<Document<'_>, Unreadable> {
    refuse_text(source)?;
    let mut reader = Reader::new(source.text(), None);
    let mut documents = serde_yaml::Deserializer::from_str(source.text());
    let root = match documents.next() {
        Some(document) => NodeSeed(&mut reader).deserialize(document),
        None => Ok(Node { id: 0, kind: Kind::Null }),
    };
    let root = root.map_err(|error| match reader.exceeded() {
        Some(message) => Unreadable::new(Id::TooLarge, place_of(source, &error), message),
        None => unreadable(source, &error),
    })?;
    if let Some(second) = documents.next() {
        let Err(error) = Probe.deserialize(second);
        return Err(if is_at_limit(&error) {
            let message = "a catalogue is one YAML document, here a second one starts";
            Unreadable::new(Id::YamlSyntax, place_of(source, &error), message)
        } else {
            unreadable(source, &error)
        });
    }
    let document = Document { source, root, depth: reader.max_depth, starts: OnceCell::new() };
    refuse_second_anchor(&document)?;
    Ok(document)
}

/// What the parser would take too long for, and what it would read otherwise than others do.
fn refuse_text(source: &Source) -> Result<(), Unreadable> {
    if let Some(message) = limits::exceeded(source.text()) {
        return Err(Unreadable::new(Id::TooLarge, 0, message));
    }
    if let Some(at) = source.text().find(['\u{85}', '\u{2028}', '\u{2029}']) {
        let message = "a line break that YAML 1.1 folds and other readers show";
        let help = "write it as an escape in double quotes: `\\N`, `\\L` or `\\P`";
        return Err(Unreadable::new(Id::YamlSyntax, at, message).with_help(help));
    }
    Ok(())
}

/// The parser confuses anchors when a name is used twice, so such a text is not to be trusted.
fn refuse_second_anchor(document: &Document<'_>) -> Result<(), Unreadable> {
    if !['&', '*'].iter().all(|mark| has_mark(document.source.text(), *mark)) {
        return Ok(());
    }
    let starts = document.locate();
    let second = starts.second_anchor();
    document.starts.get_or_init(|| starts.into_offsets());
    match second {
        Some(at) => Err(Unreadable::new(Id::YamlSyntax, at, "an anchor with this name is already there")
            .with_help("give each anchor its own name")),
        None => Ok(()),
    }
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

    /// What parts of a text node cover of the source; the whole node for a part that can't be told from the rest.
    pub(crate) fn spans_of(&self, node: &Node<'t>, parts: &[Range<usize>]) -> Vec<Span> {
        let (whole, start) = (self.span(node), self.start(node.id));
        let Kind::Text(text) = &node.kind else { return vec![whole; parts.len()] };
        let places = scalars::places(self.from(node), text);
        let span_of = |part: &Range<usize>| {
            let [first, end] = [part.start, part.end].map(|at| places.partition_point(|(offset, _)| *offset < at));
            let covered = places.get(first..end).filter(|covered| !covered.is_empty())?;
            Some(Span { start: start + covered[0].1.start, end: start + covered[covered.len() - 1].1.end })
        };
        parts.iter().map(|part| span_of(part).unwrap_or(whole)).collect()
    }

    /// The source from a node to the end of its line.
    pub(crate) fn line_from(&self, node: &Node<'t>) -> &'t str {
        self.from(node).lines().next().unwrap_or_default()
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
        let mut reader = Reader::new(self.source.text(), Some(Starts::new(self.source.text())));
        if let Some(document) = serde_yaml::Deserializer::from_str(self.source.text()).next() {
            // What could be read once can be read again.
            let _ = Deep::new(self.depth, NodeSeed(&mut reader)).deserialize(document);
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
    let (text, at) = (error.to_string(), place_of(source, error));
    if is_at_limit(error) {
        let is_depth = text.starts_with("recursion");
        let message = if is_depth { "lists and maps are nested too deeply" } else { "aliases stand for too much" };
        return Unreadable::new(Id::TooLarge, at, message);
    }
    // The place is shown apart from the message; what the parser was at is there once more.
    let message = text.split_once(" at line ").or_else(|| text.split_once(" at position "));
    let unreadable = Unreadable::new(Id::YamlSyntax, at, message.map_or(&*text, |(message, _)| message));
    let is_bare_template = [": {{", "- {{"].iter().any(|start| source.line_at(at).contains(start));
    if is_bare_template { unreadable.with_help("a value that starts with `{{` needs quotes") } else { unreadable }
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
