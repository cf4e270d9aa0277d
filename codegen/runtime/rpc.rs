//! A `google.rpc.Status` as JSON, as grpc-gateway, Google's APIs and Connect write it.

use ::core::time::Duration;

use super::alloc::borrow::Cow;
use super::alloc::string::String;
use super::alloc::vec::Vec;
use super::protobuf::Fields;
use super::raw::{Members, Raw, find};
use super::received::{LONGEST_WAIT, Parts};
use super::wire_settings::DOMAIN;

const ERROR_INFO: &str = "google.rpc.ErrorInfo";
const BAD_REQUEST: &str = "google.rpc.BadRequest";

/// What the status says, in itself or in `error`, if one of its details is an `ErrorInfo` of this catalogue.
pub(super) fn parts(mut members: Members<'_>) -> Result<Parts<'_>, Members<'_>> {
    let holder = find(&members, "error").and_then(Raw::as_members).unwrap_or(&members);
    let details = find(holder, "details").and_then(Raw::as_list).unwrap_or_default();
    if !details.iter().filter_map(Raw::as_members).any(is_own_info) {
        return Err(members);
    }
    let at = members.iter().rposition(|(name, value)| name == "error" && value.as_members().is_some());
    if let Some((_, Raw::Map(inner))) = at.map(|at| members.swap_remove(at)) {
        members = inner;
    }
    let mut parts = Parts { is_text: true, ..Parts::default() };
    for (name, value) in members {
        match (&*name, value) {
            ("message", Raw::Text(text)) => parts.message = Some(text),
            ("code", value) => parts.http_status = value.as_http_status(),
            ("details", Raw::List(details)) => details.into_iter().for_each(|detail| parts.add_detail(detail)),
            _ => {}
        }
    }
    Ok(parts)
}

/// Whether an `ErrorInfo` of this domain has a code of this catalogue; kratos gives none.
pub(super) fn is_own_domain(domain: &[u8]) -> bool {
    domain.is_empty() || domain == DOMAIN.as_bytes()
}

/// Whether this is an `ErrorInfo` with a code of this catalogue.
fn is_own_info(detail: &Members<'_>) -> bool {
    let encoded = decoded(detail);
    let debug = find(detail, "debug").and_then(Raw::as_members);
    let info = encoded.as_ref().or(debug).unwrap_or(detail);
    let text = |name: &str| find(info, name)?.as_text();
    kind(detail) == Some(ERROR_INFO)
        && text("reason").is_some()
        && is_own_domain(text("domain").unwrap_or_default().as_bytes())
}

/// The type of a detail, without a host.
fn kind<'d>(detail: &'d Members<'_>) -> Option<&'d str> {
    let url = ["@type", "type"].iter().find_map(|name| find(detail, name)?.as_text())?;
    url.rsplit('/').next()
}

impl<'a> Parts<'a> {
    fn add_detail(&mut self, detail: Raw<'a>) {
        let Raw::Map(detail) = detail else { return };
        let is_info = self.reason.is_none() && is_own_info(&detail);
        for (name, value) in contents(detail) {
            match (&*name, value) {
                ("reason", Raw::Text(text)) if is_info => self.reason = Some(text),
                ("metadata", Raw::Map(metadata)) if is_info => self.metadata = metadata,
                ("fieldViolations", Raw::List(found)) => self.violations = Some(Raw::List(found)),
                ("retryDelay", Raw::Text(delay)) => self.retry_after = duration(&delay),
                _ => {}
            }
        }
    }
}

/// A duration as protobuf writes it in JSON, such as `1.5s`; at most 68 years, as in headers.
fn duration(text: &str) -> Option<Duration> {
    let seconds: f64 = text.strip_suffix('s')?.parse().ok()?;
    let wait = if text.starts_with('-') { Duration::ZERO } else { Duration::try_from_secs_f64(seconds).ok()? };
    Some(wait.min(LONGEST_WAIT))
}

/// The members of a detail, which Connect puts in `value`, encoded, and for people in `debug`.
fn contents(detail: Members<'_>) -> Members<'_> {
    if let Some(decoded) = decoded(&detail) {
        return decoded;
    }
    match detail.iter().rposition(|(name, value)| name == "debug" && value.as_members().is_some()) {
        Some(at) => detail.into_iter().nth(at).and_then(|(_, debug)| debug.into_members()).unwrap_or_default(),
        None => detail,
    }
}

/// What is encoded in `value`.
fn decoded(detail: &Members<'_>) -> Option<Members<'static>> {
    let kind = kind(detail).filter(|kind| [ERROR_INFO, BAD_REQUEST].contains(kind))?;
    let message = base64(find(detail, "value")?.as_text()?)?;
    Some(if kind == ERROR_INFO {
        let entry = |entry: &[u8]| (text(entry, 1), Raw::Text(text(entry, 2)));
        let metadata = fields(&message, 3).map(entry).collect();
        [
            (Cow::Borrowed("reason"), Raw::Text(text(&message, 1))),
            (Cow::Borrowed("domain"), Raw::Text(text(&message, 2))),
            (Cow::Borrowed("metadata"), Raw::Map(metadata)),
        ]
        .into()
    } else {
        let violation = |violation: &[u8]| {
            let member = |name, number| (Cow::Borrowed(name), Raw::Text(text(violation, number)));
            Raw::Map([member("field", 1), member("description", 2)].into())
        };
        [(Cow::Borrowed("fieldViolations"), Raw::List(fields(&message, 1).map(violation).collect()))].into()
    })
}

/// The contents of the fields with this number.
fn fields(message: &[u8], number: u64) -> impl Iterator<Item = &[u8]> {
    Fields(message).filter(move |field| field.number == number).map(|field| field.content)
}

/// A field with a text; `""` if there is none.
fn text(message: &[u8], number: u64) -> Cow<'static, str> {
    let content = fields(message, number).last().unwrap_or_default();
    Cow::Owned(String::from_utf8_lossy(content).into_owned())
}

/// The bytes in base64, with or without padding.
fn base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    let mut bits: u32 = 0;
    let mut len: u32 = 0;
    for char in text.trim_end_matches('=').bytes() {
        let digit = match char {
            b'A'..=b'Z' => char - b'A',
            b'a'..=b'z' => char - b'a' + 26,
            b'0'..=b'9' => char - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = (bits % 256) * 64 + u32::from(digit);
        len += 6;
        if len >= 8 {
            len -= 8;
            bytes.push(::core::convert::TryFrom::try_from((bits >> len) & 0xff).ok()?);
        }
    }
    Some(bytes)
}
