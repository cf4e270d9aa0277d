//! The kinds of findings, one record each.
//!
//! A new one needs a record here, an explanation in `explanations/`, code that reports it, and a test that plants it.

use crate::words::Words;

/// A kind of finding: a mistake, or a lint.
#[derive(Debug)]
pub struct Rule {
    id: &'static str,
    kind: RuleKind,
    label: &'static str,
    explanation: &'static str,
}

/// What a finding means for its catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RuleKind {
    /// The catalogue can't be used.
    Mistake,
    /// The catalogue can be used, unless it sets the lint's level to `deny` under `lints`.
    #[non_exhaustive]
    Lint {
        /// The level if the catalogue sets none.
        level: Level,
        /// Whether the lint is about single codes, so that a code can switch it off with `allow`.
        is_about_codes: bool,
    },
    /// What `errcat check --openapi` finds in an API description.
    #[non_exhaustive]
    Openapi {
        /// Whether the description is wrong, or may be.
        severity: Severity,
    },
    /// What `errcat check --base` and `errcat diff` warn of in a catalogue that they compare with an earlier version.
    Base,
    /// What `errcat import` says about a source.
    #[non_exhaustive]
    Import {
        /// Whether something is missing from the catalogue, or only changed.
        severity: Severity,
    },
}

/// How the findings of a lint are treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// They are not shown.
    Allow,
    /// They are warnings.
    Warn,
    /// They are errors.
    Deny,
}

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is generated from the catalogue.
    Error,
    /// The catalogue can be used as it is.
    Warning,
}

/// Declares the records, and an enum to refer to them.
macro_rules! rules {
    ($($variant:ident { id: $id:literal, kind: $kind:expr, label: $label:literal })*) => {
        /// A reference to one of the records.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum RuleId { $($variant),* }

        static RULES: &[Rule] = &[$(Rule {
            id: $id,
            kind: $kind,
            label: $label,
            explanation: include_str!(concat!("explanations/", $id, ".md")),
        }),*];

        const IDS: &[RuleId] = &[$(RuleId::$variant),*];
    };
}

const LINT: RuleKind = RuleKind::Lint { level: Level::Warn, is_about_codes: false };
const LINT_OF_CODES: RuleKind = RuleKind::Lint { level: Level::Warn, is_about_codes: true };
/// One that a catalogue has to ask for.
const OPTIONAL_LINT_OF_CODES: RuleKind = RuleKind::Lint { level: Level::Allow, is_about_codes: true };

const WRONG: RuleKind = RuleKind::Openapi { severity: Severity::Error };
const DOUBTFUL: RuleKind = RuleKind::Openapi { severity: Severity::Warning };

const LOSS: RuleKind = RuleKind::Import { severity: Severity::Error };
const CHANGE: RuleKind = RuleKind::Import { severity: Severity::Warning };

