//! An error: a code, the values of its params, and what was added to it.
//!
//! Functions that not every program uses are `#[inline]`, here and in the other modules: they are compiled where they
//! are used, and this crate compiles faster.

use ::core::fmt;
use ::core::time::Duration;

use super::alloc::borrow::Cow;
use super::alloc::boxed::Box;
use super::alloc::string::String;
use super::alloc::vec::Vec;
use super::code::ErrorCode;
use super::row;
use super::tables::{CELLS, is_sensitive};
use super::value::{Owned, Value};
use super::violation::Violation;

// A target without pointer atomics has no `Arc`; an error can't leave its thread there.
#[cfg(not(target_has_atomic = "ptr"))]
use super::alloc::rc::Rc as Shared;
#[cfg(target_has_atomic = "ptr")]
use super::alloc::sync::Arc as Shared;

/// An error of the catalogue: a code with the values of its params.
///
/// There is a constructor for each code, which takes the values that its message needs. `Display` shows the message.
/// The size is 16 bytes; an error without params, metadata or a source allocates nothing.
#[derive(Clone)]
#[must_use]
pub struct Error {
    code: ErrorCode,
    detail: Option<Box<Detail>>,
}

#[derive(Clone, Default)]
struct Detail {
    /// Either all of the code's params with their names, in the order of the constructor's arguments, or none.
    params: Vec<(&'static str, Owned)>,
    metadata: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    source: Option<Shared<dyn ::core::error::Error + Send + Sync>>,
    retry_after: Option<Duration>,
    received: Option<Received>,
}

/// What a received error says that differs from the catalogue.
#[derive(Clone, Default)]
pub(super) struct Received {
    pub(super) is_known: bool,
    pub(super) reason: Option<Box<str>>,
    /// From 400 to 599.
    pub(super) http_status: Option<u16>,
    pub(super) message: Option<Box<str>>,
    /// Whether the params were read from the message. They are not sent on: the next reader can do the same.
    pub(super) is_guessed: bool,
    /// Whether what was received may show what is sensitive.
    pub(super) is_secret: bool,
    /// The start of the response's body.
    pub(super) raw_body: Option<Box<[u8]>>,
    /// What the error was received as, if that is an error too.
    pub(super) origin: Option<Shared<dyn ::core::error::Error + Send + Sync>>,
}

impl Error {
    /// The code.
    #[must_use]
    pub const fn code(&self) -> ErrorCode {
        self.code
    }

    /// The HTTP status: as received, from 400 to 599, or else the code's.
    #[must_use]
    #[inline]
    pub fn http_status(&self) -> u16 {
        received(self).and_then(|received| received.http_status).unwrap_or(self.code.http_status())
    }

    /// Adds the cause, for logs: `source()` returns it, and it is never part of the message or sent.
    pub fn with_source(mut self, source: impl Into<Box<dyn ::core::error::Error + Send + Sync>>) -> Self {
        self.detail.get_or_insert_default().source = Some(source.into().into());
        self
    }

    /// Adds a key and its value for the recipient of the error, such as a trace id.
    ///
    /// A key that already exists gets the new value. Keys with the name of one of the code's params are ignored, since
    /// the constructor sets those, and so are keys with the name of a sensitive param.
    pub fn with_metadata(mut self, key: impl Into<Cow<'static, str>>, value: impl Into<Cow<'static, str>>) -> Self {
        let (key, value) = (key.into(), value.into());
        if param_names(self.code).any(|param| param == key) || is_sensitive(&key) {
            return self;
        }
        let metadata = &mut self.detail.get_or_insert_default().metadata;
        match metadata.iter_mut().find(|(present, _)| *present == key) {
            Some((_, present)) => *present = value,
            None => metadata.push((key, value)),
        }
        self
    }

    /// Adds how long the recipient should wait before a retry: over HTTP the header `Retry-After`, in seconds, over gRPC
    /// a `google.rpc.RetryInfo`.
    #[inline]
    pub fn with_retry_after(mut self, wait: Duration) -> Self {
        self.detail.get_or_insert_default().retry_after = Some(wait);
        self
    }

    /// How long to wait before a retry, as received or as set with [`with_retry_after`](Self::with_retry_after).
    ///
    /// The sender chose it, so a client limits how long it really waits.
    #[must_use]
    #[inline]
    pub fn retry_after(&self) -> Option<Duration> {
        self.detail.as_ref()?.retry_after
    }

    /// The code's name on the wire: as received, even if it is not in this catalogue.
    #[must_use]
    #[inline]
    pub fn reason(&self) -> &str {
        received(self).and_then(|received| received.reason.as_deref()).unwrap_or(self.code.as_str())
    }

