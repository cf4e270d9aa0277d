//! A code as a typed value.

use crate::catalogue::{AttributeValue, Param};

/// A code and what the catalogue says about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Code {
    /// The name on the wire.
    pub name: String,
    /// The HTTP status.
    pub http_status: u16,
    /// The message.
    pub message: Vec<Piece>,
    /// What it means.
    pub description: Option<String>,
    /// What the caller can do.
    pub help: Option<String>,
    /// Whether documents leave it out.
    pub internal: Option<bool>,
    /// The attributes that it gives, by name.
    pub attributes: Vec<(String, AttributeValue)>,
    /// Older names.
    pub aliases: Vec<String>,
    /// The params listed under `params`.
    pub params: Vec<String>,
    /// The number.
    pub number: Option<u32>,
    /// Why it should no longer be used.
    pub deprecated: Option<Deprecation>,
    /// The name of the variant in Rust.
    pub rust_name: Option<String>,
    /// Its own page.
    pub docs_url: Option<String>,
    /// The name in `google.rpc.Code`.
    pub grpc: Option<&'static str>,
    /// The lints that it switches off.
    pub allow: Vec<&'static str>,
}

/// Why a code should no longer be used.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deprecation {
    /// The version that deprecated it.
    pub since: Option<String>,
    /// What to do instead.
    pub note: Option<String>,
    /// The name of the code to use instead.
    pub replaced_by: Option<String>,
}

/// A piece of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Text, shown as is. Braces of different pieces are never adjacent.
    Text(String),
    /// A placeholder.
    Param {
        /// The name of the param.
        name: String,
        /// The text between the braces and the name, before and after it.
        blanks: [&'static str; 2],
    },
    /// Two braces that are shown, `{{"{{"}}`.
    Braces {
        /// The text between the braces and the quotes, before and after them.
        blanks: [&'static str; 2],
    },
}

impl Piece {
    /// A placeholder without spaces.
    #[must_use]
    pub fn param(name: &str) -> Self {
        Self::Param { name: name.to_owned(), blanks: ["", ""] }
    }
}

impl Code {
    /// The message as written in a catalogue.
    #[must_use]
    pub fn template(&self) -> String {
        let pieces = self.message.iter().map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Param { name, blanks: [before, after] } => format!("{{{{{before}.{name}{after}}}}}"),
            Piece::Braces { blanks: [before, after] } => format!("{{{{{before}\"{{{{\"{after}}}}}"),
        });
        pieces.collect()
    }

    /// The params of the message, in order; one that is shown twice is returned twice.
    pub fn shown_params(&self) -> impl Iterator<Item = &str> {
        self.message.iter().filter_map(|piece| match piece {
            Piece::Param { name, .. } => Some(name.as_str()),
            Piece::Text(_) | Piece::Braces { .. } => None,
        })
    }

    /// The params in the order of the constructor's arguments: those under `params`, then the others of the message in
    /// the order of the declarations.
    #[must_use]
    pub fn arguments<'c>(&'c self, declared: &'c [Param]) -> Vec<&'c str> {
        let listed = self.params.iter().map(String::as_str);
        let is_shown = |name: &&str| self.shown_params().any(|shown| shown == *name);
        let is_listed = |name: &&str| self.params.iter().any(|listed| listed == name);
        let others = declared.iter().map(|param| &*param.name).filter(|name| is_shown(name) && !is_listed(name));
        listed.chain(others).collect()
    }
}
