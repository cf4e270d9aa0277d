//! The findings in a catalogue, each with its span.

mod human;
mod sink;
pub(crate) mod suggest;
mod unique;

use std::borrow::Cow;
use std::fmt;

pub(crate) use sink::{Report, Sink};
pub(crate) use unique::claim_unique;

use crate::printable::printable;
use crate::rules::{Rule, Severity};
pub use crate::source::Location;
use crate::source::SourceMap;

/// The findings in a catalogue, in the order of its text.
///
/// `Display` shows them in the style of rustc's errors, each with the line of the catalogue, followed by their count;
/// [`render`](Self::render) has options.
///
/// ```
/// let text = "errcat: 1\ncatalogue: {name: Shop}\ncodes:\n  SoldOut: {http_status: 4090, message: sold out, description: Gone.}\n";
/// let diagnostics = errcat::Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_err();
/// for finding in &diagnostics {
///     assert_eq!(finding.id(), "invalid-http-status");
///     let location = finding.location();
///     assert_eq!((&*location.path, location.line, location.column), ("errors.yaml", 4, 26));
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Diagnostics {
    sources: SourceMap,
    findings: Vec<Finding>,
}

/// A mistake, or what a lint found.
#[derive(Clone, Debug)]
pub struct Finding {
    report: Report,
    location: Location,
    related: Vec<Related>,
}

/// Another span that a finding involves.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Related {
    /// The location, which may be in another file.
    pub location: Location,
    /// What is there.
    pub label: &'static str,
}

/// How to show findings to people.
#[derive(Clone, Copy, Debug)]
pub struct RenderOptions {
    /// Whether to colour the text with ANSI escapes.
    pub color: bool,
    /// How many findings to show at most, errors before warnings; the rest are only counted.
    pub max_findings: usize,
}

impl Default for RenderOptions {
    /// Without colour, 100 findings.
    fn default() -> Self {
        Self { color: false, max_findings: 100 }
    }
}

impl Diagnostics {
    /// The findings in these files. A mistake that is seen twice, in an anchored node, is one finding.
    pub(crate) fn new(sources: SourceMap, mut reports: Vec<Report>) -> Self {
        reports.sort();
        reports.dedup();
        // Both may quote the catalogue, and each is shown on one line.
        for text in reports.iter_mut().flat_map(|report| [Some(&mut report.message), report.help.as_mut()]).flatten() {
            if let Cow::Owned(escaped) = printable(text) {
                *text = escaped;
            }
        }
        let related = |report: &Report| {
            let related = report.related.iter();
            related.map(|&(span, label)| Related { location: sources.location(span), label }).collect()
        };
        let findings = reports.into_iter().map(|report| Finding {
            location: sources.location(report.span),
            related: related(&report),
            report,
        });
        let findings = findings.collect();
        Self { sources, findings }
    }

    /// The findings, in the order of the text.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.findings.iter()
    }

    /// Whether there are no findings.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// At most `max` findings, in the order of the text; if there are more, errors are chosen before warnings.
    pub fn worst(&self, max: usize) -> impl Iterator<Item = &Finding> {
        let (mut errors, mut warnings) = (max, max.saturating_sub(self.count(Severity::Error)));
        self.findings.iter().filter(move |finding| {
            let left = match finding.severity() {
                Severity::Error => &mut errors,
                Severity::Warning => &mut warnings,
            };
            let is_shown = *left > 0;
            *left = left.saturating_sub(1);
            is_shown
        })
    }

    /// The path of the catalogue, as given.
    #[must_use]
    pub fn path(&self) -> &str {
        self.sources.path()
    }

    /// How many findings have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity() == severity).count()
    }

    /// The findings as text for people, each with the line of the catalogue, and their count.
    #[must_use]
    pub fn render(&self, options: RenderOptions) -> String {
        human::render(self, options)
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Finding;
    type IntoIter = std::slice::Iter<'a, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Finding {
    /// The kind of finding.
    #[must_use]
    pub fn rule(&self) -> &'static Rule {
        self.report.rule.rule()
    }

    /// The stable kebab-case id of the kind of finding.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.rule().id()
    }

    /// Whether it is an error, which keeps code from being generated, or a warning.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.report.severity
    }

    /// What is wrong, in one line that is safe to print: control characters in quoted text are escaped.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.report.message
    }

    /// Where.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.location
    }

    /// What to write instead, in one line that is safe to print.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.report.help.as_deref()
    }

    /// The other spans that it involves.
    #[must_use]
    pub fn related(&self) -> &[Related] {
        &self.related
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(RenderOptions::default()))
    }
}

impl std::error::Error for Diagnostics {}
