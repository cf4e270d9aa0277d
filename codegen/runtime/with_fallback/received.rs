/// The code with this name or alias, else the one that stands for all unknown ones.
#[allow(clippy::unnecessary_wraps, reason = "not every catalogue has such a one")]
pub(super) fn code(reason: &str) -> Result<ErrorCode, UnknownErrorCode> {
    Ok(parse::with_name(reason).unwrap_or(super::wire_settings::FALLBACK))
}
