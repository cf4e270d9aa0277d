//! What depends on all codes of a draft, once they are known.

use std::collections::HashSet;

use super::attributes::attributes;
use super::draft::{Code, DefaultStatus, Draft};
use crate::diagnostics::Sink;
use crate::render::rust::ident::{snake, variant};
use crate::rules::RuleId;

/// Makes a draft of codes a valid catalogue. `http_status` is that of codes that have none.
pub(super) fn settle(draft: &mut Draft, http_status: Option<u16>, sink: &mut Sink) {
    settle_numbers(draft, sink);
    settle_internal(draft, sink);
    drop_taken_aliases(&mut draft.codes, sink);
    name_in_rust(&mut draft.codes);
    let lacks_status = draft.codes.iter().any(|code| code.http_status.is_none());
    draft.http_status =
        lacks_status.then(|| DefaultStatus { status: http_status.unwrap_or(500), is_guessed: http_status.is_none() });
    draft.attributes = attributes(&draft.codes);
}

/// Either all codes have a number or none has.
fn settle_numbers(draft: &mut Draft, sink: &mut Sink) {
    let codes = &mut draft.codes;
    let numbers: HashSet<_> = codes.iter().filter_map(|code| code.number).collect();
    let lacking: Vec<_> = codes.iter().filter(|code| code.number.is_none()).map(|code| code.span).collect();
    let count = codes.len() - lacking.len();
    if count > 0 && !lacking.is_empty() {
        let text = format!("this code has no number, and {count} others have one, so the catalogue has no numbers");
        sink.report(RuleId::NotImported, lacking[0], text);
        for code in codes {
            code.number = None;
        }
    } else {
        draft.shares_numbers = numbers.len() < count;
    }
    draft.is_by_number &= count > 0 && lacking.is_empty() && !draft.shares_numbers;
}

/// In place of an internal code another one is sent: a failure of the server, or else the first one.
fn settle_internal(draft: &mut Draft, sink: &mut Sink) {
    let (internal, public): (Vec<_>, Vec<_>) = draft.codes.iter().partition(|code| code.is_internal);
    if internal.is_empty() {
        return;
    }
    let fallback = public.iter().find(|code| code.http_status == Some(500)).or(public.first());
    draft.fallback = fallback.map(|code| code.name.clone());
    if draft.fallback.is_none() {
        for code in draft.codes.drain(..) {
            let text = format!("`{}` is internal, and no other code could be sent in its place", code.name);
            sink.report(RuleId::NotImported, code.span, text);
        }
    }
}

/// An alias is a name, which only one code can have.
fn drop_taken_aliases(codes: &mut [Code], sink: &mut Sink) {
    let mut names: HashSet<String> = codes.iter().map(|code| code.name.clone()).collect();
    for code in codes {
        let (free, taken): (Vec<_>, Vec<_>) =
            std::mem::take(&mut code.aliases).into_iter().partition(|alias| names.insert(alias.clone()));
        code.aliases = free;
        for alias in taken {
            sink.report(RuleId::NotImported, code.span, format!("the alias `{alias}` is another code's name"));
        }
    }
}

/// Gives names in Rust to codes whose own would be the same as another's.
fn name_in_rust(codes: &mut [Code]) {
    let mut taken = HashSet::new();
    for code in codes {
        let own = code.rust_name.clone().unwrap_or_else(|| variant(&code.name, "Code"));
        if taken.insert(snake(&own)) {
            continue;
        }
        let numbered = (2..).map(|number| format!("{}{number}", own.trim_end_matches('_')));
        code.rust_name = numbered.into_iter().find(|name| taken.insert(snake(name)));
    }
}
