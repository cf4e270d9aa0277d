//! How scalars are written.

/// The text of a plain scalar that YAML reads as a number, a boolean or null: such a one has no blank in it. It may stand
/// in quotes behind a tag.
pub(super) fn plain(text: &str) -> &str {
    let text = text.strip_prefix(['"', '\'']).unwrap_or(text);
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "+-._~".contains(c))).unwrap_or(text.len());
    &text[..end]
}

/// The length of the scalar at the beginning of a text: to its closing quote, or what a plain one has on its line.
pub(super) fn len(text: &str) -> usize {
    let bytes = text.as_bytes();
    if let Some(quote @ (b'"' | b'\'')) = bytes.first() {
        return quoted_len(bytes, *quote);
    }
    let is_blank = |at: usize| bytes.get(at).is_none_or(|byte| b" \t\r\n".contains(byte));
    let ends = |at: &usize| match bytes[*at] {
        b'\n' | b'\r' => true,
        b':' => is_blank(at + 1),
        b'#' => *at > 0 && is_blank(at - 1),
        _ => false,
    };
    let end = (0..bytes.len()).find(ends).unwrap_or(bytes.len());
    text[..end].trim_end().len()
}

fn quoted_len(bytes: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while at < bytes.len() {
        if quote == b'"' && bytes[at] == b'\\' {
            at += 1;
        } else if bytes[at] == quote {
            if quote == b'"' || bytes.get(at + 1) != Some(&quote) {
                return at + 1;
            }
            at += 1;
        }
        at += 1;
    }
    bytes.len()
}
