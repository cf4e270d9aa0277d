//! What the catalogue's own objects say.

use super::alloc::borrow::Cow;
use super::alloc::string::ToString;
use super::alloc::vec::Vec;
use super::envelope::Envelope;
use super::parse;
use super::raw::{Members, Raw, find};
use super::received::Parts;
use super::wire_settings::{ENVELOPE, with_number};

/// What the catalogue's own object says, if it is there.
pub(super) fn parts(members: Members<'_>) -> Result<Parts<'_>, Members<'_>> {
    let Some(own) = ENVELOPE.as_ref().filter(|own| is_there(own, &members)) else { return Err(members) };
    let mut parts = Parts { is_text: true, ..Parts::default() };
    let mut number = None;
    for (name, value) in into_object(members, own.at, &mut parts.others) {
        let is = |member: Option<&str>| member == Some(&*name);
        match value {
            Raw::Text(text) if is(own.code) => parts.reason = Some(text).filter(|text| !text.is_empty()),
            Raw::Text(text) if is(own.message) => parts.message = Some(text),
            Raw::Map(params) if is(own.params) => parts.metadata = params,
            found if is(own.number) => number = found.as_number(),
            found if is(own.status) => parts.http_status = found.as_http_status(),
            found => parts.others.push((name, found)),
        }
    }
    let is_known = parts.reason.as_deref().is_some_and(|reason| parse::with_name(reason).is_some());
    if let Some(number) = number.filter(|_| !is_known) {
        parts.reason = match with_number(number) {
            Some(code) => Some(Cow::Borrowed(code.as_str())),
            None => parts.reason.or_else(|| Some(Cow::Owned(number.to_string()))),
        };
    }
    Ok(parts)
}

/// Whether the object is where the catalogue says; if that is everywhere, whether it has a code, even an empty one.
fn is_there(own: &Envelope, members: &Members<'_>) -> bool {
    let has = |member: Option<&str>| member.is_some_and(|name| find(members, name).is_some());
    if own.at.is_empty() { has(own.code) || has(own.number) } else { has_object(members, own.at) }
}

fn has_object(members: &Members<'_>, path: &[&str]) -> bool {
    let [name, path @ ..] = path else { return true };
    match (find(members, name), path) {
        (Some(Raw::Map(inner)), path) => has_object(inner, path),
        (Some(Raw::List(elements)), ["0", path @ ..]) => {
            elements.first().and_then(Raw::as_members).is_some_and(|inner| has_object(inner, path))
        }
        _ => false,
    }
}

/// The object at the end of a path, and what is around it.
fn into_object<'a>(members: Members<'a>, path: &[&str], around: &mut Members<'a>) -> Members<'a> {
    let [name, path @ ..] = path else { return members };
    let mut object = Vec::new();
    for (member, value) in members {
        match (value, path) {
            (Raw::Map(inner), path) if member == *name => object = into_object(inner, path, around),
            (Raw::List(elements), ["0", path @ ..]) if member == *name => {
                if let Some(Raw::Map(inner)) = elements.into_iter().next() {
                    object = into_object(inner, path, around);
                }
            }
            (value, _) => around.push((member, value)),
        }
    }
    object
}
