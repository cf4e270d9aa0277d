//! The codes, one by one.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Checker;
use super::declarations::{Declared, Params};
use super::nearest::question;
use crate::catalogue::{AttributeValue, Code, Deprecation, GrpcCode, ParamId, ProblemKind, Template};
use crate::diagnostics::Id;
use crate::document::{Entry, Kind, Node};
use crate::source::Span;

const CODE: &[&str] = &[
    "http_status",
    "message",
    "description",
    "params",
    "attributes",
    "deprecated",
    "aliases",
    "number",
    "docs_url",
    "rust_name",
    "grpc",
    "allow",
];
const DEPRECATED: &[&str] = &["since", "note", "replaced_by"];
const HTTP_STATUSES: std::ops::RangeInclusive<u64> = 200..=599;

/// A code as it was read, with the nodes of what is judged across codes.
pub(super) struct Draft<'n, 't> {
    pub(super) key: &'n Node<'t>,
    pub(super) code: Code,
    pub(super) aliases: Vec<&'n Node<'t>>,
    pub(super) number: Option<&'n Node<'t>>,
    pub(super) replaced_by: Option<&'n Node<'t>>,
    /// Whether it could be read as a code at all.
    pub(super) is_map: bool,
    pub(super) http_status: Option<&'n Node<'t>>,
    pub(super) message: Option<&'n Node<'t>>,
    /// Whether all that says which params the code has could be read.
    pub(super) are_params_readable: bool,
    pub(super) description: Option<&'n Node<'t>>,
    /// The attributes that the code gives itself, as indices into the declared ones.
    pub(super) given_attributes: Vec<usize>,
    /// The lints that are off for the code.
    pub(super) allow: Vec<Id>,
    /// The variant that the author wants instead of the derived one.
    pub(super) rust_name: Option<&'n Node<'t>>,
}

impl<'n, 't> Checker<'n, 't> {
    pub(super) fn codes(
        &mut self,
        codes: &'n Entry<'t>,
        params: &Params<'n, 't>,
        attributes: &[Declared<'n, 't>],
    ) -> Vec<Draft<'n, 't>> {
        let named = self.named(&codes.value, "`codes`");
        if matches!(&codes.value.kind, Kind::Map(entries) if entries.is_empty()) {
            self.report(Id::MissingKey, &codes.key, "a catalogue has at least one code");
        }
        named.into_iter().map(|(name, entry)| self.code(name, entry, params, attributes)).collect()
    }

    fn code(
        &mut self,
        name: Cow<'n, str>,
        entry: &'n Entry<'t>,
        params: &Params<'n, 't>,
        attributes: &[Declared<'n, 't>],
    ) -> Draft<'n, 't> {
        self.valid_name(&entry.key, &name, "a code's name");
        let what = format!("`{name}`");
        let fields = self.fields(&entry.value, Some(&entry.key), "a code", CODE);
        let http_status = self.require(&fields, "http_status", &what);
        let message = self.require(&fields, "message", &what);
        let are_params_readable = message.is_some_and(|node| self.document.text(node).is_some())
            && fields.get("params").is_none_or(|node| matches!(node.kind, Kind::List(_)));
        let listed = fields.get("params").map(|node| self.listed_params(node, params)).unwrap_or_default();
        let (message_text, params) = match message {
            Some(node) => self.message(node, listed, params),
            None => (Template::default(), listed),
        };
        let given = fields.get("attributes");
        let aliases = fields.get("aliases").map(|node| self.names(node, "`aliases`")).unwrap_or_default();
        let (aliases, alias_nodes) = aliases.into_iter().unzip();
        let (deprecated, replaced_by) = match fields.get("deprecated") {
            Some(node) => self.deprecated(node),
            None => (None, None),
        };
        let mut allow = Vec::new();
        for lint in fields.get("allow").map(|node| self.list(node, "`allow`")).unwrap_or_default() {
            let name = self.text(lint, "a lint");
            allow.extend(name.and_then(|name| self.lint_of_code(lint, &name)));
        }
        let is_readable = fields.is_map && given.is_none_or(|node| matches!(node.kind, Kind::Map(_)));
        let given = given.map(|node| self.named(node, "`attributes`")).unwrap_or_default();
        let (values, given_attributes) = if is_readable {
            self.attribute_values(&entry.key, given, attributes)
        } else {
            // What can't be read lacks nothing.
            (Vec::new(), (0..attributes.len()).collect())
        };
        let code = Code {
            http_status: http_status.and_then(|node| self.http_status(node)).unwrap_or_default(),
            message: message_text,
            description: self.optional_text(&fields, "description"),
            params,
            attributes: values,
            deprecated,
            aliases,
            number: fields.get("number").and_then(|node| self.number(node)),
            docs_url: self.optional_text(&fields, "docs_url"),
            grpc: fields.get("grpc").and_then(|node| self.word(node, "`grpc`", GrpcCode::WORDS)),
            rust_name: fields.get("rust_name").and_then(|node| self.rust_name(node)),
            name: name.into_owned(),
        };
        Draft {
            key: &entry.key,
            code,
            aliases: alias_nodes,
            number: fields.get("number"),
            replaced_by,
            rust_name: fields.get("rust_name"),
            is_map: fields.is_map,
            http_status,
            message,
            are_params_readable,
            description: fields.get("description"),
            given_attributes,
            allow,
        }
    }

