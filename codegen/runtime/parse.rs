//! Finding codes by their names.

use ::core::fmt;
use ::core::str::FromStr;

use super::alloc::boxed::Box;
use super::code::ErrorCode;
use super::lookup::{LOOKUP, WHOLE_NAMES};
use super::tables::{ALIASES, CELLS, DOCS_URL, ROWS};
use super::{hash, layout, row};

impl FromStr for ErrorCode {
    type Err = UnknownErrorCode;

    /// The code with this name, or with this alias.
    // Inline, so that a caller who doesn't use the text of the error doesn't pay for it.
    #[inline]
    fn from_str(name: &str) -> Result<Self, UnknownErrorCode> {
        with_name(name).ok_or_else(|| UnknownErrorCode::new(name))
    }
}

impl ::core::convert::TryFrom<&str> for ErrorCode {
    type Error = UnknownErrorCode;

    #[inline]
    fn try_from(name: &str) -> Result<Self, UnknownErrorCode> {
        name.parse()
    }
}

impl AsRef<str> for ErrorCode {
    #[inline]
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for ErrorCode {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for ErrorCode {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The error for a name that is not a code in this catalogue.
#[derive(Clone, PartialEq, Eq)]
pub struct UnknownErrorCode(Name);

/// A text. A short one is stored inline, so that an unknown name needs no allocation.
#[derive(Clone, PartialEq, Eq)]
enum Name {
    /// The length, and the text padded with zeros.
    Short(u8, [u8; 30]),
    Long(Box<str>),
}

impl UnknownErrorCode {
    #[inline]
    pub(super) fn new(name: &str) -> Self {
        let mut bytes = [0; 30];
        Self(match bytes.get_mut(..name.len()) {
            Some(start) => {
                start.copy_from_slice(name.as_bytes());
                #[allow(clippy::cast_possible_truncation, reason = "it is at most 30")]
                Name::Short(name.len() as u8, bytes)
            }
            None => Name::Long(name.into()),
        })
    }

    /// The name, as given.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Name::Short(len, bytes) => ::core::str::from_utf8(&bytes[..usize::from(*len)]).unwrap_or_default(),
            Name::Long(name) => name,
        }
    }
}

impl fmt::Debug for UnknownErrorCode {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("UnknownErrorCode").field(&self.as_str()).finish()
    }
}

impl fmt::Display for UnknownErrorCode {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        ::core::write!(f, "unknown error code {:?}", self.as_str())
    }
}

impl ::core::error::Error for UnknownErrorCode {}

/// The code with this name or alias.
pub(super) fn with_name(name: &str) -> Option<ErrorCode> {
    let named = |entry: usize| {
        let (named, code) = match ErrorCode::ALL.get(entry) {
            Some(&code) => (code.as_str(), code),
            None => *ALIASES.get(entry - ROWS.len())?,
        };
        (named == name).then_some(code)
    };
    find(hash::name(name.as_bytes(), WHOLE_NAMES), named)
}

/// The code that is documented at this address.
pub(super) fn with_page(url: &str) -> Option<ErrorCode> {
    let name = url.strip_prefix(DOCS_URL).and_then(|rest| rest.strip_prefix('#'));
    let is_own = |code: &&ErrorCode| row::cell(**code, CELLS.docs_url) == url;
    name.and_then(with_name).or_else(|| ErrorCode::ALL.iter().find(is_own).copied())
}

/// Finds the code that `is_it` accepts among the entries with this hash.
pub(super) fn find(hash: u64, is_it: impl Fn(usize) -> Option<ErrorCode>) -> Option<ErrorCode> {
    let (_, table) = LOOKUP.split_at_checked(layout::FACTS_LEN * ROWS.len())?;
    layout::find(table, hash, is_it)
}
