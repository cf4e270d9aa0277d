//! Params and attributes: what is declared once for the whole catalogue.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Checker;
use super::nearest::list_of;
use crate::catalogue::{Attribute, AttributeType, Param, ParamType, Word};
use crate::diagnostics::Id;
use crate::document::{Entry, Kind, Node};
use crate::ident;

const PARAM: &[&str] = &["type", "description", "sensitive"];
const ATTRIBUTE: &[&str] = &["description", "values", "type", "default"];

/// A declared attribute and what its values are judged by.
pub(super) struct Declared<'n, 't> {
    pub(super) key: &'n Node<'t>,
    /// The text for a code that gives none.
    pub(super) default: Option<String>,
    /// The nodes of the words, where the attribute has some.
    pub(super) word_nodes: &'n [Node<'t>],
    pub(super) attribute: Attribute,
}

/// The declared params.
pub(super) struct Params<'n, 't> {
    /// Whether the declaration is a map: if not, any name may be meant.
    pub(super) is_readable: bool,
    pub(super) list: Vec<Param>,
    pub(super) keys: Vec<&'n Node<'t>>,
    by_name: HashMap<String, usize>,
}

impl Params<'_, '_> {
    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    /// The params whose names are words of a text.
    pub(super) fn mentioned(&self, text: &str) -> impl Iterator<Item = usize> {
        text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).filter_map(|word| self.position(word))
    }
}

#[derive(Clone, Copy)]
enum Scalar {
    String,
    Integer,
    Unsigned,
    Boolean,
}

const SCALARS: &[(&str, Scalar)] = &[
    ("string", Scalar::String),
    ("integer", Scalar::Integer),
    ("unsigned", Scalar::Unsigned),
    ("boolean", Scalar::Boolean),
];

impl<'n, 't> Checker<'n, 't> {
    pub(super) fn params(&mut self, node: Option<&'n Node<'t>>) -> Params<'n, 't> {
        let is_readable = node.is_none_or(|node| matches!(node.kind, Kind::Map(_)));
        let named = node.map(|node| self.named(node, "`params`")).unwrap_or_default();
        let keys = named.iter().map(|(_, entry)| &entry.key).collect();
        let list: Vec<_> = named.into_iter().map(|(name, entry)| self.param(name, entry)).collect();
        let by_name = list.iter().enumerate().map(|(index, param)| (param.name.clone(), index)).collect();
        Params { is_readable, list, keys, by_name }
    }

    /// A param is declared whatever is wrong with it: what refers to it is right.
    fn param(&mut self, name: Cow<'n, str>, entry: &'n Entry<'t>) -> Param {
        self.snake_case(&entry.key, &name, "a param's name");
        let mut param = Param {
            name: name.into_owned(),
            kind: ParamType::String,
            description: String::new(),
            sensitive: false,
            accessor: String::new(),
        };
        let kind = if matches!(entry.value.kind, Kind::Map(_)) {
            let fields = self.fields(&entry.value, Some(&entry.key), "a param", PARAM);
            param.description = self.optional_text(&fields, "description");
            param.sensitive = fields.get("sensitive").and_then(|node| self.boolean(node, "`sensitive`")) == Some(true);
            self.require(&fields, "type", "the param")
        } else if self.is_missing(&entry.value) {
            let finding = self.report(Id::MissingKey, &entry.key, format!("the param `{}` lacks its type", param.name));
            finding.help = Some(format!("write `{}: string`", param.name));
            None
        } else {
            Some(&entry.value)
        };
        param.kind =
            kind.and_then(|node| self.word(node, "a param's type", ParamType::WORDS)).unwrap_or(ParamType::String);
        param
    }

    pub(super) fn attributes(&mut self, node: &'n Node<'t>) -> Vec<Declared<'n, 't>> {
        let named = self.named(node, "`attributes`");
        named.into_iter().map(|(name, entry)| self.attribute(name, entry)).collect()
    }

