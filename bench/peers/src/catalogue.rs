//! An error catalogue as errcat and its peers get it.

use std::collections::BTreeSet;
use std::fmt::Write;

/// An error catalogue.
pub struct Catalogue {
    /// Its codes, in their order.
    pub codes: Vec<Code>,
}

/// What a catalogue says of a code.
pub struct Code {
    /// On the wire and, since it is PascalCase, in Rust.
    pub name: String,
    /// The HTTP status.
    pub http_status: u16,
    /// The message template.
    pub message: Vec<Piece>,
    /// What the code means.
    pub description: String,
    /// The value of the attribute `retry`.
    pub retry: &'static str,
    /// An older name.
    pub alias: Option<String>,
}

/// A piece of a message template.
pub enum Piece {
    /// Text, to be shown as it is.
    Text(String),
    /// A place for the value of a param.
    Param(String),
}

impl Code {
    /// The name and the older one.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.alias).map(String::as_str)
    }

    /// The params of the message, in order.
    pub fn params(&self) -> impl Iterator<Item = &str> {
        self.message.iter().filter_map(|piece| match piece {
            Piece::Text(_) => None,
            Piece::Param(name) => Some(name.as_str()),
        })
    }

    /// The message as a format string of Rust, with the params captured by their names.
    #[must_use]
    pub fn format_string(&self) -> String {
        let pieces = self.message.iter().map(|piece| match piece {
            Piece::Text(text) => text.replace('{', "{{").replace('}', "}}"),
            Piece::Param(name) => format!("{{{name}}}"),
        });
        pieces.collect()
    }

    /// The message as a template of errcat. The text has no `{{` in it.
    fn template(&self) -> String {
        let pieces = self.message.iter().map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Param(name) => format!("{{{{.{name}}}}}"),
        });
        pieces.collect()
    }
}

impl Catalogue {
    /// The catalogue as an `errors.yaml` whose Rust is a crate in the folder `src`.
    #[must_use]
    pub fn yaml_of_crate(&self) -> String {
        self.yaml() + "outputs: {rust: {path: src}}\n"
    }

    /// The catalogue as an `errors.yaml` whose Rust is a module.
    #[must_use]
    pub fn yaml(&self) -> String {
        let mut yaml = String::from(HEAD);
        let params: BTreeSet<_> = self.codes.iter().flat_map(Code::params).collect();
        if !params.is_empty() {
            yaml += "params:\n";
        }
        for param in params {
            let _ = writeln!(yaml, "  {param}: string");
        }
        yaml += "codes:\n";
        for code in &self.codes {
            let Code { name, http_status, description, retry, .. } = code;
            let _ = writeln!(yaml, "  {name}:\n    http_status: {http_status}");
            let _ = writeln!(yaml, "    message: {:?}\n    description: {description:?}", code.template());
            let _ = writeln!(yaml, "    attributes: {{retry: {retry}}}");
            if let Some(alias) = &code.alias {
                let _ = writeln!(yaml, "    aliases: [{alias}]");
            }
        }
        yaml
    }
}

const HEAD: &str = "\
errcat: 1
catalogue: {name: Benchmark}
attributes:
  retry:
    description: What the caller can do about the error.
    values: [backoff, after_fix, after_action, never]
    default: never
";
