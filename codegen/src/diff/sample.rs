//! Errors as a server sends them, with the name of each param as its value.

use serde_json::Value as Json;

use crate::catalogue::{Catalogue, Code, Param, ParamType, Template};
use crate::render::body::{Example, Value};

/// The error of a code that is sent, perhaps in place of an internal one.
pub(super) fn error<'c>(catalogue: &'c Catalogue, code: &'c Code, is_internal: bool) -> Example<'c> {
    Example::new(catalogue, code, is_internal, value)
}

fn value(param: &Param) -> Value<'_> {
    match param.kind {
        ParamType::String => Value::Text(&param.name),
        ParamType::Integer | ParamType::Unsigned => Value::Integer(7),
        ParamType::Float => Value::Float(7.5),
        ParamType::Boolean => Value::Boolean(true),
        ParamType::List => Value::List(vec![&param.name]),
        ParamType::Violations => Value::Violations(vec![(&param.name, "is wrong")]),
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
pub(super) fn status(catalogue: &Catalogue, code: &Code, message: &str) -> String {
    let [message, reason, domain] = [message, &code.name, catalogue.domain()].map(Json::from);
    format!(
        "{{\"code\":2,\"message\":{message},\"details\":[{{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\
         \"reason\":{reason},\"domain\":{domain}}}]}}"
    )
}