    /// Whether the catalogue has the code that was received.
    ///
    /// If it hasn't, [`code`](Self::code) is the fallback that stands for all unknown codes, and what the catalogue says
    /// about the fallback, such as an attribute, says nothing about the error. It is `true` for errors made here.
    #[must_use]
    #[inline]
    pub fn is_known(&self) -> bool {
        received(self).is_none_or(|received| received.is_known)
    }

    /// The params that have a value and may be shown, in the order of the constructor's arguments. Only their accessors
    /// return sensitive ones.
    #[inline]
    pub fn params(&self) -> impl Iterator<Item = (&'static str, Value<'_>)> {
        values(self).filter(|(name, _)| !is_sensitive(name))
    }

    /// The metadata that was received or added with [`with_metadata`](Self::with_metadata), in that order.
    #[inline]
    pub fn metadata(&self) -> impl Iterator<Item = (&str, &str)> {
        metadata(self).iter().map(|(key, value)| (&**key, &**value))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(message) = received(self).and_then(|received| received.message.as_deref()) {
            return f.write_str(message);
        }
        let mut pieces = row::pieces(self.code);
        for (text, param) in &mut pieces {
            f.write_str(text)?;
            if let Some(param) = param {
                fmt_param(self, param, f)?;
            }
        }
        // Most messages with params end in one, and writing an empty text would add a twentieth of the time.
        if pieces.rest.is_empty() { Ok(()) } else { f.write_str(pieces.rest) }
    }
}

#[allow(clippy::missing_fields_in_debug, reason = "the fields of the detail are shown instead")]
impl fmt::Debug for Error {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Error");
        debug.field("code", &self.code);
        if let Some(received) = received(self) {
            debug.field("reason", &self.reason()).field("http_status", &self.http_status());
            if let Some(message) = &received.message {
                debug.field("message", message);
            }
            if let Some(body) = received.raw_body.as_ref().filter(|_| !has_secrets(self)) {
                debug.field("raw_body", &String::from_utf8_lossy(body));
            }
        }
        for (name, value) in values(self) {
            match value {
                _ if is_sensitive(name) => debug.field(name, &::core::format_args!("{REDACTED}")),
                Value::Str(value) => debug.field(name, &value),
                Value::Int(value) => debug.field(name, &value),
                Value::Uint(value) => debug.field(name, &value),
                Value::Float(value) => debug.field(name, &value),
                Value::Bool(value) => debug.field(name, &value),
                Value::List(value) => debug.field(name, &value),
                Value::Violations(value) => debug.field(name, &value),
            };
        }
        if !metadata(self).is_empty() {
            debug.field("metadata", &metadata(self));
        }
        if let Some(wait) = self.retry_after() {
            debug.field("retry_after", &wait);
        }
        if let Some(source) = ::core::error::Error::source(self) {
            debug.field("source", &source);
        }
        debug.finish()
    }
}

impl ::core::error::Error for Error {
    #[inline]
    fn source(&self) -> Option<&(dyn ::core::error::Error + 'static)> {
        let detail = self.detail.as_ref()?;
        let origin = || detail.received.as_ref()?.origin.as_ref().filter(|_| !has_secrets(self));
        let source = detail.source.as_ref().or_else(origin)?;
        Some(&**source)
    }
}

/// Shown instead of the value of a sensitive param.
pub(super) const REDACTED: &str = "[redacted]";

// Free functions from here on: as methods of `Error` they could collide with a generated constructor or accessor.

/// The error of a code without params.
pub(super) const fn plain(code: ErrorCode) -> Error {
    Error { code, detail: None }
}

/// What a param can be added to: a code, and then the error with the params before it. A constructor that only passes
/// its arguments on compiles faster than one that makes a list of them.
pub(super) trait TakesParams {
    fn into_error(self) -> Error;
}

impl TakesParams for ErrorCode {
    fn into_error(self) -> Error {
        plain(self)
    }
}

impl TakesParams for Error {
    fn into_error(self) -> Error {
        self
    }
}

pub(super) fn string(to: impl TakesParams, name: &'static str, value: impl Into<Cow<'static, str>>) -> Error {
    with_param(to, name, Owned::Str(value.into()))
}

pub(super) fn integer(to: impl TakesParams, name: &'static str, value: i64) -> Error {
    with_param(to, name, Owned::Int(value))
}

pub(super) fn unsigned(to: impl TakesParams, name: &'static str, value: u64) -> Error {
    with_param(to, name, Owned::Uint(value))
}

pub(super) fn float(to: impl TakesParams, name: &'static str, value: f64) -> Error {
    with_param(to, name, Owned::Float(value))
}

pub(super) fn boolean(to: impl TakesParams, name: &'static str, value: bool) -> Error {
    with_param(to, name, Owned::Bool(value))
}

pub(super) fn list(
    to: impl TakesParams,
    name: &'static str,
    value: impl IntoIterator<Item = impl Into<Cow<'static, str>>>,
) -> Error {
    with_param(to, name, Owned::list(value))
}

