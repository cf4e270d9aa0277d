//! Random catalogues without a mistake.

mod attributes;
mod codes;
mod names;
mod operations;
mod texts;
mod wire;

use crate::catalogue::{Attribute, AttributeType, Catalogue, Fallback, Param, RustOutput};
use crate::choices::Choices;
use crate::code::Code;
use crate::words::{FEATURES, LINTS_OF_A_CODE, PARAM_TYPES, VIOLATIONS};
use names::Names;

/// A random catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Random {
    /// The catalogue, which is valid.
    pub catalogue: Catalogue,
    /// A code that can be added.
    pub spare: Code,
}

/// The kind of names and texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taste {
    /// No lint finds anything.
    Clean,
    /// YAML, a renderer or Rust may have trouble with them.
    Odd,
}

impl Catalogue {
    /// A catalogue without a mistake, with everything that a catalogue can have.
    pub fn random(choices: &mut Choices, taste: Taste) -> Random {
        Maker { choices, taste, names: Names::default() }.catalogue()
    }
}

struct Maker<'c> {
    choices: &'c mut Choices,
    taste: Taste,
    names: Names,
}

impl Maker<'_> {
    fn is_odd(&self) -> bool {
        self.taste == Taste::Odd
    }

    /// Something optional.
    fn maybe<T>(&mut self, percent: usize, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.choices.chance(percent).then(|| make(self))
    }

    fn catalogue(&mut self) -> Random {
        let mut catalogue = Catalogue { name: self.message_text(), ..Catalogue::default() };
        let params = self.param_names();
        catalogue.params = params.into_iter().map(|name| self.param(name)).collect();
        catalogue
            .params
            .iter_mut()
            .filter(|param| param.kind == VIOLATIONS)
            .skip(1)
            .for_each(|param| param.kind = "list");
        catalogue.attributes = self.attributes();
        let count = 1 + self.choices.below(if self.is_odd() { 6 } else { 4 });
        catalogue.codes = self.codes(count + 1, &catalogue);
        let mut spare = catalogue.codes.pop().expect("there is one more than needed");
        if !self.is_odd() {
            self.use_everything(&mut catalogue);
        }
        let names: Vec<_> = catalogue.codes.iter().map(|code| code.name.clone()).collect();
        catalogue.description = self.maybe(40, Self::description);
        catalogue.docs_url = self.maybe(40, |it| it.url("https://docs.example/errors"));
        catalogue.domain = self.maybe(30, |it| it.url("shop.example"));
        if self.choices.chance(50) {
            self.add_operations(&mut catalogue);
        }
        let have_numbers = spare.number.is_some();
        catalogue.wire = self.maybe(50, |it| it.wire(have_numbers));
        catalogue.fallback = self.maybe(50, |it| it.fallback(&names));
        catalogue.reserved = self.maybe(40, Self::reserved_names).unwrap_or_default();
        catalogue.lints = self.maybe(40, Self::lints).unwrap_or_default();
        // A code that is added later is in no operation.
        catalogue.lints.extend((!catalogue.operations.is_empty()).then_some(("unused-code", "allow")));
        catalogue.rust = self.maybe(40, Self::rust_output);
        keep_fallbacks_public(&mut catalogue, &mut spare);
        Random { catalogue, spare }
    }

    fn param(&mut self, name: String) -> Param {
        Param {
            name,
            kind: self.choices.pick(PARAM_TYPES),
            description: self.maybe(30, Self::description),
            sensitive: self.maybe(30, |it| it.choices.chance(50)),
        }
    }

    /// Adds each param and attribute that no code has yet to some code.
    fn use_everything(&mut self, catalogue: &mut Catalogue) {
        let Catalogue { params, attributes, codes, .. } = catalogue;
        for Param { name, .. } in params {
            if codes.iter().all(|code| !code.params.contains(name) && code.shown_params().all(|shown| shown != name)) {
                let user = self.choices.below(codes.len());
                codes[user].params.push(name.clone());
            }
        }
        for attribute in attributes {
            let name = &attribute.name;
            if codes.iter().all(|code| code.attributes.iter().all(|(given, _)| given != name)) {
                let user = self.choices.below(codes.len());
                let value = self.value(attribute);
                codes[user].attributes.push((name.clone(), value));
            }
        }
    }

    fn lints(&mut self) -> Vec<(&'static str, &'static str)> {
        let mut lints = LINTS_OF_A_CODE.to_vec();
        lints.extend(["unused-param", "unused-attribute"]);
        let levels: &[_] = if self.is_odd() { &["warn", "allow"] } else { &["warn", "deny"] };
        let lints = self.choices.some(&lints, 2);
        lints.into_iter().map(|lint| (lint, self.choices.pick(levels))).collect()
    }

    fn rust_output(&mut self) -> RustOutput {
        let count = 3 + self.choices.below(FEATURES.len() - 2);
        RustOutput {
            path: self.maybe(50, |_| "generated/src".to_owned()),
            features: self.choices.some(FEATURES, count),
            exhaustive: self.maybe(30, |it| it.choices.chance(50)),
        }
    }

    fn attributes(&mut self) -> Vec<Attribute> {
        let names = self.attribute_names();
        names.into_iter().map(|name| self.attribute(name)).collect()
    }

    fn attribute(&mut self, name: String) -> Attribute {
        let kind = match self.choices.below(6) {
            0 | 1 => AttributeType::Words(self.attribute_words()),
            2 => AttributeType::String,
            3 => AttributeType::Integer,
            4 => AttributeType::Unsigned,
            _ => AttributeType::Boolean,
        };
        let mut attribute = Attribute { name, description: self.maybe(40, Self::description), kind, default: None };
        attribute.default = self.maybe(40, |it| it.value(&attribute));
        attribute
    }
}

/// An internal code goes out as the fallback, so there must be one that is not internal.
fn keep_fallbacks_public(catalogue: &mut Catalogue, spare: &mut Code) {
    let Catalogue { fallback, codes, .. } = catalogue;
    let is_fallback = |name: &String| {
        let named =
            |fallback: &Fallback| fallback.other == *name || fallback.by_status.iter().any(|(_, other)| other == name);
        fallback.as_ref().is_none_or(named)
    };
    for code in codes.iter_mut().chain([spare]).filter(|code| is_fallback(&code.name)) {
        code.internal = code.internal.and(Some(false));
    }
}
