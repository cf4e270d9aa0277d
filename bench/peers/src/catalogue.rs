//! An error catalogue as the input of errcat and its peers.

use random_catalogues::Piece;

/// An error catalogue.
pub struct Catalogue {
    /// Its codes, in their order.
    pub codes: Vec<Code>,
    /// Tells it apart from the others, in the names of packages.
    pub label: String,
    yaml: String,
}

/// The facts about a code in a peer's Rust code.
pub struct Code {
    /// The name on the wire and, since it is PascalCase, in Rust.
    pub name: String,
    /// The HTTP status.
    pub http_status: u16,
    /// The message.
    pub message: Vec<Piece>,
    /// What the code means.
    pub description: String,
    /// An older name.
    pub alias: Option<String>,
}

impl Code {
    /// The name and the older one.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.alias).map(String::as_str)
    }

    /// The params of the message, in order.
    pub fn params(&self) -> impl Iterator<Item = &str> {
        self.message.iter().filter_map(|piece| match piece {
            Piece::Param { name, .. } => Some(name.as_str()),
            Piece::Text(_) | Piece::Braces { .. } => None,
        })
    }

    /// The message as a Rust format string that captures the params by name.
    #[must_use]
    pub fn format_string(&self) -> String {
        let pieces = self.message.iter().map(|piece| match piece {
            Piece::Text(text) => text.replace('{', "{{").replace('}', "}}"),
            Piece::Param { name, .. } => format!("{{{name}}}"),
            Piece::Braces { .. } => "{{{{".to_owned(),
        });
        pieces.collect()
    }
}

impl Catalogue {
    /// A catalogue with this many codes, with texts as long as in a real one.
    #[must_use]
    pub fn synthetic(codes: usize) -> Self {
        random_catalogues::Catalogue::synthetic(codes).into()
    }

    /// The same, but one code in 20 also has an older name.
    #[must_use]
    pub fn synthetic_with_aliases(codes: usize) -> Self {
        random_catalogues::Catalogue::synthetic_with_aliases(codes).into()
    }

    /// A later version of it, in which one code in ten has changed.
    #[must_use]
    pub fn synthetic_later(codes: usize) -> Self {
        random_catalogues::Catalogue::synthetic_later(codes).into()
    }

    /// The first one, with operations of 15 codes, of which all have the first `common` codes, in a group.
    #[must_use]
    pub fn synthetic_with_operations(codes: usize, operations: usize, common: usize) -> Self {
        let catalogue = random_catalogues::Catalogue::synthetic(codes).with_operations(operations, common);
        Self { label: format!("{codes}-{operations}-{common}"), ..catalogue.into() }
    }

    /// The catalogue as an `errors.yaml` that generates a crate in the folder `src`.
    #[must_use]
    pub fn yaml_of_crate(&self) -> String {
        self.yaml() + "outputs: {rust: {path: src}}\n"
    }

    /// The catalogue as an `errors.yaml` that generates a module.
    #[must_use]
    pub fn yaml(&self) -> String {
        self.yaml.clone()
    }
}

impl From<random_catalogues::Catalogue> for Catalogue {
    fn from(catalogue: random_catalogues::Catalogue) -> Self {
        let yaml = catalogue.yaml();
        let codes = catalogue.codes.into_iter().map(|code| Code {
            name: code.name,
            http_status: code.http_status,
            message: code.message,
            description: code.description.unwrap_or_default(),
            alias: code.aliases.into_iter().next(),
        });
        Self { label: codes.len().to_string(), codes: codes.collect(), yaml }
    }
}
