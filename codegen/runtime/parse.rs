//! Codes found by their names.

use ::core::fmt;
use ::core::str::FromStr;

use super::alloc::boxed::Box;
use super::code::ErrorCode;
use super::hash;
use super::tables::{ALIASES, LOOKUP, ROWS, WHOLE_NAMES};

impl FromStr for ErrorCode {
    type Err = UnknownErrorCode;

    /// The code with this name, or with this alias.
    fn from_str(name: &str) -> Result<Self, UnknownErrorCode> {
        let named = |entry: usize| match ErrorCode::ALL.get(entry) {
            Some(&code) => (code.as_str() == name).then_some(code),
            None => ALIASES.get(entry - ROWS.len()).and_then(|&(alias, code)| (alias == name).then_some(code)),
        };
        find(hash::name(name.as_bytes(), WHOLE_NAMES), named).ok_or_else(|| UnknownErrorCode::new(name))
    }
}

impl TryFrom<&str> for ErrorCode {
    type Error = UnknownErrorCode;

    fn try_from(name: &str) -> Result<Self, UnknownErrorCode> {
        name.parse()
    }
}

impl AsRef<str> for ErrorCode {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A name that is no code of this catalogue.
#[derive(Clone, PartialEq, Eq)]
pub struct UnknownErrorCode(Name);

/// A text. A short one is held in place: a name that isn't found costs no allocation.
#[derive(Clone, PartialEq, Eq)]
enum Name {
    /// The length, and the text with zeros behind it.
    Short(u8, [u8; 30]),
    Long(Box<str>),
}

impl UnknownErrorCode {
    fn new(name: &str) -> Self {
        let mut bytes = [0; 30];
        Self(match bytes.get_mut(..name.len()) {
            Some(start) => {
                start.copy_from_slice(name.as_bytes());
                Name::Short(name.len() as u8, bytes)
            }
            None => Name::Long(name.into()),
        })
    }

    /// The name as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Name::Short(len, bytes) => ::core::str::from_utf8(&bytes[..usize::from(*len)]).unwrap_or_default(),
            Name::Long(name) => name,
        }
    }
}

impl fmt::Debug for UnknownErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("UnknownErrorCode").field(&self.as_str()).finish()
    }
}

impl fmt::Display for UnknownErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown error code {:?}", self.as_str())
    }
}

impl ::core::error::Error for UnknownErrorCode {}

/// The entry that `is_it` takes, of those with this hash.
///
/// `LOOKUP` is an open-addressing table of a power of two of slots, 4 bytes each in little endian: the top byte of the
/// hash, so that most names that aren't there are told apart without looking at a row, and one more than the entry's
/// number; 0 where the slot is free. Entries are the codes, then the aliases. At least half of the slots are free.
pub(super) fn find(hash: u64, is_it: impl Fn(usize) -> Option<ErrorCode>) -> Option<ErrorCode> {
    let slots = LOOKUP.len() / 4;
    let tag = hash.to_le_bytes()[7];
    let mut at = hash as usize;
    loop {
        at &= slots - 1;
        let (slot, _) = LOOKUP[at * 4..].split_first_chunk()?;
        let slot = u32::from_le_bytes(*slot);
        let entry = (slot & 0x00ff_ffff) as usize;
        if entry == 0 {
            return None;
        }
        let same_tag = slot.to_le_bytes()[3] == tag;
        if let Some(code) = same_tag.then(|| is_it(entry - 1)).flatten() {
            return Some(code);
        }
        at += 1;
    }
}
