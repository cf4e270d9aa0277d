//! From files to a catalogue: parse, decode, resolve, lint.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::catalogue::Catalogue;
use crate::decode::{decode, merge};
use crate::diagnostics::{Diagnostics, Sink};
use crate::include::{ReadFile, add_files, includes};
use crate::lint::lint;
use crate::resolve::resolve;
use crate::source::SourceMap;
use crate::yaml::limits::MAX_BYTES;
use crate::yaml::{self, Node};

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
        Self::load_with(path, read_file)
    }

    /// Reads and checks the catalogue at a path, wherever its files are: `read` gets the path, then that of each file that
    /// is included, and returns the bytes of the file.
    ///
    /// ```
    /// use std::{io, path::Path};
    ///
    /// let read = |path: &Path| match path.to_str() {
    ///     Some("errors.yaml") => Ok(b"{errcat: 1, catalogue: {name: Shop}, include: [stock.yaml]}".to_vec()),
    ///     Some("stock.yaml") => Ok(b"{errcat: 1, codes: {SoldOut: {http_status: 409, message: sold out}}}".to_vec()),
    ///     _ => Err(io::ErrorKind::NotFound.into()),
    /// };
    /// let catalogue = errcat::Catalogue::load_with("errors.yaml", read)?;
    /// assert_eq!(catalogue.codes()[0].name, "SoldOut");
    /// # Ok::<(), errcat::LoadError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first file can't be read, or the catalogue has mistakes, in which case all of them are returned.
    pub fn load_with(path: impl AsRef<Path>, read: impl Fn(&Path) -> io::Result<Vec<u8>>) -> Result<Self, LoadError> {
        let path = path.as_ref();
        let bytes = read(path).map_err(LoadError::Read)?;
        parse(path, &bytes, &read).map_err(LoadError::Mistakes)
    }

    /// Checks the catalogue in the bytes of a file. `path` is the path shown in findings. No file is read: for a catalogue
    /// that includes others, use [`load`](Self::load).
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
        let no_files =
            |_: &Path| Err(io::Error::other("only a catalogue that is loaded from a file can include others"));
        parse(Path::new(path), bytes, &no_files)
    }
}

fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte over the limit is enough to reject the file.
    File::open(path)?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn parse(path: &Path, bytes: &[u8], read_file: &ReadFile<'_>) -> Result<Catalogue, Diagnostics> {
    let (mut sources, mut sink) = (SourceMap::default(), Sink::new());
    let first = sources.add_utf8(&path.display().to_string(), bytes, &mut sink);
    let catalogue = first.and_then(|first| {
        let document = yaml::parse(&sources, first, &mut sink)?;
        // Most catalogues are one file, which is parsed only once.
        if includes(&document).is_empty() {
            let catalogue = read(&sources, &[Some(document)], true, &mut sink)?;
            return Some(Catalogue { files: vec![path.to_owned()], ..catalogue });
        }
        drop(document);
        let files = add_files(&mut sources, (first, path), read_file, &mut sink);
        let documents: Vec<_> = sources.ids().map(|file| yaml::parse(&sources, file, &mut sink)).collect();
        Some(Catalogue { files: files.paths, ..read(&sources, &documents, files.are_all, &mut sink)? })
    });
    let catalogue = catalogue.filter(|_| !sink.has_errors());
    #[cfg(feature = "diff")]
    let catalogue = catalogue.map(|catalogue| Catalogue { sources: sources.clone(), ..catalogue });
    let diagnostics = Diagnostics::new(sources, sink.into_reports());
    match catalogue {
        Some(catalogue) => Ok(Catalogue { warnings: (!diagnostics.is_empty()).then_some(diagnostics), ..catalogue }),
        None => Err(diagnostics),
    }
}

/// Reads the catalogue in these files as far as possible. Use it only if no error is reported.
fn read(sources: &SourceMap, documents: &[Option<Node<'_>>], are_all: bool, sink: &mut Sink) -> Option<Catalogue> {
    let decoded = documents.iter().enumerate().filter_map(|(at, document)| Some((at, document.as_ref()?)));
    let drafts: Vec<_> = decoded.map(|(at, document)| decode(document, at == 0, sink)).collect();
    // In what can't be read there may be anything that the other files refer to.
    if !are_all || documents.iter().any(Option::is_none) {
        return None;
    }
    let draft = merge(drafts.into_iter().collect::<Option<Vec<_>>>()?, sink);
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
