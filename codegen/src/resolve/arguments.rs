//! The arguments of a code's constructor: which params, and in what order.

use std::collections::{HashMap, HashSet};

use super::params::Params;
use crate::catalogue::{ParamId, ParamType};
use crate::decode::{CodeDraft, SpannedText};
use crate::diagnostics::{Sink, claim_unique};
use crate::rules::RuleId;

/// Nobody can call a constructor with more.
pub(crate) const MAX_PARAMS: usize = 64;

/// The params of a code: first those that it lists, then those that only its message shows.
pub(super) struct Arguments {
    params: Vec<ParamId>,
    seen: HashSet<ParamId>,
    listed: usize,
}

impl Arguments {
    /// The params that the code lists, without duplicates.
    pub(super) fn listed(draft: &CodeDraft<'_, '_>, declared: &Params<'_>, sink: &mut Sink) -> Self {
        let mut params = Vec::new();
        let mut seen = HashMap::new();
        for SpannedText { value: name, span } in draft.params.as_ref().given().into_iter().flatten() {
            let Some(param) = declared.find(name) else {
                params.extend(declared.report_unknown(name, *span, sink));
                continue;
            };
            if let Some(first) = claim_unique(&mut seen, param, *span) {
                sink.report_second(RuleId::DuplicateName, [first, *span], format!("duplicate param `{name}`"));
            } else {
                params.push(param);
            }
        }
        Self { listed: params.len(), seen: params.iter().copied().collect(), params }
    }

    /// Adds a param that the message shows, unless it is already an argument.
    pub(super) fn add(&mut self, param: ParamId) {
        if self.seen.insert(param) {
            self.params.push(param);
        }
    }

    /// The arguments in their order: as listed, the others as declared.
    pub(super) fn ordered(mut self, draft: &CodeDraft<'_, '_>, declared: &Params<'_>, sink: &mut Sink) -> Vec<ParamId> {
        // By order of use, a reworded message would swap two arguments of one type, and no compiler would say a word.
        self.params[self.listed..].sort_unstable();
        let count = self.params.len();
        if count > MAX_PARAMS {
            let message = format!("a code can have at most {MAX_PARAMS} params, `{}` has {count}", draft.name.value);
            sink.report(RuleId::TooLarge, draft.name.span, message);
        }
        check_violations(&self.params, draft, declared, sink);
        self.params
    }
}

/// On the wire, violations have a place of their own, and there is only one.
fn check_violations(params: &[ParamId], draft: &CodeDraft<'_, '_>, declared: &Params<'_>, sink: &mut Sink) {
    let declarations = params.iter().map(|&param| declared.declaration(param));
    let mut violations = declarations.filter(|param| param.kind == ParamType::Violations);
    let (Some(first), Some(second)) = (violations.next(), violations.next()) else { return };
    let message = format!(
        "`{}` has two params of the type `violations`: `{}` and `{}`",
        draft.name.value, first.name.value, second.name.value
    );
    let finding = sink.report(RuleId::SeveralViolations, draft.name.span, message);
    finding.help = Some("put all fields into one of them".to_owned());
}
