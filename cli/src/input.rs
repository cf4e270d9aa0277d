//! Reading catalogues.

use std::io::{self, Read};
use std::path::Path;

use errcat::{Catalogue, LoadError};

use crate::findings::Output;
use crate::print::shown;

/// The file name that stands for standard input.
const STDIN: &str = "-";

/// Whether this stands for standard input.
pub fn is_stdin(file: &Path) -> bool {
    file == Path::new(STDIN)
}

/// Reads a catalogue from a file or from standard input.
pub fn read(file: &Path) -> Result<Catalogue, LoadError> {
    if !is_stdin(file) {
        return Catalogue::load(file);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).map_err(LoadError::Read)?;
    Catalogue::parse("<stdin>", &bytes).map_err(LoadError::Mistakes)
}

/// Reads a catalogue and shows its findings; `None` if there are mistakes among them.
pub fn load(file: &Path, output: Output) -> io::Result<Option<Catalogue>> {
    let catalogue = without_warnings(file, output)?;
    let warnings = catalogue.as_ref().and_then(Catalogue::warnings);
    warnings.map_or(Ok(()), |warnings| output.show(warnings))?;
    Ok(catalogue)
}

/// Reads a catalogue; `None` if there are mistakes, which are shown.
pub fn without_warnings(file: &Path, output: Output) -> io::Result<Option<Catalogue>> {
    match read(file) {
        Ok(catalogue) => Ok(Some(catalogue)),
        Err(LoadError::Mistakes(diagnostics)) => {
            output.show(&diagnostics)?;
            Ok(None)
        }
        Err(LoadError::Read(error)) => Err(io::Error::new(error.kind(), format!("{}: {error}", shown(file)))),
    }
}
