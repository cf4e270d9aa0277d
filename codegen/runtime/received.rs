//! Turning what was received into an error of this catalogue.

use ::core::fmt;
use ::core::time::Duration;

use super::alloc::borrow::Cow;
use super::alloc::boxed::Box;
use super::alloc::string::String;
use super::alloc::vec::Vec;
use super::code::ErrorCode;
use super::error::{self, Error};
use super::formats::VIOLATIONS;
use super::message;
use super::parse::{self, UnknownErrorCode};
use super::raw::{Members, Raw, is_error_status};
use super::tables::is_sensitive;
use super::value::{Owned, Type};
use super::wire_settings::{FALLBACK, FALLBACKS, SECRET_VIOLATIONS, type_of};

/// 68 years, as RFC 9111 reads large numbers of seconds. A caller can still add it to the time without overflow.
pub(super) const LONGEST_WAIT: Duration = Duration::from_secs(1 << 31);

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
    /// Whether the body may show what is sensitive.
    pub(super) is_secret: bool,
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
pub(super) fn fallback(http_status: Option<u16>) -> Option<ErrorCode> {
    let of_status = |status| FALLBACKS.iter().find(|(first, last, _)| (*first..=*last).contains(&status));
    http_status.and_then(of_status).map(|(_, _, code)| *code).or(FALLBACK)
}

impl<'a> Parts<'a> {
    /// An error of which only the code is known.
    pub(super) fn from_reason(reason: &'a str) -> Self {
        Self { reason: Some(Cow::Borrowed(reason)), ..Self::default() }
    }

    pub(super) fn into_error(self) -> Result<Error, Unknown> {
        let Self { reason, http_status, message, metadata: members, others, violations, retry_after, is_text } = self;
        let reason = reason.unwrap_or_default();
        let known = parse::with_name(&reason);
        let http_status = http_status.or_else(|| if known.is_none() { fallback_status() } else { None });
        let code = known.or_else(|| fallback(http_status));
        let mut values = Values::new(code, is_text);
        let is_alone = message.as_deref().is_some_and(|message| comes_alone(message, &members));
        for (name, value) in others.into_iter().chain(members) {
            values.add(name, value);
        }
        if let Some(found) = violations {
            values.add(Cow::Borrowed(values.violations_name()), found);
        }
        // What came with a sensitive param may show it, and so may what older programs sent with a code that has one now.
        let is_secret =
            values.has_secrets || known.is_some() && values.params.iter().any(|(name, _)| is_sensitive(name));
        let message = message.filter(|message| !message.is_empty() && !is_secret);
        let Some(code) = code else {
            let message = message.map(|message| message.into_owned().into());
            return Err(Unknown { reason: reason.into_owned(), message, is_secret });
        };
        let mut error = error::from_wire(code, values.params, texts(values.metadata));
        // Whoever sends some values sends all; and the template of an unknown code is unknown too.
        let is_bare = known.is_some() && is_alone && !values.has_params;
        let read = message.as_deref().filter(|_| is_bare).map(|message| message::read(code, message));
        let read = read.unwrap_or_default();
        let received = error::received_mut(&mut error);
        received.is_known = known.is_some();
        received.http_status = http_status;
        received.is_secret = is_secret;
        received.is_guessed = !read.is_empty();
        if reason != code.as_str() && !reason.is_empty() {
            received.reason = Some(reason.into());
        }
        received.message = message.map(Into::into);
        error::set_params(&mut error, read);
        Ok(if let Some(wait) = retry_after { error.with_retry_after(wait) } else { error })
    }
}

type Params = Vec<(&'static str, Owned)>;
type Metadata = Vec<(Cow<'static, str>, Cow<'static, str>)>;

/// Whether there is no metadata beside a message, except for ids of the request that it doesn't show: programs that send
/// no params add these too.
fn comes_alone(message: &str, metadata: &Members<'_>) -> bool {
    metadata.iter().all(|(key, value)| match value {
        Raw::Null => true,
        Raw::Text(value) => is_id(key) && !message.contains(&**value),
        _ => false,
    })
}

fn is_id(key: &str) -> bool {
    const IDS: [&str; 7] =
        ["traceid", "spanid", "traceparent", "requestid", "xrequestid", "correlationid", "xcorrelationid"];
    let letters = || key.bytes().filter(u8::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase());
    IDS.iter().any(|id| letters().eq(id.bytes()))
}

/// The values of an error as they are received.
struct Values<'a> {
    params: Params,
    metadata: Members<'a>,
    is_text: bool,
    /// Whether any param was sent.
    has_params: bool,
    /// Whether a sensitive param was sent.
    has_secrets: bool,
}

impl<'a> Values<'a> {
    fn new(code: Option<ErrorCode>, is_text: bool) -> Self {
        let params =
            code.map_or_else(Vec::new, |code| error::param_names(code).map(|name| (name, Owned::Absent)).collect());
        Self { params, metadata: Vec::new(), is_text, has_params: false, has_secrets: false }
    }

    fn add(&mut self, name: Cow<'a, str>, value: Raw<'a>) {
        if is_sensitive(&name) {
            // The sender should not have sent it.
            self.has_secrets = true;
        } else if let Some((param, slot)) = self.params.iter_mut().find(|(param, _)| *param == name) {
            self.has_params = true;
            if let Some(kind) = type_of(param) {
                value.read_into(slot, kind, self.is_text);
            }
        } else {
            self.metadata.push((name, value));
        }
    }

    /// The code's param for violations, or else a sensitive one that they may be of, or else the metadata for them.
    fn violations_name(&self) -> &'static str {
        let own = self.params.iter().map(|(name, _)| *name).find(|name| type_of(name) == Some(Type::Violations));
        own.or(SECRET_VIOLATIONS).unwrap_or(VIOLATIONS)
    }
}

/// Of members with the same name, keeps the last.
fn last_of_each(members: &mut Members<'_>) {
    const FEW: usize = 8;
    if members.len() <= FEW {
        for at in (0..members.len()).rev() {
            let (before, after) = members.split_at(at + 1);
            if after.iter().any(|(name, _)| *name == before[at].0) {
                members.remove(at);
            }
        }
        return;
    }
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by_key(|&at| &members[at].0);
    let mut is_last = super::alloc::vec![true; members.len()];
    for (&one, &next) in order.iter().zip(order.iter().skip(1)) {
        is_last[one] = members[one].0 != members[next].0;
    }
    let mut is_last = is_last.into_iter();
    members.retain(|_| is_last.next().unwrap_or_default());
}

/// The metadata, as texts.
fn texts(mut members: Members<'_>) -> Metadata {
    last_of_each(&mut members);
    let text = |(name, value): (Cow<'_, str>, Raw<'_>)| {
        let value = value.into_text()?;
        Some((Cow::Owned(name.into_owned()), Cow::Owned(value.into_owned())))
    };
    members.into_iter().filter_map(text).collect()
}
