//! The kinds of findings.

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is generated from a catalogue with one of these.
    Error,
    /// The catalogue can be used as it is.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A list of ids that can't fall out of step with the enum.
macro_rules! ids {
    ($($(#[$doc:meta])* $variant:ident = $text:literal, $label:literal;)*) => {
        /// The kind of a finding. Its kebab-case form is stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Id { $($(#[$doc])* $variant),* }

        impl Id {
            pub(crate) const ALL: &'static [Id] = &[$(Id::$variant),*];

            pub(crate) const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }

            /// What to show beside the underlined place.
            pub(crate) const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),* }
            }
        }
    };
}

ids! {
    YamlSyntax = "yaml-syntax", "here";
    UnsupportedVersion = "unsupported-version", "this format";
    UnknownKey = "unknown-key", "unknown key";
    MissingKey = "missing-key", "missing here";
    WrongType = "wrong-type", "not allowed here";
    DuplicateKey = "duplicate-key", "the second one";
    InvalidName = "invalid-name", "not such a name";
    DuplicateRustName = "duplicate-rust-name", "the second one";
    DuplicateName = "duplicate-name", "the second one";
    InvalidHttpStatus = "invalid-http-status", "not such a status";
    BadTemplate = "bad-template", "not part of the format";
    UnknownParam = "unknown-param", "not declared";
    InvalidAttribute = "invalid-attribute", "not such a value";
    MissingAttribute = "missing-attribute", "missing here";
    UnknownCode = "unknown-code", "no such code";
    DuplicateNumber = "duplicate-number", "the second one";
    MissingNumber = "missing-number", "missing here";
    UnknownLint = "unknown-lint", "no such lint";
    TooLarge = "too-large", "here";
    MessageStyle = "message-style", "against the style";
    MissingDescription = "missing-description", "no description";
    SimilarCodes = "similar-codes", "similar";
    StatusNotAnError = "status-not-an-error", "below 400";
    UnusedParam = "unused-param", "not used";
    UnusedAttribute = "unused-attribute", "not used";
}

impl Id {
    /// The lints: what a catalogue can switch off or make an error.
    pub(crate) const LINTS: &'static [Id] = &[
        Self::MessageStyle,
        Self::MissingDescription,
        Self::SimilarCodes,
        Self::StatusNotAnError,
        Self::UnusedParam,
        Self::UnusedAttribute,
    ];
}

/// The ids of all kinds of findings, mistakes first, then lints.
///
/// ```
/// assert!(errcat::finding_ids().any(|id| id == "unknown-param"));
/// ```
pub fn finding_ids() -> impl Iterator<Item = &'static str> {
    Id::ALL.iter().map(|id| id.as_str())
}
