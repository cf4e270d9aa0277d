//! What is wrong with a catalogue, each finding at its place.

use std::fmt;

use crate::source::{Source, Span};

/// The kind of a finding. Its kebab-case form is stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Id {
    YamlSyntax,
    UnsupportedVersion,
    UnknownKey,
    MissingKey,
    WrongType,
    DuplicateKey,
    InvalidName,
    DuplicateRustName,
    DuplicateName,
    InvalidHttpStatus,
    BadTemplate,
    UnknownParam,
    InvalidAttribute,
    MissingAttribute,
    UnknownCode,
    DuplicateNumber,
    MissingNumber,
    UnknownLint,
    TooLarge,
}

impl Id {
    fn as_str(self) -> &'static str {
        match self {
            Self::YamlSyntax => "yaml-syntax",
            Self::UnsupportedVersion => "unsupported-version",
            Self::UnknownKey => "unknown-key",
            Self::MissingKey => "missing-key",
            Self::WrongType => "wrong-type",
            Self::DuplicateKey => "duplicate-key",
            Self::InvalidName => "invalid-name",
            Self::DuplicateRustName => "duplicate-rust-name",
            Self::DuplicateName => "duplicate-name",
            Self::InvalidHttpStatus => "invalid-http-status",
            Self::BadTemplate => "bad-template",
            Self::UnknownParam => "unknown-param",
            Self::InvalidAttribute => "invalid-attribute",
            Self::MissingAttribute => "missing-attribute",
            Self::UnknownCode => "unknown-code",
            Self::DuplicateNumber => "duplicate-number",
            Self::MissingNumber => "missing-number",
            Self::UnknownLint => "unknown-lint",
            Self::TooLarge => "too-large",
        }
    }
}

/// A finding as the check makes it, by its span.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    pub(crate) span: Span,
    pub(crate) id: Id,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) related: Option<(Span, &'static str)>,
}

/// All that is wrong with one catalogue: at least one finding, in the order of their places.
///
/// `Display` shows each as `path:line:column: error[id]: message`, with its help below, and closes with the count.
///
/// ```
/// let text = "errcat: 1\ncatalogue: {name: Shop}\ncodes:\n  SoldOut: {http_status: 4090, message: sold out}\n";
/// let diagnostics = errcat::Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_err();
/// for diagnostic in &diagnostics {
///     assert_eq!(diagnostic.id(), "invalid-http-status");
///     assert_eq!((diagnostic.line(), diagnostic.column()), (4, 26));
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Diagnostics {
    path: String,
    list: Vec<Diagnostic>,
}

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    id: Id,
    message: String,
    place: Place,
    help: Option<String>,
    related: Option<(Place, &'static str)>,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    line: usize,
    column: usize,
}

impl Diagnostics {
    /// The findings of a source. One mistake seen twice, in an anchored node, is one finding.
    pub(crate) fn new(source: &Source, mut findings: Vec<Finding>) -> Self {
        findings.sort();
        findings.dedup();
        let place = |span: Span| {
            let (line, column) = source.line_column(span.start);
            Place { line, column }
        };
        let list = findings.into_iter().map(|finding| Diagnostic {
            id: finding.id,
            message: finding.message,
            place: place(finding.span),
            help: finding.help,
            related: finding.related.map(|(span, label)| (place(span), label)),
        });
        Self { path: source.path().to_owned(), list: list.collect() }
    }

    /// The findings, by place.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Diagnostic {
    /// The stable kebab-case id of this kind of finding.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.id.as_str()
    }

    /// What is wrong, in one line.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.place.line
    }

    /// The column, from 1, in characters.
    #[must_use]
    pub fn column(&self) -> usize {
        self.place.column
    }

    /// What to write instead.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = &self.path;
        for Diagnostic { id, message, place, help, related } in &self.list {
            writeln!(f, "{path}:{}:{}: error[{}]: {message}", place.line, place.column, id.as_str())?;
            if let Some((place, label)) = related {
                writeln!(f, "    {path}:{}:{}: {label}", place.line, place.column)?;
            }
            if let Some(help) = help {
                writeln!(f, "    help: {help}")?;
            }
        }
        let count = self.list.len();
        write!(f, "{count} error{} in {path}", if count == 1 { "" } else { "s" })
    }
}

impl std::error::Error for Diagnostics {}
