//! Errors made from those of other crates.

use ::core::error;

use super::alloc::boxed::Box;
use super::error::Error;

/// Turns the errors of other crates into errors of the catalogue: `fs::read(path).or_error(Error::not_found)?`.
pub trait ResultExt<T> {
    /// Replaces an error with one of the catalogue or of an operation, and attaches it as the cause: see
    /// [`with_source`](Error::with_source).
    ///
    /// `error` is a constructor without params, or a closure: `.or_error(|| Error::not_found(path))`. It is called only
    /// if there is an error.
    ///
    /// # Errors
    ///
    /// The result is an error.
    fn or_error<E: TakesCause>(self, error: impl FnOnce() -> E) -> Result<T, E>;
}

impl<T, C: Into<Box<dyn error::Error + Send + Sync>>> ResultExt<T> for Result<T, C> {
    #[inline]
    fn or_error<E: TakesCause>(self, error: impl FnOnce() -> E) -> Result<T, E> {
        self.map_err(|cause| error().with_cause(cause.into()))
    }
}

/// What a cause can be attached to: an [`Error`], and the error of an operation.
pub trait TakesCause {
    /// The error with this cause: see [`with_source`](Error::with_source).
    #[must_use]
    fn with_cause(self, cause: Box<dyn error::Error + Send + Sync>) -> Self;
}

impl TakesCause for Error {
    #[inline]
    fn with_cause(self, cause: Box<dyn error::Error + Send + Sync>) -> Self {
        self.with_source(cause)
    }
}
