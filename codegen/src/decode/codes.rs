//! The codes, one by one.

use std::borrow::Cow;

use super::field::{Fields, named_entries};
use super::names::{check_name, rust_name};
use super::scalars::{boolean, http_status, list, some_text, text, whole_number, word, wrong_type};
use super::{
    CodeDraft, DeprecationDraft, GivenAttribute, Spanned, SpannedText, lints_of_code, names, optional_text, spanned,
};
use crate::diagnostics::Sink;
use crate::format::{Key, code, deprecated};
use crate::rules::RuleId;
use crate::source::Span;
use crate::yaml::{Entry, Kind, Node, Value};

pub(super) fn decode<'n, 't>(codes: &'n Entry<'t>, sink: &mut Sink) -> Vec<CodeDraft<'n, 't>> {
    if matches!(&codes.value.kind, Kind::Map(entries) if entries.is_empty()) {
        sink.report(RuleId::MissingKey, codes.key.span, "a catalogue must have at least one code");
    }
    let codes = named_entries(&codes.value, "`codes`", sink);
    codes.entries.into_iter().map(|(name, entry)| code_of(name, entry, sink)).collect()
}

fn code_of<'n, 't>(name: &Cow<'t, str>, entry: &'n Entry<'t>, sink: &mut Sink) -> CodeDraft<'n, 't> {
    check_name(entry.key.span, name, "a code's name", sink);
    let fields = Fields::read(&entry.value, &code::MAP, &format!("`{name}`"), entry.key.span, sink);
    let text_of = |key: &Key, sink: &mut Sink| fields.get(key).read(|node| text(node, key, sink));
    CodeDraft {
        name: spanned(name, &entry.key),
        http_status: fields.get(&code::HTTP_STATUS).read(|node| http_status(node, sink)),
        message: text_of(&code::MESSAGE, sink),
        description: text_of(&code::DESCRIPTION, sink),
        help: optional_text(&fields, &code::HELP, sink),
        internal: internal(&fields, sink),
        params: fields.get(&code::PARAMS).read(|node| params(node, sink)),
        attributes: fields.get(&code::ATTRIBUTES).read(|node| attributes(node, sink)),
        deprecated: fields.get(&code::DEPRECATED).given().and_then(|node| deprecation(node, sink)),
        aliases: names::list(fields.get(&code::ALIASES), &code::ALIASES, sink),
        number: fields.get(&code::NUMBER).read(|node| number(node, sink)),
        docs_url: optional_text(&fields, &code::DOCS_URL, sink),
        rust_name: fields.get(&code::RUST_NAME).given().and_then(|it| rust_name(it, &code::RUST_NAME, sink)),
        grpc: fields.get(&code::GRPC).given().and_then(|node| word(node, &code::GRPC, sink)),
        allow: fields.get(&code::ALLOW).given().map(|node| lints_of_code(node, sink)).unwrap_or_default(),
    }
}

/// Where the code is said to be internal.
fn internal(fields: &Fields<'_, '_>, sink: &mut Sink) -> Option<Span> {
    let node = fields.get(&code::INTERNAL).given()?;
    boolean(node, &code::INTERNAL, sink)?.then_some(node.span)
}

fn params<'t>(node: &Node<'t>, sink: &mut Sink) -> Option<Vec<SpannedText<'t>>> {
    let nodes = list(node, &code::PARAMS, sink)?;
    Some(nodes.iter().filter_map(|node| text(node, &"a param", sink)).collect())
}

fn attributes<'n, 't>(node: &'n Node<'t>, sink: &mut Sink) -> Option<Vec<GivenAttribute<'n, 't>>> {
    named_entries(node, "`attributes`", sink).read(|(name, entry)| GivenAttribute {
        name: spanned(name, &entry.key),
        value: (!entry.value.is_nothing()).then_some(&entry.value),
    })
}

fn deprecation<'t>(node: &Node<'t>, sink: &mut Sink) -> Option<DeprecationDraft<'t>> {
    match node.value() {
        _ if matches!(node.kind, Kind::Map(_)) => {
            let fields = Fields::read(node, &deprecated::MAP, "`deprecated`", node.span, sink);
            let replaced_by = fields.get(&deprecated::REPLACED_BY).given();
            Some(DeprecationDraft {
                since: optional_text(&fields, &deprecated::SINCE, sink),
                note: optional_text(&fields, &deprecated::NOTE, sink),
                replaced_by: replaced_by.and_then(|node| text(node, &deprecated::REPLACED_BY, sink)),
            })
        }
        Some(Value::Boolean(_)) => {
            let finding = wrong_type(node, &code::DEPRECATED, "a note or a map", sink);
            finding.help = Some("write what to do instead: `deprecated: use Other`".to_owned());
            None
        }
        _ => {
            let text = some_text(node, &code::DEPRECATED, sink);
            Some(DeprecationDraft { since: None, note: text, replaced_by: None })
        }
    }
}

fn number(node: &Node<'_>, sink: &mut Sink) -> Option<Spanned<i64>> {
    let number = whole_number(node);
    if number.is_none() {
        wrong_type(node, &code::NUMBER, "a whole number from -2^63 to 2^63 - 1", sink);
    }
    number
}
