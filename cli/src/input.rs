//! Reading catalogues.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use errcat::{Catalogue, LoadError};

use crate::findings::Output;
use crate::print::shown;

/// The file name that stands for standard input.
const STDIN: &str = "-";
const STDIN_SHOWN: &str = "<stdin>";

/// Whether this stands for standard input.
pub fn is_stdin(file: &Path) -> bool {
    file == Path::new(STDIN)
}

/// Reads a catalogue from a file or from standard input.
pub fn read(file: &Path) -> Result<Catalogue, LoadError> {
    if !is_stdin(file) {
        return Catalogue::load(file);
    }
    let bytes = bytes(file).map_err(LoadError::Read)?;
    Catalogue::parse(STDIN_SHOWN, &bytes).map_err(LoadError::Mistakes)
}

/// Reads all of a file or of standard input. What is too large is cut off behind the limit.
pub fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    const ENOUGH: u64 = (64 << 20) + 1;
    let mut bytes = Vec::new();
    if is_stdin(file) {
        io::stdin().lock().take(ENOUGH).read_to_end(&mut bytes)?;
    } else {
        File::open(file)?.take(ENOUGH).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// The path to show for a file in findings.
pub fn path(file: &Path) -> String {
    if is_stdin(file) { STDIN_SHOWN.to_owned() } else { file.display().to_string() }
}

/// An error about a file, with its path.
pub fn error_about(file: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", shown(file)))
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
        Err(LoadError::Read(error)) => Err(error_about(file, &error)),
    }
}
