//! Changes that are meant.

/// A change since an earlier version of the catalogue that is meant: `errcat diff` shows it, but it doesn't fail.
///
/// ```
/// let text = "errcat: 1\ncatalogue: {name: Shop}\naccepted: [{change: code-removed, code: Busy, why: unused}]\ncodes: {Up: {http_status: 400, message: up}}\n";
/// let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes())?;
/// let [accepted] = catalogue.accepted() else { panic!("one change") };
/// assert_eq!((&*accepted.change, &*accepted.why), ("code-removed", "unused"));
/// assert_eq!(accepted.subject, [("code", "Busy".to_owned())]);
/// # Ok::<(), errcat::Diagnostics>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Acceptance {
    /// The kind of change.
    pub change: String,
    /// What has changed: each part with what it is, such as `code`. Empty for the catalogue as a whole.
    pub subject: Vec<(&'static str, String)>,
    /// Why it is meant.
    pub why: String,
}
