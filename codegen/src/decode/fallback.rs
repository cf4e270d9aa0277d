//! The fallback: one code, or codes by the HTTP status.

use std::ops::RangeInclusive;

use super::FallbackDraft;
use super::field::{Field, Fields, named_entries};
use super::scalars::{is_number, text, wrong_type};
use crate::diagnostics::Sink;
use crate::format::{catalogue, fallback};
use crate::rules::RuleId;
use crate::yaml::{Entry, Kind, Node};

const CLIENT_ERRORS: RangeInclusive<u16> = 400..=499;
const SERVER_ERRORS: RangeInclusive<u16> = 500..=599;

pub(super) fn decode<'t>(catalogue: &Fields<'_, 't>, sink: &mut Sink) -> FallbackDraft<'t> {
    let Some(entry) = catalogue.entry(&catalogue::FALLBACK) else {
        let is_missing = matches!(catalogue.get(&catalogue::FALLBACK), Field::Missing);
        return FallbackDraft { is_missing, ..FallbackDraft::default() };
    };
    let node = &entry.value;
    match node.kind {
        Kind::Map(_) => by_status(entry, sink),
        Kind::Scalar(_) => FallbackDraft { other: text(node, &catalogue::FALLBACK, sink), ..FallbackDraft::default() },
        Kind::List(_) | Kind::Tagged => {
            wrong_type(node, &catalogue::FALLBACK, "the name of a code or a map", sink);
            FallbackDraft::default()
        }
    }
}

fn by_status<'t>(entry: &Entry<'t>, sink: &mut Sink) -> FallbackDraft<'t> {
    let mut named = named_entries(&entry.value, fallback::MAP.what, sink);
    let statuses: Vec<_> = named.entries.extract_if(.., |(name, _)| is_number(name)).collect();
    let fields = Fields::of(named, &fallback::MAP, sink);
    if matches!(fields.get(&fallback::ELSE), Field::Missing) {
        let message = format!("{} has no {}", catalogue::FALLBACK, fallback::ELSE);
        let help = "add `else: Unknown`, with the code for every status that is not in the map";
        sink.report(RuleId::MissingKey, entry.key.span, message).help = Some(help.to_owned());
    }
    let mut by_status = Vec::new();
    for (name, Entry { key, value }) in statuses {
        let status = status(name, key, sink);
        if !value.is_nothing() {
            let code = text(value, &format!("`{name}`"), sink);
            by_status.extend(status.zip(code).map(|(status, code)| (status..=status, code)));
        }
    }
    for (key, statuses) in [(&fallback::CLIENT_ERROR, CLIENT_ERRORS), (&fallback::SERVER_ERROR, SERVER_ERRORS)] {
        let code = fields.get(key).given().and_then(|node| text(node, key, sink));
        by_status.extend(code.map(|code| (statuses, code)));
    }
    let other = fields.get(&fallback::ELSE).given().and_then(|node| text(node, &fallback::ELSE, sink));
    FallbackDraft { by_status, other, is_missing: false }
}

/// The status that a key of digits names.
fn status(name: &str, key: &Node<'_>, sink: &mut Sink) -> Option<u16> {
    let (first, last) = (CLIENT_ERRORS.start(), SERVER_ERRORS.end());
    // A number with more digits would be another name for one of the statuses.
    let status = name.parse().ok().filter(|status| name.len() == 3 && (first..=last).contains(&status));
    if status.is_none() {
        let message = format!("the statuses of {} are from {first} to {last}, found {name}", catalogue::FALLBACK);
        sink.report(RuleId::InvalidHttpStatus, key.span, message);
    }
    status
}
