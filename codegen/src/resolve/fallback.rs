//! The fallback: its codes, in the order in which they are looked for.

use super::CodeIds;
use crate::catalogue::{Code, CodeId, Fallback};
use crate::decode::{Draft, FallbackDraft};
use crate::diagnostics::Sink;
use crate::format::catalogue;
use crate::rules::RuleId;

/// The code for everything that has none by its status, and those for some statuses: exact statuses first.
pub(super) fn resolve(
    draft: &FallbackDraft<'_>,
    codes: &CodeIds<'_>,
    sink: &mut Sink,
) -> (Option<CodeId>, Vec<Fallback>) {
    let mut resolve = |name| codes.resolve(name, &catalogue::FALLBACK, sink);
    let other = draft.other.as_ref().and_then(&mut resolve);
    let by_status = draft.by_status.iter();
    let mut fallbacks: Vec<_> = by_status
        .filter_map(|(statuses, name)| Some(Fallback { statuses: statuses.clone(), code: resolve(name)? }))
        .collect();
    fallbacks.sort_by_key(|Fallback { statuses, .. }| (statuses.len() > 1, *statuses.start()));
    (other, fallbacks)
}

/// Reports internal codes that can't go out as the fallback: there is none, or it is internal too.
pub(super) fn check_internal(draft: &Draft<'_, '_>, ids: &CodeIds<'_>, codes: &[Code], sink: &mut Sink) {
    let fallback = &draft.head.fallback;
    let named = fallback.by_status.iter().map(|(_, name)| name).chain(&fallback.other);
    for name in named {
        if ids.by_name.get(&*name.value).is_some_and(|id| codes[id.index()].internal) {
            let message = format!("the fallback `{}` is internal", name.value);
            let finding = sink.report(RuleId::InternalFallback, name.span, message);
            finding.help = Some("choose a code that everybody may see".to_owned());
        }
    }
    if !fallback.is_missing {
        return;
    }
    for span in draft.codes.iter().filter_map(|code| code.internal) {
        let message = "an internal error is sent as the fallback, and the catalogue has none".to_owned();
        let finding = sink.report(RuleId::InternalFallback, span, message);
        finding.help = Some("name a code as the `fallback` in `catalogue`".to_owned());
    }
}
