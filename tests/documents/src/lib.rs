//! Catalogues in every format of errors on the wire, and what the generated code does with them.

mod catalogues;

pub use self::catalogues::{SOURCES, Source};

use end_to_end_tests::Tools;

/// openapi-spec-validator.
pub const PYTHON: Tools = Tools::python("documents");
/// Redocly's linter, openapi-typescript and tsc.
pub const NODE: Tools = Tools::node("documents");

/// A catalogue and the code generated from it.
pub struct Compiled {
    /// The name of the module.
    pub name: &'static str,
    /// The catalogue's text.
    pub yaml: &'static str,
    /// An error for each code, with the code's name: the body of its response.
    pub bodies: fn() -> Vec<(&'static str, String)>,
    /// What the error in a response says.
    pub read: fn(u16, &str) -> serde_json::Value,
}

macro_rules! compiled {
    ($($name:ident),*) => {
        $(
            pub mod $name {
                //! Generated from a catalogue.
                #![allow(missing_docs, reason = "not every code has a description")]
                include!(concat!(env!("OUT_DIR"), "/", stringify!($name), ".rs"));

                /// An error for each code, with the code's name.
                #[must_use]
                #[allow(deprecated, reason = "deprecated codes are sent too")]
                pub fn examples() -> Vec<(&'static str, Error)> {
                    include!(concat!(env!("OUT_DIR"), "/", stringify!($name), "_examples.rs"))
                }

                /// What an error says, as the TypeScript of its catalogue names it.
                #[must_use]
                pub fn describe(error: &Error) -> serde_json::Value {
                    let params = error.params().map(|(name, value)| (name.to_owned(), json(value)));
                    let metadata = error.metadata().map(|(key, value)| (key.to_owned(), value.into()));
                    serde_json::json!({
                        "code": error.code().as_str(),
                        "isKnown": error.is_known(),
                        "reason": error.reason(),
                        "status": error.http_status(),
                        "message": error.to_string(),
                        "params": params.collect::<serde_json::Map<_, _>>(),
                        "metadata": metadata.collect::<serde_json::Map<_, _>>(),
                    })
                }

                fn json(value: Value<'_>) -> serde_json::Value {
                    match value {
                        Value::Int(number) => number.into(),
                        Value::Uint(number) => number.into(),
                        Value::Float(number) => crate::float(number).unwrap_or_else(|| value.to_string().into()),
                        Value::Bool(flag) => flag.into(),
                        Value::List(elements) => elements.iter().map(|element| &**element).collect(),
                        Value::Violations(found) => {
                            let pair = |one: &Violation| {
                                serde_json::json!({"field": one.field(), "reason": one.reason()})
                            };
                            found.iter().map(pair).collect()
                        }
                        text => text.to_string().into(),
                    }
                }
            }
        )*

        /// All catalogues.
        pub const COMPILED: [Compiled; SOURCES.len()] = [$(Compiled {
            name: stringify!($name),
            yaml: include_str!(concat!(env!("OUT_DIR"), "/", stringify!($name), ".yaml")),
            bodies: || {
                let examples = $name::examples().into_iter();
                examples.map(|(name, error)| (name, body(error.into()))).collect()
            },
            read: |status, body| $name::describe(&$name::Error::from_response_parts(status, body.as_bytes())),
        }),*];
    };
}

compiled!(
    shop_kratos,
    shop_problem,
    shop_envelope,
    shop_numbers,
    types_kratos,
    types_problem,
    types_envelope,
    google,
    json_api,
    stripe,
    wechat
);

fn body(response: http::Response<Vec<u8>>) -> String {
    String::from_utf8(response.into_body()).expect("JSON is UTF-8")
}

/// The number as JavaScript writes it in JSON, if it can be written.
fn float(number: f64) -> Option<serde_json::Value> {
    let json = serde_json::Number::from_f64(number)?;
    let whole = json.to_string().strip_suffix(".0").and_then(|whole| whole.parse::<i64>().ok());
    Some(whole.map_or(json.into(), Into::into))
}
