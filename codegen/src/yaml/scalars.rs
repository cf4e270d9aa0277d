//! How scalars are written.

use std::ops::Range;

/// The text of a plain scalar that YAML reads as a number, a boolean or null, which contains no whitespace. After a tag
/// it may be in quotes.
pub(super) fn plain(text: &str) -> &str {
    let text = text.strip_prefix(['"', '\'']).unwrap_or(text);
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "+-._~".contains(c))).unwrap_or(text.len());
    &text[..end]
}

/// Whether a plain scalar is a way to write null.
pub(super) fn is_null(text: &str) -> bool {
    matches!(text, "~" | "null" | "Null" | "NULL")
}

/// The length of the scalar at the beginning of a text: to its closing quote, or to the end of a plain one on its line.
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

/// The length of a quoted scalar, with its quotes.
pub(super) fn quoted_len(bytes: &[u8], quote: u8) -> usize {
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

/// Where the characters of a scalar's text are written: their offsets in the text, each with the range in the source.
/// Whitespace is left out, since folding moves it. The result ends early if text and source don't match.
pub(super) fn char_ranges(written: &str, text: &str) -> Vec<(usize, Range<usize>)> {
    let quote = written.chars().next().filter(|first| matches!(first, '"' | '\''));
    let mut at = match written.chars().next() {
        Some('"' | '\'') => 1,
        Some('|' | '>') => written.find('\n').unwrap_or(written.len()),
        _ => 0,
    };
    let mut ranges = Vec::new();
    for (offset, wanted) in text.char_indices().filter(|(_, char)| !char.is_whitespace()) {
        loop {
            let Some((char, len)) = unit(&written[at..], quote) else { return ranges };
            let start = at;
            at += len;
            if char.is_some_and(|char| char == wanted) {
                ranges.push((offset, start..at));
                break;
            }
            if char.is_some_and(|char| !char.is_whitespace()) {
                return ranges;
            }
        }
    }
    ranges
}

/// The next character in the source, and its length there; no character for a line continuation. `None` at the end.
fn unit(written: &str, quote: Option<char>) -> Option<(Option<char>, usize)> {
    let first = written.chars().next()?;
    match (quote, first) {
        (Some('"'), '\\') => Some(escape(written)),
        (Some('\''), '\'') if written.starts_with("''") => Some((Some('\''), 2)),
        (Some(quote), first) if quote == first => None,
        _ => Some((Some(first), first.len_utf8())),
    }
}

fn escape(written: &str) -> (Option<char>, usize) {
    let Some(kind) = written[1..].chars().next() else { return (None, 1) };
    let digits = match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        '\n' | '\r' => return (None, 2),
        // Which kind of whitespace makes no difference here.
        'n' | 't' | 'r' | ' ' | '\t' | 'v' | 'f' | 'N' | '_' | 'L' | 'P' => return (Some(' '), 2),
        '0' => return (Some('\0'), 2),
        'a' => return (Some('\u{7}'), 2),
        'b' => return (Some('\u{8}'), 2),
        'e' => return (Some('\u{1b}'), 2),
        other => return (Some(other), 1 + other.len_utf8()),
    };
    let Some(code) = written.get(2..2 + digits) else { return (None, 2) };
    (u32::from_str_radix(code, 16).ok().and_then(char::from_u32), 2 + digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_found_however_they_are_written() {
        for (written, text, wanted) in [
            ("one two.", "one two.", "."),
            ("one\n  two. # .", "one two.", "."),
            ("'it''s {{.a}}' # {{.a}}", "it's {{.a}}", "{{.a}}"),
            (r#""\u007b{.a}}\t{{.b}}""#, "{{.a}}\t{{.b}}", "{{.b}}"),
            (r#""\e[2J\0\a\b\"\\\/ {{.b}}""#, "\u{1b}[2J\0\u{7}\u{8}\"\\/ {{.b}}", "{{.b}}"),
            (">- # {{.a}}\n  one\n  {{.a}}\nb: {{.a}}", "one {{.a}}", "{{.a}}"),
        ] {
            let at = text.find(wanted).expect("the text has it");
            let ranges = char_ranges(written, text);
            let (_, first) = ranges.iter().find(|(offset, _)| *offset == at).expect("it is found");
            assert_eq!(&written[first.start..first.start + wanted.len()], wanted, "{written}");
        }
    }
}
