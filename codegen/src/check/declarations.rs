//! Params and attributes: what is declared once for the whole catalogue.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Checker;
use super::nearest::list_of;
use crate::catalogue::{Attribute, AttributeType, AttributeValue, Param, ParamId, ParamType, WordId};
use crate::diagnostics::Id;
use crate::document::{Entry, Kind, Node};
use crate::render::rust::ident;

const PARAM: &[&str] = &["type", "description", "sensitive"];
const ATTRIBUTE: &[&str] = &["description", "values", "type", "default"];

/// A declared attribute and what its values are judged by.
pub(super) struct Declared<'n, 't> {
    pub(super) key: &'n Node<'t>,
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
    by_name: HashMap<String, ParamId>,
}

impl Params<'_, '_> {
    pub(super) fn position(&self, name: &str) -> Option<ParamId> {
        self.by_name.get(name).copied()
    }

    /// The params whose names are words of a text.
    pub(super) fn mentioned(&self, text: &str) -> impl Iterator<Item = ParamId> {
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
        let by_name = list.iter().enumerate().map(|(index, param)| (param.name.clone(), ParamId::new(index))).collect();
        Params { is_readable, list, keys, by_name }
    }

    /// A param is declared whatever is wrong with it: what refers to it is right.
    fn param(&mut self, name: Cow<'n, str>, entry: &'n Entry<'t>) -> Param {
        self.snake_case(&entry.key, &name, "a param's name");
        let mut param = Param { name: name.into_owned(), kind: ParamType::String, description: None, sensitive: false };
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
                AttributeType::Words(self.words(word_nodes))
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
        let mut attribute = Attribute {
            name: name.into_owned(),
            description: self.optional_text(&fields, "description"),
            kind,
            default: None,
        };
        attribute.default = fields.get("default").map(|node| self.attribute_value(node, &attribute));
        Declared { key: &entry.key, word_nodes, attribute }
    }

    fn words(&mut self, nodes: &'n [Node<'t>]) -> Vec<String> {
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
            words.push(text);
        }
        words
    }

    /// An attribute's value; for one that is wrong, another in its place.
    pub(super) fn attribute_value(&mut self, node: &'n Node<'t>, attribute: &Attribute) -> AttributeValue {
        let name = &attribute.name;
        let what = format!("`{name}`");
        match &attribute.kind {
            AttributeType::Words(words) => {
                let text = self.text(node, &what);
                let word = text.as_ref().and_then(|text| words.iter().position(|word| word == text));
                // Without words any value may be meant: that has been told.
                if let Some(text) = text.filter(|_| word.is_none() && !words.is_empty()) {
                    let list = list_of(words.iter().map(|word| &**word));
                    let help = self.did_you_mean(&text, words.iter().map(|word| &**word));
                    let message = format!("`{name}` must be one of {list}, found `{text}`");
                    self.report(Id::InvalidAttribute, node, message).help = help;
                }
                AttributeValue::Word(WordId::new(word.unwrap_or_default()))
            }
            AttributeType::String => AttributeValue::String(self.text(node, &what).unwrap_or_default().into_owned()),
            AttributeType::Boolean => AttributeValue::Boolean(self.boolean(node, &what).unwrap_or_default()),
            AttributeType::Unsigned => AttributeValue::Unsigned(match node.kind {
                Kind::Unsigned(value) => value,
                _ => self.not_a_number(node, &what, "a whole number from 0 to 2^64 - 1"),
            }),
            AttributeType::Integer => AttributeValue::Integer(match node.kind {
                Kind::Unsigned(value) if i64::try_from(value).is_ok() => value.cast_signed(),
                Kind::Integer(value) => value,
                _ => self.not_a_number(node, &what, "a whole number from -2^63 to 2^63 - 1"),
            }),
        }
    }

    fn not_a_number<T: Default>(&mut self, node: &'n Node<'t>, what: &str, expected: &str) -> T {
        self.wrong_type(node, what, expected);
        T::default()
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
