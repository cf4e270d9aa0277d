/// A status without an `ErrorInfo`, or with the reason of an unknown code, is the catalogue's fallback.
impl From<Status> for Error {
    fn from(status: Status) -> Self {
        let parts = parts(&status);
        // With a fallback there is always a code.
        parts.into_error().unwrap_or_else(|_| super::error::plain(super::wire_settings::FALLBACK))
    }
}
