//! Turning what was received into an error of this catalogue.

use ::core::fmt;
use ::core::time::Duration;

use super::alloc::borrow::Cow;
use super::alloc::boxed::Box;
use super::alloc::string::String;
use super::alloc::vec::Vec;
use super::code::ErrorCode;
use super::error::{self, Error, REDACTED, Received};
use super::formats::VIOLATIONS;
use super::message;
use super::parse::{self, UnknownErrorCode};
use super::raw::{Members, Raw, is_error_status};
use super::tables::is_sensitive;
use super::value::{Owned, Type};
use super::wire_settings::{FALLBACK, FALLBACKS, PARAMS};

/// An error as received.
#[derive(Default)]
pub(super) struct Parts<'a> {
    /// The name of the code, if there is one.
    pub(super) reason: Option<Cow<'a, str>>,
    pub(super) http_status: Option<u16>,
    pub(super) message: Option<Cow<'a, str>>,
    pub(super) metadata: Members<'a>,
    /// What the format has no place for; the metadata comes first.
    pub(super) others: Members<'a>,
    /// The violations, if the format has a place for them.
    pub(super) violations: Option<Raw<'a>>,
    /// How long to wait before a retry, if the format has a place for it.
    pub(super) retry_after: Option<Duration>,
    /// Whether the metadata contains only texts, so that a text can also be a number, a boolean or a list.
    pub(super) is_text: bool,
}

/// What is said by an error that this catalogue has no code for, nor a fallback.
#[derive(Clone)]
pub(super) struct Unknown {
    pub(super) reason: String,
    pub(super) message: Option<Box<str>>,
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) if self.reason.is_empty() => ::core::write!(f, "an error without a code: {message:?}"),
            None if self.reason.is_empty() => f.write_str("neither `reason` nor `code` is the name of a code"),
            _ => UnknownErrorCode::new(&self.reason).fmt(f),
        }
    }
}

/// The code with this name or alias, or else the fallback.
pub(super) fn code(reason: &str) -> Result<ErrorCode, UnknownErrorCode> {
    parse::with_name(reason).or(FALLBACK).ok_or_else(|| UnknownErrorCode::new(reason))
}

/// The status of an error that has neither a known code nor a status: it may choose the fallback.
fn fallback_status() -> Option<u16> {
    FALLBACK.map(ErrorCode::http_status).filter(|status| is_error_status(*status))
}

/// The code to use for a code that is not in this catalogue.
fn fallback(http_status: Option<u16>) -> Option<ErrorCode> {
    let of_status = |status| FALLBACKS.iter().find(|(first, last, _)| (*first..=*last).contains(&status));
    http_status.and_then(of_status).map(|(_, _, code)| *code).or(FALLBACK)
}

/// The type of a param of the catalogue.
pub(super) fn type_of(param: &str) -> Option<Type> {
    let at = PARAMS.binary_search_by(|(name, _)| (*name).cmp(param)).ok()?;
    Some(PARAMS[at].1)
}

impl<'a> Parts<'a> {
    /// An error of which only the code is known.
    pub(super) fn from_reason(reason: &'a str) -> Self {
        Self { reason: Some(Cow::Borrowed(reason)), ..Self::default() }
    }

    pub(super) fn into_error(self) -> Result<Error, Unknown> {
        let Self { reason, http_status, message, metadata: members, others, violations, retry_after, is_text } = self;
        let reason = reason.unwrap_or_default();
        let message = message.filter(|message| !message.is_empty());
        let known = parse::with_name(&reason);
        let http_status = http_status.or_else(|| if known.is_none() { fallback_status() } else { None });
        let Some(code) = known.or_else(|| fallback(http_status)) else {
            let message = message.map(|message| message.into_owned().into());
            return Err(Unknown { reason: reason.into_owned(), message });
        };
        let mut params: Params = error::param_names(code).map(|name| (name, Owned::Absent)).collect();
        let mut metadata = Vec::new();
        let mut has_params = false;
        let violations = violations.map(|found| (Cow::Borrowed(violations_name(&params)), found));
        for (name, value) in others.into_iter().chain(members).chain(violations) {
            if is_sensitive(&name) {
                // The sender should not have sent it.
            } else if let Some((param, slot)) = params.iter_mut().find(|(param, _)| *param == name) {
                has_params = true;
                *slot = type_of(param).and_then(|kind| value.into_typed(kind, is_text)).unwrap_or(Owned::Absent);
            } else {
                metadata.push((name, value));
            }
        }
        let metadata = texts(last_of_each(metadata));
        // The template of an unknown code is unknown too. A message that older programs sent may show what is secret now.
        let is_secret = known.is_some_and(error::has_secrets);
        let message = message.filter(|_| !is_secret);
        let mut is_guessed = false;
        if let Some(message) = message.as_deref().filter(|_| known.is_some() && !has_params) {
            if has_nothing_of(&metadata, message) {
                for (name, value) in message::read(code, message) {
                    is_guessed = true;
                    params.iter_mut().filter(|(param, _)| *param == name).for_each(|(_, slot)| *slot = value.clone());
                }
            }
        }
        let received = Received {
            is_known: known.is_some(),
            reason: (reason != code.as_str() && !reason.is_empty()).then(|| reason.into()),
            http_status,
            message: message.map(Into::into),
            is_guessed,
            ..Received::default()
        };
        let error = error::from_wire(code, params, metadata, received);
        Ok(if let Some(wait) = retry_after { error.with_retry_after(wait) } else { error })
    }
}

type Params = Vec<(&'static str, Owned)>;
type Metadata = Vec<(Cow<'static, str>, Cow<'static, str>)>;

/// The code's param for violations, or else the metadata for them.
fn violations_name(params: &Params) -> &'static str {
    let mut names = params.iter().map(|(name, _)| *name);
    names.find(|name| type_of(name) == Some(Type::Violations)).unwrap_or(VIOLATIONS)
}

/// Whether a message can be of the code's template. If it shows metadata, which are not params here, its template is
/// that of another version.
fn has_nothing_of(metadata: &Metadata, message: &str) -> bool {
    const MAX_METADATA: usize = 64;
    metadata.len() <= MAX_METADATA
        && !message.contains(REDACTED)
        && metadata.iter().all(|(_, value)| !message.contains(&**value))
}

/// Of members with the same name, keeps the last.
fn last_of_each(mut members: Members<'_>) -> Members<'_> {
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by_key(|&at| &members[at].0);
    let mut is_last = super::alloc::vec![true; members.len()];
    for pair in order.windows(2) {
        is_last[pair[0]] = members[pair[0]].0 != members[pair[1]].0;
    }
    let mut is_last = is_last.into_iter();
    members.retain(|_| is_last.next().unwrap_or_default());
    members
}

fn texts(members: Members<'_>) -> Metadata {
    let text = |(name, value): (Cow<'_, str>, Raw<'_>)| {
        let value = value.into_text()?;
        Some((Cow::Owned(name.into_owned()), Cow::Owned(value.into_owned())))
    };
    members.into_iter().filter_map(text).collect()
}
