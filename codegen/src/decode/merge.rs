//! One draft from those of a catalogue's files.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Draft, Field, SpannedText};
use crate::diagnostics::{Sink, claim_unique};
use crate::format::root;
use crate::rules::RuleId;
use crate::source::{FileId, Span};

/// Adds the drafts of included files to the first one. A name that two files declare is reported, and the first counts.
pub(crate) fn merge<'n, 't>(drafts: Vec<Draft<'n, 't>>, sink: &mut Sink) -> Draft<'n, 't> {
    let are_several = drafts.len() > 1;
    let mut drafts = drafts.into_iter();
    let mut all = drafts.next().unwrap_or_default();
    for draft in drafts {
        append(&mut all.params, draft.params);
        append(&mut all.attributes, draft.attributes);
        all.reserved.extend(draft.reserved);
        all.reserved_numbers.extend(draft.reserved_numbers);
        append(&mut all.groups, draft.groups);
        append(&mut all.operations, draft.operations);
        all.has_codes |= draft.has_codes;
        all.codes.extend(draft.codes);
    }
    if are_several {
        if let Field::Given(params) = &mut all.params {
            keep_first(params, "param", |param| &param.name, sink);
        }
        if let Field::Given(attributes) = &mut all.attributes {
            keep_first(attributes, "attribute", |attribute| &attribute.name, sink);
        }
        if let Field::Given(groups) = &mut all.groups {
            keep_first(groups, "group", |group| &group.name, sink);
        }
        if let Field::Given(operations) = &mut all.operations {
            keep_first(operations, "operation", |operation| &operation.name, sink);
        }
        keep_first(&mut all.codes, "code", |code| &code.name, sink);
    }
    if !all.has_codes {
        let message = format!("the catalogue has no {}", root::CODES);
        sink.report(RuleId::MissingKey, Span::at(FileId::default(), 0), message);
    }
    all
}

/// Adds what another file declares. If one of them can't be read, any name may be declared.
fn append<T>(all: &mut Field<Vec<T>>, more: Field<Vec<T>>) {
    match (&mut *all, more) {
        (Field::Given(all), Field::Given(more)) => all.extend(more),
        (Field::Missing, more) => *all = more,
        (_, Field::Broken) => *all = Field::Broken,
        (_, Field::Missing) | (Field::Broken, _) => {}
    }
}

/// Within a file a second declaration is a duplicate key, which is already reported and dropped.
fn keep_first<T>(all: &mut Vec<T>, what: &str, name: impl Fn(&T) -> &SpannedText<'_>, sink: &mut Sink) {
    let mut seen: HashMap<Cow<'_, str>, Span> = HashMap::new();
    all.retain(|item| {
        let name = name(item);
        let first = claim_unique(&mut seen, Cow::Owned(name.value.clone().into_owned()), name.span);
        if let Some(first) = first {
            let message = format!("the {what} `{}` is declared twice", name.value);
            sink.report_second(RuleId::DuplicateName, [first, name.span], message);
        }
        first.is_none()
    });
}
