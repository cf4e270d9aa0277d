//! Params: their declarations, and which of them a code has.

use super::{Comparison, Found, by_name};
use crate::catalogue::{Catalogue, Code, CodeId, ParamId, ParamType};
use crate::diff::change::Part;
use crate::diff::rules::Breaks;
use crate::diff::rust_api::Owner;
use crate::diff::table::RuleId;
use crate::diff::wire::sends_params;

impl Comparison<'_> {
    pub(super) fn compare_params(&mut self) {
        let (old, new) = (self.old, self.new);
        let [before, now] = [old, new].map(|catalogue| by_name(&catalogue.params, |param| &param.name));
        for (index, param) in old.params.iter().enumerate() {
            let id = ParamId::new(index);
            if let Some(&now) = now.get(&*param.name) {
                self.compare_param(id, ParamId::new(now));
                continue;
            }
            let message = format!("the param `{}` is no longer declared", param.name);
            let found = Found::new(RuleId::ParamRemoved, message).about(Part::Param, &param.name);
            let found = found.before(&["params", &param.name]);
            self.report(found.losing(self.lost_of([Owner::Param(id)])));
        }
        for param in &new.params {
            if !before.contains_key(&*param.name) {
                let message = format!("there is a param `{}`", param.name);
                let found = Found::new(RuleId::ParamAdded, message).about(Part::Param, &param.name);
                let items = self.lost_eq(param.kind);
                self.report(found.now(&["params", &param.name]).losing(items));
            }
        }
    }

    /// That `Error` is `Eq`, which a number that may not equal itself prevents.
    fn lost_eq(&self, kind: ParamType) -> Vec<usize> {
        if kind == ParamType::Float { self.lost_of([Owner::Eq]) } else { Vec::new() }
    }

    fn compare_param(&mut self, old_id: ParamId, new_id: ParamId) {
        let (old, new) = (&self.old[old_id], &self.new[new_id]);
        let [before, now] = self.any_code(|code| self.old[code].params.contains(&old_id));
        let about = |rule, message: String, key: &str| {
            let path = ["params", &*old.name, key];
            let found = Found::new(rule, message).about(Part::Param, &old.name).of_codes(before, now);
            found.before(&path).now(&path)
        };
        if old.description != new.description {
            let message = format!("the description of the param `{}` has changed", old.name);
            let found = about(RuleId::ParamDescriptionChanged, message, "description");
            self.report(found.breaking(Breaks::Text));
        }
        if old.kind != new.kind {
            let (before, now) = (old.kind.as_str(), new.kind.as_str());
            let message = format!("the param `{}` has the type `{now}`, before `{before}`", old.name);
            let constructors = self.codes_with(old_id).map(Owner::Arguments);
            let mut items = self.lost_of(constructors.chain([Owner::Param(old_id)]));
            items.extend(self.lost_eq(new.kind));
            let is_sent = !(old.sensitive && new.sensitive) && self.is_sent(old_id);
            let found = about(RuleId::ParamRetyped, message, "type").losing(items);
            self.report(found.breaking_if(is_sent && sends_params(self.new), Breaks::Wire));
        }
        match (old.sensitive, new.sensitive) {
            (false, true) => {
                let message = format!("the param `{}` is sensitive, so it is no longer sent", old.name);
                let is_sent = self.is_sent(old_id) && sends_params(self.old);
                let found = about(RuleId::ParamMadeSensitive, message, "sensitive");
                self.report(found.breaking_if(is_sent, Breaks::Wire));
            }
            (true, false) => {
                let message = format!("the param `{}` is no longer sensitive, so it is sent and shown", old.name);
                self.report(about(RuleId::ParamMadePublic, message, "sensitive").breaking(Breaks::Behaviour));
            }
            _ => {}
        }
    }

    fn codes_with(&self, param: ParamId) -> impl Iterator<Item = CodeId> {
        let codes = self.old.codes.iter().enumerate().filter(move |(_, code)| code.params.contains(&param));
        codes.map(|(index, _)| CodeId::new(index))
    }

    fn is_sent(&self, param: ParamId) -> bool {
        self.codes_with(param).any(|code| !self.old[code].internal)
    }

    /// Which params the code has, and in which order.
    pub(super) fn compare_params_of_code(&mut self, before: CodeId, now: CodeId) {
        let (old, new) = self.codes_of((before, now));
        let (was, is) = (names(self.old, old), names(self.new, new));
        let items = self.lost_of([Owner::Arguments(before)]);
        let about = |rule, message: String| {
            let found = Found::new(rule, message).about(Part::Code, &old.name).of_codes(Some(before), Some(now));
            found.before(&["codes", &old.name, "params"]).now(&["codes", &new.name, "params"])
        };
        // With the same types in the same order, calls of the constructor compile.
        let changes_types = types(self.old, old) != types(self.new, new);
        let lost = |is_lost: bool| if is_lost && changes_types { items.clone() } else { Vec::new() };
        for &param in &old.params {
            let (name, sensitive) = (&*self.old[param].name, self.old[param].sensitive);
            if !is.contains(&name) {
                let found = about(RuleId::CodeParamRemoved, format!("`{}` has no param `{name}`", new.name));
                let found = found.about(Part::Param, name).losing(lost(true));
                let is_sent = !sensitive && !old.internal && sends_params(self.old);
                self.report(found.breaking_if(is_sent, Breaks::Wire));
            }
        }
        for name in is.iter().filter(|name| !was.contains(name)) {
            let found = about(RuleId::CodeParamAdded, format!("`{}` has a param `{name}`", new.name));
            self.report(found.about(Part::Param, *name).losing(lost(true)));
        }
        let kept = was.iter().filter(|name| is.contains(name));
        if !kept.clone().eq(is.iter().filter(|name| was.contains(name))) {
            let message = format!("`{}` takes its params as {}, before {}", new.name, is.join(", "), was.join(", "));
            let found = about(RuleId::CodeParamsReordered, message);
            let found = found.losing(lost(true));
            self.report(found.breaking_if(!changes_types, Breaks::Behaviour));
        }
    }
}

fn names<'c>(catalogue: &'c Catalogue, code: &Code) -> Vec<&'c str> {
    code.params.iter().map(|&param| &*catalogue[param].name).collect()
}

fn types(catalogue: &Catalogue, code: &Code) -> Vec<ParamType> {
    code.params.iter().map(|&param| catalogue[param].kind).collect()
}
