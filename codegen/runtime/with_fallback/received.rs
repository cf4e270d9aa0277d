/// What stands for an unknown code.
#[allow(clippy::unnecessary_wraps, reason = "not every catalogue has such a one")]
fn unknown(_: &str) -> Result<ErrorCode, UnknownErrorCode> {
    Ok(super::wire_settings::FALLBACK)
}
