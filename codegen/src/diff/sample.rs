//! Errors as a server sends them, with the name of each param as its value.

use serde_json::Value;

use crate::catalogue::{Catalogue, Code, Param, ParamType, PathStep, Piece, Template, Wire};

/// The body of an error under this name.
pub(super) fn body(catalogue: &Catalogue, code: &Code, name: &str) -> String {
    let name = text(name);
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

/// A code that no catalogue has yet.
pub(super) fn newer_code() -> Code {
    Code {
        name: "FromANewerServer".to_owned(),
        http_status: 500,
        message: Template::default(),
        description: None,
        help: None,
        internal: false,
        params: Vec::new(),
        attributes: Vec::new(),
        deprecated: None,
        aliases: Vec::new(),
        number: Some(i64::MAX),
        docs_url: None,
        grpc: None,
        rust_name: None,
    }
}

/// The JSON of a `google.rpc.Status`, which names the domain of the code.
pub(super) fn status(catalogue: &Catalogue, code: &Code) -> String {
    let info = object(&[
        ("@type".to_owned(), text("type.googleapis.com/google.rpc.ErrorInfo")),
        ("reason".to_owned(), text(&code.name)),
        ("domain".to_owned(), text(catalogue.domain())),
    ]);
    object(&[
        ("code".to_owned(), "2".to_owned()),
        ("message".to_owned(), text(&message(catalogue, code))),
        ("details".to_owned(), format!("[{info}]")),
    ])
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
pub(super) fn sent<'c>(catalogue: &'c Catalogue, code: &'c Code) -> impl Iterator<Item = &'c Param> {
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

pub(super) fn message(catalogue: &Catalogue, code: &Code) -> String {
    let pieces = code.message.pieces().map(|piece| match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Param(param) if catalogue[param].sensitive => "[redacted]".to_owned(),
        Piece::Param(param) => displayed(&catalogue[param]),
    });
    pieces.collect()
}

/// The value of a param as messages show it.
pub(super) fn displayed(param: &Param) -> String {
    if param.kind == ParamType::Violations { param.name.clone() } else { shown(param) }
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
