//! What to generate, and where.

use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};

use super::field::Fields;
use super::optional_boolean;
use super::scalars::{list, text, word, wrong_type};
use crate::catalogue::{Colour, Document, DocumentFormat, Feature, OpenApiVersion, Outputs, RustOutput};
use crate::diagnostics::{Sink, claim_unique};
use crate::format::{Key, Map, document, html, openapi, outputs, rust};
use crate::rules::RuleId;
use crate::source::Span;
use crate::yaml::{Entry, Kind, Node};

const DOCUMENTS: &[(Key, DocumentFormat)] = &[
    (outputs::MARKDOWN, DocumentFormat::Markdown),
    (outputs::HTML, DocumentFormat::Html),
    (outputs::JSON, DocumentFormat::Json),
    (outputs::OPENAPI, DocumentFormat::OpenApi(OpenApiVersion::V3_1)),
    (outputs::TYPESCRIPT, DocumentFormat::TypeScript),
];

pub(super) fn decode(node: &Node<'_>, sink: &mut Sink) -> Outputs {
    let fields = Fields::read(node, &outputs::MAP, "`outputs`", node.span, sink);
    let rust = fields.get(&outputs::RUST).given().map(|node| rust_output(node, sink));
    let mut seen = HashMap::new();
    let documents = DOCUMENTS.iter().filter_map(|(key, format)| {
        let (document, span) = document_output(fields.entry(key)?, key, *format, sink);
        check_unique(&document.path, span, &mut seen, sink);
        Some(document)
    });
    let documents = documents.collect();
    let outside = optional_boolean(&fields, &outputs::OUTSIDE, sink);
    Outputs { outside, rust: rust.unwrap_or_default(), documents }
}

fn rust_output(node: &Node<'_>, sink: &mut Sink) -> RustOutput {
    let fields = Fields::read(node, &rust::MAP, "`rust`", node.span, sink);
    let mut features: Vec<Feature> = Vec::new();
    let nodes = fields.get(&rust::FEATURES).given().and_then(|node| list(node, &rust::FEATURES, sink));
    for node in nodes.unwrap_or_default() {
        let Some(feature) = word::<Feature>(node, &"a feature", sink) else { continue };
        if features.contains(&feature) {
            sink.report(RuleId::DuplicateName, node.span, format!("duplicate feature `{}`", feature.as_str()));
        }
        features.push(feature);
    }
    let path = fields.get(&rust::PATH).given().and_then(|node| folder(node, &rust::PATH, sink));
    RustOutput { path, features, exhaustive: optional_boolean(&fields, &rust::EXHAUSTIVE, sink) }
}

fn folder(node: &Node<'_>, key: &Key, sink: &mut Sink) -> Option<String> {
    let path = text(node, key, sink)?.value;
    if !is_relative(&path) {
        let message = format!("{key} must be a folder relative to the catalogue's file");
        let finding = sink.report(RuleId::WrongType, node.span, message);
        finding.help = Some("write a relative path, such as `generated/src`".to_owned());
    }
    Some(path.into_owned())
}

/// A document, and where its path is written.
fn document_output(entry: &Entry<'_>, key: &Key, mut format: DocumentFormat, sink: &mut Sink) -> (Document, Span) {
    let node = &entry.value;
    let (path, internal, accent) = match &node.kind {
        Kind::Map(entries) => {
            let map = map_of(format);
            let fields = Fields::read(node, map, map.what, entry.key.span, sink);
            let internal = optional_boolean(&fields, &document::INTERNAL, sink);
            if let DocumentFormat::OpenApi(version) = &mut format {
                let given = fields.get(&openapi::VERSION).given();
                *version = given.and_then(|node| word(node, &"the version of OpenAPI", sink)).unwrap_or_default();
            }
            (fields.get(&document::PATH).given(), internal, accent(entries, format, sink))
        }
        _ => (Some(node), false, None),
    };
    let span = path.map_or(entry.key.span, |node| node.span);
    let path = path.and_then(|node| file(node, key, format, sink));
    let path = path.unwrap_or_else(|| format.default_path().to_owned());
    (Document { format, path, internal, accent }, span)
}

fn map_of(format: DocumentFormat) -> &'static Map {
    match format {
        DocumentFormat::Html => &html::MAP,
        DocumentFormat::OpenApi(_) => &openapi::MAP,
        DocumentFormat::Markdown | DocumentFormat::Json | DocumentFormat::TypeScript => &document::MAP,
    }
}

/// The accent colour. Without quotes, YAML reads a `#` as the start of a comment, and the colour would be lost silently.
fn accent(entries: &[Entry<'_>], format: DocumentFormat, sink: &mut Sink) -> Option<Colour> {
    let entries = if format == DocumentFormat::Html { entries } else { &[] };
    let entry = entries.iter().find(|entry| entry.key.text().is_some_and(|key| key == html::ACCENT.name()))?;
    let colour = entry.value.text().and_then(|text| Colour::parse(text));
    if colour.is_none() {
        let finding = wrong_type(&entry.value, &html::ACCENT, "a colour", sink);
        finding.help = Some("write it with quotes, as in `accent: \"#0a7d5a\"`".to_owned());
    }
    colour
}

fn file(node: &Node<'_>, key: &Key, format: DocumentFormat, sink: &mut Sink) -> Option<PathBuf> {
    let path = text(node, key, sink)?.value;
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    if !is_relative(&path) || ["", ".", ".."].contains(&name) {
        let message = format!("{key} must be a file relative to the catalogue's file");
        let finding = sink.report(RuleId::WrongType, node.span, message);
        finding.help = Some(format!("write a relative path, such as `{}`", format.default_path().display()));
    } else if Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("rs")) {
        let message = format!("{key} can't be a Rust file, found `{name}`");
        sink.report(RuleId::WrongType, node.span, message);
    }
    Some(PathBuf::from(&*path))
}

/// Reports two documents in one file. On some platforms names that differ in case are one file.
fn check_unique(path: &Path, span: Span, seen: &mut HashMap<String, Span>, sink: &mut Sink) {
    let mut parts: Vec<String> = Vec::new();
    for component in path.components().filter(|component| *component != Component::CurDir) {
        let is_below = parts.last().is_some_and(|part| part != "..");
        if component == Component::ParentDir && is_below {
            parts.pop();
        } else {
            parts.push(component.as_os_str().to_string_lossy().to_lowercase());
        }
    }
    if let Some(first) = claim_unique(seen, parts.join("/"), span) {
        let message = format!("two outputs in one file, `{}`", path.display());
        sink.report_second(RuleId::DuplicateName, [first, span], message);
    }
}

/// Whether a path is relative on all platforms.
pub(crate) fn is_relative(path: &str) -> bool {
    !path.is_empty() && !path.starts_with(['/', '\\']) && !path.contains(':') && !path.contains(char::is_control)
}
