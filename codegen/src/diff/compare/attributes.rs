//! Attributes and their values.

use std::collections::HashSet;

use super::{Comparison, Found, by_name};
use crate::catalogue::{Attribute, AttributeId, AttributeType, AttributeValue, CodeId, WordId};
use crate::diff::change::Part;
use crate::diff::rules::Breaks;
use crate::diff::rust_api::Owner;
use crate::diff::table::RuleId;

impl Comparison<'_> {
    pub(super) fn compare_attributes(&mut self) {
        let (old, new) = (self.old, self.new);
        let [before, now] = [old, new].map(|catalogue| by_name(&catalogue.attributes, |attribute| &attribute.name));
        for (index, attribute) in old.attributes.iter().enumerate() {
            let id = AttributeId::new(index);
            if let Some(&now) = now.get(&*attribute.name) {
                self.compare_attribute(id, AttributeId::new(now));
                continue;
            }
            let message = format!("the attribute `{}` is gone", attribute.name);
            let found = Found::new(RuleId::AttributeRemoved, message).about(Part::Attribute, &attribute.name);
            let items = self.lost_of(self.owners_of(id));
            self.report(found.before(&["attributes", &attribute.name]).losing(items));
        }
        for attribute in &new.attributes {
            if !before.contains_key(&*attribute.name) {
                let message = format!("there is an attribute `{}`", attribute.name);
                let found = Found::new(RuleId::AttributeAdded, message).about(Part::Attribute, &attribute.name);
                self.report(found.now(&["attributes", &attribute.name]));
            }
        }
    }

    /// An attribute and all its values.
    fn owners_of(&self, id: AttributeId) -> Vec<Owner> {
        let values = match &self.old[id].kind {
            AttributeType::Words(words) => words.len(),
            _ => 0,
        };
        let values = (0..values).map(|word| Owner::Value(id, WordId::new(word)));
        [Owner::Attribute(id), Owner::Values(id)].into_iter().chain(values).collect()
    }

    fn compare_attribute(&mut self, old_id: AttributeId, new_id: AttributeId) {
        let (old, new) = (&self.old[old_id], &self.new[new_id]);
        let about = |rule, message: String, key: &str| {
            let path = ["attributes", &*old.name, key];
            Found::new(rule, message).about(Part::Attribute, &old.name).before(&path).now(&path)
        };
        if old.description != new.description {
            let message = format!("the description of the attribute `{}` has changed", old.name);
            let found = about(RuleId::AttributeDescriptionChanged, message, "description");
            self.report(found.breaking(Breaks::Text));
        }
        if old.has_other_meanings(new) {
            let message = format!("what the values of the attribute `{}` mean has changed", old.name);
            let found = about(RuleId::AttributeDescriptionChanged, message, "values");
            self.report(found.breaking(Breaks::Text));
        }
        match (&old.kind, &new.kind) {
            (AttributeType::Words(before), AttributeType::Words(now)) => {
                self.compare_values(old_id, before, now);
            }
            (before, now) if std::mem::discriminant(before) != std::mem::discriminant(now) => {
                let message =
                    format!("the attribute `{}` has the type {}, before {}", old.name, kind(now), kind(before));
                let items = self.lost_of(self.owners_of(old_id));
                self.report(about(RuleId::AttributeRetyped, message, "type").losing(items));
                return;
            }
            _ => {}
        }
        self.compare_defaults(old_id, new_id);
        self.compare_values_of_codes(old_id, new_id);
    }

    fn compare_values(&mut self, id: AttributeId, before: &[String], now: &[String]) {
        let name = &self.old[id].name;
        let about = |rule, message: String, word: &str| {
            Found::new(rule, message).about(Part::Attribute, name).about(Part::Value, word)
        };
        let [was, is] = [before, now].map(|words| words.iter().collect::<HashSet<_>>());
        for (index, word) in before.iter().enumerate().filter(|(_, word)| !is.contains(word)) {
            let message = format!("the attribute `{name}` has no value `{word}`");
            let items = self.lost_of([Owner::Value(id, WordId::new(index)), Owner::Values(id)]);
            let found = about(RuleId::AttributeValueRemoved, message, word);
            self.report(found.before(&["attributes", name, "values", word]).losing(items));
        }
        for word in now.iter().filter(|word| !was.contains(word)) {
            let message = format!("the attribute `{name}` has a value `{word}`");
            let items = self.lost_of([Owner::Values(id)]);
            let found = about(RuleId::AttributeValueAdded, message, word);
            self.report(found.now(&["attributes", name, "values", word]).losing(items));
        }
        let kept = before.iter().filter(|word| is.contains(word));
        if !kept.eq(now.iter().filter(|word| was.contains(word))) {
            let path = ["attributes", name, "values"];
            let message = format!("the values of the attribute `{name}` are in another order");
            let found = Found::new(RuleId::AttributeValuesReordered, message).about(Part::Attribute, name);
            self.report(found.before(&path).now(&path).breaking(Breaks::Behaviour));
        }
    }

    fn compare_defaults(&mut self, old_id: AttributeId, new_id: AttributeId) {
        let (old, new) = (&self.old[old_id], &self.new[new_id]);
        let [before, now] = [old, new].map(|it| it.default.as_ref().map(|value| it.text(value)));
        if before == now {
            return;
        }
        let affected = self.pairs.both().filter(|&(a, b)| self.has_default(old_id, a, new_id, b)).count();
        let default = |text: Option<&str>| text.map_or_else(|| "none".to_owned(), |text| format!("`{text}`"));
        let codes = match affected {
            0 => "no code has another value for it".to_owned(),
            1 => "1 code has another value for it".to_owned(),
            count => format!("{count} codes have another value for it"),
        };
        let (now, before) = (default(now.as_deref()), default(before.as_deref()));
        let message = format!("the default of the attribute `{}` is {now}, before {before}; {codes}", old.name);
        let path = ["attributes", &old.name, "default"];
        let found = Found::new(RuleId::AttributeDefaultChanged, message).about(Part::Attribute, &old.name);
        self.report(found.before(&path).now(&path).breaking_if(affected > 0, Breaks::Behaviour));
    }

    /// Whether the value of a code was the default before and is now, and the default has changed.
    fn has_default(&self, old_id: AttributeId, before: CodeId, new_id: AttributeId, now: CodeId) -> bool {
        let (old, new) = (&self.old[old_id], &self.new[new_id]);
        let [before, now] =
            [(old, &self.old[before].attributes[old_id.index()]), (new, &self.new[now].attributes[new_id.index()])]
                .map(|(attribute, value)| (attribute.default.as_ref() == Some(value)).then(|| attribute.text(value)));
        before.is_some() && now.is_some() && before != now
    }

    fn compare_values_of_codes(&mut self, old_id: AttributeId, new_id: AttributeId) {
        let (old, new) = (&self.old[old_id], &self.new[new_id]);
        let text = |attribute: &Attribute, value: &AttributeValue| attribute.text(value).into_owned();
        for (before, now) in self.pairs.both().collect::<Vec<_>>() {
            let (old_code, new_code) = self.codes_of((before, now));
            let was = text(old, &old_code.attributes[old_id.index()]);
            let is = text(new, &new_code.attributes[new_id.index()]);
            if was == is || self.has_default(old_id, before, new_id, now) {
                continue;
            }
            let message = format!("`{}` has {} `{is}`, before `{was}`", new_code.name, new.name);
            let found = Found::new(RuleId::AttributeValueChanged, message)
                .about(Part::Code, &old_code.name)
                .about(Part::Attribute, &old.name)
                .of_codes(Some(before), Some(now))
                .before(&["codes", &old_code.name, "attributes", &old.name])
                .now(&["codes", &new_code.name, "attributes", &new.name]);
            self.report(found.breaking(Breaks::Behaviour));
        }
    }
}

fn kind(kind: &AttributeType) -> &'static str {
    match kind {
        AttributeType::Words(_) => "`values`",
        AttributeType::String => "`string`",
        AttributeType::Integer => "`integer`",
        AttributeType::Unsigned => "`unsigned`",
        AttributeType::Boolean => "`boolean`",
    }
}
