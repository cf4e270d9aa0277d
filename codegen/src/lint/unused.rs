//! `unused-param` and `unused-attribute`: declarations that no code uses.

use std::collections::HashSet;

use super::Lints;
use crate::catalogue::{Catalogue, ParamId};
use crate::decode::{CodeDraft, Draft, Field};
use crate::rules::RuleId;

pub(super) fn check_attributes(draft: &Draft<'_, '_>, lints: &mut Lints<'_>) {
    let Field::Given(attributes) = &draft.attributes else { return };
    let declared: HashSet<&str> = attributes.iter().map(|attribute| &*attribute.name.value).collect();
    let given = draft.codes.iter().map(|code| code.attributes.as_ref());
    let given: HashSet<&str> =
        given.filter_map(Field::given).flatten().map(|attribute| &*attribute.name.value).collect();
    let is_unknown = |code: &CodeDraft<'_, '_>| code.attributes.is_broken();
    // What such a code gives, or means to give, is unknown.
    if draft.codes.is_empty() || draft.codes.iter().any(is_unknown) || !given.is_subset(&declared) {
        return;
    }
    for attribute in attributes {
        let name = &*attribute.name.value;
        // Without a default every code must give it.
        if matches!(attribute.default, Field::Given(_)) && !given.contains(name) {
            let message = format!("no code gives the attribute `{name}`");
            lints.report(RuleId::UnusedAttribute, &[], attribute.name.span, message);
        }
    }
}

pub(super) fn check_params(draft: &Draft<'_, '_>, catalogue: &Catalogue, lints: &mut Lints<'_>) {
    let Field::Given(params) = &draft.params else { return };
    // What an unreadable code would use is unknown.
    if draft.codes.is_empty() || !draft.codes.iter().all(CodeDraft::has_known_params) {
        return;
    }
    let used: HashSet<_> = catalogue.codes.iter().flat_map(|code| &code.params).collect();
    for (index, param) in params.iter().enumerate().filter(|(index, _)| !used.contains(&ParamId::new(*index))) {
        let message = format!("no code uses the param `{}`", catalogue.params[index].name);
        lints.report(RuleId::UnusedParam, &[], param.name.span, message);
    }
}