pub(super) fn violations(
    to: impl TakesParams,
    name: &'static str,
    value: impl IntoIterator<Item = impl Into<Violation>>,
) -> Error {
    with_param(to, name, Owned::Violations(value.into_iter().map(Into::into).collect()))
}

fn with_param(to: impl TakesParams, name: &'static str, value: Owned) -> Error {
    let mut error = to.into_error();
    error.detail.get_or_insert_default().params.push((name, value));
    error
}

/// An error with all params of the code in the order of the constructor's arguments, or none.
pub(super) fn from_wire(
    code: ErrorCode,
    params: Vec<(&'static str, Owned)>,
    metadata: Vec<(Cow<'static, str>, Cow<'static, str>)>,
) -> Error {
    let mut error = plain(code);
    let detail = error.detail.get_or_insert_default();
    (detail.params, detail.metadata) = (params, metadata);
    error
}

/// Sets params that the error has without a value.
pub(super) fn set_params(error: &mut Error, values: Vec<(&'static str, Owned)>) {
    let Some(detail) = &mut error.detail else { return };
    for (name, value) in values {
        if let Some((_, slot)) = detail.params.iter_mut().find(|(param, _)| *param == name) {
            *slot = value;
        }
    }
}

/// What the error says that differs from the catalogue, if it was received.
pub(super) fn received(error: &Error) -> Option<&Received> {
    error.detail.as_ref()?.received.as_ref()
}

/// The same to be changed.
pub(super) fn received_mut(error: &mut Error) -> &mut Received {
    let known = || Received { is_known: true, ..Received::default() };
    error.detail.get_or_insert_default().received.get_or_insert_with(known)
}

/// The code's name to send: `""` if the error was received without one.
pub(super) fn sent_reason(error: &Error) -> &str {
    let is_nameless = received(error).is_some_and(|received| !received.is_known && received.reason.is_none());
    if is_nameless { "" } else { error.reason() }
}

/// The names of a code's params, in the order of the constructor's arguments.
pub(super) fn param_names(code: ErrorCode) -> Names {
    Names(row::cell(code, CELLS.params))
}

/// Words separated by spaces.
pub(super) struct Names(&'static str);

impl Iterator for Names {
    type Item = &'static str;

    fn next(&mut self) -> Option<&'static str> {
        // By hand: in a program without other searches, the library's would be most of the machine code.
        let mut len = 0;
        while self.0.as_bytes().get(len).is_some_and(|byte| *byte != b' ') {
            len += 1;
        }
        let (name, rest) = self.0.split_at_checked(len)?;
        self.0 = rest.get(1..).unwrap_or_default();
        (!name.is_empty()).then_some(name)
    }
}

/// The value of a param, if this error has it.
#[inline]
pub(super) fn param<'a>(error: &'a Error, name: &str) -> Option<Value<'a>> {
    params(error).iter().find(|(param, _)| *param == name)?.1.as_value()
}

/// Whether what others sent may show what is sensitive: the code has such a param, or one was sent.
fn has_secrets(error: &Error) -> bool {
    received(error).is_some_and(|received| received.is_secret) || param_names(error.code).any(is_sensitive)
}

/// An error that was received as another.
pub(super) fn with_origin(mut error: Error, origin: impl ::core::error::Error + Send + Sync + 'static) -> Error {
    received_mut(&mut error).origin = Some(Shared::new(origin));
    error
}

/// Shows a param in a message: its value, or its name if it has none.
fn fmt_param(error: &Error, index: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if let Some((name, value)) = params(error).get(index) {
        match value.as_value() {
            _ if is_sensitive(name) => return f.write_str(REDACTED),
            Some(value) => return fmt::Display::fmt(&value, f),
            None => {}
        }
    }
    match param_names(error.code).nth(index).unwrap_or_default() {
        name if is_sensitive(name) => f.write_str(REDACTED),
        name => ::core::write!(f, "<{name}>"),
    }
}

/// The params to send: those that may be shown, unless they were only read from a message.
#[inline]
pub(super) fn sent_params(error: &Error) -> impl Iterator<Item = (&'static str, Value<'_>)> {
    let is_guessed = received(error).is_some_and(|received| received.is_guessed);
    error.params().filter(move |_| !is_guessed)
}

/// The params that have a value, sensitive ones too.
#[inline]
pub(super) fn values(error: &Error) -> impl Iterator<Item = (&'static str, Value<'_>)> {
    params(error).iter().filter_map(|(name, value)| Some((*name, value.as_value()?)))
}

fn params(error: &Error) -> &[(&'static str, Owned)] {
    error.detail.as_ref().map_or(&[], |detail| &detail.params)
}

fn metadata(error: &Error) -> &[(Cow<'static, str>, Cow<'static, str>)] {
    error.detail.as_ref().map_or(&[], |detail| &detail.metadata)
}
