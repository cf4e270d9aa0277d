//! Errors made from those of other crates.

use ::core::error;

use super::alloc::boxed::Box;
use super::error::Error;

/// Turns the errors of other crates into errors of the catalogue: `fs::read(path).or_error(Error::not_found)?`.
pub trait ResultExt<T> {
    /// Replaces an error with one of the catalogue, and attaches it as the cause: see
    /// [`with_source`](Error::with_source).
    ///
    /// `error` is a constructor without params, or a closure: `.or_error(|| Error::not_found(path))`. It is called only
    /// if there is an error.
    ///
    /// # Errors
    ///
    /// The result is an error.
    fn or_error(self, error: impl FnOnce() -> Error) -> Result<T, Error>;
}

impl<T, E: Into<Box<dyn error::Error + Send + Sync>>> ResultExt<T> for Result<T, E> {
    #[inline]
    fn or_error(self, error: impl FnOnce() -> Error) -> Result<T, Error> {
        self.map_err(|cause| error().with_source(cause))
    }
}
