//! Recognising JSON bodies.

use serde_json::{Map, Value};

use super::message::Templates;
use super::{Recognised, RecognisedBy};
use crate::catalogue::{Catalogue, CodeId, Envelope, ParamId, PathStep, Wire};

type Members = Map<String, Value>;

/// The members that have a text for people, in the order in which they are looked for.
const MESSAGES: [&str; 7] = ["message", "detail", "msg", "title", "error_description", "error", "reason"];

/// How many braces are tried as the start of a body.
const MAX_STARTS: usize = 100;

/// The first JSON object in a text.
pub(super) fn find(text: &str) -> Option<Members> {
    let starts = text.match_indices('{').take(MAX_STARTS);
    starts.into_iter().find_map(|(at, _)| {
        let mut values = serde_json::Deserializer::from_str(&text[at..]).into_iter::<Value>();
        match values.next() {
            Some(Ok(Value::Object(members))) => Some(members),
            _ => None,
        }
    })
}

/// The code that a body names, with the params that are in it.
pub(super) fn named(catalogue: &Catalogue, templates: &Templates, body: &Members) -> Option<Recognised> {
    let object = object(catalogue, body);
    let code = code(catalogue, object)?;
    let mut params = members(catalogue, code, object);
    let messages = messages(catalogue, body);
    let of_messages = messages.iter().map(|message| templates.params(code, message));
    for (param, text) in of_messages.flatten() {
        if params.iter().all(|(known, _)| *known != param) {
            params.push((param, text));
        }
    }
    Some(Recognised { code, params, by: RecognisedBy::Code })
}

/// The texts of a body that may be the message.
pub(super) fn messages<'b>(catalogue: &Catalogue, body: &'b Members) -> Vec<&'b str> {
    let own = envelope(catalogue).and_then(|envelope| envelope.message.as_deref());
    let objects = [object(catalogue, body), body];
    let names = own.into_iter().chain(MESSAGES);
    names.flat_map(|name| objects.map(|object| object.get(name))).flatten().filter_map(Value::as_str).collect()
}

fn envelope(catalogue: &Catalogue) -> Option<&Envelope> {
    if let Wire::Envelope(envelope) = catalogue.wire() { Some(envelope) } else { None }
}

/// The object with the error: what the catalogue's envelope leads to, or `error`, or the body itself.
fn object<'b>(catalogue: &Catalogue, body: &'b Members) -> &'b Members {
    let way = envelope(catalogue).and_then(|envelope| {
        let (first, rest) = envelope.at.split_first()?;
        let PathStep::Member(first) = first else { return None };
        rest.iter().try_fold(body.get(first)?, |value, step| match step {
            PathStep::Member(name) => value.get(name),
            PathStep::First => value.get(0),
        })
    });
    way.or_else(|| body.get("error")).and_then(Value::as_object).unwrap_or(body)
}

fn code(catalogue: &Catalogue, object: &Members) -> Option<CodeId> {
    let envelope = envelope(catalogue);
    let own = envelope.and_then(|envelope| envelope.code.as_deref());
    let names = own.into_iter().chain(["reason", "code", "type", "status"]);
    let with_name = |name: &str| catalogue.code(object.get(name)?.as_str()?);
    let number = envelope.and_then(|envelope| envelope.number.as_deref());
    let number = || object.get(number?).and_then(Value::as_i64);
    let with_number = |number| catalogue.codes().iter().position(|code| code.number == Some(number)).map(CodeId::new);
    names.into_iter().find_map(with_name).or_else(|| with_number(number()?))
}

/// The code's params among the members of the object, and of those that have metadata.
fn members(catalogue: &Catalogue, code: CodeId, object: &Members) -> Vec<(ParamId, String)> {
    let own = envelope(catalogue).and_then(|envelope| envelope.params.as_deref());
    let inner = own.into_iter().chain(["metadata", "params", "details", "data"]);
    let inner = inner.filter_map(|name| object.get(name)?.as_object());
    let objects: Vec<_> = inner.chain([object]).collect();
    let value = |param: &ParamId| {
        let name = &catalogue[*param].name;
        let value = objects.iter().find_map(|object| object.get(name))?;
        Some((*param, shown(value)))
    };
    catalogue[code].params.iter().filter_map(value).collect()
}

/// A value as a message shows it.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(elements) => elements.iter().map(shown).collect::<Vec<_>>().join(", "),
        value => value.to_string(),
    }
}
