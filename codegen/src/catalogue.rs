//! A catalogue without mistakes: what the renderers read.

use std::io;
use std::path::Path;

use crate::check::check;
use crate::diagnostics::{Diagnostics, Finding, Id, Severity};
use crate::load::{Unreadable, load};
use crate::source::{Source, Span};

/// A catalogue of error codes that has been checked: whatever is rendered from it compiles.
#[derive(Debug)]
pub struct Catalogue {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) docs_url: String,
    /// Where the Rust crate goes, relative to the catalogue's file; `None` for a module in `OUT_DIR`.
    pub(crate) rust_path: Option<String>,
    pub(crate) params: Vec<Param>,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) codes: Vec<Code>,
    pub(crate) warnings: Option<Diagnostics>,
}

/// Why a catalogue can't be had from a file.
#[derive(Debug)]
pub enum LoadError {
    /// The file can't be read.
    Read(io::Error),
    /// The catalogue has mistakes.
    Mistakes(Diagnostics),
}

impl Catalogue {
    /// Reads and checks the catalogue in a file.
    ///
    /// # Errors
    ///
    /// The file can't be read, or the catalogue has mistakes: then all of them.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, LoadError> {
        let path = path.as_ref();
        let bytes = std::fs::read(path).map_err(LoadError::Read)?;
        Self::parse(&path.display().to_string(), &bytes).map_err(LoadError::Mistakes)
    }

    /// Checks the catalogue in the bytes of a file. `path` is the path that the findings show.
    ///
    /// ```
    /// let text = "errcat: 1\ncatalogue: {name: Shop}\ncodes:\n  SoldOut: {http_status: 409, message: sold out}\n";
    /// let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes())?;
    /// assert_eq!(catalogue.code_names().collect::<Vec<_>>(), ["SoldOut"]);
    /// # Ok::<(), errcat::Diagnostics>(())
    /// ```
    ///
    /// # Errors
    ///
    /// All mistakes in the catalogue.
    pub fn parse(path: &str, bytes: &[u8]) -> Result<Self, Diagnostics> {
        let stop = |source, Unreadable { id, span, message, help }| {
            let finding = Finding { span, id, severity: Severity::Error, message, help, related: None };
            Diagnostics::new(source, vec![finding])
        };
        let source = Source::new(path, bytes).map_err(|(offset, source)| {
            let (message, help) = ("a byte that is not UTF-8".to_owned(), Some("save the file as UTF-8".to_owned()));
            stop(source, Unreadable { id: Id::YamlSyntax, span: Span::at(offset), message, help })
        })?;
        let (catalogue, findings) = match load(&source) {
            Ok(document) => check(&document),
            Err(unreadable) => return Err(stop(source, unreadable)),
        };
        let diagnostics = Diagnostics::new(source, findings);
        match catalogue {
            Some(catalogue) => Ok(Self { warnings: (!diagnostics.is_empty()).then_some(diagnostics), ..catalogue }),
            None => Err(diagnostics),
        }
    }

    /// What the lints have found, though the catalogue can be used as it is; `None` where they have found nothing.
    #[must_use]
    pub fn warnings(&self) -> Option<&Diagnostics> {
        self.warnings.as_ref()
    }

    /// The names of the codes on the wire, in the catalogue's order.
    #[must_use]
    pub fn code_names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.codes.iter().map(|code| &*code.name)
    }

    /// The folder for the sources of a whole crate (`outputs.rust.path`), relative to the catalogue's file. `None`
    /// where the catalogue is for a module of its user's crate.
    #[must_use]
    pub fn rust_path(&self) -> Option<&Path> {
        self.rust_path.as_deref().map(Path::new)
    }
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Read(error) => error.fmt(f),
            Self::Mistakes(diagnostics) => diagnostics.fmt(f),
        }
    }
}

impl std::error::Error for LoadError {}

#[derive(Debug)]
pub(crate) struct Param {
    pub(crate) name: String,
    pub(crate) kind: ParamType,
    pub(crate) description: String,
    pub(crate) sensitive: bool,
    /// The accessor on `Error`.
    pub(crate) accessor: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParamType {
    String,
    Integer,
    Unsigned,
    Boolean,
    List,
}

#[derive(Debug)]
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) kind: AttributeType,
    /// The accessor on `ErrorCode`.
    pub(crate) accessor: String,
}

#[derive(Debug)]
pub(crate) enum AttributeType {
    /// An enum of its own.
    Words {
        rust_type: String,
        words: Vec<Word>,
    },
    String,
    Integer,
    Unsigned,
    Boolean,
}

/// One of the values of an attribute.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) variant: String,
}

#[derive(Debug)]
pub(crate) struct Code {
    pub(crate) name: String,
    pub(crate) variant: String,
    /// The constructor on `Error`.
    pub(crate) constructor: String,
    pub(crate) http_status: u16,
    pub(crate) message: String,
    pub(crate) description: String,
    /// The params in the order of the constructor's arguments, as indices into the catalogue's.
    pub(crate) params: Vec<usize>,
    /// The text of each attribute's value, in the order of the catalogue's attributes.
    pub(crate) attributes: Vec<String>,
    pub(crate) deprecated: Option<Deprecation>,
    pub(crate) aliases: Vec<String>,
    pub(crate) number: Option<u32>,
    pub(crate) docs_url: String,
}

#[derive(Debug, Default)]
pub(crate) struct Deprecation {
    pub(crate) since: String,
    pub(crate) note: String,
    /// The name of the code to use instead.
    pub(crate) replaced_by: String,
}
