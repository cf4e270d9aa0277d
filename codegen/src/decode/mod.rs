//! From document to draft: each map by its keys and each value by its type, as `format` defines them.

mod accepted;
mod codes;
mod declarations;
mod draft;
mod fallback;
mod field;
mod merge;
mod names;
mod operations;
mod outputs;
pub(crate) mod scalars;
mod wire;

use std::borrow::Cow;

pub(crate) use draft::{
    AttributeDraft, AttributeKind, CodeDraft, DeprecationDraft, Draft, FallbackDraft, GivenAttribute, GroupDraft, Head,
    OperationDraft, ParamDraft, SpannedText, WireDraft,
};
pub(crate) use field::{Field, Spanned};
pub(crate) use merge::merge;
#[cfg(any(feature = "documents", feature = "import"))]
pub(crate) use names::MAX_NAME;
pub(crate) use outputs::is_relative;

use crate::catalogue::Numbers;
use crate::diagnostics::Sink;
use crate::format::{self, Key, PART, catalogue, root};
use crate::rules::{Level, RuleId};
use crate::source::Span;
use crate::yaml::{Kind, Node, Value};
use field::{Fields, named_entries};
use scalars::{boolean, http_status, list, some_text, text, whole_number, word};

/// Reads a document as a catalogue or as a part that it includes. `None` if it is empty or has another version of the
/// format.
pub(crate) fn decode<'n, 't>(document: &'n Node<'t>, is_first: bool, sink: &mut Sink) -> Option<Draft<'n, 't>> {
    let start = Span::at(document.span.file, 0);
    let (map, what) = if is_first { (&root::MAP, "the catalogue") } else { (&PART, "the file") };
    if document.value() == Some(Value::Null) {
        let finding = sink.report(RuleId::MissingKey, start, format!("{what} is empty"));
        let keys = if is_first { "`errcat: 1`, `catalogue:` and `codes:`" } else { "`errcat: 1` and `codes:`" };
        finding.help = Some(format!("it starts with {keys}"));
        return None;
    }
    let fields = Fields::read(document, map, what, start, sink);
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
    check_include(fields.get(&root::INCLUDE), sink);
    Some(Draft {
        head: if is_first { head(&fields, sink) } else { Head::default() },
        outputs: fields.get(&root::OUTPUTS).given().map(|node| outputs::decode(node, sink)).unwrap_or_default(),
        params: declarations::params(&fields, sink),
        attributes: declarations::attributes(&fields, sink),
        reserved: names::list(fields.get(&root::RESERVED), &root::RESERVED, sink),
        reserved_numbers: numbers_in(fields.get(&root::RESERVED)),
        accepted: accepted::decode(fields.get(&root::ACCEPTED), sink),
        levels: fields.get(&root::LINTS).given().map(|node| levels(node, sink)).unwrap_or_default(),
        groups: operations::groups(&fields, sink),
        operations: operations::operations(&fields, sink),
        has_codes: !matches!(fields.get(&root::CODES), Field::Missing),
        codes: fields.entry(&root::CODES).map(|entry| codes::decode(entry, sink)).unwrap_or_default(),
    })
}

/// Checks that `include` is a list of texts. Which files they are is already known.
fn check_include(field: Field<&Node<'_>>, sink: &mut Sink) {
    let nodes = field.given().and_then(|node| list(node, &root::INCLUDE, sink)).unwrap_or_default();
    for node in nodes {
        text(node, &"a file to include", sink);
    }
}

/// The text of an optional key, unless it is empty.
fn optional_text(fields: &Fields<'_, '_>, key: &Key, sink: &mut Sink) -> Option<String> {
    fields.get(key).given().and_then(|node| some_text(node, key, sink))
}

/// Whether an optional key is `true`.
fn optional_boolean(fields: &Fields<'_, '_>, key: &Key, sink: &mut Sink) -> bool {
    fields.get(key).given().and_then(|node| boolean(node, key, sink)).unwrap_or_default()
}

fn head<'t>(root: &Fields<'_, 't>, sink: &mut Sink) -> Head<'t> {
    let Some(entry) = root.entry(&root::CATALOGUE) else { return Head::default() };
    let fields = Fields::read(&entry.value, &catalogue::MAP, "`catalogue`", entry.key.span, sink);
    let name = fields.get(&catalogue::NAME).given().and_then(|node| text(node, &catalogue::NAME, sink));
    Head {
        name: name.map(|name| name.value.into_owned()).unwrap_or_default(),
        description: optional_text(&fields, &catalogue::DESCRIPTION, sink),
        docs_url: optional_text(&fields, &catalogue::DOCS_URL, sink),
        http_status: fields.get(&catalogue::HTTP_STATUS).read(|node| http_status(node, sink)),
        numbers: fields.get(&catalogue::NUMBERS).given().and_then(|node| numbers(node, sink)),
        domain: optional_text(&fields, &catalogue::DOMAIN, sink),
        wire: fields.entry(&catalogue::WIRE).map(|entry| wire::decode(entry, sink)).unwrap_or_default(),
        fallback: fallback::decode(&fields, sink),
    }
}

fn numbers(node: &Node<'_>, sink: &mut Sink) -> Option<Spanned<Numbers>> {
    word(node, &catalogue::NUMBERS, sink).map(|value| Spanned { value, span: node.span })
}

/// The numbers in a list.
fn numbers_in(field: Field<&Node<'_>>) -> Vec<Spanned<i64>> {
    let nodes = match field.given().map(|node| &node.kind) {
        Some(Kind::List(nodes)) => &nodes[..],
        _ => &[],
    };
    nodes.iter().filter_map(whole_number).collect()
}

/// The levels of lints.
fn levels(node: &Node<'_>, sink: &mut Sink) -> Vec<(RuleId, Level)> {
    let mut levels = Vec::new();
    let entries = named_entries(node, "`lints`", sink).entries;
    for (name, entry) in &entries {
        let is_set = |name: &str| entries.iter().any(|(other, _)| **other == *name);
        let rule = lint(&entry.key, name, is_set, sink);
        let level = word(&entry.value, &"a lint's level", sink);
        levels.extend(rule.zip(level));
    }
    levels
}

/// The lint with a name. Those that are set already are not what another name means.
fn lint(node: &Node<'_>, name: &str, is_set: impl Fn(&str) -> bool, sink: &mut Sink) -> Option<RuleId> {
    let lint = RuleId::lints().find(|lint| lint.rule().id() == name);
    if lint.is_none() {
        let names = || RuleId::lints().map(|lint| lint.rule().id()).filter(|name| !is_set(name));
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
        let Some(rule) = lint(node, &name, |_| false, sink) else { continue };
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
