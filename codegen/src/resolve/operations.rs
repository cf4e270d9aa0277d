//! Operations: the codes that they and the groups list.

use std::collections::{HashMap, HashSet};

use super::CodeIds;
use crate::catalogue::{CodeId, Group, GroupId, Operation};
use crate::decode::{Draft, Field, GroupDraft, SpannedText};
use crate::diagnostics::{Sink, claim_unique};
use crate::rules::RuleId;
use crate::source::Span;

/// In groups of groups the codes add up.
const MAX_CODES: usize = 1000;

/// Each may be in every operation.
const MAX_GROUPS: usize = 1000;

/// Of a longer circle only the length is told.
const MAX_NAMES: usize = 5;

/// The groups and the operations, with the codes that they stand for.
pub(super) fn resolve(draft: &Draft<'_, '_>, codes: &CodeIds<'_>, sink: &mut Sink) -> (Vec<Group>, Vec<Operation>) {
    check_names(draft, sink);
    let groups = Groups::resolve(draft, codes, sink);
    let operations = draft.operations.as_ref().given().into_iter().flatten();
    let operations = operations.map(|operation| Operation {
        name: operation.name.value.clone().into_owned(),
        description: operation.description.clone(),
        errors: groups.codes_in(&groups.lookup.items(&operation.errors, codes, sink), &operation.name, sink),
        exhaustive: operation.exhaustive,
    });
    let operations = operations.collect();
    (groups.into_model(), operations)
}

/// Reports groups that have the name of a code: a list couldn't tell them apart.
fn check_names(draft: &Draft<'_, '_>, sink: &mut Sink) {
    let codes: HashMap<_, _> = draft.codes.iter().map(|code| (&*code.name.value, code.name.span)).collect();
    for GroupDraft { name, .. } in draft.groups.as_ref().given().into_iter().flatten() {
        if let Some(&code) = codes.get(&*name.value) {
            let message = format!("`{}` is the name of a code and of a group", name.value);
            sink.report_second(RuleId::DuplicateName, [code, name.span], message).help =
                Some("rename the group".to_owned());
        }
    }
}

/// What a list names.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Item {
    Code(CodeId),
    /// The position of a group.
    Group(usize),
}

/// The groups by their names.
struct Lookup<'d> {
    /// In the order of the declarations.
    names: Vec<&'d str>,
    by_name: HashMap<&'d str, usize>,
    /// Whether the declarations can't be read; any name may then be a group.
    is_broken: bool,
}

impl Lookup<'_> {
    /// What a list names, without duplicates.
    fn items(&self, errors: &Field<Vec<SpannedText<'_>>>, codes: &CodeIds<'_>, sink: &mut Sink) -> Vec<(Item, Span)> {
        let mut seen = HashMap::new();
        let mut items = Vec::new();
        for name in errors.as_ref().given().into_iter().flatten() {
            let Some(item) = self.find(name, codes, sink) else { continue };
            if let Some(first) = claim_unique(&mut seen, item, name.span) {
                let message = format!("`{}` is listed twice", name.value);
                sink.report_second(RuleId::DuplicateName, [first, name.span], message);
            } else {
                items.push((item, name.span));
            }
        }
        items
    }

    fn find(&self, name: &SpannedText<'_>, codes: &CodeIds<'_>, sink: &mut Sink) -> Option<Item> {
        let group = self.by_name.get(&*name.value).copied().map(Item::Group);
        let found = codes.by_name.get(&*name.value).copied().map(Item::Code).or(group);
        // Without codes any name may be meant; that the catalogue has none is already reported.
        if found.is_none() && !self.is_broken && !codes.names.is_empty() {
            let names = codes.names.iter().chain(&self.names).copied();
            let help = sink.did_you_mean(&name.value, names);
            let message = format!("there is no code or group `{}`", name.value);
            sink.report(RuleId::UnknownCode, name.span, message).help = help;
        }
        found
    }
}

/// The groups, with the codes of each.
struct Groups<'d> {
    lookup: Lookup<'d>,
    drafts: &'d [GroupDraft<'d>],
    items: Vec<Vec<(Item, Span)>>,
    /// `None` while a group's codes are being collected, and before.
    codes: Vec<Option<Vec<CodeId>>>,
}

