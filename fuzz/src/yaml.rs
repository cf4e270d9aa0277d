//! Text into YAML.

use std::fmt::Write;

/// A text as a double-quoted scalar on one line.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut scalar = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => scalar.extend(['\\', c]),
            '\n' => scalar += "\\n",
            '\r' => scalar += "\\r",
            '\t' => scalar += "\\t",
            ' '..='~' => scalar.push(c),
            c if c.is_alphanumeric() => scalar.push(c),
            '\0'..='\u{ff}' => write!(scalar, "\\x{:02x}", u32::from(c)).unwrap(),
            '\u{100}'..='\u{ffff}' => write!(scalar, "\\u{:04x}", u32::from(c)).unwrap(),
            _ => write!(scalar, "\\U{:08x}", u32::from(c)).unwrap(),
        }
    }
    scalar.push('"');
    scalar
}
