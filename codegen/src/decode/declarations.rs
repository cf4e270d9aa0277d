//! Params and attributes: what is declared once for the whole catalogue.

use std::borrow::Cow;

use super::field::{Fields, named_entries};
use super::names::{self, check_snake_case};
use super::scalars::{boolean, list, some_text, word};
use super::{AttributeDraft, AttributeKind, Field, ParamDraft, SpannedText, optional_text, spanned};
use crate::catalogue::{ParamType, ScalarType};
use crate::diagnostics::Sink;
use crate::format::{attribute, param, root};
use crate::rules::RuleId;
use crate::yaml::{Entry, Kind, Node, Value};

pub(super) fn params<'t>(root: &Fields<'_, 't>, sink: &mut Sink) -> Field<Vec<ParamDraft<'t>>> {
    root.get(&root::PARAMS).read(|node| {
        let params = named_entries(node, "`params`", sink);
        params.read(|(name, entry)| param_of(name, entry, sink))
    })
}

/// A param with a mistake is declared all the same, so that references to it are not reported.
fn param_of<'t>(name: &Cow<'t, str>, entry: &Entry<'t>, sink: &mut Sink) -> ParamDraft<'t> {
    let span = entry.key.span;
    check_snake_case(span, name, "a param's name", sink);
    let name = spanned(name, &entry.key);
    let mut draft = ParamDraft { name, kind: ParamType::String, description: None, sensitive: false };
    let subject = format!("the param `{}`", draft.name.value);
    let kind = if matches!(entry.value.kind, Kind::Map(_)) {
        let fields = Fields::read(&entry.value, &param::MAP, &subject, span, sink);
        draft.description = optional_text(&fields, &param::DESCRIPTION, sink);
        let sensitive = fields.get(&param::SENSITIVE).given();
        draft.sensitive = sensitive.and_then(|node| boolean(node, &param::SENSITIVE, sink)).unwrap_or_default();
        fields.get(&param::TYPE).given()
    } else if entry.value.is_nothing() {
        let finding = sink.report(RuleId::MissingKey, span, format!("{subject} has no type"));
        finding.help = Some(format!("write `{}: string`", draft.name.value));
        None
    } else {
        Some(&entry.value)
    };
    draft.kind = kind.and_then(|node| word(node, &"a param's type", sink)).unwrap_or(ParamType::String);
    draft
}

pub(super) fn attributes<'n, 't>(root: &Fields<'n, 't>, sink: &mut Sink) -> Field<Vec<AttributeDraft<'n, 't>>> {
    root.get(&root::ATTRIBUTES).read(|node| {
        let attributes = named_entries(node, "`attributes`", sink);
        attributes.read(|(name, entry)| attribute_of(name, entry, sink))
    })
}

fn attribute_of<'n, 't>(name: &Cow<'t, str>, entry: &'n Entry<'t>, sink: &mut Sink) -> AttributeDraft<'n, 't> {
    let span = entry.key.span;
    check_snake_case(span, name, "an attribute's name", sink);
    if let Some(Value::Text) = entry.value.value() {
        let kind = word(&entry.value, &"an attribute's type", sink);
        let default = if kind.is_some() { Field::Missing } else { Field::Broken };
        let kind = AttributeKind::Scalar(kind.unwrap_or(ScalarType::String));
        return AttributeDraft { name: spanned(name, &entry.key), description: None, kind, default };
    }
    let subject = format!("the attribute `{name}`");
    let fields = Fields::read(&entry.value, &attribute::MAP, &subject, span, sink);
    let default = fields.get(&attribute::DEFAULT);
    let (kind, default) = match (fields.get(&attribute::VALUES), fields.get(&attribute::TYPE)) {
        (Field::Given(values), kind) => {
            if let Field::Given(kind) = kind {
                sink.report(RuleId::InvalidAttribute, kind.span, "an attribute can't have both `values` and a `type`");
            }
            let default = if matches!(values.kind, Kind::List(_) | Kind::Map(_)) { default } else { Field::Broken };
            (AttributeKind::Words(words(values, sink)), default)
        }
        (_, Field::Given(kind)) => {
            (AttributeKind::Scalar(word(kind, &"an attribute's type", sink).unwrap_or(ScalarType::String)), default)
        }
        (Field::Missing, Field::Missing) => {
            let finding = sink.report(RuleId::MissingKey, span, format!("{subject} has no `values`"));
            finding.help = Some("write `values: [a, b]`, or `type: string`".to_owned());
            (AttributeKind::Scalar(ScalarType::String), default)
        }
        _ => (AttributeKind::Scalar(ScalarType::String), default),
    };
    AttributeDraft {
        name: spanned(name, &entry.key),
        description: optional_text(&fields, &attribute::DESCRIPTION, sink),
        kind,
        default,
    }
}

/// The words of an attribute, with their meanings. An unreadable one keeps its position.
fn words<'t>(values: &Node<'t>, sink: &mut Sink) -> Vec<(SpannedText<'t>, Option<String>)> {
    let words = match &values.kind {
        Kind::Map(_) => return meanings(values, sink),
        _ => list(values, &attribute::VALUES, sink),
    };
    report_no_words(values, words, sink);
    let unreadable = |node: &Node<'t>| SpannedText { value: Cow::default(), span: node.span };
    let word = |node| names::name(node, "a value", sink).unwrap_or_else(|| unreadable(node));
    words.unwrap_or_default().iter().map(word).map(|word| (word, None)).collect()
}

/// Words and what each means.
fn meanings<'t>(values: &Node<'t>, sink: &mut Sink) -> Vec<(SpannedText<'t>, Option<String>)> {
    let words = named_entries(values, "`values`", sink);
    report_no_words(values, Some(&words.entries), sink);
    let meaning = |(word, entry): (&Cow<'t, str>, &Entry<'t>)| {
        names::check_name(entry.key.span, word, "a value", sink);
        let meaning = (!entry.value.is_nothing()).then(|| some_text(&entry.value, &"a meaning", sink));
        (spanned(word, &entry.key), meaning.flatten())
    };
    words.entries.into_iter().map(meaning).collect()
}

fn report_no_words<T>(values: &Node<'_>, words: Option<&[T]>, sink: &mut Sink) {
    if words.is_some_and(<[T]>::is_empty) {
        sink.report(RuleId::InvalidAttribute, values.span, "an attribute must have at least one value");
    }
}
