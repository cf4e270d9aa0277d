//! Checks that names on the wire, numbers and names in Rust are unique.

use std::collections::HashMap;

use crate::catalogue::{AttributeType, Catalogue, Numbers};
use crate::decode::{AttributeKind, Draft, Field};
use crate::diagnostics::{Sink, claim_unique};
use crate::render::rust::names::{Collision, Owner};
use crate::rules::RuleId;
use crate::source::Span;

/// Reports names that are used twice among codes, aliases and reserved names.
pub(super) fn check_names(draft: &Draft<'_, '_>, sink: &mut Sink) {
    let codes = draft.codes.iter().map(|code| &code.name);
    let aliases = draft.codes.iter().flat_map(|code| &code.aliases);
    let mut seen = HashMap::new();
    for name in codes.chain(aliases).chain(&draft.reserved) {
        if let Some(first) = claim_unique(&mut seen, &*name.value, name.span) {
            let message = format!("the name `{}` is used twice", name.value);
            sink.report_second(RuleId::DuplicateName, [first, name.span], message);
        }
    }
}

/// Reports duplicate numbers, and codes without a number if others have one.
pub(super) fn check_numbers(draft: &Draft<'_, '_>, sink: &mut Sink) {
    if !draft.codes.iter().any(|code| code.number.as_ref().given().is_some()) {
        return;
    }
    let reserved: HashMap<_, _> = draft.reserved_numbers.iter().map(|number| (number.value, number.span)).collect();
    let mut seen = HashMap::new();
    for code in &draft.codes {
        match &code.number {
            Field::Missing => {
                let message = format!("`{}` has no number, but other codes have one", code.name.value);
                sink.report(RuleId::MissingNumber, code.name.span, message);
            }
            Field::Given(number) => {
                if let Some(&reserved) = reserved.get(&number.value) {
                    let message = format!("the number {} is reserved", number.value);
                    sink.report(RuleId::DuplicateNumber, number.span, message)
                        .related
                        .push((reserved, "reserved here"));
                } else if draft.numbers() == Numbers::Unique
                    && let Some(first) = claim_unique(&mut seen, number.value, number.span)
                {
                    let message = format!("the number {} is used twice", number.value);
                    let help = "make the old name an alias (`aliases`), or let codes share numbers: `numbers: shared` under `catalogue`";
                    let finding = sink.report_second(RuleId::DuplicateNumber, [first, number.span], message);
                    finding.help = Some(help.to_owned());
                }
            }
            Field::Broken => {}
        }
    }
}

/// Reports numbers that can't tell the codes apart on the wire, if it has them.
pub(super) fn check_sent_numbers(draft: &Draft<'_, '_>, sink: &mut Sink) {
    let Some(sent) = draft.head.wire.number else { return };
    if let Some(numbers) = &draft.head.numbers
        && numbers.value == Numbers::Shared
    {
        let message = "`numbers` can't be `shared`: a received number must be that of one code";
        sink.report(RuleId::WrongType, numbers.span, message).related.push((sent, "on the wire as this member"));
    }
    if !draft.codes.is_empty() && draft.codes.iter().all(|code| matches!(code.number, Field::Missing)) {
        let finding = sink.report(RuleId::MissingNumber, sent, "no code has a number to write into this member");
        finding.help = Some("give every code a `number`, or write its name: `code` instead of `number`".to_owned());
    }
}

/// Reports names that become the same name in Rust.
pub(super) fn report_collisions(
    draft: &Draft<'_, '_>,
    catalogue: &Catalogue,
    collisions: Vec<Collision>,
    sink: &mut Sink,
) {
    for Collision { first, second, what, name } in collisions {
        let [a, b] = [first, second].map(|owner| owner_name(owner, catalogue));
        let message = format!("`{a}` and `{b}` both become the {what} `{name}`");
        let spans = [first, second].map(|owner| owner_span(owner, draft));
        sink.report_second(RuleId::DuplicateRustName, spans, message).help = Some(match second {
            Owner::Code(_) => "rename one of them, or give it a `rust_name`".to_owned(),
            Owner::Attribute(_) | Owner::Word(..) | Owner::Group(_) | Owner::Operation(_) => {
                "rename one of them".to_owned()
            }
        });
    }
}

fn owner_name(owner: Owner, catalogue: &Catalogue) -> &str {
    match owner {
        Owner::Code(code) => &catalogue[code].name,
        Owner::Attribute(attribute) => &catalogue[attribute].name,
        Owner::Word(attribute, word) => match &catalogue[attribute].kind {
            AttributeType::Words(words) => words.get(word.index()).map_or("", String::as_str),
            _ => "",
        },
        Owner::Group(group) => &catalogue[group].name,
        Owner::Operation(operation) => &catalogue[operation].name,
    }
}

fn owner_span(owner: Owner, draft: &Draft<'_, '_>) -> Span {
    let attributes = draft.attributes.as_ref().given().map_or(&[][..], |attributes| attributes);
    match owner {
        Owner::Code(code) => draft.codes[code.index()].rust_name_span(),
        Owner::Attribute(attribute) => attributes[attribute.index()].name.span,
        Owner::Word(attribute, word) => {
            let attribute = &attributes[attribute.index()];
            match &attribute.kind {
                AttributeKind::Words(words) => {
                    words.get(word.index()).map_or(attribute.name.span, |(word, _)| word.span)
                }
                AttributeKind::Scalar(_) => attribute.name.span,
            }
        }
        Owner::Group(group) => {
            let groups = draft.groups.as_ref().given().map_or(&[][..], |groups| groups);
            groups[group.index()].name.span
        }
        Owner::Operation(operation) => {
            let operations = draft.operations.as_ref().given().map_or(&[][..], |operations| operations);
            operations[operation.index()].name.span
        }
    }
}
