//! From document to draft: each map by its keys and each value by its type, as defined in `format.rs`.

mod codes;
mod declarations;
mod draft;
mod field;
mod names;
pub(crate) mod scalars;

use std::borrow::Cow;

pub(crate) use draft::{
    AttributeDraft, AttributeKind, CodeDraft, DeprecationDraft, Draft, GivenAttribute, Head, ParamDraft, SpannedText,
};
pub(crate) use field::{Field, Spanned};

use crate::catalogue::{Feature, Outputs, RustOutput};
use crate::diagnostics::Sink;
use crate::format::{self, Key, catalogue, outputs, root, rust};
use crate::rules::{Level, RuleId};
use crate::source::Span;
use crate::yaml::{Node, Value};
use field::{Fields, named_entries};
use scalars::{boolean, list, some_text, text, word};

/// Reads a document as a catalogue. `None` if it is empty or has another version of the format.
pub(crate) fn decode<'n, 't>(document: &'n Node<'t>, sink: &mut Sink) -> Option<Draft<'n, 't>> {
    let start = Span::at(document.span.file, 0);
    if document.value() == Some(Value::Null) {
        let finding = sink.report(RuleId::MissingKey, start, "the catalogue is empty");
        finding.help = Some("it starts with `errcat: 1`, `catalogue:` and `codes:`".to_owned());
        return None;
    }
    let fields = Fields::read(document, &root::MAP, "the catalogue", start, sink);
    if let Field::Given(version) = fields.get(&root::VERSION)
        && version.value() != Some(Value::Unsigned(1))
    {
        // Another version has other keys: any other findings would be misleading.
        sink.clear();
        let finding =
            sink.report(RuleId::UnsupportedVersion, version.span, "this errcat reads only version 1 of the format");
        finding.help = Some("write `errcat: 1`".to_owned());
        return None;
    }
    Some(Draft {
        head: head(&fields, sink),
        outputs: fields.get(&root::OUTPUTS).given().map(|node| outputs_of(node, sink)).unwrap_or_default(),
        params: declarations::params(&fields, sink),
        attributes: declarations::attributes(&fields, sink),
        reserved: names::list(fields.get(&root::RESERVED), &root::RESERVED, sink),
        levels: fields.get(&root::LINTS).given().map(|node| levels(node, sink)).unwrap_or_default(),
        codes: fields.entry(&root::CODES).map(|entry| codes::decode(entry, sink)).unwrap_or_default(),
    })
}

/// The text of an optional key, unless it is empty.
fn optional_text(fields: &Fields<'_, '_>, key: &Key, sink: &mut Sink) -> Option<String> {
    fields.get(key).given().and_then(|node| some_text(node, key, sink))
}

fn head<'t>(root: &Fields<'_, 't>, sink: &mut Sink) -> Head<'t> {
    let Some(entry) = root.entry(&root::CATALOGUE) else { return Head::default() };
    let fields = Fields::read(&entry.value, &catalogue::MAP, "`catalogue`", entry.key.span, sink);
    let name = fields.get(&catalogue::NAME).given().and_then(|node| text(node, &catalogue::NAME, sink));
    Head {
        name: name.map(|name| name.value.into_owned()).unwrap_or_default(),
        description: optional_text(&fields, &catalogue::DESCRIPTION, sink),
        docs_url: optional_text(&fields, &catalogue::DOCS_URL, sink),
        wire: fields.get(&catalogue::WIRE).given().and_then(|it| word(it, &catalogue::WIRE, sink)).unwrap_or_default(),
        fallback: fields.get(&catalogue::FALLBACK).given().and_then(|node| text(node, &catalogue::FALLBACK, sink)),
    }
}

fn outputs_of(node: &Node<'_>, sink: &mut Sink) -> Outputs {
    let fields = Fields::read(node, &outputs::MAP, "`outputs`", node.span, sink);
    let rust = fields.get(&outputs::RUST).given().map(|node| rust_output(node, sink));
    let outside = fields.get(&outputs::OUTSIDE).given().and_then(|node| boolean(node, &outputs::OUTSIDE, sink));
    Outputs { outside: outside.unwrap_or_default(), rust: rust.unwrap_or_default() }
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
    RustOutput { path, features }
}

fn folder(node: &Node<'_>, key: &Key, sink: &mut Sink) -> Option<String> {
    let path = text(node, key, sink)?.value;
    if path.is_empty() || path.starts_with(['/', '\\']) || path.contains(':') || path.contains(char::is_control) {
        let message = format!("{key} must be a folder relative to the catalogue's file");
        let finding = sink.report(RuleId::WrongType, node.span, message);
        finding.help = Some("write a relative path, such as `generated/src`".to_owned());
    }
    Some(path.into_owned())
}

/// The levels of lints.
fn levels(node: &Node<'_>, sink: &mut Sink) -> Vec<(RuleId, Level)> {
    let mut levels = Vec::new();
    for (name, entry) in named_entries(node, "`lints`", sink).entries {
        let rule = lint(&entry.key, name, sink);
        let level = word(&entry.value, &"a lint's level", sink);
        levels.extend(rule.zip(level));
    }
    levels
}

/// The lint with a name.
fn lint(node: &Node<'_>, name: &str, sink: &mut Sink) -> Option<RuleId> {
    let lint = RuleId::lints().find(|lint| lint.rule().id() == name);
    if lint.is_none() {
        let names = || RuleId::lints().map(|lint| lint.rule().id());
        let help = sink.did_you_mean(name, names());
        let help = help.unwrap_or_else(|| format!("the lints are: {}", names().collect::<Vec<_>>().join(", ")));
        sink.report(RuleId::UnknownLint, node.span, format!("there is no lint `{name}`")).help = Some(help);
    }
    lint
}

/// The lints that a code switches off for itself.
fn lints_of_code(node: &Node<'_>, sink: &mut Sink) -> Vec<RuleId> {
    let mut lints = Vec::new();
    for node in list(node, &format::code::ALLOW, sink).unwrap_or_default() {
        let Some(name) = text(node, &"a lint", sink).map(|name| name.value) else { continue };
        let Some(rule) = lint(node, &name, sink) else { continue };
        if rule.is_about_codes() {
            lints.push(rule);
        } else {
            let finding = sink.report(RuleId::UnknownLint, node.span, format!("`{name}` is not about single codes"));
            finding.help = Some(format!("set its level for the catalogue: `lints: {{{name}: allow}}`"));
        }
    }
    lints
}

/// A key that the author chose, as a name.
fn spanned<'t>(name: &Cow<'t, str>, node: &Node<'t>) -> SpannedText<'t> {
    Spanned { value: name.clone(), span: node.span }
}
