//! A catalogue as a tree, not yet in YAML.

use std::ops::Range;

use crate::choices::Choices;

/// A node of the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its value.
    pub value: Value,
    /// Whether a finding is expected there.
    pub mark: Mark,
}

/// The value of a node.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A scalar in any style.
    Text(String),
    /// A scalar in any style except plain: a text that would have another type without quotes.
    Quoted(String),
    /// A plain scalar: a number, a boolean, or null.
    Plain(&'static str),
    /// A whole number.
    Number(i128),
    /// A scalar with a custom tag.
    Tagged(&'static str),
    /// A list.
    List(Vec<Node>),
    /// A map, in order.
    Map(Vec<(Node, Node)>),
}

/// Whether a finding is expected at a node. Of several marks in a catalogue the last one in the text counts.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// No finding.
    None,
    /// At the start of the node.
    Start,
    /// At a part of its text.
    Part(Range<usize>),
    /// At the start of the file.
    File,
}

impl From<Value> for Node {
    fn from(value: Value) -> Self {
        Self { value, mark: Mark::None }
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned()).into()
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Value::Text(text).into()
    }
}

impl From<i64> for Node {
    fn from(number: i64) -> Self {
        Value::Number(number.into()).into()
    }
}

impl From<bool> for Node {
    fn from(value: bool) -> Self {
        Node::plain(if value { "true" } else { "false" })
    }
}

impl Node {
    /// A plain scalar.
    #[must_use]
    pub fn plain(text: &'static str) -> Self {
        Value::Plain(text).into()
    }

    /// A list.
    #[must_use]
    pub fn list<T: Into<Node>>(items: impl IntoIterator<Item = T>) -> Self {
        Value::List(items.into_iter().map(Into::into).collect()).into()
    }

    /// A map.
    #[must_use]
    pub fn map<K: Into<Node>>(entries: impl IntoIterator<Item = (K, Node)>) -> Self {
        Value::Map(entries.into_iter().map(|(key, value)| (key.into(), value)).collect()).into()
    }

    /// The node, with a finding expected at its start.
    #[must_use]
    pub fn marked(mut self) -> Self {
        self.mark();
        self
    }

    /// Expects a finding at the start of the node.
    pub fn mark(&mut self) {
        self.mark = Mark::Start;
    }

    /// Whether a finding is expected somewhere in the node.
    #[must_use]
    pub fn has_mark(&self) -> bool {
        self.mark != Mark::None
            || match &self.value {
                Value::List(items) => items.iter().any(Node::has_mark),
                Value::Map(entries) => entries.iter().any(|(key, value)| key.has_mark() || value.has_mark()),
                _ => false,
            }
    }

    /// The text of a scalar, if it is a text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) | Value::Quoted(text) => Some(text),
            _ => None,
        }
    }

    /// The items of a list.
    pub fn items(&mut self) -> Option<&mut Vec<Node>> {
        if let Value::List(items) = &mut self.value { Some(items) } else { None }
    }

    /// The entries of a map; none of anything else.
    #[must_use]
    pub fn entries(&self) -> &[(Node, Node)] {
        if let Value::Map(entries) = &self.value { entries } else { &[] }
    }

    /// The entries of a map.
    pub fn entries_mut(&mut self) -> Option<&mut Vec<(Node, Node)>> {
        if let Value::Map(entries) = &mut self.value { Some(entries) } else { None }
    }

    /// The keys of a map that are texts.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        self.entries().iter().filter_map(|(key, _)| key.text().map(str::to_owned)).collect()
    }

    /// Whether a map has a key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.entries().iter().any(|(other, _)| other.text() == Some(key))
    }

    /// The entry with a key.
    pub fn entry(&mut self, key: &str) -> Option<&mut (Node, Node)> {
        self.entries_mut()?.iter_mut().find(|(other, _)| other.text() == Some(key))
    }

    /// The value of a key.
    pub fn get(&mut self, key: &str) -> Option<&mut Node> {
        self.entry(key).map(|(_, value)| value)
    }

    /// The node at the end of a path of keys.
    pub fn at<S: AsRef<str>>(&mut self, path: &[S]) -> Option<&mut Node> {
        path.iter().try_fold(self, |node, key| node.get(key.as_ref()))
    }

    /// Removes an entry from a map.
    pub fn remove(&mut self, key: &str) -> Option<Node> {
        let at = self.entries().iter().position(|(other, _)| other.text() == Some(key))?;
        Some(self.entries_mut()?.remove(at).1)
    }

    /// Inserts an entry into a map, anywhere.
    pub fn insert(&mut self, key: impl Into<Node>, value: Node, choices: &mut Choices) -> Option<()> {
        let entries = self.entries_mut()?;
        entries.insert(choices.below(entries.len() + 1), (key.into(), value));
        Some(())
    }

    /// Replaces the value of a key, or inserts the entry.
    pub fn set(&mut self, key: &str, value: Node, choices: &mut Choices) -> Option<()> {
        match self.get(key) {
            Some(old) => *old = value,
            None => self.insert(key, value, choices)?,
        }
        Some(())
    }

    /// Inserts an item into the list of a key, which is added if it is missing.
    pub fn insert_item(&mut self, key: &str, item: Node, choices: &mut Choices) -> Option<()> {
        if !self.has(key) {
            self.insert(key, Node::list::<Node>([]), choices)?;
        }
        let items = self.get(key)?.items()?;
        items.insert(choices.below(items.len() + 1), item);
        Some(())
    }

    /// The paths of all maps in a map, including itself.
    #[must_use]
    pub fn maps(&self) -> Vec<Vec<String>> {
        let mut paths = Vec::new();
        if matches!(self.value, Value::Map(_)) {
            paths.push(Vec::new());
        }
        for (key, value) in self.entries() {
            for mut path in value.maps() {
                path.insert(0, key.text().unwrap_or_default().to_owned());
                paths.push(path);
            }
        }
        paths
    }
}
