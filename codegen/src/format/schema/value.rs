//! YAML as JSON.

use serde_json::Value;

use crate::diagnostics::Sink;
use crate::source::SourceMap;
use crate::yaml::{self, Kind, Node};

/// The value of an example, as a validator of YAML reads it.
pub(super) fn of(example: &str) -> Value {
    let mut sources = SourceMap::default();
    let (file, _) = sources.add("example", example.as_bytes());
    yaml::parse(&sources, file, &mut Sink::new()).map_or(Value::Null, |node| json(&node))
}

fn json(node: &Node<'_>) -> Value {
    match &node.kind {
        Kind::Map(entries) => {
            let members = entries.iter();
            let members = members
                .map(|entry| (entry.key.text().map(ToString::to_string).unwrap_or_default(), json(&entry.value)));
            Value::Object(members.collect())
        }
        Kind::List(nodes) => nodes.iter().map(json).collect(),
        Kind::Scalar(scalar) => match scalar.value {
            yaml::Value::Boolean(value) => value.into(),
            yaml::Value::Unsigned(value) => value.into(),
            yaml::Value::Integer(value) => value.into(),
            _ => scalar.text.as_ref().into(),
        },
        Kind::Tagged => Value::Null,
    }
}
