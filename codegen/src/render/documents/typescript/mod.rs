//! `TypeScript`: the catalogue as a module for front ends, which depends on no other.

mod tables;
mod text;

use self::text::{comment, literal, property, prose};
use super::Published;
use crate::catalogue::{AttributeValue, Code, Deprecation, ParamType};

/// What every module has, after its tables.
const RUNTIME: [&str; 7] = [
    include_str!("runtime/render.ts"),
    include_str!("runtime/parse.ts"),
    include_str!("runtime/message.ts"),
    include_str!("runtime/formats.ts"),
    include_str!("runtime/foreign.ts"),
    include_str!("runtime/rpc.ts"),
    include_str!("runtime/values.ts"),
];

pub(super) fn render(published: Published<'_>, opening: &str) -> String {
    let catalogue = published.catalogue;
    let about = [Some(format!("The errors of {}.", prose(catalogue.name()))), catalogue.description().map(prose)];
    let about: Vec<_> = about.into_iter().flatten().collect();
    let start = format!("{opening}\n{}\n", comment("", &about).replacen("/**", "/*", 1));
    let writer = Writer { published };
    let parts = [start, writer.codes(), writer.params_by_code(), writer.operations(), writer.any_error()];
    let tables = [writer.errors(), tables::render(published)];
    let parts = parts.into_iter().chain(tables).chain(RUNTIME.map(|part| format!("{part}\n")));
    parts.collect::<String>().trim_end().to_owned() + "\n"
}

struct Writer<'c> {
    published: Published<'c>,
}

