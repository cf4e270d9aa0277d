/// Nothing stands for an unknown code.
fn unknown(reason: &str) -> Result<ErrorCode, UnknownErrorCode> {
    Err(UnknownErrorCode::new(reason))
}
