//! Findings in the style of rustc's errors.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostics, Finding, Location, RenderOptions, Severity};
use crate::printable::{is_escaped, printable};
use crate::source::{Source, SourceMap, Span};

pub(super) fn render(diagnostics: &Diagnostics, options: RenderOptions) -> String {
    let renderer = if options.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut text = String::new();
    for finding in diagnostics.worst(options.max_findings) {
        text += &renderer.render(&[group(finding, &diagnostics.sources)]);
        text += "\n\n";
    }
    let hidden = diagnostics.findings.len().saturating_sub(options.max_findings);
    if hidden > 0 {
        let _ = writeln!(text, "{hidden} more, not shown");
    }
    text + &summary(diagnostics)
}

/// `3 errors, 1 warning in errors.yaml`.
fn summary(diagnostics: &Diagnostics) -> String {
    let counts = [Severity::Error, Severity::Warning].map(|severity| (severity, diagnostics.count(severity)));
    let counts = counts.iter().filter(|(_, count)| *count > 0).map(|(severity, count)| {
        let plural = if *count == 1 { "" } else { "s" };
        format!("{count} {}{plural}", severity.as_str())
    });
    format!("{} in {}", counts.collect::<Vec<_>>().join(", "), printable(diagnostics.path()))
}

fn group<'a>(finding: &'a Finding, sources: &'a SourceMap) -> Group<'a> {
    let level = match finding.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = level.primary_title(finding.message()).id(finding.id()).elements(None::<Origin<'_>>);
    for part in parts(finding) {
        let source = sources.file(part.spans[0].span.file);
        let (window, path) = (Window::around(source, &part.spans), printable(source.path()));
        let annotations: Vec<_> = part.spans.iter().map(|underlined| window.annotation(underlined)).collect();
        let snippet = Snippet::source(window.text).line_start(window.line).annotations(annotations);
        group = if window.is_cut {
            // The column in the snippet differs from the one in the file.
            let origin = Origin::path(path).line(part.location.line).char_column(part.location.column);
            group.element(origin).element(snippet)
        } else {
            group.element(snippet.path(path))
        };
    }
    match finding.help() {
        Some(help) => group.element(Level::HELP.message(help)),
        None => group,
    }
}

/// The spans of a finding that are shown in one snippet, and the location of the first.
struct Part<'a> {
    location: &'a Location,
    spans: Vec<Underlined<'a>>,
}

struct Underlined<'a> {
    kind: AnnotationKind,
    span: Span,
    label: &'a str,
}

/// Spans at most this many lines apart are shown in one snippet.
const NEAR: usize = 3;

/// A related span close to the finding's own is shown in the same snippet, any other in its own.
fn parts(finding: &Finding) -> Vec<Part<'_>> {
    let report = &finding.report;
    let primary = Underlined { kind: AnnotationKind::Primary, span: report.span, label: finding.rule().label() };
    let mut parts = vec![Part { location: &finding.location, spans: vec![primary] }];
    for (related, &(span, label)) in finding.related.iter().zip(&report.related) {
        let underlined = Underlined { kind: AnnotationKind::Context, span, label };
        let is_near = span.file == report.span.file
            && related.location.line.abs_diff(finding.location.line) <= NEAR
            && span.start().abs_diff(report.span.start()) <= MAX_LINE;
        if is_near {
            parts[0].spans.push(underlined);
        } else {
            parts.push(Part { location: &related.location, spans: vec![underlined] });
        }
    }
    parts
}

/// The lines of a source that some spans are on. Of a very long line it is only the text around the span: finding the
/// end is slow, and nobody reads it.
struct Window<'a> {
    /// With other characters of the same length instead of those that do something to a terminal.
    text: Cow<'a, str>,
    line: usize,
    start: usize,
    /// Whether the beginning of the first line is missing.
    is_cut: bool,
}

const MAX_LINE: usize = 1000;

impl<'a> Window<'a> {
    fn around(source: &'a Source, spans: &[Underlined<'_>]) -> Self {
        let first = spans.iter().map(|it| it.span.start()).min().unwrap_or_default();
        let last = spans.iter().map(|it| source.shown_end(it.span)).max().unwrap_or_default();
        let Range { mut start, mut end } = source.lines_of(first..last);
        let is_cut = first - start > MAX_LINE;
        if is_cut {
            start = source.floor(first - MAX_LINE / 2);
        }
        if end - last > MAX_LINE {
            end = source.floor(last + MAX_LINE / 2);
        }
        Self { text: inert(&source.text()[start..end]), line: source.line_of(first), start, is_cut }
    }

    fn annotation(&self, underlined: &Underlined<'a>) -> Annotation<'a> {
        // A span over several lines is underlined on its first line.
        let start = underlined.span.start() - self.start;
        let line = self.text[start..].find('\n').unwrap_or(self.text.len() - start);
        let end = (underlined.span.end() - self.start).min(start + line);
        underlined.kind.span(start..end).label(underlined.label)
    }
}

/// A text of the same length without characters that do something to a terminal. Those of ASCII are replaced by the
/// renderer.
fn inert(text: &str) -> Cow<'_, str> {
    let is_active = |char: char| !char.is_ascii() && is_escaped(char);
    if !text.contains(is_active) {
        return Cow::Borrowed(text);
    }
    let replaced = |char: char| match char.len_utf8() {
        _ if !is_active(char) => char,
        2 => '·',
        _ => '\u{fffd}',
    };
    text.chars().map(replaced).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Sink;
    use crate::rules::RuleId;

    #[test]
    fn a_related_span_in_another_file_is_shown_with_that_file() {
        let mut sources = SourceMap::default();
        let (first, _) = sources.add("errors.yaml", b"codes:\n  SoldOut: 1\n");
        let (second, _) = sources.add("billing.yaml", b"codes:\n\n  SoldOut: 2\n");
        let mut sink = Sink::new();
        let spans = [Span::new(second, 10..17), Span::new(first, 9..16)];
        sink.report_second(RuleId::DuplicateName, spans, "the name `SoldOut` is used twice");
        let diagnostics = Diagnostics::new(sources, sink.into_reports());
        let finding = diagnostics.iter().next().expect("it was reported");
        assert_eq!((&*finding.location().path, finding.location().line), ("billing.yaml", 3));
        let related = &finding.related()[0].location;
        assert_eq!((&*related.path, related.line), ("errors.yaml", 2));
        let expected = "\
error[duplicate-name]: the name `SoldOut` is used twice
 --> billing.yaml:3:3
  |
3 |   SoldOut: 2
  |   ^^^^^^^ duplicate
  |
 ::: errors.yaml:2:3
  |
2 |   SoldOut: 1
  |   ------- first one here

1 error in errors.yaml";
        assert_eq!(diagnostics.to_string(), expected);
    }
}
