//! From a file to a catalogue: load, then check.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::catalogue::Catalogue;
use crate::check::check;
use crate::diagnostics::{Diagnostics, Finding, Id, Severity};
use crate::load::limits::MAX_BYTES;
use crate::load::{Unreadable, load};
use crate::source::{Source, Span};

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
        // One byte more than a catalogue can have is enough to refuse it.
        let mut bytes = Vec::new();
        let file = File::open(path).map_err(LoadError::Read)?;
        file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(LoadError::Read)?;
        Self::parse(&path.display().to_string(), &bytes).map_err(LoadError::Mistakes)
    }

    /// Checks the catalogue in the bytes of a file. `path` is the path that the findings show.
    ///
    /// ```
    /// let text = "errcat: 1\ncatalogue: {name: Shop}\ncodes:\n  SoldOut: {http_status: 409, message: sold out}\n";
    /// let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes())?;
    /// assert_eq!(catalogue.codes()[0].name, "SoldOut");
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
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(error) => error.fmt(f),
            Self::Mistakes(diagnostics) => diagnostics.fmt(f),
        }
    }
}

impl std::error::Error for LoadError {}
