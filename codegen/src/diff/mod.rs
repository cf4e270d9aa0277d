//! What changed between two versions of a catalogue, and what each change breaks.
//!
//! [`compare`](compare) reports changes as kinds with subjects; what breaks Rust is known from [`rust_api`], what breaks the
//! wire from [`wire`], so that no rule claims what the generated code doesn't do.

mod accepted;
mod change;
mod compare;
mod pairs;
mod places;
mod rules;
mod rust_api;
mod sample;
mod table;
mod wire;
mod witness;

use std::collections::BTreeMap;

pub use change::{Change, Part, Side};
pub use rules::{Breaks, Bump, ChangeRule, change_rules};
pub use witness::{Sent, Witness};

use crate::catalogue::Catalogue;
use crate::diagnostics::Diagnostics;
use compare::Comparison;

/// Two versions of a catalogue and their differences.
#[derive(Debug)]
pub struct Diff<'c> {
    old: &'c Catalogue,
    new: &'c Catalogue,
    changes: Vec<Change>,
    unused: Diagnostics,
}

/// Compares two versions of a catalogue.
///
/// ```
/// use errcat::{Breaks, Bump, Catalogue, diff};
///
/// let shop = |codes: &str| {
///     let text = format!("errcat: 1\ncatalogue: {{name: Shop}}\ncodes:\n{codes}");
///     Catalogue::parse("errors.yaml", text.as_bytes())
/// };
/// let old = shop("  SoldOut: {http_status: 409, message: sold out}\n")?;
/// let new = shop("  SoldOut: {http_status: 410, message: sold out}\n")?;
///
/// let diff = diff(&old, &new);
/// let [change] = diff.changes() else { panic!("one change") };
/// assert_eq!(change.key(), "status-changed:SoldOut");
/// assert_eq!(change.message(), "`SoldOut` has the HTTP status 410, before 409");
/// assert_eq!(change.breaks(), [Breaks::Behaviour]);
/// assert_eq!(change.new_location().map(|location| location.line), Some(4));
/// assert_eq!(diff.bump(), Some(Bump::Major));
/// # Ok::<(), errcat::Diagnostics>(())
/// ```
#[must_use]
pub fn diff<'c>(old: &'c Catalogue, new: &'c Catalogue) -> Diff<'c> {
    let mut changes = Comparison::new(old, new).changes();
    let unused = accepted::accept(&mut changes, new);
    Diff { old, new, changes, unused }
}

impl Diff<'_> {
    /// The changes: those of the catalogue, its attributes, params, codes, groups and operations, in this order.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The entries of the new catalogue's `accepted` that fit no change: a warning for each.
    ///
    /// ```
    /// use errcat::Catalogue;
    ///
    /// let text = "errcat: 1
    /// catalogue: {name: Shop}
    /// accepted: [{change: code-removed, code: Busy, why: unused}]
    /// codes: {SoldOut: {http_status: 409, message: sold out}}
    /// ";
    /// let catalogue = Catalogue::parse("errors.yaml", text.as_bytes()).unwrap();
    /// let diff = errcat::diff(&catalogue, &catalogue);
    /// let unused = diff.unused().iter().next().expect("one entry");
    /// assert_eq!(unused.message(), "`code-removed:Busy` is accepted, but there is no such change");
    /// assert_eq!((unused.id(), unused.location().line), ("unused-acceptance", 3));
    /// ```
    #[must_use]
    pub fn unused(&self) -> &Diagnostics {
        &self.unused
    }

    /// The bump that the changes need that are not accepted; `None` if there are none.
    #[must_use]
    pub fn bump(&self) -> Option<Bump> {
        self.unaccepted().map(Change::bump).max()
    }

    fn unaccepted(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.accepted.is_none())
    }

    /// How many changes that are not accepted break each of these.
    #[must_use]
    pub fn broken(&self) -> BTreeMap<Breaks, usize> {
        let mut broken = BTreeMap::new();
        for breaks in self.unaccepted().flat_map(Change::breaks) {
            *broken.entry(*breaks).or_default() += 1;
        }
        broken
    }

    /// What shows that a change breaks what it is said to break: programs, and what is sent and understood.
    ///
    /// ```
    /// use errcat::Catalogue;
    ///
    /// let [old, new] = ["SoldOut", "OutOfStock"].map(|name| {
    ///     let text = format!("{{errcat: 1, catalogue: {{name: Shop}}, codes: {{{name}: {{http_status: 409, message: gone}}}}}}");
    ///     Catalogue::parse("errors.yaml", text.as_bytes()).unwrap()
    /// });
    /// let diff = errcat::diff(&old, &new);
    /// let removed = diff.changes().iter().find(|change| change.rule().id() == "code-removed").unwrap();
    /// let witness = diff.witness(removed);
    /// assert!(witness.programs[0].contains("errors::ErrorCode::SoldOut"));
    /// assert!(witness.wire[0].new_client.starts_with("can't read it"));
    /// ```
    #[must_use]
    pub fn witness(&self, change: &Change) -> Witness {
        witness::of(change, self.old, self.new)
    }
}
