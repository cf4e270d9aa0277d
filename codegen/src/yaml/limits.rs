//! Limits that are checked before parsing, since parsing larger texts would take too long.

/// How large a catalogue can be, in bytes.
pub(crate) const MAX_BYTES: usize = 64 << 20;
const MAX_SEPARATORS: usize = 4_000_000;
/// For each token the parser looks at all open brackets; it rejects more than 127 levels, but only afterwards.
const MAX_OPEN_BRACKETS: usize = 200;
/// The parser compares each `%` line with all the others.
const MAX_DIRECTIVES: usize = 100;

/// The limit that a text exceeds, as a message.
pub(super) fn exceeded(text: &str) -> Option<String> {
    if text.len() > MAX_BYTES {
        return Some(format!("a file can have at most {} MiB", MAX_BYTES >> 20));
    }
    if text.bytes().filter(|byte| matches!(byte, b',' | b'\n' | b'\r')).count() > MAX_SEPARATORS {
        return Some(format!("a file can have at most {MAX_SEPARATORS} lines and commas"));
    }
    if text.split(['\n', '\r']).filter(|line| line.starts_with('%')).count() > MAX_DIRECTIVES {
        return Some(format!("a file can have at most {MAX_DIRECTIVES} directives"));
    }
    (max_open_brackets(text.as_bytes()) > MAX_OPEN_BRACKETS)
        .then(|| format!("at most {MAX_OPEN_BRACKETS} lists and maps in brackets can be nested"))
}

/// How many brackets of lists and maps are open at once at most; those in scalars and comments are text.
fn max_open_brackets(text: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut at = 0;
    let mut line = 0;
    // The column of the last possible key: the lines of a block scalar are indented further.
    let mut column = 0;
    while at < text.len() {
        let next = text.get(at + 1).copied();
        match text[at] {
            b'\n' | b'\r' => line = at + 1,
            b' ' | b'\t' | b',' => {}
            b'[' | b'{' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'-' | b'?' | b':' if next.is_none_or(is_blank) => {}
            b':' if depth > 0 => {}
            b'#' if at == 0 || is_blank(text[at - 1]) => at = end_of_line(text, at) - 1,
            b'&' | b'!' | b'*' => at += word_len(&text[at..], depth > 0) - 1,
            b'|' | b'>' if depth == 0 => at = end_of_block(text, at, column) - 1,
            quote @ (b'"' | b'\'') => {
                column = at - line;
                at += super::scalars::quoted_len(&text[at..], quote) - 1;
            }
            _ => {
                column = at - line;
                at += plain_len(&text[at..], depth > 0) - 1;
            }
        }
        at += 1;
    }
    deepest
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

fn end_of_line(text: &[u8], at: usize) -> usize {
    text[at..].iter().position(|byte| matches!(byte, b'\n' | b'\r')).map_or(text.len(), |len| at + len)
}

/// The length of an anchor, a tag or an alias.
fn word_len(text: &[u8], in_brackets: bool) -> usize {
    let ends = |byte: &u8| is_blank(*byte) || in_brackets && b",[]{}".contains(byte);
    1 + text[1..].iter().position(ends).unwrap_or(text.len() - 1)
}

/// The length of the part of a plain scalar that is on this line.
fn plain_len(text: &[u8], in_brackets: bool) -> usize {
    let ends = |at: &usize| match text[*at] {
        b'\n' | b'\r' => true,
        b':' => text.get(at + 1).copied().is_none_or(|next| is_blank(next) || in_brackets && b",[]{}".contains(&next)),
        b'#' => is_blank(text[at - 1]),
        b',' | b'[' | b']' | b'{' | b'}' => in_brackets,
        _ => false,
    };
    (1..text.len()).find(ends).unwrap_or(text.len())
}

/// The end of a block scalar: of the last line that is blank or indented further than the key.
fn end_of_block(text: &[u8], at: usize, column: usize) -> usize {
    let mut end = end_of_line(text, at);
    while end < text.len() {
        let start = end + 1;
        let indent = text[start..].iter().take_while(|byte| **byte == b' ').count();
        let is_text = text.get(start + indent).is_none_or(|byte| matches!(byte, b'\n' | b'\r')) || indent > column;
        if !is_text {
            return end;
        }
        end = end_of_line(text, start);
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_brackets_are_counted() {
        for (text, depth) in [
            ("a: [b, {c: [d]}]\n", 3),
            ("[\n[\n{a:\n[", 4),
            ("a: '[[['\nb: \"[\\\"[\" # [[[\nc: x [ y {\n", 0),
            ("a: range, [0, 10)\nb: [c]\n", 1),
            ("a: |\n  [[[\n\n  [\nb: [c]\n", 1),
            ("- a: >-\n    [\n  b: [c]\n", 1),
            ("a: &x !!seq [&y [*z ]]\n", 2),
            ("- [\n- [\n", 2),
            ("? [a]\n: {b: 'it''s ['}\n", 1),
        ] {
            assert_eq!(max_open_brackets(text.as_bytes()), depth, "{text}");
        }
    }
}
