//! What an object says about an error, in any of the formats that errors are written in.

use ::core::mem::take;

use super::alloc::borrow::Cow;
use super::alloc::string::ToString;
use super::alloc::vec::Vec;
use super::foreign;
use super::raw::{Members, Raw, find};
use super::received::Parts;
use super::wire_settings::{FALLBACK, IS_PROBLEM, type_of};
use super::{envelopes, error, parse, rpc};

/// The members of a problem that RFC 9457 defines, and the name of the code.
const OF_PROBLEM: [&str; 6] = ["type", "title", "status", "detail", "instance", "code"];

/// The member of a problem that has the violations, as in the example in RFC 9457.
pub(super) const VIOLATIONS: &str = "errors";

/// Whether a param or metadata with this name gets a `_` appended in a problem.
pub(super) fn is_taken(name: &str) -> bool {
    let name = name.trim_end_matches('_');
    OF_PROBLEM.contains(&name) || name == VIOLATIONS
}

/// Whether a member is read even if there are too many others.
pub(super) fn is_needed(name: &str) -> bool {
    ["reason", "metadata", "details", "error"].contains(&name)
        || is_taken(name)
        || foreign::is_message(name)
        || type_of(name).is_some()
}

/// What an object says, whatever its format is.
pub(super) fn parts(members: Members<'_>) -> Parts<'_> {
    let members = match envelopes::parts(members) {
        Ok(parts) => return parts,
        Err(members) => members,
    };
    // Connect has a text as its `code` too.
    let mut members = match rpc::parts(members) {
        Ok(parts) => return parts,
        Err(members) => members,
    };
    if is_problem(&members) {
        return problem(take_text(&mut members, "code"), members);
    }
    if let Some(reason) = take_text(&mut members, "reason").or_else(|| take_text(&mut members, "code")) {
        return kratos(reason, members);
    }
    if let Some(code) = find(&members, "type").and_then(Raw::as_text).and_then(parse::with_page) {
        return problem(Some(Cow::Borrowed(code.as_str())), members);
    }
    foreign::parts(members)
}

/// The text of the last member with this name, unless it is empty. The member stays, with an empty text.
fn take_text<'a>(members: &mut Members<'a>, name: &str) -> Option<Cow<'a, str>> {
    let (_, value) = members.iter_mut().rev().find(|(member, _)| member == name)?;
    if let Raw::Text(text) = value { Some(take(text)).filter(|text| !text.is_empty()) } else { None }
}

/// Whether the code is in `code` rather than in `reason`, and the params are members.
fn is_problem(members: &Members<'_>) -> bool {
    let has = |name: &&str| find(members, name).is_some();
    let text = |name: &str| find(members, name).and_then(Raw::as_text);
    let Some(Raw::Text(code)) = find(members, "code") else { return false };
    let has_metadata = find(members, "metadata").and_then(Raw::as_members).is_some();
    let has_any = ["type", "title", "detail"].iter().any(has);
    match text("reason") {
        _ if code.is_empty() => ["type", "status", "detail"].iter().all(has),
        None => has_any || IS_PROBLEM && !has_metadata,
        // A problem may have metadata with this name.
        Some(_) => ["type", "title", "status"].iter().all(has) || has_any && !has_metadata && text("message").is_none(),
    }
}

/// `{"code": 400, "reason": "…", "message": "…", "metadata": {…}}`
fn kratos<'a>(reason: Cow<'a, str>, members: Members<'a>) -> Parts<'a> {
    let has_message = find(&members, "message").and_then(Raw::as_text).is_some();
    let has_code =
        find(&members, "code").is_some_and(|code| code.as_text().is_none() && code.as_http_status().is_some());
    let is_known = parse::with_name(&reason).is_some();
    let mut parts = Parts { reason: Some(reason), is_text: true, ..Parts::default() };
    let mut others = Vec::new();
    for (name, value) in members {
        match (&*name, value) {
            ("code" | "reason", Raw::Text(_)) => {}
            ("code", value) => parts.http_status = value.as_http_status().or(parts.http_status),
            ("status", value) if !has_code && value.as_http_status().is_some() => {
                parts.http_status = value.as_http_status();
            }
            ("message", Raw::Text(text)) => parts.message = Some(text),
            ("detail", Raw::Text(text)) if !has_message => parts.message = Some(text),
            ("metadata", Raw::Map(metadata)) => parts.metadata = metadata,
            ("metadata", Raw::Null) => parts.metadata = Vec::new(),
            (_, value) => others.push((name, value)),
        }
    }
    // That of a known code is in the catalogue.
    if parts.message.is_none() && !is_known {
        parts.message = foreign::message(&others).map(Cow::Owned);
    }
    parts.others = others;
    parts
}

/// `{"type": "…", "title": "…", "status": 400, "detail": "…", "code": "…", …}`; the others are params and metadata.
fn problem<'a>(reason: Option<Cow<'a, str>>, members: Members<'a>) -> Parts<'a> {
    let has_detail = ::core::matches!(find(&members, "detail"), Some(Raw::Text(_)));
    let known = reason.as_deref().and_then(parse::with_name);
    let code = known.or(FALLBACK);
    let is_param = |name: &str| code.is_some_and(|code| error::param_names(code).any(|param| param == name));
    let mut parts = Parts { reason, ..Parts::default() };
    for (name, value) in members {
        match (&*name, value) {
            ("code", Raw::Text(_)) => {}
            ("status", value) => parts.http_status = value.as_http_status(),
            ("detail", Raw::Text(text)) => parts.message = Some(text),
            ("message", Raw::Text(text)) if !has_detail => parts.message = Some(text),
            // A known code has those of the catalogue.
            ("type" | "title", _) if known.is_some() => {}
            ("type", Raw::Text(text)) if text == "about:blank" => {}
            // A param with one of these names is sent with a `_`.
            ("type" | "title" | "instance", _) if is_param(&name) => {}
            (VIOLATIONS, value @ Raw::List(_)) => parts.violations = Some(value),
            (_, value) => parts.metadata.push((unescaped(name), value)),
        }
    }
    if parts.message.is_none() && known.is_none() {
        parts.message = foreign::message(&parts.metadata).map(Cow::Owned);
    }
    parts
}

/// The name of a param or of metadata, from that of a member.
pub(super) fn unescaped(name: Cow<'_, str>) -> Cow<'_, str> {
    match name.strip_suffix('_') {
        Some(rest) if is_taken(&name) => Cow::Owned(rest.to_string()),
        _ => name,
    }
}
