//! A typed catalogue as a tree.

use crate::catalogue::{Attribute, AttributeType, AttributeValue, Catalogue, Fallback, Operation, Param, Wire};
use crate::choices::Choices;
use crate::code::{Code, Deprecation};
use crate::tree::{Node, Value};

type Entries = Vec<(Node, Node)>;

impl Catalogue {
    /// The catalogue as a tree, with the entries of each map in any order unless the order matters.
    #[must_use]
    pub fn tree(&self, choices: &mut Choices) -> Node {
        let mut about = vec![("name".into(), text(&self.name))];
        push_text(&mut about, "description", self.description.as_deref());
        push_text(&mut about, "docs_url", self.docs_url.as_deref());
        push_text(&mut about, "domain", self.domain.as_deref());
        about.extend(self.wire.as_ref().map(|wire| ("wire".into(), wire.tree(choices))));
        about.extend(self.fallback.as_ref().map(|fallback| ("fallback".into(), fallback.tree(choices))));
        let attributes = self.attributes.iter().map(|attribute| (text(&attribute.name), attribute.tree(choices)));
        let attributes = attributes.collect();
        let params = self.params.iter().map(|param| (text(&param.name), param.tree(choices))).collect();
        let codes = self.codes.iter().map(|code| (text(&code.name), code.tree(choices))).collect();
        let mut root = vec![("errcat".into(), Node::from(1)), ("catalogue".into(), shuffled(about, choices))];
        push_map(&mut root, "attributes", attributes);
        push_map(&mut root, "params", params);
        push_map(&mut root, "codes", codes);
        let groups = self.groups.iter().map(|(name, errors)| (text(name), list(errors))).collect();
        let operations = self.operations.iter().map(|operation| (text(&operation.name), operation.tree(choices)));
        let operations = operations.collect();
        push_map(&mut root, "groups", groups);
        push_map(&mut root, "operations", operations);
        push_list(&mut root, "reserved", &self.reserved);
        push_map(
            &mut root,
            "lints",
            self.lints.iter().map(|(lint, level)| ((*lint).into(), (*level).into())).collect(),
        );
        if let Some(rust) = &self.rust {
            let mut entries = Vec::new();
            push_text(&mut entries, "path", rust.path.as_deref());
            push_list(&mut entries, "features", &rust.features);
            entries.extend(rust.exhaustive.map(|exhaustive| ("exhaustive".into(), exhaustive.into())));
            root.push(("outputs".into(), Node::map([("rust", shuffled(entries, choices))])));
        }
        shuffled(root, choices)
    }
}

impl Wire {
    fn tree(&self, choices: &mut Choices) -> Node {
        match self {
            Self::Word(word) => text(word),
            Self::Envelope(keys) => {
                shuffled(keys.iter().map(|(key, value)| ((*key).into(), text(value))).collect(), choices)
            }
        }
    }
}

impl Fallback {
    /// Only the code, if there is one for all statuses.
    fn tree(&self, choices: &mut Choices) -> Node {
        if self.by_status.is_empty() && !choices.chance(30) {
            return text(&self.other);
        }
        let mut entries = vec![("else".into(), text(&self.other))];
        entries.extend(self.by_status.iter().map(|(status, code)| (text(status), text(code))));
        shuffled(entries, choices)
    }
}

impl Code {
    /// What the catalogue says about the code, as a tree.
    #[must_use]
    pub fn tree(&self, choices: &mut Choices) -> Node {
        let mut entries = vec![
            ("http_status".into(), i64::from(self.http_status).into()),
            ("message".into(), self.template().into()),
        ];
        push_text(&mut entries, "description", self.description.as_deref());
        push_text(&mut entries, "help", self.help.as_deref());
        entries.extend(self.internal.map(|is_internal| ("internal".into(), is_internal.into())));
        let attributes = self.attributes.iter().map(|(name, value)| (text(name), value.tree())).collect();
        push_map(&mut entries, "attributes", attributes);
        push_list(&mut entries, "aliases", &self.aliases);
        push_list(&mut entries, "params", &self.params);
        entries.extend(self.number.map(|number| ("number".into(), i64::from(number).into())));
        entries.extend(self.deprecated.as_ref().map(|it| ("deprecated".into(), it.tree(choices))));
        push_text(&mut entries, "rust_name", self.rust_name.as_deref());
        push_text(&mut entries, "docs_url", self.docs_url.as_deref());
        push_text(&mut entries, "grpc", self.grpc);
        push_list(&mut entries, "allow", &self.allow);
        shuffled(entries, choices)
    }
}