rules! {
    YamlSyntax { id: "yaml-syntax", kind: RuleKind::Mistake, label: "here" }
    InvalidInclude { id: "invalid-include", kind: RuleKind::Mistake, label: "can't be included" }
    UnsupportedVersion { id: "unsupported-version", kind: RuleKind::Mistake, label: "unsupported" }
    UnknownKey { id: "unknown-key", kind: RuleKind::Mistake, label: "unknown key" }
    MissingKey { id: "missing-key", kind: RuleKind::Mistake, label: "incomplete" }
    WrongType { id: "wrong-type", kind: RuleKind::Mistake, label: "not allowed here" }
    DuplicateKey { id: "duplicate-key", kind: RuleKind::Mistake, label: "duplicate" }
    InvalidName { id: "invalid-name", kind: RuleKind::Mistake, label: "invalid name" }
    DuplicateRustName { id: "duplicate-rust-name", kind: RuleKind::Mistake, label: "same name in Rust" }
    DuplicateName { id: "duplicate-name", kind: RuleKind::Mistake, label: "duplicate" }
    InvalidHttpStatus { id: "invalid-http-status", kind: RuleKind::Mistake, label: "invalid status" }
    BadTemplate { id: "bad-template", kind: RuleKind::Mistake, label: "not a placeholder" }
    UnknownParam { id: "unknown-param", kind: RuleKind::Mistake, label: "not declared" }
    SeveralViolations { id: "several-violations", kind: RuleKind::Mistake, label: "one too many" }
    InvalidAttribute { id: "invalid-attribute", kind: RuleKind::Mistake, label: "invalid value" }
    MissingAttribute { id: "missing-attribute", kind: RuleKind::Mistake, label: "incomplete" }
    UnknownCode { id: "unknown-code", kind: RuleKind::Mistake, label: "no such code" }
    CircularGroup { id: "circular-group", kind: RuleKind::Mistake, label: "leads back to the group" }
    InternalFallback { id: "internal-fallback", kind: RuleKind::Mistake, label: "not sent as it is" }
    DuplicateNumber { id: "duplicate-number", kind: RuleKind::Mistake, label: "duplicate" }
    MissingNumber { id: "missing-number", kind: RuleKind::Mistake, label: "no number" }
    UnknownLint { id: "unknown-lint", kind: RuleKind::Mistake, label: "no such lint" }
    TooLarge { id: "too-large", kind: RuleKind::Mistake, label: "here" }
    MessageStyle { id: "message-style", kind: LINT_OF_CODES, label: "unusual style" }
    MissingDescription { id: "missing-description", kind: OPTIONAL_LINT_OF_CODES, label: "no description" }
    AmbiguousMessages { id: "ambiguous-messages", kind: OPTIONAL_LINT_OF_CODES, label: "ambiguous" }
    SimilarCodes { id: "similar-codes", kind: LINT_OF_CODES, label: "similar" }
    StatusNotAnError { id: "status-not-an-error", kind: LINT_OF_CODES, label: "below 400" }
    UnusedCode { id: "unused-code", kind: LINT_OF_CODES, label: "in no operation" }
    UnusedParam { id: "unused-param", kind: LINT, label: "never used" }
    RenamedInRust { id: "renamed-in-rust", kind: LINT, label: "another name in Rust" }
    UnusedAttribute { id: "unused-attribute", kind: LINT, label: "never used" }
    OpenapiInvalid { id: "openapi-invalid", kind: WRONG, label: "can't be read" }
    OpenapiUnresolved { id: "openapi-unresolved", kind: DOUBTFUL, label: "not followed" }
    OpenapiUnknownCode { id: "openapi-unknown-code", kind: WRONG, label: "not in the catalogue" }
    OpenapiUndeclaredCode { id: "openapi-undeclared-code", kind: WRONG, label: "not a code of the operation" }
    OpenapiMissingCode { id: "openapi-missing-code", kind: WRONG, label: "incomplete" }
    OpenapiWrongStatus { id: "openapi-wrong-status", kind: WRONG, label: "another status" }
    OpenapiUndeclaredStatus { id: "openapi-undeclared-status", kind: DOUBTFUL, label: "no code with this status" }
    OpenapiMissingOperation { id: "openapi-missing-operation", kind: WRONG, label: "incomplete" }
    OpenapiUnknownOperation { id: "openapi-unknown-operation", kind: DOUBTFUL, label: "not compared" }
    UnusedAcceptance { id: "unused-acceptance", kind: RuleKind::Base, label: "no such change" }
    NotImported { id: "not-imported", kind: LOSS, label: "not imported" }
    Converted { id: "converted", kind: CHANGE, label: "changed" }
    LeftOut { id: "left-out", kind: CHANGE, label: "left out" }
}

/// The kinds of findings: mistakes first, then lints.
///
/// ```
/// let rule = errcat::rules().find(|rule| rule.id() == "unknown-param").unwrap();
/// assert!(rule.explanation().contains("is not declared"));
/// ```
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter()
}

impl Rule {
    /// The stable kebab-case id.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// Whether it is a mistake or a lint.
    #[must_use]
    pub fn kind(&self) -> RuleKind {
        self.kind
    }

    /// What to show next to the underlined span.
    #[must_use]
    pub fn label(&self) -> &'static str {
        self.label
    }

    /// What the finding means, why it is one, and an example before and after, in Markdown.
    #[must_use]
    pub fn explanation(&self) -> &'static str {
        self.explanation
    }
}

impl RuleId {
    pub(crate) fn rule(self) -> &'static Rule {
        &RULES[self as usize]
    }

    /// Whether it is a lint about single codes.
    pub(crate) fn is_about_codes(self) -> bool {
        matches!(self.rule().kind, RuleKind::Lint { is_about_codes: true, .. })
    }

    /// The lints, which a catalogue can switch off or turn into errors.
    pub(crate) fn lints() -> impl Iterator<Item = Self> {
        IDS.iter().copied().filter(|id| matches!(id.rule().kind, RuleKind::Lint { .. }))
    }
}

impl Words for Level {
    const WORDS: &'static [(&'static str, Self)] =
        &[("allow", Self::Allow), ("warn", Self::Warn), ("deny", Self::Deny)];
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
