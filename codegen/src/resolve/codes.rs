//! Codes: their messages, params and attributes.

use std::collections::{HashMap, HashSet};

use super::attributes::Attributes;
use super::params::Params;
use crate::catalogue::{Code, Deprecation, ParamId, ProblemKind, Template};
use crate::decode::{CodeDraft, DeprecationDraft, SpannedText};
use crate::diagnostics::{Sink, claim_unique};
use crate::rules::RuleId;
use crate::source::{SourceMap, Span};
use crate::yaml;

const MAX_PARAMS: usize = 64;

/// Resolves codes.
pub(super) struct Resolver<'r, 'd> {
    pub(super) params: &'r Params<'d>,
    pub(super) attributes: &'r Attributes,
    pub(super) sources: &'r SourceMap,
    pub(super) sink: &'r mut Sink,
}

impl Resolver<'_, '_> {
    pub(super) fn resolve(&mut self, draft: &CodeDraft<'_, '_>) -> Code {
        let mut params = self.listed_params(draft);
        let listed = params.len();
        let message = draft.message.as_ref().given().map(|text| self.message(text, &mut params));
        // In the order of their declarations: by order of use, a reworded message would swap two arguments of one type, and
        // no compiler would say a word.
        params[listed..].sort_unstable();
        self.check_params(draft, &params);
        Code {
            name: draft.name.value.clone().into_owned(),
            http_status: draft.http_status.as_ref().given().map_or(500, |status| status.value),
            message: message.unwrap_or_default(),
            description: description(draft),
            params,
            attributes: self.attributes.values(draft, self.sink),
            deprecated: draft.deprecated.as_ref().map(deprecation),
            aliases: draft.aliases.iter().map(|alias| alias.value.clone().into_owned()).collect(),
            number: draft.number.as_ref().given().map(|number| number.value),
            docs_url: draft.docs_url.clone(),
            grpc: draft.grpc,
            rust_name: draft.rust_name.as_ref().map(|name| name.value.clone().into_owned()),
        }
    }

    /// The params that the code lists, without duplicates.
    fn listed_params(&mut self, draft: &CodeDraft<'_, '_>) -> Vec<ParamId> {
        let mut listed = Vec::new();
        let mut seen = HashMap::new();
        for SpannedText { value: name, span } in draft.params.as_ref().given().into_iter().flatten() {
            let Some(param) = self.params.find(name) else {
                listed.extend(self.params.report_unknown(name, *span, self.sink));
                continue;
            };
            if let Some(first) = claim_unique(&mut seen, param, *span) {
                let message = format!("duplicate param `{name}`");
                self.sink.report_second(RuleId::DuplicateName, [first, *span], message);
            } else {
                listed.push(param);
            }
        }
        listed
    }

    /// Limits the number of params: nobody can call a constructor with more arguments.
    fn check_params(&mut self, draft: &CodeDraft<'_, '_>, params: &[ParamId]) {
        if params.len() > MAX_PARAMS {
            let message =
                format!("a code can have at most {MAX_PARAMS} params, `{}` has {}", draft.name.value, params.len());
            self.sink.report(RuleId::TooLarge, draft.name.span, message);
        }
    }

    /// The message. Adds the params that it shows to `params`.
    fn message(&mut self, text: &SpannedText<'_>, params: &mut Vec<ParamId>) -> Template {
        let (template, problems) = Template::parse(text.value.clone().into_owned(), |name| self.params.find(name));
        let mut known: HashSet<_> = params.iter().copied().collect();
        let mut add = |param| {
            if known.insert(param) {
                params.push(param);
            }
        };
        template.params().for_each(&mut add);
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
            self.report_problem(span, &problem.kind, text).into_iter().for_each(&mut add);
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
