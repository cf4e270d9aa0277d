impl Error {
    /// The error that a response stands for, from its status and its body.
    ///
    /// The body may be in either format, that of go-kratos or that of RFC 9457. Any other body, such as a gateway's page
    /// or a part of an error body, is the catalogue's fallback with the response's status, and `raw_body` has its start.
    #[must_use]
    pub fn from_response_parts(status: impl HttpStatus, body: &[u8]) -> Self {
        let stand_in = |received| error::from_wire(super::wire_settings::FALLBACK, Vec::new(), Vec::new(), received);
        read(status, body).unwrap_or_else(stand_in)
    }

    /// The first 8 KiB of a response's body that is no error body.
    #[must_use]
    pub fn raw_body(&self) -> Option<&[u8]> {
        error::received(self)?.raw_body.as_deref()
    }
}
