//! Printing that never panics, and never stops what the program does.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use errcat::printable;

/// Prints a result to standard output.
///
/// A reader that has closed the pipe has read enough: that is no error.
///
/// # Errors
///
/// Standard output can't be written to, because the disk is full for example.
pub fn result(text: impl Display) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match write!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        printed => printed,
    }
}

/// Prints a line about the result to standard error. If nobody can read it, it is lost.
pub fn note(line: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// A path as part of a line.
pub fn shown(path: &Path) -> String {
    printable(&path.display().to_string()).into_owned()
}