    fn http_status(&mut self, node: &'n Node<'t>) -> Option<u16> {
        let status = match node.kind {
            Kind::Unsigned(status) if HTTP_STATUSES.contains(&status) => return u16::try_from(status).ok(),
            Kind::Unsigned(status) => status.to_string(),
            Kind::Integer(status) => status.to_string(),
            _ => {
                let help = matches!(node.kind, Kind::Text(_)).then(|| "write it without quotes".to_owned());
                self.wrong_type(node, "`http_status`", "a whole number").help = help;
                return None;
            }
        };
        let (first, last) = (HTTP_STATUSES.start(), HTTP_STATUSES.end());
        self.report(Id::InvalidHttpStatus, node, format!("an HTTP status is from {first} to {last}, found {status}"));
        None
    }

    /// The message, and the params of the constructor: the listed ones, then the others by first use.
    fn message(
        &mut self,
        node: &'n Node<'t>,
        listed: Vec<ParamId>,
        params: &Params<'n, 't>,
    ) -> (Template, Vec<ParamId>) {
        let Some(message) = self.text(node, "`message`") else { return (Template::default(), listed) };
        let (template, problems) = Template::parse(message.into_owned(), |name| params.position(name));
        let mut used = listed;
        for param in template.params() {
            if !used.contains(&param) {
                used.push(param);
            }
        }
        if !problems.is_empty() {
            let parts: Vec<_> = problems.iter().map(|problem| problem.range.clone()).collect();
            for (span, problem) in self.document.spans_of(node, &parts).into_iter().zip(problems) {
                let text = match problem.kind {
                    // What follows may be meant.
                    ProblemKind::Unclosed => &template.as_str()[problem.range.start..],
                    _ => &template.as_str()[problem.range],
                };
                used.extend(self.template_problem(span, &problem.kind, text, params));
            }
        }
        (template, used)
    }

    /// Shows what is wrong with a template; what it means to show is not unused.
    fn template_problem(
        &mut self,
        span: Span,
        problem: &ProblemKind,
        text: &str,
        params: &Params<'n, 't>,
    ) -> Vec<ParamId> {
        let message = match problem {
            ProblemKind::UnknownParam(name) => return self.unknown_param(name, params, span).into_iter().collect(),
            ProblemKind::Unclosed => "this `{{` has no `}}`".to_owned(),
            ProblemKind::NoParam => format!("`{text}` names no param"),
            ProblemKind::Unsupported => format!("`{text}` is not part of the format"),
        };
        let help = "write `{{.name}}` for a param, `{{\"{{\"}}` for a literal `{{`";
        self.report_at(Id::BadTemplate, span, message).help = Some(help.to_owned());
        params.mentioned(text).collect()
    }

