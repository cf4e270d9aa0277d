//! The fields of a map.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::diagnostics::suggest::suggestion;
use crate::diagnostics::{Sink, claim_unique};
use crate::format::{Key, Map};
use crate::rules::RuleId;
use crate::source::Span;
use crate::yaml::{Entry, Kind, Node};

use super::scalars::wrong_type;

/// A value in a catalogue, which may be missing or unusable.
#[derive(Clone, Debug, Default)]
pub(crate) enum Field<T> {
    #[default]
    Missing,
    /// There is a value that can't be used, which is already reported.
    Broken,
    Given(T),
}

impl<T> Field<T> {
    pub(crate) fn given(self) -> Option<T> {
        if let Self::Given(value) = self { Some(value) } else { None }
    }

    pub(crate) fn as_ref(&self) -> Field<&T> {
        match self {
            Self::Missing => Field::Missing,
            Self::Broken => Field::Broken,
            Self::Given(value) => Field::Given(value),
        }
    }

    pub(crate) fn is_broken(&self) -> bool {
        matches!(self, Self::Broken)
    }

    /// Reads the value, if there is one. `None` is a value that can't be used, which `read` has reported.
    pub(crate) fn read<U>(self, read: impl FnOnce(T) -> Option<U>) -> Field<U> {
        match self {
            Self::Missing => Field::Missing,
            Self::Broken => Field::Broken,
            Self::Given(value) => read(value).map_or(Field::Broken, Field::Given),
        }
    }
}

/// A value and its span.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

/// The entries of a map of the format. An entry without a value counts as missing.
pub(super) struct Fields<'n, 't> {
    entries: Vec<(&'static str, &'n Entry<'t>)>,
    /// Whether some entries can't be read, so that no key counts as missing.
    is_broken: bool,
}

impl<'n, 't> Fields<'n, 't> {
    /// Reads a map. Missing keys are reported at the owner; `subject` names it in the message.
    pub(super) fn read(node: &'n Node<'t>, map: &'static Map, subject: &str, owner: Span, sink: &mut Sink) -> Self {
        let fields = Self::of(named_entries(node, map.what, sink), map, sink);
        for key in map.keys.iter().filter(|key| key.is_required()) {
            if matches!(fields.get(key), Field::Missing) {
                sink.report(RuleId::MissingKey, owner, format!("{subject} has no {key}"));
            }
        }
        fields
    }

    /// The entries with the keys of a map, any of which may be missing.
    pub(super) fn of(named: NamedEntries<'n, 't>, map: &'static Map, sink: &mut Sink) -> Self {
        let mut entries = Vec::new();
        let mut misspelt = Vec::new();
        for (name, entry) in named.entries {
            if let Some(key) = map.keys.iter().find(|key| key.name() == *name) {
                entries.push((key.name(), entry));
                continue;
            }
            let meant = report_unknown_key(name, &entry.key, map, sink);
            misspelt.extend(meant.map(|key| (key, entry)));
        }
        // A misspelt key is read as the key that was meant, so that one typo is one finding; a correct key comes first.
        entries.append(&mut misspelt);
        entries.retain(|(_, entry)| !entry.value.is_nothing());
        Self { entries, is_broken: named.is_broken }
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &Key) -> Field<&'n Node<'t>> {
        match self.entry(key) {
            Some(entry) => Field::Given(&entry.value),
            None if self.is_broken => Field::Broken,
            None => Field::Missing,
        }
    }

    /// A key and its value.
    pub(super) fn entry(&self, key: &Key) -> Option<&'n Entry<'t>> {
        self.entries.iter().find(|(name, _)| *name == key.name()).map(|(_, entry)| *entry)
    }
}

/// Reports an unknown key, and returns the key of the format that was probably meant.
fn report_unknown_key(name: &str, node: &Node<'_>, map: &'static Map, sink: &mut Sink) -> Option<&'static str> {
    let meant = sink.nearest(name, map.keys.iter().map(Key::name));
    let help = match meant {
        Some(meant) => suggestion(meant),
        None => format!("{} can have: {}", map.what, map.key_names().collect::<Vec<_>>().join(", ")),
    };
    sink.report(RuleId::UnknownKey, node.span, format!("unknown key `{name}` in {}", map.what)).help = Some(help);
    meant
}

/// The entries of a map whose keys are names.
pub(super) struct NamedEntries<'n, 't> {
    /// Those whose key is a text and no duplicate.
    pub(super) entries: Vec<(&'n Cow<'t, str>, &'n Entry<'t>)>,
    /// Whether there may be more that can't be read: it is no map, or it has a merge key.
    is_broken: bool,
}

impl<'n, 't> NamedEntries<'n, 't> {
    /// Reads each entry. `None` if there may be more of them.
    pub(super) fn read<T>(self, read: impl FnMut((&'n Cow<'t, str>, &'n Entry<'t>)) -> T) -> Option<Vec<T>> {
        let read = self.entries.into_iter().map(read).collect();
        (!self.is_broken).then_some(read)
    }
}

pub(super) fn named_entries<'n, 't>(node: &'n Node<'t>, what: &str, sink: &mut Sink) -> NamedEntries<'n, 't> {
    let Kind::Map(entries) = &node.kind else {
        wrong_type(node, &what, "a map", sink);
        return NamedEntries { entries: Vec::new(), is_broken: true };
    };
    let mut is_broken = false;
    let mut seen = HashMap::with_capacity(entries.len());
    let mut named = Vec::with_capacity(entries.len());
    for entry in entries {
        let Some(name) = entry.key.text() else {
            wrong_type(&entry.key, &"a key", "a text", sink);
            continue;
        };
        if is_merge_key(&entry.key) {
            let help = "write the keys out: merge keys are not part of the format";
            sink.report(RuleId::UnknownKey, entry.key.span, "unknown key `<<`").help = Some(help.to_owned());
            is_broken = true;
        } else if let Some(first) = claim_unique(&mut seen, &**name, entry.key.span) {
            sink.report_second(RuleId::DuplicateKey, [first, entry.key.span], format!("duplicate key `{name}`"));
        } else {
            named.push((name, entry));
        }
    }
    NamedEntries { entries: named, is_broken }
}

fn is_merge_key(key: &Node<'_>) -> bool {
    matches!(&key.kind, Kind::Scalar(scalar) if scalar.text == "<<" && scalar.value == crate::yaml::Value::Text)
}