    fn attribute(&mut self, name: Cow<'n, str>, entry: &'n Entry<'t>) -> Declared<'n, 't> {
        self.snake_case(&entry.key, &name, "an attribute's name");
        let fields = self.fields(&entry.value, Some(&entry.key), "an attribute", ATTRIBUTE);
        let word_nodes = match fields.get("values") {
            Some(values) => self.list(values, "`values`"),
            None => &[],
        };
        let kind = match (fields.get("values"), fields.get("type")) {
            (Some(_), kind) => {
                if let Some(kind) = kind {
                    self.report(Id::InvalidAttribute, kind, "an attribute has `values` or a `type`, not both");
                }
                AttributeType::Words { rust_type: String::new(), words: self.words(word_nodes) }
            }
            (None, Some(kind)) => match self.word(kind, "an attribute's type", SCALARS) {
                Some(Scalar::Integer) => AttributeType::Integer,
                Some(Scalar::Unsigned) => AttributeType::Unsigned,
                Some(Scalar::Boolean) => AttributeType::Boolean,
                Some(Scalar::String) | None => AttributeType::String,
            },
            (None, None) => {
                if matches!(entry.value.kind, Kind::Map(_)) {
                    let finding =
                        self.report(Id::MissingKey, &entry.key, format!("the attribute `{name}` lacks `values`"));
                    finding.help = Some("write `values: [a, b]`, or `type: string`".to_owned());
                }
                AttributeType::String
            }
        };
        if let Some(values) =
            fields.get("values").filter(|values| matches!(&values.kind, Kind::List(words) if words.is_empty()))
        {
            self.report(Id::InvalidAttribute, values, "an attribute has at least one value");
        }
        let attribute = Attribute {
            name: name.into_owned(),
            description: self.optional_text(&fields, "description"),
            kind,
            accessor: String::new(),
        };
        let default = fields.get("default").map(|node| self.attribute_value(node, &attribute));
        Declared { key: &entry.key, default, word_nodes, attribute }
    }

    fn words(&mut self, nodes: &'n [Node<'t>]) -> Vec<Word> {
        let mut seen: HashMap<String, &Node<'t>> = HashMap::new();
        let mut words = Vec::with_capacity(nodes.len());
        for node in nodes {
            // A value that is no name stays in its place: the others are told apart by their nodes.
            let text = self.name(node, "a value").unwrap_or_default();
            match seen.get(&text).filter(|_| !text.is_empty()) {
                Some(first) => {
                    self.report_second(Id::DuplicateName, [first, node], format!("`{text}` is already there"));
                }
                None => {
                    seen.insert(text.clone(), node);
                }
            }
            words.push(Word { text, variant: String::new() });
        }
        words
    }

    /// The text of an attribute's value, as the catalogue's table holds it.
    pub(super) fn attribute_value(&mut self, node: &'n Node<'t>, attribute: &Attribute) -> String {
        let name = &attribute.name;
        let what = format!("`{name}`");
        let text = match &attribute.kind {
            AttributeType::Words { words, .. } => {
                let text = self.text(node, &what);
                // Without words any value may be meant: that has been told.
                let is_wrong = |text: &&Cow<'_, str>| !words.is_empty() && words.iter().all(|word| word.text != **text);
                if let Some(text) = text.as_ref().filter(is_wrong) {
                    let list = list_of(words.iter().map(|word| &*word.text));
                    let help = self.did_you_mean(text, words.iter().map(|word| &*word.text));
                    let message = format!("`{name}` must be one of {list}, found `{text}`");
                    self.report(Id::InvalidAttribute, node, message).help = help;
                }
                text.map(Cow::into_owned)
            }
            AttributeType::String => self.text(node, &what).map(Cow::into_owned),
            AttributeType::Boolean => self.boolean(node, &what).map(|value| value.to_string()),
            AttributeType::Unsigned => match node.kind {
                Kind::Unsigned(value) => Some(value.to_string()),
                _ => self.not_a_number(node, &what, "a whole number from 0 to 2^64 - 1"),
            },
            AttributeType::Integer => match node.kind {
                Kind::Unsigned(value) if i64::try_from(value).is_ok() => Some(value.to_string()),
                Kind::Integer(value) => Some(value.to_string()),
                _ => self.not_a_number(node, &what, "a whole number from -2^63 to 2^63 - 1"),
            },
        };
        text.unwrap_or_default()
    }

    fn not_a_number(&mut self, node: &'n Node<'t>, what: &str, expected: &str) -> Option<String> {
        self.wrong_type(node, what, expected);
        None
    }

    fn snake_case(&mut self, node: &'n Node<'t>, name: &str, what: &str) {
        if !ident::is_snake(name) {
            let snake = ident::snake(name);
            let help = ident::is_snake(&snake).then(|| format!("write `{snake}`"));
            let message = format!("{what} must be snake_case in ASCII letters and digits, found `{name}`");
            self.report(Id::InvalidName, node, message).help = help;
        }
    }
}
