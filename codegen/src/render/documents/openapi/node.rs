//! JSON whose members keep their order.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::render::body::Example;

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Node<'c> {
    Boolean(bool),
    Integer(i64),
    Text(Cow<'c, str>),
    List(Vec<Self>),
    Object(Object<'c>),
    Example(Example<'c>),
}

/// An object, its members in this order.
#[derive(Default)]
pub(super) struct Object<'c>(Vec<(Cow<'c, str>, Node<'c>)>);

impl<'c> Object<'c> {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// A reference to a component.
    pub(super) fn reference(section: &str, name: &str) -> Self {
        Self::new().with("$ref", pointer(section, name))
    }

    pub(super) fn of_type(name: &'static str) -> Self {
        Self::new().with("type", name)
    }

    pub(super) fn with(mut self, name: impl Into<Cow<'c, str>>, value: impl Into<Node<'c>>) -> Self {
        self.0.push((name.into(), value.into()));
        self
    }

    pub(super) fn with_some(self, name: &'static str, value: Option<impl Into<Node<'c>>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Where a component is in the document.
pub(super) fn pointer(section: &str, name: &str) -> String {
    format!("#/components/{section}/{name}")
}

impl<'c, K: Into<Cow<'c, str>>, V: Into<Node<'c>>> FromIterator<(K, V)> for Object<'c> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(members: I) -> Self {
        Self(members.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<'c, V: Into<Node<'c>>> FromIterator<V> for Node<'c> {
    fn from_iter<I: IntoIterator<Item = V>>(values: I) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

impl From<bool> for Node<'_> {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<i64> for Node<'_> {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<u16> for Node<'_> {
    fn from(value: u16) -> Self {
        Self::Integer(value.into())
    }
}

impl<'c> From<&'c str> for Node<'c> {
    fn from(text: &'c str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Node<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'c> From<Cow<'c, str>> for Node<'c> {
    fn from(text: Cow<'c, str>) -> Self {
        Self::Text(text)
    }
}

impl<'c> From<Object<'c>> for Node<'c> {
    fn from(object: Object<'c>) -> Self {
        Self::Object(object)
    }
}

impl<'c> From<Vec<Node<'c>>> for Node<'c> {
    fn from(values: Vec<Self>) -> Self {
        Self::List(values)
    }
}
