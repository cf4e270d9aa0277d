//! JSON, with comments and trailing commas, as the nodes that YAML is read into.

use std::borrow::Cow;

use jsonc_parser::ast::Value as Ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::diagnostics::Sink;
use crate::rules::RuleId;
use crate::source::{FileId, Span};
use crate::yaml::{Entry, Kind, Node, Scalar, Value};

/// The value in a text; `None` if it is no JSON, which is reported as `invalid`.
pub(crate) fn parse<'t>(text: &'t str, file: FileId, invalid: RuleId, sink: &mut Sink) -> Option<Node<'t>> {
    match parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default()) {
        Ok(parsed) => parsed.value.map(|value| node(value, file)),
        Err(error) => {
            let range = error.range();
            let span = Span::new(file, range.start.min(text.len())..range.end.min(text.len()));
            sink.report(invalid, span, format!("this is not JSON: {}", error.kind()));
            None
        }
    }
}

fn node(value: Ast<'_>, file: FileId) -> Node<'_> {
    let range = value.range();
    let span = Span::new(file, range.start..range.end);
    let first = Span::new(file, range.start..(range.start + 1).min(range.end));
    let scalar = |text, value| Node { span, is_in_brackets: false, kind: Kind::Scalar(Scalar { text, value }) };
    match value {
        Ast::StringLit(text) => scalar(text.value, Value::Text),
        Ast::NumberLit(number) => scalar(Cow::Borrowed(number.value), number_type(number.value)),
        Ast::BooleanLit(boolean) => {
            scalar(Cow::Borrowed(if boolean.value { "true" } else { "false" }), Value::Boolean(boolean.value))
        }
        Ast::NullKeyword(_) => scalar(Cow::Borrowed(""), Value::Null),
        Ast::Array(array) => {
            let elements = array.elements.into_iter().map(|element| node(element, file)).collect();
            Node { span: first, is_in_brackets: true, kind: Kind::List(elements) }
        }
        Ast::Object(object) => {
            let entries = object.properties.into_iter().map(|property| {
                let range = property.name.range();
                let span = Span::new(file, range.start..range.end);
                let text = Cow::Owned(property.name.into_string());
                let key = Scalar { text, value: Value::Text };
                let key = Node { span, is_in_brackets: false, kind: Kind::Scalar(key) };
                Entry { key, value: node(property.value, file) }
            });
            Node { span: first, is_in_brackets: true, kind: Kind::Map(entries.collect()) }
        }
    }
}

fn number_type(text: &str) -> Value {
    match (text.parse(), text.parse()) {
        (Ok(number), _) => Value::Unsigned(number),
        (_, Ok(number)) => Value::Integer(number),
        _ => Value::Float,
    }
}
