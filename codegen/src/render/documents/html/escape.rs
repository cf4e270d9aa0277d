//! Text of a catalogue in HTML.

use std::fmt::{self, Write};

use askama::filters::Escaper;

/// Escapes a text so that a browser reads it back unchanged: as content, and as the value of an attribute in `"`.
#[derive(Clone, Copy)]
pub(in crate::render::documents) struct Escaped;

/// Escapes a text only as content: quotes stay as they are.
#[derive(Clone, Copy)]
pub(in crate::render::documents) struct EscapedCode;

impl Escaper for Escaped {
    fn write_escaped_str<W: Write>(&self, target: W, text: &str) -> fmt::Result {
        write_escaped(target, text, &['&', '<', '>', '"', '\r', '\0'])
    }
}

impl Escaper for EscapedCode {
    fn write_escaped_str<W: Write>(&self, target: W, text: &str) -> fmt::Result {
        write_escaped(target, text, &['&', '<', '>', '\r', '\0'])
    }
}

fn write_escaped(mut target: impl Write, text: &str, escaped: &[char]) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find(escaped) {
        target.write_str(&rest[..at])?;
        target.write_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\r' => "&#13;",
            // HTML has no way to write it.
            _ => "\u{fffd}",
        })?;
        rest = &rest[at + 1..];
    }
    target.write_str(rest)
}

/// A name of a file or folder in an address.
pub(super) fn in_address(name: &str) -> String {
    let mut address = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => address.push(char::from(byte)),
            _ => {
                // Writing to a `String` can't fail.
                let _ = write!(address, "%{byte:02X}");
            }
        }
    }
    address
}

/// Whether an address may be a link: no script, and nothing that isn't on the web.
pub(super) fn is_web_page(address: &str) -> bool {
    ["https://", "http://"].iter().any(|start| address.starts_with(start))
}
