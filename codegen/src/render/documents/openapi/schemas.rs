//! The schemas: of the codes, of the bodies, and of their params.

use super::node::{Node, Object, pointer};
use super::{Writer, external_docs, text};
use crate::catalogue::{Code, CodeId, OpenApiVersion, Param, ParamType, PathStep, Wire};
use crate::render::body::{Layout, Part};

/// The schema of a body whose code this version of the catalogue doesn't have.
pub(super) const OTHER: &str = "OtherError";
/// The schema of an object with one of the catalogue's codes.
const KNOWN: &str = "KnownError";
const VIOLATION: &str = "Violation";

impl<'c> Writer<'c> {
    pub(super) fn schemas(&self) -> Object<'c> {
        let codes: Vec<_> = self.codes().map(|(id, _)| id).collect();
        let mut schemas = Object::new().with("ErrorCode", self.code_enum());
        schemas = schemas.with("Error", self.body(&codes, self.catalogue.is_exhaustive()));
        schemas = schemas.with(KNOWN, self.union(&codes));
        for (id, code) in self.codes() {
            schemas = schemas.with(self.component(id), self.code(id, code));
        }
        schemas = schemas.with(OTHER, self.other());
        if *self.catalogue.wire() == Wire::Kratos { schemas } else { schemas.with(VIOLATION, violation()) }
    }

    /// What tells codes apart: their names or else, where no names are sent, their numbers.
    fn code_enum(&self) -> Object<'c> {
        let names = self.codes().map(|(_, code)| &*code.name).collect::<Node<'_>>();
        let description = format!("The codes of {}.", text::prose(self.catalogue.name()));
        if self.name_member().is_some() {
            return Object::of_type("string").with("description", description).with("enum", names);
        }
        let numbers = self.codes().filter_map(|(_, code)| code.number).collect::<Node<'_>>();
        let schema = Object::of_type("integer").with("format", "int64").with("description", description);
        schema.with("enum", numbers).with("x-enum-varnames", names)
    }

    /// A body with one of these codes or, unless the codes are all there can be, any other.
    pub(super) fn body(&self, codes: &[CodeId], is_closed: bool) -> Object<'c> {
        let is_all = codes.len() == self.codes().count();
        let known = if is_all { Object::reference("schemas", KNOWN) } else { self.union(codes) };
        let other = Object::reference("schemas", OTHER);
        let error = if is_closed {
            known
        } else {
            Object::new().with("anyOf", [known, other].into_iter().collect::<Node<'_>>())
        };
        let Layout { at, .. } = Layout::of(self.catalogue.wire(), std::iter::empty());
        at.iter().rev().fold(error, |inner, step| match step {
            PathStep::First => Object::of_type("array").with("items", inner).with("minItems", 1_i64),
            PathStep::Member(name) => {
                let required = vec![name.as_str().into()];
                let properties = Object::new().with(name.as_str(), inner);
                Object::of_type("object").with("required", required).with("properties", properties)
            }
        })
    }

    /// The object of an error with one of these codes.
    fn union(&self, codes: &[CodeId]) -> Object<'c> {
        let one_of =
            codes.iter().map(|&code| Object::reference("schemas", &self.component(code))).collect::<Node<'_>>();
        let mapping =
            codes.iter().map(|&code| (&*self.catalogue[code].name, pointer("schemas", &self.component(code))));
        let discriminator = self
            .name_member()
            .map(|member| Object::new().with("propertyName", member).with("mapping", mapping.collect::<Object<'_>>()));
        Object::new().with("oneOf", one_of).with_some("discriminator", discriminator)
    }

    /// The object of an error with this code, as the server always sends it.
    fn code(&self, id: CodeId, code: &'c Code) -> Object<'c> {
        let params: Vec<_> =
            code.params.iter().map(|&param| &self.catalogue[param]).filter(|it| !it.sensitive).collect();
        let has_params = !self.stand_ins.contains(&id);
        let Layout { members, .. } = Layout::of(self.catalogue.wire(), params.iter().copied());
        let is_required = |part: &Part<'_>| has_params || !matches!(part, Part::Param(_));
        let required =
            members.iter().filter(|(_, part)| is_required(part)).map(|(name, _)| name.clone()).collect::<Node<'_>>();
        let properties = members.iter().map(|(name, part)| {
            let schema = match *part {
                Part::Status => self.only(Object::of_type("integer"), code.http_status),
                Part::Number => {
                    self.only(Object::of_type("integer").with("format", "int64"), code.number.unwrap_or_default())
                }
                Part::Name => self.only(Object::of_type("string"), &*code.name),
                Part::Message => Object::of_type("string").with("description", text::code(code.message.as_str())),
                Part::Page => Object::of_type("string").with("format", "uri-reference"),
                Part::Title => Object::of_type("string"),
                Part::Texts => {
                    Self::params(&params, has_params, as_text).with("additionalProperties", Object::of_type("string"))
                }
                Part::Values => Self::params(&params, has_params, as_value),
                Part::Param(param) => described(param, as_value(param)),
            };
            (name.clone(), schema)
        });
        let page = self.catalogue.docs_url_of(code).and_then(|url| external_docs(&url));
        let message = code.message.as_str();
        let is_shown = !message.contains('\n') && members.iter().any(|(_, part)| matches!(part, Part::Message));
        let types = code.params.iter().map(|&param| &self.catalogue[param]).map(|it| (&*it.name, it.kind.as_str()));
        let types = types.collect::<Object<'_>>();
        Object::new()
            .with("title", &*code.name)
            .with_some("description", Some(self.description(code)).filter(|text| !text.is_empty()))
            .with_some("externalDocs", page)
            .with_some("deprecated", code.deprecated.is_some().then_some(true))
            // What the schemas below can't say: the types of params that are sent as texts, and those that aren't sent.
            .with_some("x-message", (!is_shown).then_some(message))
            .with_some("x-params", Some(types).filter(|types| !types.is_empty()))
            .with("type", "object")
            .with("required", required)
            .with("properties", properties.collect::<Object<'_>>())
    }

    fn params(params: &[&'c Param], are_required: bool, schema: fn(&Param) -> Object<'c>) -> Object<'c> {
        let required = params.iter().map(|param| &*param.name).collect::<Vec<_>>();
        let required = (are_required && !required.is_empty()).then(|| required.into_iter().collect::<Node<'_>>());
        let properties: Object<'_> =
            params.iter().map(|param| (&*param.name, described(param, schema(param)))).collect();
        let properties = Some(properties).filter(|properties| !properties.is_empty());
        Object::of_type("object").with_some("required", required).with_some("properties", properties)
    }

    /// What the code means, what to do about it, and why not to use it.
    fn description(&self, code: &Code) -> String {
        let texts = [code.description.as_deref(), code.help.as_deref()];
        let mut paragraphs: Vec<_> = texts.into_iter().flatten().map(text::prose).collect();
        if let Some(deprecation) = &code.deprecated {
            let since =
                deprecation.since.as_deref().map_or(String::new(), |since| format!(" since {}", text::prose(since)));
            let instead = self.published.replacement(code);
            let instead = instead.map_or(String::new(), |name| format!(" Use {} instead.", text::code(name)));
            let note = deprecation.note.as_deref().map_or(String::new(), |note| format!(" {}", text::prose(note)));
            paragraphs.push(format!("Deprecated{since}.{note}{instead}"));
        }
        paragraphs.join("\n\n")
    }

    /// The object of an error with any code.
    fn other(&self) -> Object<'c> {
        let Layout { members, .. } = Layout::of(self.catalogue.wire(), std::iter::empty());
        // A problem with an unknown code has the title that it was received with, if it was.
        let required = members.iter().filter(|(_, part)| !matches!(part, Part::Title));
        let required = required.map(|(name, _)| name.clone()).collect::<Node<'_>>();
        let properties = members.iter().map(|(name, part)| {
            let schema = match part {
                Part::Status => Object::of_type("integer"),
                Part::Number => self.nullable_integer(),
                Part::Texts => Object::of_type("object").with("additionalProperties", Object::of_type("string")),
                Part::Values => Object::of_type("object"),
                Part::Page => Object::of_type("string").with("format", "uri-reference"),
                Part::Name | Part::Message | Part::Title | Part::Param(_) => Object::of_type("string"),
            };
            (name.clone(), schema)
        });
        let description = "An error with a code that this version of the catalogue doesn't have, or one that was passed on \
                           and says less than the server itself would say.";
        Object::of_type("object")
            .with("description", description)
            .with("required", required)
            .with("properties", properties.collect::<Object<'_>>())
    }

    fn nullable_integer(&self) -> Object<'c> {
        match self.version {
            OpenApiVersion::V3_1 => Object::new().with("type", ["integer", "null"].into_iter().collect::<Node<'_>>()),
            OpenApiVersion::V3_0 => Object::of_type("integer").with("nullable", true),
        }
        .with("format", "int64")
    }
}

fn described<'c>(param: &Param, schema: Object<'c>) -> Object<'c> {
    schema.with_some("description", param.description.as_deref().map(text::prose))
}

/// A param among members or values.
fn as_value<'c>(param: &Param) -> Object<'c> {
    match param.kind {
        ParamType::String => Object::of_type("string"),
        ParamType::Integer => Object::of_type("integer").with("format", "int64"),
        ParamType::Unsigned => Object::of_type("integer").with("minimum", 0_i64),
        ParamType::Float => {
            let number = Object::of_type("number").with("format", "double");
            // JSON has no number for them.
            let names = ["NaN", "Infinity", "-Infinity"].into_iter().collect::<Node<'_>>();
            let names = Object::of_type("string").with("enum", names);
            Object::new().with("anyOf", [number, names].into_iter().collect::<Node<'_>>())
        }
        ParamType::Boolean => Object::of_type("boolean"),
        ParamType::List => Object::of_type("array").with("items", Object::of_type("string")),
        ParamType::Violations => Object::of_type("array").with("items", Object::reference("schemas", VIOLATION)),
    }
}

/// A param among texts.
fn as_text<'c>(param: &Param) -> Object<'c> {
    let text = Object::of_type("string");
    match param.kind {
        ParamType::Integer => text.with("pattern", "^-?[0-9]+$"),
        ParamType::Unsigned => text.with("pattern", "^[0-9]+$"),
        ParamType::Float => text.with("pattern", "^(-?[0-9]+(\\.[0-9]+)?|-?Infinity|NaN)$"),
        ParamType::Boolean => text.with("enum", ["true", "false"].into_iter().collect::<Node<'_>>()),
        // Elements are joined by `, `, and violations by `; `.
        ParamType::String | ParamType::List | ParamType::Violations => text,
    }
}

/// One of the violations.
fn violation<'c>() -> Object<'c> {
    let text = || Object::of_type("string");
    let pointer = text().with("description", "The field, as a JSON Pointer in the fragment of a URI.");
    Object::of_type("object")
        .with("required", ["pointer", "detail"].into_iter().collect::<Node<'_>>())
        .with("properties", Object::new().with("pointer", pointer).with("detail", text()))
}
