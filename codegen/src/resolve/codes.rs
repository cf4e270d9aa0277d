//! Codes: their messages, params and attributes.

use super::arguments::Arguments;
use super::attributes::Attributes;
use super::params::Params;
use crate::catalogue::{Code, Deprecation, ParamId, ProblemKind, Template};
use crate::decode::{CodeDraft, DeprecationDraft, Field, Head, SpannedText};
use crate::diagnostics::Sink;
use crate::format::code;
use crate::rules::RuleId;
use crate::source::{SourceMap, Span};
use crate::yaml;

/// Resolves codes.
pub(super) struct Resolver<'r, 'd> {
    pub(super) head: &'r Head<'d>,
    pub(super) params: &'r Params<'d>,
    pub(super) attributes: &'r Attributes,
    pub(super) sources: &'r SourceMap,
    pub(super) sink: &'r mut Sink,
}

impl Resolver<'_, '_> {
    pub(super) fn resolve(&mut self, draft: &CodeDraft<'_, '_>) -> Code {
        let mut arguments = Arguments::listed(draft, self.params, self.sink);
        let message = draft.message.as_ref().given().map(|text| self.message(text, &mut arguments));
        Code {
            name: draft.name.value.clone().into_owned(),
            http_status: self.http_status(draft),
            message: message.unwrap_or_default(),
            description: description(draft),
            help: draft.help.clone(),
            internal: draft.internal.is_some(),
            params: arguments.ordered(draft, self.params, self.sink),
            attributes: self.attributes.values(draft, self.sink),
            deprecated: draft.deprecated.as_ref().map(deprecation),
            aliases: draft.aliases.iter().map(|alias| alias.value.clone().into_owned()).collect(),
            number: draft.number.as_ref().given().map(|number| number.value),
            docs_url: draft.docs_url.clone(),
            grpc: draft.grpc,
            rust_name: draft.rust_name.as_ref().map(|name| name.value.clone().into_owned()),
        }
    }

    /// The code's own status, or else the catalogue's.
    fn http_status(&mut self, draft: &CodeDraft<'_, '_>) -> u16 {
        match (&draft.http_status, &self.head.http_status) {
            (Field::Given(status), _) | (Field::Missing, Field::Given(status)) => return status.value,
            (Field::Missing, Field::Missing) => {
                let message = format!("`{}` has no {}", draft.name.value, code::HTTP_STATUS);
                let help = "or set one for all codes that have none: `http_status` under `catalogue`";
                self.sink.report(RuleId::MissingKey, draft.name.span, message).help = Some(help.to_owned());
            }
            (Field::Broken, _) | (_, Field::Broken) => {}
        }
        500
    }

    /// The message. Its params become arguments.
    fn message(&mut self, text: &SpannedText<'_>, arguments: &mut Arguments) -> Template {
        let (template, problems) = Template::parse(text.value.clone().into_owned(), |name| self.params.find(name));
        template.params().for_each(|param| arguments.add(param));
        if problems.is_empty() {
            return template;
        }
        let parts: Vec<_> = problems.iter().map(|problem| problem.range.clone()).collect();
        let spans = yaml::spans_of(self.sources, text.span, &text.value, &parts);
        for (span, problem) in spans.into_iter().zip(problems) {
            let text = match problem.kind {
                // The rest of the message may be meant.
                ProblemKind::Unclosed => &template.as_str()[problem.range.start..],
                _ => &template.as_str()[problem.range],
            };
            self.report_problem(span, &problem.kind, text).into_iter().for_each(|param| arguments.add(param));
        }
        template
    }

    /// Reports a problem of a template. Returns the params that were probably meant, which don't count as unused.
    fn report_problem(&mut self, span: Span, problem: &ProblemKind, text: &str) -> Vec<ParamId> {
        let message = match problem {
            ProblemKind::UnknownParam(name) => {
                return self.params.report_unknown(name, span, self.sink).into_iter().collect();
            }
            ProblemKind::Unclosed => "this `{{` has no `}}`".to_owned(),
            ProblemKind::NoParam => format!("`{text}` names no param"),
            ProblemKind::Unsupported => format!("`{text}` is not part of the format"),
        };
        let help = "write `{{.name}}` for a param, `{{\"{{\"}}` for a literal `{{`";
        self.sink.report(RuleId::BadTemplate, span, message).help = Some(help.to_owned());
        self.params.mentioned(text).collect()
    }
}

fn description(draft: &CodeDraft<'_, '_>) -> Option<String> {
    let text = draft.description.as_ref().given().map(|text| text.value.clone().into_owned());
    text.filter(|text| !text.is_empty())
}

fn deprecation(draft: &DeprecationDraft<'_>) -> Deprecation {
    Deprecation { since: draft.since.clone(), note: draft.note.clone(), replaced_by: None }
}