impl Writer<'_> {
    fn codes(&self) -> String {
        let names = self.published.codes().map(|(_, code)| literal(&code.name));
        let names: String = names.flat_map(|name| ["\n  | ".to_owned(), name]).collect();
        format!("/** A code. */\nexport type ErrorCode ={};\n\n", if names.is_empty() { " never" } else { &names })
    }

    fn params_by_code(&self) -> String {
        let codes = self.published.codes().map(|(_, code)| {
            let params = self.sent_params(code).map(|param| {
                let description: Vec<_> = param.description.as_deref().map(prose).into_iter().collect();
                format!(
                    "{}    readonly {}: {};\n",
                    comment("    ", &description),
                    property(&param.name),
                    type_of(param.kind)
                )
            });
            let params: String = params.collect();
            let params = if params.is_empty() { "{}".to_owned() } else { format!("{{\n{params}  }}") };
            format!("{}  readonly {}: {params};\n", comment("  ", &self.about(code)), property(&code.name))
        });
        let about = "/** The params of each code. Sensitive ones are never sent, so they are not among them. */\n";
        format!("{about}export interface ParamsByCode {{\n{}}}\n\n", codes.collect::<String>())
    }

    fn operations(&self) -> String {
        let operations = self.published.catalogue.operations().iter().map(|operation| {
            let codes = operation.errors.iter().filter_map(|&code| self.published.code(code));
            let codes: Vec<_> = codes.map(|code| literal(&code.name)).collect();
            let codes = if codes.is_empty() { "never".to_owned() } else { codes.join(" | ") };
            let about: Vec<_> = operation.description.as_deref().map(prose).into_iter().collect();
            format!("{}  readonly {}: {codes};\n", comment("  ", &about), property(&operation.name))
        });
        let operations: String = operations.collect();
        if operations.is_empty() {
            return operations;
        }
        let about = "/** The codes that each operation answers with. */\n";
        format!("{about}export interface CodesByOperation {{\n{operations}}}\n\n")
    }

    fn any_error(&self) -> String {
        let known = "{ [C in ErrorCode]: ReceivedError<C> }[ErrorCode]";
        let about = "/** An error as it was received: a comparison of `code` narrows the type of `params`. */\n";
        if self.published.catalogue.fallback().is_some() {
            return format!("{about}export type AnyError = {known};\n\n");
        }
        let unknown = "/** An error with a code that the catalogue doesn't have, or without one. */\n\
                       export interface UnrecognisedError extends Omit<ReceivedError, \"code\" | \"isKnown\" | \"params\"> {\n  \
                       readonly code: undefined;\n  readonly isKnown: false;\n  readonly params: {};\n}\n\n";
        format!("{about}export type AnyError = {known} | UnrecognisedError;\n\n{unknown}")
    }

    fn errors(&self) -> String {
        let rows = self.published.codes().map(|(_, code)| {
            let members = self.row(code).map(|(name, value)| format!("    {name}: {value},\n"));
            let members = members.collect::<Vec<_>>().concat();
            format!("{}  {}: {{\n{members}  }},\n", comment("  ", &self.about(code)), text::key(&code.name))
        });
        let about = "/** What the catalogue says about each code. */\n";
        let rows: String = rows.collect();
        format!("{about}export const errors = {{\n{rows}}} as const satisfies Record<ErrorCode, ErrorInfo>;\n\n")
    }

    fn row(&self, code: &Code) -> impl Iterator<Item = (&'static str, String)> {
        let docs_url = self.published.catalogue.docs_url_of(code);
        let params: Vec<_> = self.sent_params(code).map(|param| literal(&param.name)).collect();
        let attributes =
            self.published.catalogue.attributes().iter().zip(&code.attributes).map(|(attribute, value)| {
                let value = match value {
                    AttributeValue::Integer(number) => text::number((*number).into()),
                    AttributeValue::Unsigned(number) => text::number((*number).into()),
                    AttributeValue::Boolean(value) => value.to_string(),
                    AttributeValue::Word(_) | AttributeValue::String(_) => literal(&attribute.text(value)),
                };
                format!("{}: {value}", text::key(&attribute.name))
            });
        let attributes: Vec<_> = attributes.collect();
        let attributes =
            if attributes.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", attributes.join(", ")) };
        let members = [
            ("status", Some(code.http_status.to_string())),
            ("number", code.number.map(|number| text::number(number.into()))),
            ("message", Some(tables::pieces(self.published.catalogue, code))),
            ("description", code.description.as_deref().map(literal)),
            ("help", code.help.as_deref().map(literal)),
            ("docsUrl", docs_url.map(|url| literal(&url))),
            ("deprecated", code.deprecated.as_ref().map(|_| "true".to_owned())),
            ("params", Some(format!("[{}]", params.join(", ")))),
            ("attributes", Some(attributes)),
        ];
        members.into_iter().filter_map(|(name, value)| Some((name, value?)))
    }

    fn sent_params(&self, code: &Code) -> impl Iterator<Item = &crate::catalogue::Param> {
        let params = code.params.iter().map(|&param| &self.published.catalogue[param]);
        params.filter(|param| !param.sensitive)
    }

    /// What a code means, what to do about it, and why not to use it.
    fn about(&self, code: &Code) -> Vec<String> {
        let texts = [code.description.as_deref(), code.help.as_deref()];
        let mut paragraphs: Vec<_> = texts.into_iter().flatten().map(prose).collect();
        paragraphs.extend(code.deprecated.as_ref().map(|deprecation| self.deprecation(code, deprecation)));
        paragraphs.retain(|paragraph| !paragraph.is_empty());
        paragraphs
    }

    fn deprecation(&self, code: &Code, deprecation: &Deprecation) -> String {
        let since = deprecation.since.as_deref().map(|since| format!("Since {}.", prose(since)));
        let instead = self.published.replacement(code).map(|name| format!("Use {} instead.", prose(name)));
        let texts = [Some("@deprecated".to_owned()), since, deprecation.note.as_deref().map(prose), instead];
        texts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

fn type_of(kind: ParamType) -> &'static str {
    match kind {
        ParamType::String => "string",
        ParamType::Integer | ParamType::Unsigned | ParamType::Float => "number",
        ParamType::Boolean => "boolean",
        ParamType::List => "readonly string[]",
        ParamType::Violations => "readonly Violation[]",
    }
}
