//! Whether the changes are within what the user allows.

use errcat::{Breaks, Bump, Change, Diff};

use super::version::Versions;

/// The least bump that is a failure; none if nothing is.
#[derive(Clone, Copy)]
pub struct FailOn(Option<Bump>);

/// The bump that the changes need, and whether that is a failure.
pub struct Verdict {
    bump: Option<Bump>,
    /// How many changes break what.
    broken: Vec<(Breaks, usize)>,
    are_all_accepted: bool,
    fail_on: FailOn,
    versions: Option<Versions>,
}

impl FailOn {
    pub fn named(name: &str) -> Self {
        Self(match name {
            "major" => Some(Bump::Major),
            "minor" => Some(Bump::Minor),
            "patch" => Some(Bump::Patch),
            _ => None,
        })
    }
}

impl Verdict {
    pub fn of(diff: &Diff<'_>, fail_on: FailOn, versions: Option<Versions>) -> Self {
        let broken = diff.broken().into_iter().filter(|(breaks, _)| breaks.bump() == Bump::Major).collect();
        let are_all_accepted = !diff.changes().is_empty() && diff.bump().is_none();
        Self { bump: diff.bump(), broken, are_all_accepted, fail_on, versions }
    }

    pub fn bump(&self) -> Option<Bump> {
        self.bump
    }

    pub fn is_failure(&self) -> bool {
        self.bump.is_some_and(|bump| self.is_too_much(bump))
    }

    /// Whether a change is a failure.
    pub fn fails(&self, change: &Change) -> bool {
        change.accepted().is_none() && self.is_too_much(change.bump())
    }

    fn is_too_much(&self, bump: Bump) -> bool {
        match self.versions {
            Some(versions) => versions.allowed().is_none_or(|allowed| bump > allowed),
            None => self.fail_on.0.is_some_and(|least| bump >= least),
        }
    }

    /// In one line, such as `needs a major release: 2 breaking changes for Rust, 1 on the wire`.
    pub fn text(&self) -> String {
        let Some(bump) = self.bump else {
            let all = if self.are_all_accepted { "all changes are accepted" } else { "nothing has changed" };
            return all.to_owned();
        };
        let needs = match self.versions {
            None => format!("needs a {} release", bump.as_str()),
            Some(Versions { old, new }) if self.is_failure() => {
                format!("{new} is not enough after {old}: needs {}, a {} release", old.next(bump), bump.as_str())
            }
            Some(Versions { old, new }) => format!("{new} is enough after {old}: needs a {} release", bump.as_str()),
        };
        let mut broken = self.broken.iter().map(|(breaks, count)| {
            let whom = match breaks {
                Breaks::RustApi => "for Rust",
                Breaks::Wire => "on the wire",
                _ => "of behaviour",
            };
            (*count, whom)
        });
        let Some((count, whom)) = broken.next() else { return needs };
        let plural = if count == 1 { "" } else { "s" };
        let first = format!("{needs}: {count} breaking change{plural} {whom}");
        broken.fold(first, |text, (count, whom)| format!("{text}, {count} {whom}"))
    }
}
