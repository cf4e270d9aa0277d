//! What is wrong with single fields of a request.

use ::core::fmt;

use super::alloc::borrow::Cow;

/// What is wrong with one field of a request: an element of a param of the type `violations`.
///
/// A tuple of a field and a reason becomes one too, so the results of a validation library only have to be mapped to
/// tuples.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Violation {
    field: Cow<'static, str>,
    reason: Cow<'static, str>,
}

impl Violation {
    /// A violation by a field, a path such as `items.0.size`; the empty path is the whole request.
    #[must_use]
    #[inline]
    pub fn new(field: impl Into<Cow<'static, str>>, reason: impl Into<Cow<'static, str>>) -> Self {
        Self { field: field.into(), reason: reason.into() }
    }

    /// The path of the field.
    #[must_use]
    #[inline]
    pub fn field(&self) -> &str {
        &self.field
    }

    /// What is wrong with it.
    #[must_use]
    #[inline]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl<F: Into<Cow<'static, str>>, R: Into<Cow<'static, str>>> From<(F, R)> for Violation {
    #[inline]
    fn from((field, reason): (F, R)) -> Self {
        Self::new(field, reason)
    }
}

/// `field: reason`.
impl fmt::Display for Violation {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        ::core::write!(f, "{}: {}", self.field, self.reason)
    }
}
