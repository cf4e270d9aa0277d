//! The format of errors on the wire: one of the known ones, or an envelope.

use std::borrow::Cow;
use std::collections::HashMap;

use super::field::{Field, Fields};
use super::scalars::{text, word, wrong_type};
use super::{SpannedText, WireDraft};
use crate::catalogue::{Envelope, PathStep, StandardWire, Wire};
use crate::diagnostics::{Sink, claim_unique};
use crate::format::{Key, catalogue, wire};
use crate::rules::RuleId;
use crate::source::Span;
use crate::yaml::{Entry, Kind, Node};

/// Readers of JSON limit the nesting too.
const MAX_STEPS: usize = 16;

pub(super) fn decode(entry: &Entry<'_>, sink: &mut Sink) -> WireDraft {
    let node = &entry.value;
    let standard: Option<StandardWire> = match node.kind {
        Kind::Map(_) => return envelope(entry, sink),
        Kind::Scalar(_) => word(node, &catalogue::WIRE, sink),
        Kind::List(_) | Kind::Tagged => {
            wrong_type(node, &catalogue::WIRE, "one of kratos, problem, or a map", sink);
            None
        }
    };
    WireDraft { wire: standard.map(Wire::from).unwrap_or_default(), number: None }
}

fn envelope(entry: &Entry<'_>, sink: &mut Sink) -> WireDraft {
    let fields = Fields::read(&entry.value, &wire::MAP, "`wire`", entry.key.span, sink);
    if let (Field::Missing, Field::Missing) = (fields.get(&wire::CODE), fields.get(&wire::NUMBER)) {
        let finding =
            sink.report(RuleId::MissingKey, entry.key.span, format!("{} has no {}", catalogue::WIRE, wire::CODE));
        let help = "name the member with the code's name, as in `code: type`, or with its number, as in `number: code`";
        finding.help = Some(help.to_owned());
    }
    let at = fields.get(&wire::AT).given().and_then(|node| path(node, sink));
    let mut seen = HashMap::new();
    let mut member = |key| member(&fields, key, &mut seen, sink);
    let [code, number, message, params, status] =
        [&wire::CODE, &wire::NUMBER, &wire::MESSAGE, &wire::PARAMS, &wire::STATUS].map(&mut member);
    let owned = |member: Option<SpannedText<'_>>| member.map(|name| name.value.into_owned());
    let span = number.as_ref().map(|number| number.span);
    let envelope = Envelope {
        at: at.unwrap_or_default(),
        code: owned(code),
        number: owned(number),
        message: owned(message),
        params: owned(params),
        status: owned(status),
    };
    WireDraft { wire: Wire::Envelope(envelope), number: span }
}

/// The name of a member, which no other key may have.
fn member<'t>(
    fields: &Fields<'_, 't>,
    key: &Key,
    seen: &mut HashMap<Cow<'t, str>, Span>,
    sink: &mut Sink,
) -> Option<SpannedText<'t>> {
    let name = fields.get(key).given().and_then(|node| text(node, key, sink))?;
    if !is_member(&name.value) {
        let found = if name.value.is_empty() { "an empty text" } else { "a control character" };
        sink.report(RuleId::InvalidName, name.span, format!("{key} must be the name of a member, found {found}"));
    } else if let Some(first) = claim_unique(seen, name.value.clone(), name.span) {
        sink.report_second(RuleId::DuplicateName, [first, name.span], format!("duplicate member `{}`", name.value));
    }
    Some(name)
}

fn is_member(name: &str) -> bool {
    !name.is_empty() && !name.contains(char::is_control)
}

/// The steps to the object: `error`, `a.b`, `errors[0]`.
fn path(node: &Node<'_>, sink: &mut Sink) -> Option<Vec<PathStep>> {
    let path = text(node, &wire::AT, sink)?;
    let mut steps = Vec::new();
    for part in path.value.split('.') {
        let (member, first) = match part.strip_suffix("[0]") {
            Some(member) => (member, Some(PathStep::First)),
            None => (part, None),
        };
        // A member of digits looks like the position in a list.
        if !is_member(member) || member.contains(['[', ']']) || member.bytes().all(|byte| byte.is_ascii_digit()) {
            let message = format!("{} must be a path of members, found `{}`", wire::AT, path.value);
            let finding = sink.report(RuleId::InvalidName, path.span, message);
            let help = "write it like `error`, `a.b` or, for the first element of a list, `\"errors[0]\"`";
            finding.help = Some(help.to_owned());
            return None;
        }
        steps.push(PathStep::Member(member.to_owned()));
        steps.extend(first);
    }
    if steps.len() > MAX_STEPS {
        let message = format!("{} can have at most {MAX_STEPS} members and elements, found {}", wire::AT, steps.len());
        sink.report(RuleId::TooLarge, path.span, message);
    }
    Some(steps)
}
