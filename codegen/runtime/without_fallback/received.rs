/// The code with this name or alias.
pub(super) fn code(reason: &str) -> Result<ErrorCode, UnknownErrorCode> {
    reason.parse()
}
