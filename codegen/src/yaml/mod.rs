//! From YAML text to a tree of nodes with their spans: the only module that uses the YAML parser.

pub(crate) mod limits;
mod node;
mod probe;
mod scalars;
mod starts;
mod tree;

use std::ops::Range;

use serde::de::DeserializeSeed;
use serde_yaml::Deserializer;

#[cfg(feature = "import")]
pub(crate) use node::Scalar;
pub(crate) use node::{Entry, Kind, Node, Value};

use crate::diagnostics::Sink;
use crate::rules::RuleId;
use crate::source::{FileId, Source, SourceMap, Span};
use probe::{Deep, Probe};
use tree::Reader;

/// How deep lists and maps may be nested in the first read, and in further reads if that was not enough. The format
/// needs no more than the first: `outputs: {rust: {features: []}}`. The parser doesn't allow more than the last.
const DEPTHS: [usize; 3] = [4, 16, 128];

/// Reads the only document of a file. If it can't be read, that is reported and the result is `None`.
pub(crate) fn parse<'s>(sources: &'s SourceMap, file: FileId, sink: &mut Sink) -> Option<Node<'s>> {
    let file = File { source: sources.file(file), id: file };
    let read = file.check_text().and_then(|()| file.read_at_any_depth());
    read.map_err(|unreadable| {
        let span = Span::at(file.id, unreadable.at);
        sink.report(unreadable.rule, span, unreadable.message).help = unreadable.help.map(ToOwned::to_owned);
    })
    .ok()
}

/// The spans of parts of a text that is written at `span`; the whole span for a part that can't be located in it.
pub(crate) fn spans_of(sources: &SourceMap, span: Span, text: &str, parts: &[Range<usize>]) -> Vec<Span> {
    let characters = scalars::char_ranges(&sources.file(span.file).text()[span.start()..], text);
    let span_of = |part: &Range<usize>| {
        let [first, end] = [part.start, part.end].map(|at| characters.partition_point(|(offset, _)| *offset < at));
        let covered = characters.get(first..end).filter(|covered| !covered.is_empty())?;
        let (start, end) = (covered[0].1.start, covered[covered.len() - 1].1.end);
        Some(Span::new(span.file, span.start() + start..span.start() + end))
    };
    parts.iter().map(|part| span_of(part).unwrap_or(span)).collect()
}

/// Why a text could not be read at all.
struct Unreadable {
    rule: RuleId,
    at: usize,
    message: String,
    help: Option<&'static str>,
    /// Whether lists and maps were nested too deeply for this read.
    is_nesting: bool,
}

impl Unreadable {
    fn new(rule: RuleId, at: usize, message: impl Into<String>) -> Self {
        Self { rule, at, message: message.into(), help: None, is_nesting: false }
    }
}

#[derive(Clone, Copy)]
struct File<'s> {
    source: &'s Source,
    id: FileId,
}

impl<'s> File<'s> {
    /// Rejects texts that the parser would take too long for or would read differently from other parsers.
    fn check_text(self) -> Result<(), Unreadable> {
        let text = self.source.text();
        if let Some(message) = limits::exceeded(text) {
            return Err(Unreadable::new(RuleId::TooLarge, 0, message));
        }
        if let Some(at) = text.find(['\u{85}', '\u{2028}', '\u{2029}']) {
            let message = "a line break that YAML 1.1 and 1.2 read differently";
            let help = Some("write it as an escape in double quotes: `\\N`, `\\L` or `\\P`");
            return Err(Unreadable { help, ..Unreadable::new(RuleId::YamlSyntax, at, message) });
        }
        Ok(())
    }

    fn read_at_any_depth(self) -> Result<Node<'s>, Unreadable> {
        let [first, others @ ..] = DEPTHS;
        others.into_iter().fold(self.read(first), |read, depth| match read {
            Err(Unreadable { is_nesting: true, .. }) => self.read(depth),
            read => read,
        })
    }

    /// Reads the document with lists and maps nested up to this depth: the smaller it is, the faster the read.
    fn read(self, depth: usize) -> Result<Node<'s>, Unreadable> {
        let mut reader = Reader::new(self.source.text(), self.id);
        let mut documents = Deserializer::from_str(self.source.text());
        let document = documents.next().unwrap_or_else(|| Deserializer::from_str(""));
        let root = Deep::new(depth, reader.document()).deserialize(document);
        let root = root.map_err(|error| match reader.exceeded() {
            Some(message) => Unreadable::new(RuleId::TooLarge, self.position_of(&error), message),
            None => self.unreadable(&error),
        })?;
        if let Some(second) = documents.next() {
            let Err(error) = Probe.deserialize(second);
            let message = "a file has one YAML document, and a second one starts here";
            return Err(match limit(&error) {
                Some(_) => Unreadable::new(RuleId::YamlSyntax, self.position_of(&error), message),
                None => self.unreadable(&error),
            });
        }
        match reader.starts.second_anchor().filter(|_| has_alias(self.source.text())) {
            // The parser confuses anchors with the same name, so the result can't be trusted.
            Some(at) => {
                let help = Some("give each anchor its own name");
                Err(Unreadable { help, ..Unreadable::new(RuleId::YamlSyntax, at, "another anchor has this name") })
            }
            None => Ok(root),
        }
    }

    fn unreadable(self, error: &serde_yaml::Error) -> Unreadable {
        let (text, at) = (error.to_string(), self.position_of(error));
        match limit(error) {
            Some(Limit::Nesting) => {
                let message = "lists and maps are nested too deeply";
                return Unreadable { is_nesting: true, ..Unreadable::new(RuleId::TooLarge, at, message) };
            }
            Some(Limit::Aliases) => return Unreadable::new(RuleId::TooLarge, at, "the aliases expand to too much"),
            None => {}
        }
        // Cut off the position, which is shown separately, and what the parser was doing, which it repeats.
        let message = text.split_once(" at line ").or_else(|| text.split_once(" at position "));
        let unreadable = Unreadable::new(RuleId::YamlSyntax, at, message.map_or(&*text, |(message, _)| message));
        let is_bare_template = [": {{", "- {{"].iter().any(|start| self.source.line_at(at).contains(start));
        Unreadable { help: is_bare_template.then_some("put a value that starts with `{{` in quotes"), ..unreadable }
    }

    fn position_of(self, error: &serde_yaml::Error) -> usize {
        // An error of the character reader has its position only in its text.
        let text = error.to_string();
        let position = text
            .split_once(" at position ")
            .and_then(|(_, at)| at.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok());
        self.source.floor(position.or(error.location().map(|location| location.index())).unwrap_or_default())
    }
}

/// A limit of the parser.
enum Limit {
    Nesting,
    Aliases,
}

/// The limit that an error is about.
fn limit(error: &serde_yaml::Error) -> Option<Limit> {
    let text = error.to_string();
    if text.starts_with("recursion limit") {
        Some(Limit::Nesting)
    } else {
        text.starts_with("repetition limit").then_some(Limit::Aliases)
    }
}

/// Whether a text may contain an alias, `*name`.
fn has_alias(text: &str) -> bool {
    text.match_indices('*').any(|(at, _)| {
        let before = text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || "[{,:".contains(c));
        before && text[at + 1..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    })
}
