//! Operations: what an API can do, and which codes each can answer with.

use super::{CodeId, GroupId};

/// An operation of the API, and the codes it can answer with.
#[derive(Debug)]
#[non_exhaustive]
pub struct Operation {
    /// The name, such as the `operationId` of OpenAPI.
    pub name: String,
    /// What the operation does.
    pub description: Option<String>,
    /// The codes, each once: as listed, those of a group in its place.
    pub errors: Vec<CodeId>,
    /// Whether Rust gets an enum of the codes, whose `match` needs no `_`.
    pub exhaustive: bool,
}

/// Codes that several operations answer with, named once.
#[derive(Debug)]
#[non_exhaustive]
pub struct Group {
    /// The name.
    pub name: String,
    /// The codes, each once: as listed, those of another group in its place.
    pub errors: Vec<CodeId>,
    /// The other groups that it lists.
    pub groups: Vec<GroupId>,
}
