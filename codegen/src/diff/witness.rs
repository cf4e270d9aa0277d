//! What shows that a change breaks what it is said to break.

use std::fmt::Write;

use serde_json::Value;

use super::change::{Change, Side};
use super::wire::{Client, Reading, identity, outgoing, sends_params_in_messages_only};
use crate::catalogue::{Catalogue, Code, CodeId, Param, ParamType, PathStep, Piece, Wire};

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
        let code = &catalogue[outgoing(catalogue, code?)];
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
    let name = text(&code.name);
    match &catalogue.wire {
        Wire::Kratos => {
            let texts = sent(catalogue, code).map(|param| (param.name.clone(), text(&shown(param))));
            object(&[
                ("code".to_owned(), code.http_status.to_string()),
                ("reason".to_owned(), name),
                ("message".to_owned(), text(&message(catalogue, code))),
                ("metadata".to_owned(), object(&texts.collect::<Vec<_>>())),
            ])
        }
        Wire::Problem => {
            let page = catalogue.docs_url_of(code);
            let mut members = vec![
                ("type".to_owned(), text(page.as_deref().unwrap_or("about:blank"))),
                ("title".to_owned(), text(code.description.as_ref().unwrap_or(&code.name))),
                ("status".to_owned(), code.http_status.to_string()),
                ("detail".to_owned(), text(&message(catalogue, code))),
                ("code".to_owned(), name),
            ];
            members.extend(sent(catalogue, code).map(problem_member));
            object(&members)
        }
        Wire::Envelope(envelope) => {
            let values =
                || object(&sent(catalogue, code).map(|param| (param.name.clone(), value(param))).collect::<Vec<_>>());
            let members = [
                (&envelope.status, code.http_status.to_string()),
                (&envelope.number, code.number.unwrap_or_default().to_string()),
                (&envelope.code, name),
                (&envelope.message, text(&message(catalogue, code))),
                (&envelope.params, values()),
            ];
            let members = members.into_iter().filter_map(|(member, value)| Some((member.clone()?, value)));
            let inner = object(&members.collect::<Vec<_>>());
            envelope.at.iter().rev().fold(inner, |inner, step| match step {
                PathStep::Member(name) => object(&[(name.clone(), inner)]),
                PathStep::First => format!("[{inner}]"),
            })
        }
    }
}

/// The JSON of an object, whose members stay in their order.
fn object(members: &[(String, String)]) -> String {
    let members: Vec<_> = members.iter().map(|(name, value)| format!("{}:{value}", text(name))).collect();
    format!("{{{}}}", members.join(","))
}

/// The JSON of a text.
fn text(text: &str) -> String {
    Value::from(text).to_string()
}

/// The params that a server sends.
fn sent<'c>(catalogue: &'c Catalogue, code: &'c Code) -> impl Iterator<Item = &'c Param> {
    code.params.iter().map(|&param| &catalogue[param]).filter(|param| !param.sensitive)
}

fn problem_member(param: &Param) -> (String, String) {
    /// The members that a problem has anyway.
    const TAKEN: &[&str] = &["type", "title", "status", "detail", "instance", "code", "errors"];
    match param.kind {
        ParamType::Violations => ("errors".to_owned(), value(param)),
        _ if TAKEN.contains(&param.name.trim_end_matches('_')) => (format!("{}_", param.name), value(param)),
        _ => (param.name.clone(), value(param)),
    }
}

fn message(catalogue: &Catalogue, code: &Code) -> String {
    let pieces = code.message.pieces().map(|piece| match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Param(param) if catalogue[param].sensitive => "[redacted]".to_owned(),
        Piece::Param(param) if catalogue[param].kind == ParamType::Violations => catalogue[param].name.clone(),
        Piece::Param(param) => shown(&catalogue[param]),
    });
    pieces.collect()
}

/// The value of a param as a text.
fn shown(param: &Param) -> String {
    match param.kind {
        ParamType::String | ParamType::List => param.name.clone(),
        ParamType::Integer | ParamType::Unsigned => "7".to_owned(),
        ParamType::Float => "7.5".to_owned(),
        ParamType::Boolean => "true".to_owned(),
        ParamType::Violations => format!("{}: is wrong", param.name),
    }
}

/// The value of a param as JSON of its own type.
fn value(param: &Param) -> String {
    match param.kind {
        ParamType::List => format!("[{}]", text(&param.name)),
        ParamType::String => text(&param.name),
        ParamType::Violations => {
            let pointer = object(&[
                ("pointer".to_owned(), text(&format!("#/{}", param.name))),
                ("detail".to_owned(), text("is wrong")),
            ]);
            format!("[{pointer}]")
        }
        _ => shown(param),
    }
}
