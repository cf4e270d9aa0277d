//! What a catalogue says about the wire.

use std::ops::RangeInclusive;

use super::CodeId;
use crate::words::Words;

/// The format of errors on the wire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Wire {
    /// Objects of go-kratos.
    #[default]
    Kratos,
    /// Problems of RFC 9457.
    Problem,
    /// Objects whose members the catalogue names.
    Envelope(Envelope),
}

/// The formats that a word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StandardWire {
    Kratos,
    Problem,
}

impl Words for StandardWire {
    const WORDS: &'static [(&'static str, Self)] = &[("kratos", Self::Kratos), ("problem", Self::Problem)];
}

impl From<StandardWire> for Wire {
    fn from(standard: StandardWire) -> Self {
        match standard {
            StandardWire::Kratos => Self::Kratos,
            StandardWire::Problem => Self::Problem,
        }
    }
}

/// An object for an error: the names of its members. It has the code's name, its number or both.
///
/// ```
/// use errcat::{PathStep, Wire};
///
/// let text = "errcat: 1\ncatalogue: {name: Shop, wire: {at: error, code: type}}\ncodes:\n  SoldOut: {http_status: 409, message: sold out}\n";
/// let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes())?;
/// let Wire::Envelope(envelope) = catalogue.wire() else { panic!("an envelope") };
/// assert_eq!(envelope.at, [PathStep::Member("error".to_owned())]);
/// assert_eq!((envelope.code.as_deref(), &envelope.message), (Some("type"), &None));
/// # Ok::<(), errcat::Diagnostics>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Envelope {
    /// The way from the body to the object; empty if the body is the object.
    pub at: Vec<PathStep>,
    /// The member with the code's name.
    pub code: Option<String>,
    /// The member with the code's number. If there is one, each code has a number of its own.
    pub number: Option<String>,
    /// The member with the message.
    pub message: Option<String>,
    /// The member with the object of params and metadata.
    pub params: Option<String>,
    /// The member with the HTTP status.
    pub status: Option<String>,
}

/// A step into a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathStep {
    /// To a member of an object.
    Member(String),
    /// To the first element of a list.
    First,
}

/// The code to use for received codes that are not in the catalogue, for some HTTP statuses.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fallback {
    /// One status, or all that start with the same digit.
    pub statuses: RangeInclusive<u16>,
    /// The code.
    pub code: CodeId,
}