impl Operation {
    fn tree(&self, choices: &mut Choices) -> Node {
        let mut entries = vec![("errors".into(), list(&self.errors))];
        push_text(&mut entries, "description", self.description.as_deref());
        entries.extend(self.exhaustive.map(|exhaustive| ("exhaustive".into(), exhaustive.into())));
        shuffled(entries, choices)
    }
}

impl Param {
    /// Only the type, if there is nothing else.
    fn tree(&self, choices: &mut Choices) -> Node {
        let kind = Node::from(self.kind);
        if self.description.is_none() && self.sensitive.is_none() && !choices.chance(30) {
            return kind;
        }
        let mut entries = vec![("type".into(), kind)];
        push_text(&mut entries, "description", self.description.as_deref());
        entries.extend(self.sensitive.map(|is_sensitive| ("sensitive".into(), is_sensitive.into())));
        shuffled(entries, choices)
    }
}

impl Attribute {
    fn tree(&self, choices: &mut Choices) -> Node {
        let mut entries = Vec::new();
        push_text(&mut entries, "description", self.description.as_deref());
        let kind = match &self.kind {
            AttributeType::Words(words) => {
                push_list(&mut entries, "values", words);
                None
            }
            AttributeType::String => Some("string"),
            AttributeType::Integer => Some("integer"),
            AttributeType::Unsigned => Some("unsigned"),
            AttributeType::Boolean => Some("boolean"),
        };
        push_text(&mut entries, "type", kind);
        entries.extend(self.default.as_ref().map(|default| ("default".into(), default.tree())));
        shuffled(entries, choices)
    }
}

impl AttributeValue {
    fn tree(&self) -> Node {
        match self {
            Self::Text(value) => text(value),
            Self::Integer(number) => Value::Number((*number).into()).into(),
            Self::Unsigned(number) => Value::Number((*number).into()).into(),
            Self::Boolean(value) => (*value).into(),
        }
    }
}

impl Deprecation {
    /// Only the note, if there is nothing else.
    fn tree(&self, choices: &mut Choices) -> Node {
        match (&self.note, &self.since, &self.replaced_by) {
            (Some(note), None, None) if !choices.chance(30) => text(note),
            (note, since, replaced_by) => {
                let mut entries = Vec::new();
                push_text(&mut entries, "since", since.as_deref());
                push_text(&mut entries, "note", note.as_deref());
                push_text(&mut entries, "replaced_by", replaced_by.as_deref());
                shuffled(entries, choices)
            }
        }
    }
}

fn text(text: &str) -> Node {
    Node::from(text)
}

fn shuffled(mut entries: Entries, choices: &mut Choices) -> Node {
    choices.shuffle(&mut entries);
    Value::Map(entries).into()
}

fn push_text(entries: &mut Entries, key: &str, value: Option<&str>) {
    entries.extend(value.map(|value| (key.into(), text(value))));
}

fn list<T: AsRef<str>>(items: &[T]) -> Node {
    Node::list(items.iter().map(AsRef::as_ref))
}

fn push_list<T: AsRef<str>>(entries: &mut Entries, key: &str, items: &[T]) {
    if !items.is_empty() {
        entries.push((key.into(), list(items)));
    }
}

fn push_map(entries: &mut Entries, key: &str, map: Entries) {
    if !map.is_empty() {
        entries.push((key.into(), Value::Map(map).into()));
    }
}
