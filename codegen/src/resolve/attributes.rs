//! Attributes, and checking their values against their types.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::catalogue::{Attribute, AttributeType, AttributeValue, ScalarType, WordId};
use crate::decode::{
    AttributeDraft, AttributeKind, CodeDraft, Draft, Field, GivenAttribute, SpannedText,
    scalars::{boolean, text, wrong_type},
};
use crate::diagnostics::suggest::{list_of, suggestion};
use crate::diagnostics::{Sink, claim_unique};
use crate::rules::RuleId;
use crate::yaml::{Node, Value};

/// A code without a value is reported for each attribute: without a limit, that is a finding for each pair.
const MAX_ATTRIBUTES: usize = 64;

/// In bytes.
const MAX_DEFAULT: usize = 1000;

/// The declared attributes.
pub(super) struct Attributes {
    pub(super) list: Vec<Attribute>,
    by_name: HashMap<String, usize>,
    /// Whether the declarations can't be read; any name may then be declared.
    is_broken: bool,
}

impl Attributes {
    pub(super) fn resolve(draft: &Draft<'_, '_>, sink: &mut Sink) -> Self {
        let drafts = draft.attributes.as_ref().given().map(Vec::as_slice).unwrap_or_default();
        let list: Vec<_> = drafts.iter().take(MAX_ATTRIBUTES).map(|draft| attribute(draft, sink)).collect();
        let more = drafts.get(MAX_ATTRIBUTES);
        if let Some(first) = more {
            let message = format!("a catalogue can have at most {MAX_ATTRIBUTES} attributes, found {}", drafts.len());
            sink.report(RuleId::TooLarge, first.name.span, message);
        }
        let by_name = list.iter().enumerate().map(|(index, attribute)| (attribute.name.clone(), index)).collect();
        Self { list, by_name, is_broken: more.is_some() || draft.attributes.is_broken() }
    }

    /// The values of a code: its own, or the defaults.
    pub(super) fn values(&self, code: &CodeDraft<'_, '_>, sink: &mut Sink) -> Vec<AttributeValue> {
        let given = match &code.attributes {
            // Don't report missing attributes in a broken map.
            Field::Broken => return self.list.iter().map(|_| AttributeValue::Boolean(false)).collect(),
            Field::Missing => &[][..],
            Field::Given(given) => given,
        };
        let mut nodes = vec![None; self.list.len()];
        for given in given {
            if let Some(node) = self.position(given, sink).and_then(|index| nodes.get_mut(index)) {
                *node = node.or(given.value);
            }
        }
        let value = |(attribute, node): (&Attribute, Option<&Node<'_>>)| match (node, &attribute.default) {
            (Some(node), _) => value(node, &attribute.name, &attribute.kind, sink),
            (None, Some(default)) => default.clone(),
            (None, None) => {
                report_missing(code, attribute, sink);
                AttributeValue::Boolean(false)
            }
        };
        self.list.iter().zip(nodes).map(value).collect()
    }

    /// The position of the attribute that is given, or that was probably meant: it doesn't count as missing.
    fn position(&self, given: &GivenAttribute<'_, '_>, sink: &mut Sink) -> Option<usize> {
        let name = &*given.name.value;
        let known = self.by_name.get(name).copied();
        if known.is_some() || self.is_broken {
            return known;
        }
        let meant = sink.nearest(name, self.list.iter().map(|attribute| &*attribute.name));
        let help = meant.map_or_else(|| "declare it under `attributes:`".to_owned(), suggestion);
        let message = format!("there is no attribute `{name}`");
        sink.report(RuleId::InvalidAttribute, given.name.span, message).help = Some(help);
        meant.and_then(|meant| self.by_name.get(meant).copied())
    }
}

fn report_missing(code: &CodeDraft<'_, '_>, attribute: &Attribute, sink: &mut Sink) {
    let (code, attribute) = (&code.name, &attribute.name);
    let message = format!("`{}` has no value for the attribute `{attribute}`, which has no default", code.value);
    sink.report(RuleId::MissingAttribute, code.span, message);
}