    fn listed_params(&mut self, node: &'n Node<'t>, params: &Params<'n, 't>) -> Vec<ParamId> {
        let mut listed: Vec<ParamId> = Vec::new();
        let nodes = self.list(node, "`params`");
        let mut seen: HashMap<ParamId, &Node<'t>> = HashMap::new();
        for node in nodes {
            let Some(name) = self.text(node, "a param") else { continue };
            let Some(param) = params.position(&name) else {
                let span = self.document.span(node);
                listed.extend(self.unknown_param(&name, params, span));
                continue;
            };
            if let Some(first) = seen.get(&param) {
                self.report_second(Id::DuplicateName, [first, node], format!("`{name}` is already there"));
            } else {
                seen.insert(param, node);
                listed.push(param);
            }
        }
        listed
    }

    /// The param that was meant, so that it doesn't count as unused.
    fn unknown_param(&mut self, name: &str, params: &Params<'n, 't>, span: Span) -> Option<ParamId> {
        if !params.is_readable {
            return None;
        }
        let meant = self.nearest(name, params.list.iter().map(|param| &*param.name));
        let help = meant.map(question);
        let help = help.unwrap_or_else(|| format!("declare it under `params:`, as `{name}: string`"));
        self.report_at(Id::UnknownParam, span, format!("there is no param `{name}`")).help = Some(help);
        meant.and_then(|name| params.position(name))
    }

    fn attribute_values(
        &mut self,
        key: &'n Node<'t>,
        mut given: Vec<(Cow<'n, str>, &'n Entry<'t>)>,
        attributes: &[Declared<'n, 't>],
    ) -> (Vec<AttributeValue>, Vec<usize>) {
        for (name, entry) in &mut given {
            if self.are_attributes_readable && attributes.iter().all(|declared| declared.attribute.name != *name) {
                let meant = self.nearest(name, attributes.iter().map(|declared| &*declared.attribute.name));
                let help = meant.map_or_else(|| "declare it under `attributes:`".to_owned(), question);
                let message = format!("there is no attribute `{name}`");
                self.report(Id::InvalidAttribute, &entry.key, message).help = Some(help);
                // The one that was meant is not missing.
                *name = meant.map_or_else(Cow::default, |meant| Cow::Owned(meant.to_owned()));
            }
        }
        let mut values = Vec::with_capacity(attributes.len());
        let mut own = Vec::new();
        for (index, declared) in attributes.iter().enumerate() {
            let name = &declared.attribute.name;
            let value = given.iter().find(|(given, _)| given == name).map(|(_, entry)| &entry.value);
            own.extend(value.map(|_| index));
            values.push(match (value.filter(|value| !self.is_missing(value)), &declared.attribute.default) {
                (Some(value), _) => self.attribute_value(value, &declared.attribute),
                (None, Some(default)) => default.clone(),
                (None, None) => {
                    let message = format!("the code lacks the attribute `{name}`, which has no default");
                    self.report(Id::MissingAttribute, key, message);
                    AttributeValue::Boolean(false)
                }
            });
        }
        (values, own)
    }

    fn deprecated(&mut self, node: &'n Node<'t>) -> (Option<Deprecation>, Option<&'n Node<'t>>) {
        match node.kind {
            Kind::Map(_) => {
                let fields = self.fields(node, None, "`deprecated`", DEPRECATED);
                let deprecation = Deprecation {
                    since: self.optional_text(&fields, "since"),
                    note: self.optional_text(&fields, "note"),
                    replaced_by: None,
                };
                (Some(deprecation), fields.get("replaced_by"))
            }
            Kind::Bool(_) => {
                let finding = self.wrong_type(node, "`deprecated`", "a note or a map");
                finding.help = Some("write what to do instead: `deprecated: use Other`".to_owned());
                (None, None)
            }
            _ => {
                let text = self.text(node, "`deprecated`").unwrap_or_default();
                let text = Some(text.into_owned()).filter(|text| !text.is_empty());
                (Some(Deprecation { note: text, ..Deprecation::default() }), None)
            }
        }
    }

    fn number(&mut self, node: &'n Node<'t>) -> Option<u32> {
        let number = if let Kind::Unsigned(number) = node.kind { u32::try_from(number).ok() } else { None };
        if number.is_none() {
            self.wrong_type(node, "`number`", "a whole number from 0 to 2^32 - 1");
        }
        number
    }
}
