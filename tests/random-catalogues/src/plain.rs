//! Writing a catalogue as a person would.

use crate::catalogue::Catalogue;
use crate::choices::Choices;
use crate::scalars::{is_word, quoted};
use crate::tree::{Node, Value};

impl Catalogue {
    /// The catalogue in YAML: params, attributes and codes and their keys on separate lines, the rest in brackets.
    #[must_use]
    pub fn yaml(&self) -> String {
        let mut yaml = String::new();
        let root = self.tree(&mut Choices::of_draws(Vec::new()));
        for (key, value) in root.entries() {
            write(&mut yaml, 0, &[], key.text().unwrap_or_default(), value);
        }
        yaml
    }
}

/// Writes an entry of the map at `path`.
fn write(yaml: &mut String, indent: usize, path: &[&str], key: &str, value: &Node) {
    yaml.extend([&*" ".repeat(indent), &scalar(key), ":"]);
    let is_on_lines = match path {
        [] => ["params", "attributes", "codes"].contains(&key),
        [section] => ["attributes", "codes"].contains(section),
        _ => false,
    };
    if is_on_lines {
        yaml.push('\n');
        for (inner, value) in value.entries() {
            write(yaml, indent + 2, &[path, &[key]].concat(), inner.text().unwrap_or_default(), value);
        }
        return;
    }
    let is_prose = path.first() == Some(&"codes") && ["message", "description"].contains(&key);
    let value = match value.text() {
        Some(text) if is_prose => quoted(text),
        _ => inline(value),
    };
    yaml.extend([" ", &value, "\n"]);
}

fn inline(node: &Node) -> String {
    match &node.value {
        Value::Text(text) => scalar(text),
        Value::Quoted(text) => quoted(text),
        Value::Plain(text) | Value::Tagged(text) => (*text).to_owned(),
        Value::Number(number) => number.to_string(),
        Value::List(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("{}: {}", inline(key), inline(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

fn scalar(text: &str) -> String {
    if is_word(text) { text.to_owned() } else { quoted(text) }
}
