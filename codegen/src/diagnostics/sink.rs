//! Collecting findings.

use crate::rules::{RuleId, RuleKind, Severity};
use crate::source::Span;

/// A finding as reported while a catalogue is read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Report {
    pub(crate) span: Span,
    pub(crate) rule: RuleId,
    pub(crate) severity: Severity,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) related: Vec<(Span, &'static str)>,
}

/// Collects findings, and suggests what a misspelt name may have meant.
pub(crate) struct Sink {
    reports: Vec<Report>,
    /// How many more comparisons of names suggestions may make.
    pub(super) comparisons: usize,
    /// How many more may be looked at, most of which differ too much in length to be compared.
    pub(super) candidates: usize,
}

/// Comparing ten thousand misspelt names with ten thousand others takes minutes, and nobody reads so many suggestions.
const MAX_COMPARISONS: usize = 200_000;

const MAX_CANDIDATES: usize = 100 * MAX_COMPARISONS;

impl Sink {
    pub(crate) fn new() -> Self {
        Self { reports: Vec::new(), comparisons: MAX_COMPARISONS, candidates: MAX_CANDIDATES }
    }

    /// Adds a finding. A lint's is a warning, unless the caller makes it an error.
    pub(crate) fn report(&mut self, rule: RuleId, span: Span, message: impl Into<String>) -> &mut Report {
        let severity = match rule.rule().kind() {
            RuleKind::Mistake => Severity::Error,
            RuleKind::Lint { .. } | RuleKind::Base => Severity::Warning,
            RuleKind::Import { severity } | RuleKind::Openapi { severity } => severity,
        };
        let at = self.reports.len();
        let message = message.into();
        self.reports.push(Report { span, rule, severity, message, help: None, related: Vec::new() });
        &mut self.reports[at]
    }

    /// Adds a finding about two spans, at the later one.
    pub(crate) fn report_second(
        &mut self,
        rule: RuleId,
        mut spans: [Span; 2],
        message: impl Into<String>,
    ) -> &mut Report {
        spans.sort();
        let report = self.report(rule, spans[1], message);
        report.related.push((spans[0], "first one here"));
        report
    }

    /// Drops the findings so far.
    pub(crate) fn clear(&mut self) {
        self.reports.clear();
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.reports.iter().any(|report| report.severity == Severity::Error)
    }

    pub(crate) fn into_reports(self) -> Vec<Report> {
        self.reports
    }
}
