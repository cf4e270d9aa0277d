//! What is wrong with a catalogue, each finding at its place.

mod human;
mod id;

use std::fmt;

pub(crate) use id::Id;
pub use id::{Severity, finding_ids};

pub use crate::source::Place;
use crate::source::{Source, Span};

/// A finding as the check makes it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    pub(crate) span: Span,
    pub(crate) id: Id,
    pub(crate) severity: Severity,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) related: Option<(Span, &'static str)>,
}

/// What was found in one catalogue, in the order of the places.
///
/// `Display` shows it all as rustc shows its errors, each with the line of the catalogue, and closes with the count;
/// [`render`](Self::render) has options.
///
/// ```
/// let text = "errcat: 1\ncatalogue: {name: Shop}\ncodes:\n  SoldOut: {http_status: 4090, message: sold out, description: Gone.}\n";
/// let diagnostics = errcat::Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_err();
/// for diagnostic in &diagnostics {
///     assert_eq!(diagnostic.id(), "invalid-http-status");
///     let place = diagnostic.place();
///     assert_eq!((place.line, place.column), (4, 26));
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Diagnostics {
    source: Source,
    list: Vec<Diagnostic>,
}

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    finding: Finding,
    place: Place,
    related: Option<Place>,
}

/// How findings are shown to people.
#[derive(Clone, Copy, Debug)]
pub struct RenderOptions {
    /// Whether to colour the text with ANSI escapes.
    pub color: bool,
    /// How many findings to show at the most, errors before warnings; the others are counted.
    pub max_findings: usize,
}

impl Default for RenderOptions {
    /// Without colour, 100 findings.
    fn default() -> Self {
        Self { color: false, max_findings: 100 }
    }
}

impl Diagnostics {
    /// The findings of a source. One mistake seen twice, in an anchored node, is one finding.
    pub(crate) fn new(source: Source, mut findings: Vec<Finding>) -> Self {
        findings.sort();
        findings.dedup();
        let (mut places, mut related) = (source.locator(), source.locator());
        let list = findings.into_iter().map(|finding| Diagnostic {
            place: places.place(finding.span),
            related: finding.related.map(|(span, _)| related.place(span)),
            finding,
        });
        let list = list.collect();
        Self { source, list }
    }

    /// The findings, by place.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// As many findings as that, by place; where there are more, errors come before warnings.
    pub fn worst(&self, max: usize) -> impl Iterator<Item = &Diagnostic> {
        let (mut errors, mut warnings) = (max, max.saturating_sub(self.count(Severity::Error)));
        self.list.iter().filter(move |diagnostic| {
            let left = match diagnostic.severity() {
                Severity::Error => &mut errors,
                Severity::Warning => &mut warnings,
            };
            let is_shown = *left > 0;
            *left = left.saturating_sub(1);
            is_shown
        })
    }

    /// The path of the catalogue, as it was given.
    #[must_use]
    pub fn path(&self) -> &str {
        self.source.path()
    }

    /// How many findings have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|diagnostic| diagnostic.severity() == severity).count()
    }

    /// The findings as text for people, each with the line of the catalogue, and their count.
    #[must_use]
    pub fn render(&self, options: RenderOptions) -> String {
        human::render(self, options)
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
        self.finding.id.as_str()
    }

    /// Whether nothing can be generated because of it.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.finding.severity
    }

    /// What is wrong, in one line.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.finding.message
    }

    /// Where.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// What to write instead.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.finding.help.as_deref()
    }

    /// Another place that has to do with it, and what is there.
    #[must_use]
    pub fn related(&self) -> Option<(Place, &'static str)> {
        self.related.zip(self.finding.related.map(|(_, label)| label))
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(RenderOptions::default()))
    }
}

impl std::error::Error for Diagnostics {}
