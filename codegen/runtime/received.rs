//! Turning what was received into an error of this catalogue.

use ::core::fmt;

use super::alloc::collections::BTreeSet;
use super::alloc::string::{String, ToString};
use super::alloc::vec::Vec;
use super::code::ErrorCode;
use super::error::{self, Error, Received};
use super::message;
use super::parse::{self, UnknownErrorCode};
use super::tables::is_sensitive;
use super::text::{self, Joined};
use super::value::{Owned, Type, Value};
use super::violation::Violation;
use super::wire_settings::{FALLBACK, IS_PROBLEM, PARAMS};

/// A value as received, before its meaning is known.
pub(super) enum Raw {
    Null,
    Text(String),
    Int(i64),
    Uint(u64),
    /// A number that fits neither of them.
    Number(String),
    Bool(bool),
    List(Vec<String>),
    Violation(Violation),
    Violations(Vec<Violation>),
    Map(Members),
    /// A value that can be neither a param nor metadata.
    Other,
}

/// Names and values, in the order in which they were received.
pub(super) type Members = Vec<(String, Raw)>;

/// Why a value is not an error of this catalogue.
pub(super) enum Unread {
    NoReason,
    Unknown(UnknownErrorCode),
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoReason => f.write_str("not an error body: neither `reason` nor `code` is a name"),
            Self::Unknown(unknown) => unknown.fmt(f),
        }
    }
}

/// An error as received.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) reason: String,
    pub(super) http_status: Option<u16>,
    pub(super) message: Option<String>,
    pub(super) metadata: Members,
    /// The violations, if the format has a place for them.
    pub(super) violations: Option<Raw>,
    /// Whether the metadata contains only texts, so that a text can also be a number, a boolean or a list.
    pub(super) is_text: bool,
}

/// The members of a problem that can be neither params nor metadata.
const MEMBERS: [&str; 6] = ["type", "title", "status", "detail", "instance", "code"];

/// The member of a problem that has the violations, as in the example in RFC 9457.
pub(super) const VIOLATIONS: &str = "errors";

/// The code with this name or alias, or else the fallback.
pub(super) fn code(reason: &str) -> Result<ErrorCode, UnknownErrorCode> {
    known_or_fallback(parse::with_name(reason), reason)
}

fn known_or_fallback(known: Option<ErrorCode>, reason: &str) -> Result<ErrorCode, UnknownErrorCode> {
    known.or(FALLBACK).ok_or_else(|| UnknownErrorCode::new(reason))
}

/// The type of a param of the catalogue.
pub(super) fn type_of(param: &str) -> Option<Type> {
    let at = PARAMS.binary_search_by(|(name, _)| (*name).cmp(param)).ok()?;
    Some(PARAMS[at].1)
}

/// Whether a param or metadata with this name gets a `_` appended in a problem.
pub(super) fn is_taken(name: &str) -> bool {
    let name = name.trim_end_matches('_');
    MEMBERS.contains(&name) || name == VIOLATIONS
}

/// Reads an error from an object in either format.
pub(super) fn error(members: Members) -> Result<Error, Unread> {
    let has = |name: &&str| find(&members, name).is_some();
    let text = |name: &str| find(&members, name).and_then(Raw::as_text);
    let is_code_a_name = text("code").is_some_and(|code| !code.is_empty());
    let is_problem = is_code_a_name
        && match text("reason") {
            None => {
                let is_kratos = ::core::matches!(find(&members, "metadata"), Some(Raw::Map(_)));
                ["type", "title", "detail"].iter().any(has) || IS_PROBLEM && !is_kratos
            }
            // A problem may have metadata with this name.
            Some(_) => ["type", "title", "status"].iter().all(has),
        };
    let parts = match text("reason") {
        _ if is_problem => problem(members),
        Some(reason) if !(reason.is_empty() && is_code_a_name) => kratos("reason", members),
        _ if is_code_a_name => kratos("code", members),
        _ => return Err(Unread::NoReason),
    };
    parts.into_error().map_err(Unread::Unknown)
}

fn kratos(reason: &str, members: Members) -> Parts {
    let mut parts = Parts { is_text: true, ..Parts::default() };
    let (mut status, mut detail) = (None, None);
    for (name, value) in members {
        match (&*name, value) {
            (name, Raw::Text(text)) if name == reason => parts.reason = text,
            ("code", Raw::Uint(number)) => parts.http_status = http_status(number),
            ("status", Raw::Uint(number)) => status = http_status(number),
            ("message", Raw::Text(text)) => parts.message = Some(text),
            ("detail", Raw::Text(text)) => detail = Some(text),
            ("metadata", Raw::Map(metadata)) => parts.metadata = metadata,
            _ => {}
        }
    }
    parts.http_status = parts.http_status.or(status);
    parts.message = parts.message.or(detail);
    parts
}

fn problem(members: Members) -> Parts {
    let message = if ::core::matches!(find(&members, "detail"), Some(Raw::Text(_))) { "detail" } else { "message" };
    let mut parts = Parts::default();
    for (mut name, value) in members {
        match (&*name, value) {
            ("code", Raw::Text(text)) => parts.reason = text,
            ("status", Raw::Uint(number)) => parts.http_status = http_status(number),
            (name, Raw::Text(text)) if name == message => parts.message = Some(text),
            (member, _) if MEMBERS.contains(&member) => {}
            (VIOLATIONS, value @ (Raw::Violations(_) | Raw::List(_))) => parts.violations = Some(value),
            (_, value) => {
                if is_taken(&name) {
                    name.pop();
                }
                parts.metadata.push((name, value));
            }
        }
    }
    parts
}

