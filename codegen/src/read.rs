//! From a file to a catalogue: parse, decode, resolve, lint.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::catalogue::Catalogue;
use crate::decode::decode;
use crate::diagnostics::{Diagnostics, Sink};
use crate::lint::lint;
use crate::resolve::resolve;
use crate::rules::RuleId;
use crate::source::{FileId, SourceMap, Span};
use crate::yaml;
use crate::yaml::limits::MAX_BYTES;

/// Why a catalogue could not be loaded from a file.
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
    /// The file can't be read, or the catalogue has mistakes, in which case all of them are returned.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, LoadError> {
        let path = path.as_ref();
        // One byte over the limit is enough to reject the file.
        let mut bytes = Vec::new();
        let file = File::open(path).map_err(LoadError::Read)?;
        file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(LoadError::Read)?;
        Self::parse(&path.display().to_string(), &bytes).map_err(LoadError::Mistakes)
    }

    /// Checks the catalogue in the bytes of a file. `path` is the path shown in findings.
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
        let (mut sources, mut sink) = (SourceMap::default(), Sink::new());
        let (file, utf8) = sources.add(path, bytes);
        let catalogue = match utf8 {
            Ok(()) => read(&sources, file, &mut sink),
            Err(at) => {
                let finding = sink.report(RuleId::YamlSyntax, Span::at(file, at), "a byte that is not UTF-8");
                finding.help = Some("save the file as UTF-8".to_owned());
                None
            }
        };
        let has_errors = sink.has_errors();
        let diagnostics = Diagnostics::new(sources, sink.into_reports());
        match catalogue.filter(|_| !has_errors) {
            Some(catalogue) => Ok(Self { warnings: (!diagnostics.is_empty()).then_some(diagnostics), ..catalogue }),
            None => Err(diagnostics),
        }
    }
}

/// Reads the catalogue in a file as far as possible. Use it only if no error is reported.
fn read(sources: &SourceMap, file: FileId, sink: &mut Sink) -> Option<Catalogue> {
    let document = yaml::parse(sources, file, sink)?;
    let draft = decode(&document, sink)?;
    let (catalogue, names) = resolve(&draft, sources, sink);
    lint(&draft, &catalogue, &names, sources, sink);
    Some(catalogue)
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
