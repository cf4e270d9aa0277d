//! JSON: everything that the catalogue says, resolved. `codegen/schema/catalogue.schema.json` describes it.

mod code;

use serde::Serialize;

use self::code::Code;
use super::{Published, Shared};
use crate::catalogue::{self as model, AttributeType, AttributeValue, Catalogue, PathStep, Wire};
use crate::words::Words;

/// The version of the format of this document. A new member doesn't change it.
const VERSION: u32 = 1;

pub(super) fn render(published: Published<'_>, mark: &str) -> String {
    let catalogue = published.catalogue;
    print(serde_json::to_string_pretty(&Document {
        mark,
        version: VERSION,
        name: catalogue.name(),
        description: catalogue.description(),
        docs_url: catalogue.docs_url.as_deref(),
        domain: catalogue.domain(),
        wire: catalogue.wire().into(),
        numbers: catalogue.numbers().word(),
        fallback: Fallback::of(catalogue),
        params: published.params().map(Param::from).collect(),
        attributes: catalogue.attributes().iter().map(Attribute::from).collect(),
        reserved: catalogue.reserved(),
        operations: published.operations().map(Operation::from).collect(),
        codes: published.codes().map(|(id, _)| Code::of(published, id)).collect(),
    })) + "\n"
}

/// The codes of a catalogue, internal ones too, each as one line of JSON: the elements of `codes` in the document.
///
/// ```
/// let text = "errcat: 1\ncatalogue: {name: Shop}\ncodes:\n  SoldOut: {http_status: 409, message: sold out}\n";
/// let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes())?;
/// let lines = errcat::render_json_lines(&catalogue);
/// assert!(lines.starts_with(r#"{"name":"SoldOut","number":null,"http_status":409,"#));
/// # Ok::<(), errcat::Diagnostics>(())
/// ```
#[must_use]
pub fn render_json_lines(catalogue: &Catalogue) -> String {
    let shared = &Shared::of(catalogue);
    let published = Published { catalogue, shared, with_internal: true };
    let codes = published.codes().map(|(id, _)| Code::of(published, id));
    codes.map(|code| print(serde_json::to_string(&code)) + "\n").collect()
}

fn print(text: serde_json::Result<String>) -> String {
    text.expect("all keys are texts")
}

#[derive(Serialize)]
struct Document<'c> {
    #[serde(rename = "$comment")]
    mark: &'c str,
    version: u32,
    name: &'c str,
    description: Option<&'c str>,
    docs_url: Option<&'c str>,
    domain: &'c str,
    wire: WireFormat<'c>,
    numbers: &'c str,
    fallback: Fallback<'c>,
    params: Vec<Param<'c>>,
    attributes: Vec<Attribute<'c>>,
    reserved: &'c [String],
    operations: Vec<Operation<'c>>,
    codes: Vec<Code<'c>>,
}

#[derive(Serialize)]
#[serde(tag = "format", rename_all = "snake_case")]
pub(super) enum WireFormat<'c> {
    Kratos,
    Problem,
    Envelope {
        at: Vec<Step<'c>>,
        code: Option<&'c str>,
        number: Option<&'c str>,
        message: Option<&'c str>,
        params: Option<&'c str>,
        status: Option<&'c str>,
    },
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Step<'c> {
    Member(&'c str),
    Element(u32),
}

#[derive(Serialize)]
struct Fallback<'c> {
    by_status: Vec<FallbackOfStatuses<'c>>,
    #[serde(rename = "else")]
    other: Option<&'c str>,
}

#[derive(Serialize)]
struct FallbackOfStatuses<'c> {
    first: u16,
    last: u16,
    code: &'c str,
}

#[derive(Serialize)]
struct Param<'c> {
    name: &'c str,
    #[serde(rename = "type")]
    kind: &'c str,
    description: Option<&'c str>,
    sensitive: bool,
}

