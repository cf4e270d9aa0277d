//! A change, and what it is about.

use std::fmt;

use super::rules::{Breaks, Bump, ChangeRule};
use super::table::RuleId;
use crate::catalogue::CodeId;
use crate::source::Location;

/// A difference between two versions of a catalogue.
#[derive(Clone, Debug)]
pub struct Change {
    pub(super) rule: RuleId,
    pub(super) subject: Vec<(Part, String)>,
    pub(super) message: String,
    pub(super) breaks: Vec<Breaks>,
    pub(super) accepted: Option<String>,
    pub(super) old: Option<Location>,
    pub(super) new: Option<Location>,
    pub(super) nearest: Option<Location>,
    /// Programs that compile only with the old catalogue.
    pub(super) programs: Vec<String>,
    /// The code in the old catalogue and in the new one.
    pub(super) codes: [Option<CodeId>; 2],
}

/// What a name in the subject of a [`Change`] names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Part {
    /// A code, by its name in the old catalogue if it is there, or else in the new one.
    Code,
    /// A name or a number that stands for a code: an alias, or one that is reserved.
    Name,
    /// A param.
    Param,
    /// An attribute.
    Attribute,
    /// A value of an attribute.
    Value,
    /// A group.
    Group,
    /// An operation.
    Operation,
    /// A Cargo feature.
    Feature,
}

/// One of the two catalogues of a [`Diff`](super::Diff).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The one from before.
    Old,
    /// The one of now.
    New,
}

impl Part {
    /// The word for it, such as `code`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
            Self::Param => "param",
            Self::Attribute => "attribute",
            Self::Value => "value",
            Self::Group => "group",
            Self::Operation => "operation",
            Self::Feature => "feature",
        }
    }
}

impl Change {
    /// The kind of change.
    #[must_use]
    pub fn rule(&self) -> &'static ChangeRule {
        self.rule.rule()
    }

    /// What has changed: for a param of a code, for example, the code and the param. Empty for the catalogue as a whole.
    #[must_use]
    pub fn subject(&self) -> &[(Part, String)] {
        &self.subject
    }

    /// What identifies the change, whatever its message says: the kind and the names of its subject, such as
    /// `code-param-added:SoldOut:article`.
    #[must_use]
    pub fn key(&self) -> String {
        key(self.rule().id(), self.subject.iter().map(|(_, name)| &**name))
    }

    /// What has changed, in one line that is safe to print.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What it breaks, the worst first.
    #[must_use]
    pub fn breaks(&self) -> &[Breaks] {
        &self.breaks
    }

    /// Why the new catalogue accepts the change, if it does.
    #[must_use]
    pub fn accepted(&self) -> Option<&str> {
        self.accepted.as_deref()
    }

    /// The bump that it needs, accepted or not.
    #[must_use]
    pub fn bump(&self) -> Bump {
        let broken = self.breaks.iter().map(|breaks| breaks.bump()).max();
        broken.map_or(self.rule().bump(), |bump| bump.max(self.rule().bump()))
    }

    /// Where the old catalogue says what has changed; `None` if it doesn't.
    #[must_use]
    pub fn old_location(&self) -> Option<&Location> {
        self.old.as_ref()
    }

    /// Where the new catalogue says what has changed; `None` if it doesn't.
    #[must_use]
    pub fn new_location(&self) -> Option<&Location> {
        self.new.as_ref()
    }

    /// Where to point at in the new catalogue: where it says what has changed, or else where it did.
    #[must_use]
    pub fn nearest_location(&self) -> Option<&Location> {
        self.new.as_ref().or(self.nearest.as_ref())
    }
}

/// What identifies a change of a kind.
pub(super) fn key<'n>(kind: &'n str, names: impl Iterator<Item = &'n str>) -> String {
    [kind].into_iter().chain(names).collect::<Vec<_>>().join(":")
}

/// The message.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
