//! A catalogue before it is written: what an import makes of its source.

use crate::catalogue::ParamType;
use crate::source::Span;

/// A catalogue that can be written as YAML.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) name: String,
    pub(super) description: Option<String>,
    pub(super) docs_url: Option<String>,
    /// The status of codes that have none.
    pub(super) http_status: Option<DefaultStatus>,
    /// The code that is sent in place of internal ones.
    pub(super) fallback: Option<String>,
    pub(super) shares_numbers: bool,
    /// Whether clients know the codes by their numbers.
    pub(super) is_by_number: bool,
    pub(super) params: Vec<Param>,
    pub(super) attributes: Vec<Attribute>,
    pub(super) codes: Vec<Code>,
    /// What the user should look at, a sentence each.
    pub(super) guesses: Vec<String>,
}

pub(super) struct DefaultStatus {
    pub(super) status: u16,
    pub(super) is_guessed: bool,
}

pub(super) struct Param {
    pub(super) name: String,
    /// `None` if the source doesn't say it.
    pub(super) kind: Option<ParamType>,
    pub(super) description: Option<String>,
}

pub(super) struct Attribute {
    pub(super) name: String,
    pub(super) kind: AttributeKind,
    /// Whether some codes have no value.
    pub(super) is_optional: bool,
}

pub(super) enum AttributeKind {
    Words(Vec<String>),
    Integer,
    Boolean,
    String,
}

/// A code of the draft; its message is a template of the format.
#[derive(Default)]
pub(super) struct Code {
    pub(super) span: Span,
    pub(super) name: String,
    pub(super) rust_name: Option<String>,
    pub(super) number: Option<i64>,
    pub(super) http_status: Option<u16>,
    pub(super) message: String,
    /// Why the message isn't that of the source.
    pub(super) message_note: Option<&'static str>,
    pub(super) description: Option<String>,
    pub(super) help: Option<String>,
    pub(super) params: Vec<String>,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) aliases: Vec<String>,
    pub(super) docs_url: Option<String>,
    pub(super) is_internal: bool,
    pub(super) is_deprecated: bool,
}
