//! Operations and groups.

use std::collections::HashSet;

use super::{Comparison, Found, by_name};
use crate::catalogue::{CodeId, GroupId, OperationId};
use crate::diff::change::Part;
use crate::diff::rules::Breaks;
use crate::diff::rust_api::Owner;
use crate::diff::table::RuleId;

impl Comparison<'_> {
    pub(super) fn compare_groups(&mut self) {
        let (old, new) = (self.old, self.new);
        let [before, now] = [old, new].map(|catalogue| by_name(&catalogue.groups, |group| &group.name));
        for (index, group) in old.groups.iter().enumerate() {
            let (id, path) = (GroupId::new(index), ["groups", &*group.name]);
            let Some(now) = now.get(&*group.name).map(|&now| &new.groups[now]) else {
                let message = format!("the group `{}` is gone", group.name);
                let found = Found::new(RuleId::GroupRemoved, message).about(Part::Group, &group.name).before(&path);
                self.report(found.losing(self.lost_of([Owner::Group(id)])));
                continue;
            };
            let [gone, added] = self.differences(&group.errors, &now.errors);
            if !gone.is_empty() || !added.is_empty() {
                let message = format!("the group `{}` has other codes: {}", group.name, self.list(&added, &gone));
                let found = Found::new(RuleId::GroupChanged, message).about(Part::Group, &group.name);
                let found = found.before(&path).now(&path);
                self.report(found.losing(self.lost_of([Owner::Group(id)])));
            }
        }
        for group in new.groups.iter().filter(|group| !before.contains_key(&*group.name)) {
            let found = Found::new(RuleId::GroupAdded, format!("there is a group `{}`", group.name));
            self.report(found.about(Part::Group, &group.name).now(&["groups", &group.name]));
        }
    }

    pub(super) fn compare_operations(&mut self) {
        let (old, new) = (self.old, self.new);
        let [before, now] = [old, new].map(|catalogue| by_name(&catalogue.operations, |operation| &operation.name));
        for (index, operation) in old.operations.iter().enumerate() {
            let id = OperationId::new(index);
            if let Some(&now) = now.get(&*operation.name) {
                self.compare_operation(id, OperationId::new(now));
                continue;
            }
            let message = format!("the operation `{}` is gone", operation.name);
            let found = Found::new(RuleId::OperationRemoved, message).about(Part::Operation, &operation.name);
            let found = found.before(&["operations", &operation.name]);
            self.report(found.losing(self.lost_of([Owner::Operation(id)])));
        }
        for operation in &new.operations {
            if !before.contains_key(&*operation.name) {
                let found = Found::new(RuleId::OperationAdded, format!("there is an operation `{}`", operation.name));
                self.report(found.about(Part::Operation, &operation.name).now(&["operations", &operation.name]));
            }
        }
    }

    fn compare_operation(&mut self, id: OperationId, now: OperationId) {
        let (old, new) = (&self.old[id], &self.new[now]);
        let about = |rule, message: String, key: &str| {
            let path = ["operations", &*old.name, key];
            Found::new(rule, message).about(Part::Operation, &old.name).before(&path).now(&path)
        };
        if old.description != new.description {
            let message = format!("the description of the operation `{}` has changed", old.name);
            let found = about(RuleId::OperationDescriptionChanged, message, "description");
            self.report(found.breaking(Breaks::Text));
        }
        if old.exhaustive != new.exhaustive {
            let enum_of = if new.exhaustive { "has an enum of its codes" } else { "has no enum of its codes" };
            let message = format!("the operation `{}` {enum_of} now", old.name);
            let items = self.lost_of([Owner::OperationCodes(id)]);
            self.report(about(RuleId::ExhaustiveChanged, message, "exhaustive").losing(items));
        }
        let [gone, added] = self.differences(&old.errors, &new.errors);
        let conversions = if gone.is_empty() && added.is_empty() { Vec::new() } else { self.lost_conversions(id) };
        for code in gone {
            let name = &self.old[code].name;
            let message = format!("the operation `{}` can't answer with `{name}`", old.name);
            let items = self.lost_of([Owner::OperationCode(id, code)]);
            let found = about(RuleId::OperationNarrowed, message, "errors").about(Part::Code, name);
            self.report(found.of_codes(Some(code), None).losing(items).losing(conversions.clone()));
        }
        for code in added {
            let name = &self.new[code].name;
            let message = format!("the operation `{}` can answer with `{name}`", old.name);
            let items = self.lost_of([Owner::OperationCodes(id)]);
            let found = about(RuleId::OperationWidened, message, "errors").about(Part::Code, name);
            let found = found.of_codes(None, Some(code)).breaking(Breaks::Behaviour);
            self.report(found.losing(items).losing(conversions.clone()));
        }
    }

    /// What the operation's type no longer is, apart from what each code of it brings.
    fn lost_conversions(&self, id: OperationId) -> Vec<usize> {
        let of_operation = self.lost_of([Owner::Operation(id)]).into_iter();
        let is_of_code = |item: &usize| {
            self.lost[*item].owners.iter().any(|owner| matches!(owner, Owner::Code(_) | Owner::OperationCode(..)))
        };
        of_operation.filter(|item| !is_of_code(item)).collect()
    }

    /// The codes that a list no longer has, and those that it has now.
    fn differences(&self, old: &[CodeId], new: &[CodeId]) -> [Vec<CodeId>; 2] {
        let [was, is] = [old, new].map(|codes| codes.iter().copied().collect::<HashSet<_>>());
        let is_gone = |code: &CodeId| self.pairs.new_of(*code).is_none_or(|code| !is.contains(&code));
        let is_added = |code: &CodeId| self.pairs.old_of(*code).is_none_or(|code| !was.contains(&code));
        [old.iter().copied().filter(is_gone).collect(), new.iter().copied().filter(is_added).collect()]
    }

    /// `+A, +B, -C`.
    fn list(&self, added: &[CodeId], gone: &[CodeId]) -> String {
        let added = added.iter().map(|&code| format!("+{}", self.new[code].name));
        added.chain(gone.iter().map(|&code| format!("-{}", self.old[code].name))).collect::<Vec<_>>().join(", ")
    }
}