fn find<'m>(members: &'m Members, name: &str) -> Option<&'m Raw> {
    members.iter().rev().find(|(member, _)| member == name).map(|(_, value)| value)
}

/// The number, if it is an HTTP status.
pub(super) fn http_status(number: u64) -> Option<u16> {
    ::core::convert::TryFrom::try_from(number).ok().filter(|status| (100..1000).contains(status))
}

impl Parts {
    pub(super) fn into_error(self) -> Result<Error, UnknownErrorCode> {
        let Self { reason, http_status, message, metadata: members, violations, is_text } = self;
        let known = parse::with_name(&reason);
        let code = known_or_fallback(known, &reason)?;
        let mut given = Vec::new();
        let mut metadata = Vec::new();
        let violations = violations.map(|violations| {
            let mut params = error::param_names(code);
            let param = params.find(|param| type_of(param) == Some(Type::Violations));
            (param.unwrap_or(VIOLATIONS).to_string(), violations)
        });
        for (name, value) in last_of_each(members).into_iter().chain(violations) {
            let param = error::param_names(code).find(|param| *param == name);
            match (param, value) {
                (_, Raw::Null) => {}
                // The sender should not have sent it.
                _ if is_sensitive(&name) => {}
                (Some(param), value) => {
                    given.push((param, type_of(param).and_then(|kind| value.typed(kind, is_text))));
                }
                (None, value) => metadata.extend(value.into_text().map(|text| (name.into(), text.into()))),
            }
        }
        let is_open = |param: &&str| !is_sensitive(param) && given.iter().all(|(given, _)| given != param);
        let mut params = match &message {
            // The template of an unknown code is unknown too.
            Some(message) if known.is_some() && error::param_names(code).any(|param| is_open(&param)) => {
                message::read(code, &given, message)
            }
            _ => Vec::new(),
        };
        params.extend(given.into_iter().filter_map(|(param, value)| Some((param, value?))));
        let ordered = error::param_names(code).map(|name| {
            let at = params.iter().position(|(param, _)| *param == name);
            at.map_or((name, Owned::Absent), |at| params.swap_remove(at))
        });
        let params = ordered.collect();
        let received = Received {
            reason: (reason != code.as_str()).then(|| reason.into()),
            http_status,
            message: message.map(Into::into),
            raw_body: None,
        };
        Ok(error::from_wire(code, params, metadata, received))
    }
}

/// Of members with the same name, keeps the last.
fn last_of_each(mut members: Members) -> Members {
    let mut seen = BTreeSet::new();
    members.reverse();
    members.retain(|(name, _)| seen.insert(name.clone()));
    members.reverse();
    members
}

impl Raw {
    fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(super) fn into_string(self) -> Option<String> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The value of a param, unless it has another type.
    fn typed(self, kind: Type, is_text: bool) -> Option<Owned> {
        match (kind, self) {
            (Type::Str, Self::Text(text)) => Some(Owned::Str(text.into())),
            (Type::Int, Self::Int(number)) => Some(Owned::Int(number)),
            (Type::Int, Self::Uint(number)) => ::core::convert::TryFrom::try_from(number).ok().map(Owned::Int),
            (Type::Uint, Self::Uint(number)) => Some(Owned::Uint(number)),
            (Type::Float, value) => value.as_float(is_text).map(Owned::Float),
            (Type::Bool, Self::Bool(flag)) => Some(Owned::Bool(flag)),
            (Type::List, Self::List(elements)) => Some(Owned::list(elements)),
            (Type::Violations, Self::Violations(violations)) => Some(Owned::Violations(violations)),
            (Type::Violations, Self::List(elements)) if elements.is_empty() => Some(Owned::Violations(Vec::new())),
            (Type::Int, Self::Text(text)) if is_text => text.parse().ok().map(Owned::Int),
            (Type::Uint, Self::Text(text)) if is_text => text.parse().ok().map(Owned::Uint),
            (Type::Bool, Self::Text(text)) if is_text => text.parse().ok().map(Owned::Bool),
            (Type::List, Self::Text(joined)) if is_text => Some(Owned::List(text::split(&joined))),
            (Type::Violations, Self::Text(joined)) if is_text => text::violations(&joined).map(Owned::Violations),
            _ => None,
        }
    }

    /// From a text in any notation; in a problem only from those that JSON has no number for.
    fn as_float(&self, is_text: bool) -> Option<f64> {
        let text = match self {
            Self::Int(number) => &number.to_string(),
            Self::Uint(number) => &number.to_string(),
            Self::Number(text) => text,
            Self::Text(text) if is_text || ::core::matches!(&**text, "NaN" | "Infinity" | "-Infinity") => text,
            _ => return None,
        };
        // A number that is too large is not infinite.
        text.parse().ok().filter(|number: &f64| number.is_finite() || !text.contains(|c: char| c.is_ascii_digit()))
    }

    fn into_text(self) -> Option<String> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text),
            Self::Int(number) => Some(number.to_string()),
            Self::Uint(number) => Some(number.to_string()),
            Self::Bool(flag) => Some(flag.to_string()),
            Self::Violations(violations) => Some(Joined(Value::Violations(&violations)).to_string()),
            Self::Null | Self::List(_) | Self::Violation(_) | Self::Map(_) | Self::Other => None,
        }
    }
}
