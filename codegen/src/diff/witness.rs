//! What shows that a change breaks what it is said to break.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use super::change::{Change, Side};
use super::wire::{Client, Reading, identity, sends_params_in_messages_only};
use crate::catalogue::{Catalogue, Code, CodeId, ParamType, PathStep, Piece, Wire};

/// What shows that a change breaks what it is said to break.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Witness {
    /// For `rust-api`: functions that compile in a crate whose module `errors` is generated from the old catalogue, and
    /// not if it is generated from the new one.
    pub programs: Vec<String>,
    /// For the wire: an error as each side sends it, if it has the code.
    pub wire: Vec<Sent>,
}

/// An error on the wire.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Sent {
    /// Which server sends it.
    pub by: Side,
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: String,
    /// What a client from before makes of it.
    pub old_client: String,
    /// What a client of now makes of it.
    pub new_client: String,
}

pub(super) fn of(change: &Change, old: &Catalogue, new: &Catalogue) -> Witness {
    let clients = [(old, Client::of(old)), (new, Client::of(new))];
    let sent = [(Side::Old, old, change.codes[0]), (Side::New, new, change.codes[1])].into_iter();
    let wire = sent.filter_map(|(by, catalogue, code)| {
        let code = &catalogue[code?];
        let reads = |(reader, client): &(&Catalogue, Client<'_>)| reading(reader, client, catalogue, code);
        let [old_client, new_client] = [reads(&clients[0]), reads(&clients[1])];
        Some(Sent { by, status: code.http_status, body: body(catalogue, code), old_client, new_client })
    });
    Witness { programs: change.programs.clone(), wire: wire.collect() }
}

/// What a client makes of an error, in words.
fn reading(reader: &Catalogue, client: &Client<'_>, sender: &Catalogue, code: &Code) -> String {
    let sent = identity(sender, code);
    if !is_found(reader, sender) {
        return "doesn't find the code, which another format has elsewhere".to_owned();
    }
    match client.read(sent, code.http_status) {
        Reading::Known(id) => {
            let known = &reader[id];
            let mut text = format!("reads `{}`", known.name);
            let params = params(reader, id, sender, code);
            if !params.is_empty() {
                let _ = write!(text, " with {}", params.join(", "));
            }
            text
        }
        Reading::Fallback(id) => format!("doesn't know the code and reads the fallback `{}`", reader[id].name),
        Reading::Unrecognised => "can't read it: the code is unknown, and there is no fallback".to_owned(),
    }
}

/// Whether a client looks for the code where a server writes it.
fn is_found(reader: &Catalogue, sender: &Catalogue) -> bool {
    !matches!(sender.wire, Wire::Envelope(_)) || reader.wire == sender.wire
}

/// The params that a client finds by their names. In a message only a client with the same message finds them.
fn params<'c>(reader: &'c Catalogue, id: CodeId, sender: &'c Catalogue, code: &'c Code) -> Vec<&'c str> {
    let sent = code.params.iter().map(|&param| &sender[param]).filter(|param| !param.sensitive);
    let known = &reader[id];
    let is_readable = !sends_params_in_messages_only(sender) || known.message.as_str() == code.message.as_str();
    let has = |name: &str| known.params.iter().any(|&param| reader[param].name == name);
    sent.filter(|param| is_readable && has(&param.name)).map(|param| &*param.name).collect()
}

/// An error as a server sends it, with the name of each param as its value.
fn body(catalogue: &Catalogue, code: &Code) -> String {
    let object = match &catalogue.wire {
        Wire::Kratos => json!({
            "code": code.http_status,
            "reason": code.name,
            "message": message(catalogue, code),
            "metadata": texts(catalogue, code),
        }),
        Wire::Problem => problem(catalogue, code),
        Wire::Envelope(envelope) => {
            let mut object = Map::new();
            let mut add = |member: &Option<String>, value: Value| {
                member.as_ref().map(|member| object.insert(member.clone(), value));
            };
            add(&envelope.status, code.http_status.into());
            add(&envelope.code, code.name.clone().into());
            add(&envelope.number, code.number.into());
            add(&envelope.message, message(catalogue, code).into());
            add(&envelope.params, Value::Object(values(catalogue, code)));
            envelope.at.iter().rev().fold(Value::Object(object), |inner, step| match step {
                PathStep::Member(name) => json!({ name: inner }),
                PathStep::First => json!([inner]),
            })
        }
    };
    object.to_string()
}

fn problem(catalogue: &Catalogue, code: &Code) -> Value {
    let page = catalogue.docs_url_of(code);
    let mut object = json!({
        "type": page.as_deref().unwrap_or("about:blank"),
        "title": code.description.as_ref().unwrap_or(&code.name),
        "status": code.http_status,
        "detail": message(catalogue, code),
        "code": code.name,
    });
    for (name, value) in values(catalogue, code) {
        object[name] = value;
    }
    object
}

fn message(catalogue: &Catalogue, code: &Code) -> String {
    let pieces = code.message.pieces().map(|piece| match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Param(param) if catalogue[param].sensitive => "[redacted]".to_owned(),
        Piece::Param(param) => text(&catalogue[param].name, catalogue[param].kind),
    });
    pieces.collect()
}

fn texts(catalogue: &Catalogue, code: &Code) -> Map<String, Value> {
    let sent = code.params.iter().map(|&param| &catalogue[param]).filter(|param| !param.sensitive);
    sent.map(|param| (param.name.clone(), text(&param.name, param.kind).into())).collect()
}

fn text(name: &str, kind: ParamType) -> String {
    match kind {
        ParamType::String | ParamType::List => name.to_owned(),
        ParamType::Integer | ParamType::Unsigned => "7".to_owned(),
        ParamType::Float => "7.5".to_owned(),
        ParamType::Boolean => "true".to_owned(),
        ParamType::Violations => format!("{name}: is wrong"),
    }
}

fn values(catalogue: &Catalogue, code: &Code) -> Map<String, Value> {
    let sent = code.params.iter().map(|&param| &catalogue[param]).filter(|param| !param.sensitive);
    let value = |name: &str, kind| match kind {
        ParamType::String => json!(name),
        ParamType::Integer | ParamType::Unsigned => json!(7),
        ParamType::Float => json!(7.5),
        ParamType::Boolean => json!(true),
        ParamType::List => json!([name]),
        ParamType::Violations => json!([{ "pointer": format!("#/{name}"), "detail": "is wrong" }]),
    };
    let member = |name: &str, kind| match kind {
        ParamType::Violations => "errors".to_owned(),
        _ => name.to_owned(),
    };
    sent.map(|param| (member(&param.name, param.kind), value(&param.name, param.kind))).collect()
}
