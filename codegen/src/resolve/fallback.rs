//! The fallback: its codes, in the order in which they are looked for.

use super::CodeIds;
use crate::catalogue::{CodeId, Fallback};
use crate::decode::FallbackDraft;
use crate::diagnostics::Sink;
use crate::format::catalogue;

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
