//! The members of an error's object, if the catalogue names them itself.

/// The names of the members; `None` for what is not written.
pub(super) struct Envelope {
    /// The way from the body to the object, where `"0"` is the first element of a list.
    pub(super) at: &'static [&'static str],
    /// The code's name.
    pub(super) code: Option<&'static str>,
    /// The code's number.
    pub(super) number: Option<&'static str>,
    pub(super) message: Option<&'static str>,
    /// The object of params and metadata.
    pub(super) params: Option<&'static str>,
    /// The HTTP status.
    pub(super) status: Option<&'static str>,
}