fn attribute(draft: &AttributeDraft<'_, '_>, sink: &mut Sink) -> Attribute {
    let name = draft.name.value.clone().into_owned();
    let mut meanings = Vec::new();
    let kind = match &draft.kind {
        AttributeKind::Words(words) => {
            check_words(words.iter().map(|(word, _)| word), sink);
            meanings = words.iter().map(|(_, meaning)| meaning.clone()).collect();
            AttributeType::Words(words.iter().map(|(word, _)| word.value.clone().into_owned()).collect())
        }
        AttributeKind::Scalar(ScalarType::String) => AttributeType::String,
        AttributeKind::Scalar(ScalarType::Integer) => AttributeType::Integer,
        AttributeKind::Scalar(ScalarType::Unsigned) => AttributeType::Unsigned,
        AttributeKind::Scalar(ScalarType::Boolean) => AttributeType::Boolean,
    };
    let default = match draft.default {
        Field::Missing => None,
        // Some value, so that codes without one are not reported.
        Field::Broken => Some(AttributeValue::Boolean(false)),
        Field::Given(node) => Some(default(node, &name, &kind, sink)),
    };
    Attribute { name, description: draft.description.clone(), kind, meanings, default }
}

/// The default, which is written out for every code without a value of its own.
fn default(node: &Node<'_>, name: &str, kind: &AttributeType, sink: &mut Sink) -> AttributeValue {
    let default = value(node, name, kind, sink);
    if let AttributeValue::String(text) = &default
        && text.len() > MAX_DEFAULT
    {
        let message = format!("a default can have at most {MAX_DEFAULT} bytes, found {}", text.len());
        sink.report(RuleId::TooLarge, node.span, message);
    }
    default
}

/// Reports duplicate words.
fn check_words<'w>(words: impl Iterator<Item = &'w SpannedText<'w>>, sink: &mut Sink) {
    let mut seen = HashMap::new();
    for word in words.filter(|word| !word.value.is_empty()) {
        if let Some(first) = claim_unique(&mut seen, &*word.value, word.span) {
            let message = format!("duplicate value `{}`", word.value);
            sink.report_second(RuleId::DuplicateName, [first, word.span], message);
        }
    }
}

/// The value in a node; if it is wrong, some value of the type.
fn value(node: &Node<'_>, name: &str, kind: &AttributeType, sink: &mut Sink) -> AttributeValue {
    let what = format!("`{name}`");
    match kind {
        AttributeType::Words(words) => AttributeValue::Word(word(node, &what, words, sink).unwrap_or(WordId::new(0))),
        AttributeType::String => {
            let text = text(node, &what, sink).map(|text| text.value);
            AttributeValue::String(text.map(Cow::into_owned).unwrap_or_default())
        }
        AttributeType::Boolean => AttributeValue::Boolean(boolean(node, &what, sink).unwrap_or_default()),
        AttributeType::Unsigned => AttributeValue::Unsigned(match node.value() {
            Some(Value::Unsigned(value)) => value,
            _ => report_number(node, &what, "a whole number from 0 to 2^64 - 1", sink),
        }),
        AttributeType::Integer => AttributeValue::Integer(match node.value() {
            Some(Value::Unsigned(value)) if i64::try_from(value).is_ok() => value.cast_signed(),
            Some(Value::Integer(value)) => value,
            _ => report_number(node, &what, "a whole number from -2^63 to 2^63 - 1", sink),
        }),
    }
}

fn word(node: &Node<'_>, what: &str, words: &[String], sink: &mut Sink) -> Option<WordId> {
    let text = text(node, &what, sink)?.value;
    let word = words.iter().position(|word| *word == text);
    // Without words any value may be meant; that the list is empty is already reported.
    if word.is_none() && !words.is_empty() {
        let words = || words.iter().map(String::as_str);
        let help = sink.did_you_mean(&text, words());
        let message = format!("{what} must be one of {}, found `{text}`", list_of(words()));
        sink.report(RuleId::InvalidAttribute, node.span, message).help = help;
    }
    word.map(WordId::new)
}

fn report_number<T: Default>(node: &Node<'_>, what: &str, expected: &str, sink: &mut Sink) -> T {
    wrong_type(node, &what, expected, sink);
    T::default()
}
