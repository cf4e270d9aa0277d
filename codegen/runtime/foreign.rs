//! What an object says that has no code: its message and its status.

use super::alloc::borrow::Cow;
use super::alloc::string::{String, ToString};
use super::formats::{VIOLATIONS, unescaped};
use super::raw::{Members, Raw};
use super::received::Parts;

/// Where programs put a message, the best place first.
const MESSAGES: [&str; 11] = [
    "message",
    "detail",
    "title",
    "msg",
    "error_description",
    "error_message",
    "errorMessage",
    "errorMessages",
    "error_msg",
    "errmsg",
    "description",
];

/// And before them in a problem.
const OF_PROBLEMS: [&str; 2] = ["detail", "title"];

/// Where programs put an object that says more, besides the places for messages.
const PLACES: [&str; 2] = ["error", VIOLATIONS];

/// Where programs put the HTTP status.
const STATUSES: [&str; 4] = ["status", "statusCode", "status_code", "code"];

/// Its message and its status, and all the rest as metadata.
pub(super) fn parts(members: Members<'_>) -> Parts<'_> {
    let place = own_message(&members).map(|(name, _)| name.to_string());
    let inner = if place.is_none() { inner_message(&members) } else { None };
    let message = inner.map(|text| Cow::Owned(text.to_string()));
    let mut parts = Parts { http_status: http_status(&members), message, is_text: true, ..Parts::default() };
    for (name, value) in members {
        match (&*name, value) {
            (name, Raw::Text(text)) if Some(name) == place.as_deref() => parts.message = Some(text),
            (name, Raw::Text(text)) if text.is_empty() && (["reason", "code"].contains(&name) || is_message(name)) => {}
            (name, value) if STATUSES.contains(&name) && value.as_http_status().is_some() => {}
            ("type", Raw::Text(text)) if text == "about:blank" => {}
            ("metadata", Raw::Map(metadata)) => parts.metadata.extend(metadata),
            (VIOLATIONS, value @ Raw::List(_)) => parts.violations = Some(value),
            (_, value) => parts.metadata.push((unescaped(name), value)),
        }
    }
    parts
}

/// The message that members say, or what is in them.
pub(super) fn message(members: &Members<'_>) -> Option<String> {
    let own = own_message(members).map(|(_, text)| text);
    own.or_else(|| inner_message(members)).map(ToString::to_string)
}

/// Whether this is one of the names of messages, in any case.
pub(super) fn is_message(name: &str) -> bool {
    MESSAGES.iter().any(|message| message.eq_ignore_ascii_case(name))
}

/// The last member with this name, in any case.
fn find<'m, 'a>(members: &'m Members<'a>, name: &str) -> Option<(&'m str, &'m Raw<'a>)> {
    let (name, value) = members.iter().rev().find(|(member, _)| member.eq_ignore_ascii_case(name))?;
    Some((name, value))
}

/// The name of the message and its text.
fn own_message<'m>(members: &'m Members<'_>) -> Option<(&'m str, &'m str)> {
    let is_problem = find(members, "type").is_some_and(|(_, value)| value.as_text().is_some());
    let of_problems = OF_PROBLEMS.iter().filter(|_| is_problem);
    of_problems.chain(&MESSAGES).find_map(|name| {
        let (name, value) = find(members, name)?;
        Some((name, value.as_text()?))
    })
}

/// The message of what is in an object: of its `error`, of the first of several, or of all there is.
fn inner_message<'m>(members: &'m Members<'_>) -> Option<&'m str> {
    inner(members).find_map(message_in)
}

fn message_in<'m>(value: &'m Raw<'_>) -> Option<&'m str> {
    match value {
        Raw::List(elements) => elements.first().and_then(message_in),
        Raw::Map(members) => {
            let own = own_message(members).map(|(_, text)| text);
            own.or_else(|| find(members, "reason")?.1.as_text()).or_else(|| inner_message(members))
        }
        _ => value.as_text(),
    }
}

/// The HTTP status, if the object or what is in it says one.
fn http_status(members: &Members<'_>) -> Option<u16> {
    let own = STATUSES.iter().find_map(|name| find(members, name)?.1.as_http_status());
    own.or_else(|| inner(members).find_map(status_in))
}

fn status_in(value: &Raw<'_>) -> Option<u16> {
    match value {
        Raw::List(elements) => elements.first().and_then(status_in),
        Raw::Map(members) => http_status(members),
        _ => None,
    }
}

/// The values in which an object says more about its error, each once.
fn inner<'m, 'a>(members: &'m Members<'a>) -> impl Iterator<Item = &'m Raw<'a>> {
    let places = MESSAGES.iter().chain(&PLACES).filter_map(move |name| find(members, name));
    let is_place = |name: &str| is_message(name) || PLACES.iter().any(|place| place.eq_ignore_ascii_case(name));
    let only = match &**members {
        [(name, value @ (Raw::List(_) | Raw::Map(_)))] if !is_place(name) => Some(value),
        _ => None,
    };
    places.map(|(_, value)| value).chain(only)
}
