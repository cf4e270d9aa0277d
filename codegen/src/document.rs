//! A YAML document as it was read: nodes with what stands in them, not yet judged.

use std::borrow::Cow;

/// The number of a node: nodes are counted in the order in which they are read.
pub(crate) type NodeId = usize;

pub(crate) struct Node<'t> {
    pub(crate) id: NodeId,
    pub(crate) kind: Kind<'t>,
}

pub(crate) enum Kind<'t> {
    /// A plain scalar that YAML reads as null: nothing, `~` or `null`.
    Null,
    Bool(bool),
    Unsigned(u64),
    /// A negative number.
    Integer(i64),
    /// A plain scalar that YAML reads as a number that is no 64-bit whole number.
    Float,
    Text(Cow<'t, str>),
    List(Vec<Node<'t>>),
    Map(Vec<Entry<'t>>),
    /// A node with a tag of its own, such as `!secret`.
    Tagged,
}

pub(crate) struct Entry<'t> {
    pub(crate) key: Node<'t>,
    pub(crate) value: Node<'t>,
}

impl Kind<'_> {
    /// The kind in words, to follow "found".
    pub(crate) fn describe(&self) -> &'static str {
        match self {
            Kind::Null => "nothing",
            Kind::Bool(_) => "a boolean",
            Kind::Unsigned(_) | Kind::Integer(_) | Kind::Float => "a number",
            Kind::Text(_) => "a text",
            Kind::List(_) => "a list",
            Kind::Map(_) => "a map",
            Kind::Tagged => "a tagged value",
        }
    }
}