#[derive(Serialize)]
struct Attribute<'c> {
    name: &'c str,
    description: Option<&'c str>,
    #[serde(rename = "type")]
    kind: &'c str,
    values: Option<&'c [String]>,
    meanings: Option<&'c [Option<String>]>,
    default: Option<Value<'c>>,
}

#[derive(Serialize)]
struct Operation<'c> {
    name: &'c str,
    description: Option<&'c str>,
    errors: Vec<&'c str>,
    exhaustive: bool,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Value<'c> {
    Text(&'c str),
    Integer(i64),
    Unsigned(u64),
    Boolean(bool),
}

impl<'c> From<&'c Wire> for WireFormat<'c> {
    fn from(wire: &'c Wire) -> Self {
        match wire {
            Wire::Kratos => Self::Kratos,
            Wire::Problem => Self::Problem,
            Wire::Envelope(envelope) => Self::Envelope {
                at: envelope.at.iter().map(Step::from).collect(),
                code: envelope.code.as_deref(),
                number: envelope.number.as_deref(),
                message: envelope.message.as_deref(),
                params: envelope.params.as_deref(),
                status: envelope.status.as_deref(),
            },
        }
    }
}

impl<'c> From<&'c PathStep> for Step<'c> {
    fn from(step: &'c PathStep) -> Self {
        match step {
            PathStep::Member(name) => Self::Member(name),
            PathStep::First => Self::Element(0),
        }
    }
}

impl<'c> Fallback<'c> {
    fn of(catalogue: &'c Catalogue) -> Self {
        let by_status = catalogue.fallbacks().iter().map(|fallback| {
            let (first, last) = (*fallback.statuses.start(), *fallback.statuses.end());
            FallbackOfStatuses { first, last, code: &catalogue[fallback.code].name }
        });
        Self { by_status: by_status.collect(), other: catalogue.fallback().map(|code| &*catalogue[code].name) }
    }
}

impl<'c> From<(&'c model::Operation, Vec<&'c model::Code>)> for Operation<'c> {
    fn from((operation, errors): (&'c model::Operation, Vec<&'c model::Code>)) -> Self {
        Self {
            name: &operation.name,
            description: operation.description.as_deref(),
            errors: errors.into_iter().map(|code| &*code.name).collect(),
            exhaustive: operation.exhaustive,
        }
    }
}

impl<'c> From<&'c model::Param> for Param<'c> {
    fn from(param: &'c model::Param) -> Self {
        let description = param.description.as_deref();
        Self { name: &param.name, kind: param.kind.as_str(), description, sensitive: param.sensitive }
    }
}

impl<'c> From<&'c model::Attribute> for Attribute<'c> {
    fn from(attribute: &'c model::Attribute) -> Self {
        let (kind, values) = match &attribute.kind {
            AttributeType::Words(words) => ("words", Some(&words[..])),
            AttributeType::String => ("string", None),
            AttributeType::Integer => ("integer", None),
            AttributeType::Unsigned => ("unsigned", None),
            AttributeType::Boolean => ("boolean", None),
        };
        let default = attribute.default.as_ref().map(|value| Value::of(attribute, value));
        let (description, meanings) = (attribute.description.as_deref(), values.map(|_| &*attribute.meanings));
        Self { name: &attribute.name, description, kind, values, meanings, default }
    }
}

impl<'c> Value<'c> {
    fn of(attribute: &'c model::Attribute, value: &'c AttributeValue) -> Self {
        match (value, &attribute.kind) {
            (AttributeValue::Word(word), AttributeType::Words(words)) => {
                Self::Text(words.get(word.index()).map_or("", String::as_str))
            }
            (AttributeValue::Word(_), _) => Self::Text(""),
            (AttributeValue::String(text), _) => Self::Text(text),
            (AttributeValue::Integer(number), _) => Self::Integer(*number),
            (AttributeValue::Unsigned(number), _) => Self::Unsigned(*number),
            (AttributeValue::Boolean(value), _) => Self::Boolean(*value),
        }
    }
}
