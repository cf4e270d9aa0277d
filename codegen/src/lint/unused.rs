//! `unused-code`: codes that no operation answers with. `unused-param` and `unused-attribute`: declarations that no code
//! uses.

use std::collections::HashSet;

use super::Lints;
use crate::catalogue::{Catalogue, CodeId, ParamId};
use crate::decode::{CodeDraft, Draft, Field, SpannedText};
use crate::rules::RuleId;

pub(super) fn check_codes(draft: &Draft<'_, '_>, catalogue: &Catalogue, lints: &mut Lints<'_>) {
    if catalogue.operations.is_empty() || !has_known_operations(draft) {
        return;
    }
    let fallbacks = catalogue.fallbacks.iter().map(|fallback| fallback.code).chain(catalogue.fallback);
    let of_operations = catalogue.operations.iter().flat_map(|operation| operation.errors.iter().copied());
    let used: HashSet<_> = of_operations.chain(fallbacks).collect();
    let is_used = |index: usize| used.contains(&CodeId::new(index));
    for (_, code) in draft.codes.iter().enumerate().filter(|(index, _)| !is_used(*index)) {
        let message = format!("no operation answers with `{}`", code.name.value);
        let finding = lints.report(RuleId::UnusedCode, &code.allow, code.name.span, message);
        if let Some(finding) = finding {
            finding.help = Some("list it under `errors` of an operation, or remove it".to_owned());
        }
    }
}

/// Whether all that operations and groups list is known. What an unknown name means is not.
fn has_known_operations(draft: &Draft<'_, '_>) -> bool {
    let codes = draft.codes.iter().map(|code| &*code.name.value);
    let (Field::Given(_) | Field::Missing, Field::Given(operations)) = (&draft.groups, &draft.operations) else {
        return false;
    };
    let groups = draft.groups.as_ref().given().map_or(&[][..], Vec::as_slice);
    let names: HashSet<_> = codes.chain(groups.iter().map(|group| &*group.name.value)).collect();
    let is_known = |errors: &Field<Vec<SpannedText<'_>>>| {
        let errors = errors.as_ref().given();
        errors.is_some_and(|errors| errors.iter().all(|name| names.contains(&*name.value)))
    };
    groups.iter().all(|group| is_known(&group.errors)) && operations.iter().all(|operation| is_known(&operation.errors))
}

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
