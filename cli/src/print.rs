//! Printing that never panics and never stops the program's work.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use errcat::printable;

/// Prints a result to standard output.
///
/// A reader that closes the pipe has read enough, so that is not an error.
///
/// # Errors
///
/// Standard output can't be written to, for example because the disk is full.
pub fn result(text: impl Display) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match write!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        printed => printed,
    }
}

/// Prints a line about the result to standard error; if that fails, the line is lost.
pub fn note(line: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// A path, made printable in one line.
pub fn shown(path: &Path) -> String {
    printable(&path.display().to_string()).into_owned()
}
