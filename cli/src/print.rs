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

/// So many of something: `1 code`, `2 codes`.
pub fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// A path, made printable in one line.
pub fn shown(path: &Path) -> String {
    printable(&path.display().to_string()).into_owned()
}
