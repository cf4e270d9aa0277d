//! The settings of the catalogue as a whole.

use super::{Comparison, Found};
use crate::catalogue::{Catalogue, CodeId, Numbers, Wire};
use crate::diff::change::Part;
use crate::diff::rules::Breaks;
use crate::diff::rust_api::{Owner, features};
use crate::diff::table::RuleId;

impl Comparison<'_> {
    pub(super) fn compare_head(&mut self) {
        let (old, new) = (self.old, self.new);
        let [before, now] = self.any_code(|_| true);
        let head = |rule, message: String, key: &str| {
            let found = Found::new(rule, message).of_codes(before, now);
            found.before(&["catalogue", key]).now(&["catalogue", key])
        };
        if old.name != new.name {
            let message = format!("the catalogue's name is `{}`, before `{}`", new.name, old.name);
            self.report(head(RuleId::CatalogueNameChanged, message, "name").breaking(Breaks::Text));
        }
        if old.description != new.description {
            let message = "the catalogue's description has changed".to_owned();
            self.report(head(RuleId::CatalogueDescriptionChanged, message, "description").breaking(Breaks::Text));
        }
        if old.domain() != new.domain() {
            let message = format!("the domain is `{}`, before `{}`", new.domain(), old.domain());
            self.report(head(RuleId::DomainChanged, message, "domain").breaking(Breaks::Wire));
        }
        if old.docs_url != new.docs_url {
            let message = format!(
                "the page of the codes is {}, before {}",
                page(new.docs_url.as_ref()),
                page(old.docs_url.as_ref())
            );
            let is_type = sends_pages(old) || sends_pages(new);
            let found = head(RuleId::DocsUrlChanged, message, "docs_url").breaking(Breaks::Text);
            self.report(found.breaking_if(is_type, Breaks::Wire));
        }
        if old.wire != new.wire {
            let message = format!("errors are sent as {}, before {}", format(&new.wire), format(&old.wire));
            self.report(head(RuleId::WireChanged, message, "wire").breaking(Breaks::Wire));
        }
        self.compare_numbering();
        self.compare_fallbacks();
        self.compare_outputs();
    }

    fn compare_numbering(&mut self) {
        let numbering = |catalogue: &Catalogue| {
            let has_numbers = catalogue.codes.iter().any(|code| code.number.is_some());
            has_numbers.then_some(catalogue.numbers)
        };
        let (old, new) = (numbering(self.old), numbering(self.new));
        if old == new {
            return;
        }
        let words = |numbering| match numbering {
            None => "no numbers",
            Some(Numbers::Unique) => "numbers of their own",
            Some(Numbers::Shared) => "numbers that they may share",
        };
        let message = format!("codes have {}, before {}", words(new), words(old));
        let found = Found::new(RuleId::NumberingChanged, message);
        let found = found.before(&["catalogue", "numbers"]).now(&["catalogue", "numbers"]);
        self.report(found.losing(self.lost_of([Owner::Numbers])));
    }

    fn compare_fallbacks(&mut self) {
        let path = ["catalogue", "fallback"];
        let name = |catalogue: &Catalogue, code: CodeId| format!("`{}`", catalogue[code].name);
        let items = self.lost_of([Owner::Fallback]);
        match (self.old.fallback, self.new.fallback) {
            (None, Some(code)) => {
                let message = format!("the fallback is {}, before there was none", name(self.new, code));
                let found = Found::new(RuleId::FallbackAdded, message).of_codes(None, Some(code));
                self.report(found.before(&["catalogue"]).now(&path).losing(items));
            }
            (Some(code), None) => {
                let message = format!("there is no fallback, before it was {}", name(self.old, code));
                let found = Found::new(RuleId::FallbackRemoved, message);
                self.report(found.before(&path).now(&["catalogue"]).breaking(Breaks::Wire).losing(items));
            }
            (Some(_), Some(_)) => self.compare_fallbacks_by_status(),
            (None, None) => {}
        }
    }

    fn compare_fallbacks_by_status(&mut self) {
        let image = |status| self.old.fallback_for(status).and_then(|code| self.pairs.new_of(code));
        // Whether a removed code was the fallback makes no difference: another one is now.
        let changed: Vec<_> = (400..600).filter(|&status| image(status) != self.new.fallback_for(status)).collect();
        let all = |catalogue: &Catalogue| {
            let by_status = catalogue.fallbacks.iter().map(|fallback| {
                let (first, last) = (fallback.statuses.start(), fallback.statuses.end());
                let statuses = if first == last { first.to_string() } else { format!("{}xx", first / 100) };
                format!("{statuses}: {}", catalogue[fallback.code].name)
            });
            let other = catalogue.fallback.map(|code| catalogue[code].name.clone());
            let codes: Vec<_> = by_status.chain(other).collect();
            codes.join(", ")
        };
        if !changed.is_empty() {
            let message = format!("the fallback is `{}`, before `{}`", all(self.new), all(self.old));
            let path = ["catalogue", "fallback"];
            let found = Found::new(RuleId::FallbackChanged, message).before(&path).now(&path);
            self.report(found.breaking(Breaks::Behaviour));
        }
    }

    fn compare_outputs(&mut self) {
        let (old, new) = (self.old, self.new);
        if old.is_exhaustive() != new.is_exhaustive() {
            let negation = if new.is_exhaustive() { "no" } else { "a" };
            let message = format!("a `match` on `ErrorCode` needs {negation} `_` now");
            let path = ["outputs", "rust", "exhaustive"];
            let items = if new.is_exhaustive() { Vec::new() } else { self.lost_of([Owner::Codes]) };
            self.report(Found::new(RuleId::ExhaustiveChanged, message).before(&path).now(&path).losing(items));
        }
        let path = ["outputs", "rust", "features"];
        let [old, new] = [old, new].map(features::enabled);
        for (at, feature) in old.iter().enumerate().filter(|(_, feature)| !new.contains(feature)) {
            let message = format!("the feature `{}` is gone", feature.as_str());
            let found = Found::new(RuleId::FeatureRemoved, message).about(Part::Feature, feature.as_str());
            self.report(found.before(&path).losing(self.lost_of([Owner::Feature(at)])));
        }
        for feature in new.iter().filter(|feature| !old.contains(feature)) {
            let message = format!("there is a feature `{}`", feature.as_str());
            self.report(Found::new(RuleId::FeatureAdded, message).about(Part::Feature, feature.as_str()).now(&path));
        }
    }
}

/// Whether errors are sent with their page as the type.
pub(super) fn sends_pages(catalogue: &Catalogue) -> bool {
    matches!(catalogue.wire, Wire::Problem)
}

pub(super) fn page(url: Option<&String>) -> String {
    url.map_or_else(|| "none".to_owned(), |url| format!("`{url}`"))
}

fn format(wire: &Wire) -> &'static str {
    match wire {
        Wire::Kratos => "`kratos`",
        Wire::Problem => "`problem`",
        Wire::Envelope(_) => "an envelope of the catalogue's own",
    }
}