impl<'d> Groups<'d> {
    fn resolve(draft: &'d Draft<'_, '_>, codes: &CodeIds<'_>, sink: &mut Sink) -> Self {
        let drafts = draft.groups.as_ref().given().map_or(&[][..], Vec::as_slice);
        let more = drafts.get(MAX_GROUPS);
        if let Some(first) = more {
            let message = format!("a catalogue can have at most {MAX_GROUPS} groups, found {}", drafts.len());
            sink.report(RuleId::TooLarge, first.name.span, message);
        }
        let drafts = &drafts[..drafts.len().min(MAX_GROUPS)];
        let names: Vec<_> = drafts.iter().map(|group| &*group.name.value).collect();
        let by_name = names.iter().enumerate().map(|(index, name)| (*name, index)).collect();
        let lookup = Lookup { names, by_name, is_broken: more.is_some() || draft.groups.is_broken() };
        let items = drafts.iter().map(|group| lookup.items(&group.errors, codes, sink)).collect();
        let mut groups = Self { lookup, drafts, items, codes: vec![None; drafts.len()] };
        for group in 0..drafts.len() {
            groups.collect(group, &mut Vec::new(), sink);
        }
        groups
    }

    /// Collects the codes of a group, which the groups on the way lead to.
    fn collect(&mut self, group: usize, way: &mut Vec<usize>, sink: &mut Sink) {
        if self.codes[group].is_some() {
            return;
        }
        way.push(group);
        for (item, span) in self.items[group].clone() {
            let Item::Group(other) = item else { continue };
            if let Some(start) = way.iter().position(|&on_way| on_way == other) {
                self.report_circle(&way[start..], span, sink);
            } else {
                self.collect(other, way, sink);
            }
        }
        way.pop();
        self.codes[group] = Some(self.codes_in(&self.items[group], &self.drafts[group].name, sink));
    }

    fn report_circle(&self, circle: &[usize], span: Span, sink: &mut Sink) {
        let [first, others @ ..] = circle else { return };
        let name = |&group: &usize| format!("`{}`", self.drafts[group].name.value);
        let through = match others.len() {
            0 => String::new(),
            1..=MAX_NAMES => format!(", through {}", others.iter().map(name).collect::<Vec<_>>().join(", ")),
            others => format!(", through {others} others"),
        };
        let message = format!("the group {} contains itself{through}", name(first));
        let finding = sink.report(RuleId::CircularGroup, span, message);
        finding.related.push((self.drafts[*first].name.span, "the group"));
        finding.help = Some("remove it here".to_owned());
    }

    fn into_model(self) -> Vec<Group> {
        let of_items = |items: &[(Item, Span)]| {
            let groups = items.iter().filter_map(|(item, _)| match item {
                Item::Group(group) => Some(GroupId::new(*group)),
                Item::Code(_) => None,
            });
            groups.collect()
        };
        let groups = self.drafts.iter().zip(&self.items).zip(self.codes);
        let group = groups.map(|((draft, items), codes)| Group {
            name: draft.name.value.clone().into_owned(),
            errors: codes.unwrap_or_default(),
            groups: of_items(items),
        });
        group.collect()
    }

    /// The codes that a list stands for, each once.
    fn codes_in(&self, items: &[(Item, Span)], owner: &SpannedText<'_>, sink: &mut Sink) -> Vec<CodeId> {
        let (mut codes, mut seen) = (Vec::new(), HashSet::new());
        for (item, _) in items {
            match item {
                Item::Code(code) => codes.extend(seen.insert(*code).then_some(*code)),
                Item::Group(group) => {
                    let of_group = self.codes[*group].iter().flatten().copied();
                    codes.extend(of_group.filter(|code| seen.insert(*code)));
                }
            }
            if codes.len() > MAX_CODES {
                let message = format!("`{}` has more than {MAX_CODES} codes", owner.value);
                sink.report(RuleId::TooLarge, owner.span, message);
                codes.truncate(MAX_CODES);
                break;
            }
        }
        codes
    }
}
