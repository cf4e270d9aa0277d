//! Errors of single operations: with the codes that the catalogue lists for each, and no others.

use ::core::fmt;
use ::core::marker::PhantomData;
use ::core::ops::Deref;
use ::core::time::Duration;

use super::alloc::borrow::Cow;
use super::alloc::boxed::Box;
use super::code::ErrorCode;
use super::error::Error;
use super::or_error::TakesCause;

/// An operation of the API, as the catalogue declares it. The types in [`operations`](super::operations) implement it.
pub trait Operation {
    /// The name in the catalogue, such as the `operationId` of OpenAPI.
    const NAME: &'static str;
    /// The codes that the operation can answer with, as the catalogue lists them.
    const CODES: &'static [ErrorCode];
}

/// An error of an operation: an [`Error`] whose code is one of the [`CODES`](Operation::CODES) of `Op`.
///
/// It has constructors for these codes only, and all that an `Error` can tell: it dereferences to one, and `Error::from`
/// takes it out. A function that returns it can use `?` on errors of operations whose codes are a part of these, but not
/// on an `Error`: `ErrorOf::try_from(error)` makes it an error of the operation, or gives the `Error` back.
#[must_use]
pub struct ErrorOf<Op> {
    error: Error,
    operation: PhantomData<Op>,
}

/// Implemented for the errors of operations whose codes are all codes of the error `Other` too: `?` turns them into
/// that. The catalogue says which they are.
#[diagnostic::on_unimplemented(
    message = "`{Self}` may have a code that `{Other}` doesn't have",
    label = "it may have a code that the operation doesn't answer with: list its codes under the operation's `errors` in \
             the catalogue, or choose what to answer with `map_err`"
)]
pub trait HasOnlyCodesOf<Other>: Into<Error> {}

/// The same error, as one of an operation that has its code.
impl<E: HasOnlyCodesOf<Self>, Op> From<E> for ErrorOf<Op> {
    #[inline]
    fn from(error: E) -> Self {
        error_of(error.into())
    }
}

/// The error as one of an operation that has its code.
pub(super) const fn error_of<Op>(error: Error) -> ErrorOf<Op> {
    ErrorOf { error, operation: PhantomData }
}

impl<Op> ErrorOf<Op> {
    /// Adds the cause: see [`Error::with_source`].
    #[inline]
    pub fn with_source(self, source: impl Into<Box<dyn ::core::error::Error + Send + Sync>>) -> Self {
        error_of(self.error.with_source(source))
    }

    /// Adds a key and its value for the recipient of the error: see [`Error::with_metadata`].
    #[inline]
    pub fn with_metadata(self, key: impl Into<Cow<'static, str>>, value: impl Into<Cow<'static, str>>) -> Self {
        error_of(self.error.with_metadata(key, value))
    }

    /// Adds how long the recipient should wait before a retry: see [`Error::with_retry_after`].
    #[inline]
    pub fn with_retry_after(self, wait: Duration) -> Self {
        error_of(self.error.with_retry_after(wait))
    }
}

impl<Op> TakesCause for ErrorOf<Op> {
    #[inline]
    fn with_cause(self, cause: Box<dyn ::core::error::Error + Send + Sync>) -> Self {
        self.with_source(cause)
    }
}

/// An error whose code the operation doesn't have is given back, and so is one that was received with a code that is not
/// in the catalogue.
impl<Op: Operation> ::core::convert::TryFrom<Error> for ErrorOf<Op> {
    type Error = Error;

    #[inline]
    fn try_from(error: Error) -> Result<Self, Error> {
        if error.is_known() && Op::CODES.contains(&error.code()) { Ok(error_of(error)) } else { Err(error) }
    }
}

impl<Op> From<ErrorOf<Op>> for Error {
    #[inline]
    fn from(error: ErrorOf<Op>) -> Self {
        error.error
    }
}

impl<Op> Deref for ErrorOf<Op> {
    type Target = Error;

    #[inline]
    fn deref(&self) -> &Error {
        &self.error
    }
}

impl<Op> Clone for ErrorOf<Op> {
    #[inline]
    fn clone(&self) -> Self {
        error_of(self.error.clone())
    }
}

impl<Op> PartialEq for ErrorOf<Op> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.error == other.error
    }
}

impl<Op> fmt::Display for ErrorOf<Op> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

impl<Op> fmt::Debug for ErrorOf<Op> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.error, f)
    }
}

impl<Op> ::core::error::Error for ErrorOf<Op> {
    #[inline]
    fn source(&self) -> Option<&(dyn ::core::error::Error + 'static)> {
        ::core::error::Error::source(&self.error)
    }
}
