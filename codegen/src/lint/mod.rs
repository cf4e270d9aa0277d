//! Lints report what is legal but probably a mistake. A catalogue sets their levels, and a code can switch one off.

mod ambiguous_messages;
mod message_style;
mod similar_codes;
mod unused;

use crate::catalogue::Catalogue;
use crate::decode::{CodeDraft, Draft, Field};
use crate::diagnostics::{Report, Sink};
use crate::render::rust::names::Names;
use crate::rules::{Level, RuleId, RuleKind, Severity};
use crate::source::{SourceMap, Span};

/// Runs all lints over a catalogue, even one with mistakes.
pub(crate) fn lint(draft: &Draft<'_, '_>, catalogue: &Catalogue, names: &Names, sources: &SourceMap, sink: &mut Sink) {
    let lints = &mut Lints { levels: &draft.levels, sources, sink };
    for code in &draft.codes {
        check_description(code, lints);
        check_status(code, lints);
    }
    message_style::check(draft, lints);
    similar_codes::check(draft, catalogue, lints);
    ambiguous_messages::check(draft, catalogue, lints);
    check_rust_names(draft, names, lints);
    unused::check_codes(draft, catalogue, lints);
    unused::check_attributes(draft, lints);
    unused::check_params(draft, catalogue, lints);
}

/// A sink that knows the levels of lints.
struct Lints<'l> {
    levels: &'l [(RuleId, Level)],
    sources: &'l SourceMap,
    sink: &'l mut Sink,
}

impl Lints<'_> {
    fn level(&self, rule: RuleId) -> Level {
        let default = match rule.rule().kind() {
            RuleKind::Lint { level, .. } => level,
            RuleKind::Mistake | RuleKind::Base | RuleKind::Import { .. } | RuleKind::Openapi { .. } => Level::Deny,
        };
        self.levels.iter().find(|(set, _)| *set == rule).map_or(default, |(_, level)| *level)
    }

    /// Adds a lint's finding, unless the catalogue or the `allow` of the code switches the lint off.
    fn report(&mut self, rule: RuleId, allow: &[RuleId], span: Span, message: String) -> Option<&mut Report> {
        let level = self.level(rule);
        if level == Level::Allow || allow.contains(&rule) {
            return None;
        }
        let finding = self.sink.report(rule, span, message);
        if level == Level::Deny {
            finding.severity = Severity::Error;
        }
        Some(finding)
    }
}

fn check_description(code: &CodeDraft<'_, '_>, lints: &mut Lints<'_>) {
    let is_missing = match &code.description {
        Field::Missing => true,
        Field::Broken => false,
        Field::Given(description) => description.value.trim().is_empty(),
    };
    if is_missing {
        let message = format!("`{}` has no description", code.name.value);
        if let Some(finding) = lints.report(RuleId::MissingDescription, &code.allow, code.name.span, message) {
            finding.help = Some("describe what it means and what the caller can do".to_owned());
        }
    }
}

/// HTTP statuses from here on are errors.
const FIRST_ERROR_STATUS: u16 = 400;

fn check_status(code: &CodeDraft<'_, '_>, lints: &mut Lints<'_>) {
    if let Field::Given(status) = &code.http_status
        && status.value < FIRST_ERROR_STATUS
    {
        let message = format!("the HTTP status {} is not an error", status.value);
        lints.report(RuleId::StatusNotAnError, &code.allow, status.span, message);
    }
}

/// A name that Rust knows with a `_` at its end, since the name itself is something else.
fn check_rust_names(draft: &Draft<'_, '_>, names: &Names, lints: &mut Lints<'_>) {
    let params = draft.params.as_ref().given().into_iter().flatten().map(|param| ("param", &param.name));
    let attributes = draft.attributes.as_ref().given().into_iter().flatten();
    let attributes = attributes.map(|attribute| ("attribute", &attribute.name));
    let accessors = names.attributes.iter().map(|names| &names.accessor);
    let all = params.zip(&names.params).chain(attributes.zip(accessors));
    for ((what, name), accessor) in all.filter(|((_, name), accessor)| name.value != **accessor) {
        let message = format!("the {what} `{}` is `{accessor}()` in Rust, since `{0}` is something else", name.value);
        lints.report(RuleId::RenamedInRust, &[], name.span, message);
    }
}
