//! Findings as rustc shows its errors.

use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, RenderOptions, Severity};
use crate::source::{Source, Span};

pub(super) fn render(diagnostics: &Diagnostics, options: RenderOptions) -> String {
    let renderer = if options.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let source = &diagnostics.source;
    let mut text = String::new();
    for diagnostic in diagnostics.worst(options.max_findings) {
        text += &renderer.render(&[group(diagnostic, source)]);
        text += "\n\n";
    }
    let hidden = diagnostics.list.len().saturating_sub(options.max_findings);
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
    format!("{} in {}", counts.collect::<Vec<_>>().join(", "), diagnostics.path())
}

fn group<'a>(diagnostic: &'a Diagnostic, source: &'a Source) -> Group<'a> {
    let finding = &diagnostic.finding;
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let primary = (AnnotationKind::Primary, finding.span, finding.id.label());
    let mut snippets = vec![(diagnostic.place, vec![primary])];
    if let (Some((span, label)), Some(place)) = (finding.related, diagnostic.related) {
        let context = (AnnotationKind::Context, span, label);
        // What is on screen with the primary place is shown beside it, else on its own.
        if place.line.abs_diff(diagnostic.place.line) <= NEAR {
            snippets[0].1.push(context);
        } else {
            snippets.push((place, vec![context]));
        }
    }
    let mut group = level.primary_title(&finding.message).id(finding.id.as_str()).elements(None::<Origin<'_>>);
    for (place, annotations) in snippets {
        let window = Window::around(source, &annotations);
        let annotations = annotations.iter().map(|(kind, span, label)| window.annotation(*kind, *span, label));
        let snippet = Snippet::source(window.text).line_start(window.line).annotations(annotations);
        group = if window.is_cut {
            // The column in the snippet is not that in the file.
            let origin = Origin::path(source.path()).line(place.line).char_column(place.column);
            group.element(origin).element(snippet)
        } else {
            group.element(snippet.path(source.path()))
        };
    }
    match &finding.help {
        Some(help) => group.element(Level::HELP.message(help)),
        None => group,
    }
}

/// How many lines apart two places are shown in one piece.
const NEAR: usize = 3;

/// The lines of a source that some places are on. Of a very long line only what is around the place: looking for its end
/// is slow, and nobody reads it.
struct Window<'a> {
    text: &'a str,
    line: usize,
    start: usize,
    /// Whether the first line lacks its beginning.
    is_cut: bool,
}

const MAX_LINE: usize = 1000;

impl<'a> Window<'a> {
    fn around(source: &'a Source, annotations: &[(AnnotationKind, Span, &str)]) -> Self {
        let first = annotations.iter().map(|(_, span, _)| span.start).min().unwrap_or_default();
        let last = annotations.iter().map(|(_, span, _)| source.shown_end(*span)).max().unwrap_or_default();
        let Range { mut start, mut end } = source.lines_of(first..last);
        let is_cut = first - start > MAX_LINE;
        if is_cut {
            start = source.floor(first - MAX_LINE / 2);
        }
        if end - last > MAX_LINE {
            end = source.floor(last + MAX_LINE / 2);
        }
        Self { text: &source.text()[start..end], line: source.line_of(first), start, is_cut }
    }

    fn annotation(&self, kind: AnnotationKind, span: Span, label: &'a str) -> Annotation<'a> {
        // A span over many lines is underlined on its first.
        let start = span.start - self.start;
        let line = self.text[start..].find('\n').unwrap_or(self.text.len() - start);
        let end = (span.end - self.start).min(start + line);
        kind.span(start..end).label(label)
    }
}
