//! Operations, and the groups of codes that they share.

use std::borrow::Cow;

use super::field::{Fields, named_entries};
use super::names::check_name;
use super::scalars::{boolean, list, text};
use super::{Field, GroupDraft, OperationDraft, SpannedText, optional_text, spanned};
use crate::diagnostics::Sink;
use crate::format::{operation, root};
use crate::rules::RuleId;
use crate::source::Span;
use crate::yaml::{Entry, Node};

pub(super) fn groups<'t>(root: &Fields<'_, 't>, sink: &mut Sink) -> Field<Vec<GroupDraft<'t>>> {
    root.get(&root::GROUPS).read(|node| {
        let groups = named_entries(node, "`groups`", sink);
        groups.read(|(name, entry)| group_of(name, entry, sink))
    })
}

fn group_of<'t>(name: &Cow<'t, str>, entry: &Entry<'t>, sink: &mut Sink) -> GroupDraft<'t> {
    check_name(entry.key.span, name, "a group's name", sink);
    let subject = format!("the group `{name}`");
    let errors = if entry.value.is_nothing() {
        report_empty(&subject, entry.key.span, sink);
        Field::Broken
    } else {
        Field::Given(&entry.value).read(|node| errors(node, &subject, sink))
    };
    GroupDraft { name: spanned(name, &entry.key), errors }
}

pub(super) fn operations<'t>(root: &Fields<'_, 't>, sink: &mut Sink) -> Field<Vec<OperationDraft<'t>>> {
    root.get(&root::OPERATIONS).read(|node| {
        let operations = named_entries(node, "`operations`", sink);
        operations.read(|(name, entry)| operation_of(name, entry, sink))
    })
}

fn operation_of<'t>(name: &Cow<'t, str>, entry: &Entry<'t>, sink: &mut Sink) -> OperationDraft<'t> {
    check_name(entry.key.span, name, "an operation's name", sink);
    let subject = format!("the operation `{name}`");
    let fields = Fields::read(&entry.value, &operation::MAP, &subject, entry.key.span, sink);
    let exhaustive = fields.get(&operation::EXHAUSTIVE).given();
    OperationDraft {
        name: spanned(name, &entry.key),
        description: optional_text(&fields, &operation::DESCRIPTION, sink),
        errors: fields.get(&operation::ERRORS).read(|node| errors(node, &subject, sink)),
        exhaustive: exhaustive.and_then(|node| boolean(node, &operation::EXHAUSTIVE, sink)).unwrap_or_default(),
    }
}

/// The names in a list of codes and groups.
fn errors<'t>(node: &Node<'t>, subject: &str, sink: &mut Sink) -> Option<Vec<SpannedText<'t>>> {
    let nodes = list(node, &subject, sink)?;
    if nodes.is_empty() {
        report_empty(subject, node.span, sink);
        return None;
    }
    let names: Vec<_> = nodes.iter().map(|node| text(node, &"a code or a group", sink)).collect();
    names.into_iter().collect()
}

fn report_empty(subject: &str, span: Span, sink: &mut Sink) {
    let finding = sink.report(RuleId::MissingKey, span, format!("{subject} has no codes"));
    finding.help = Some("list its codes, as in `[NotFound, Unauthorized]`".to_owned());
}
