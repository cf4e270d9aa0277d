//! Escaping the catalogue's texts, so that documentation shows them as written.

use std::borrow::Cow;

use syn::Attribute;

use super::{ast, blocks};
use crate::printable::is_bidirectional;

/// A text as doc comments; `otherwise` if there is nothing to show.
pub(super) fn attrs(text: Option<&str>, otherwise: &str) -> Vec<Attribute> {
    let mut lines = blocks::lines(text.unwrap_or_default());
    if lines.is_empty() {
        lines = vec![otherwise.to_owned()];
    }
    lines.iter().map(|line| ast::doc(line)).collect()
}

/// A text as a code span on one line.
pub(super) fn code_span(text: &str) -> String {
    let text = visible(&text.split(['\n', '\r']).map(str::trim).collect::<Vec<_>>().join(" "));
    // The fence is longer than any run of backticks inside.
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    // Markdown strips a space on each side, unless there are only spaces, and then there is nothing to show.
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    if text.trim().is_empty() { String::new() } else { format!("{fence}{pad}{text}{pad}{fence}") }
}

/// A line of text with all Markdown in it escaped.
pub(super) fn line(text: &str) -> String {
    let visible = visible(text);
    let text = visible.trim();
    let mut line = String::with_capacity(text.len());
    let number = text.find(|c: char| !c.is_ascii_digit()).unwrap_or_default();
    for (at, c) in text.char_indices() {
        let escape = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '"' | '\'' => true,
            // It has no meaning within a word.
            '_' => !is_within_word(text, at),
            '-' if at > 0 => text[at + 1..].starts_with('-'),
            '#' | '-' | '+' | '=' => at == 0,
            // Rustdoc turns these into an ellipsis, as it does quotes into curly ones and `--` into a dash.
            '.' if text[at + 1..].starts_with('.') => true,
            '.' | ')' => at == number && at > 0,
            // Otherwise a bare URL becomes a link, or a warning.
            ':' => text[at..].starts_with("://"),
            _ => false,
        };
        if escape {
            line.push('\\');
        }
        line.push(c);
    }
    line
}

/// The beginning of a text that would otherwise be repeated for thousands of codes.
pub(super) fn shortened(text: &str) -> Cow<'_, str> {
    const LEN: usize = 300;
    let Some((end, _)) = text.char_indices().nth(LEN) else { return text.into() };
    let words = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{}…", text[..words].trim_end()).into()
}

fn is_within_word(text: &str, at: usize) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    is_word(text[..at].chars().next_back()) && is_word(text[at + 1..].chars().next())
}

/// A text without the characters that change how the source around them is displayed.
pub(super) fn visible(text: &str) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
    let as_blank = |c: char| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c };
    text.chars().filter(|c| !is_bidirectional(*c)).map(as_blank).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_show_the_text_as_written() {
        for (text, expected) in [
            ("Missing fields, see error message", "Missing fields, see error message"),
            ("    indented", "indented"),
            ("# not a heading", "\\# not a heading"),
            ("- not a list, 1:4 or 4:1", "\\- not a list, 1:4 or 4:1"),
            ("12. not a list", "12\\. not a list"),
            ("version 1.2", "version 1.2"),
            ("see https://a.b/c_d", "see https\\://a.b/c_d"),
            ("a_b _c_ __d__", "a_b \\_c\\_ \\_\\_d\\_\\_"),
            ("Vec<u8> [link] */", "Vec\\<u8\\> \\[link\\] \\*/"),
            ("\"it's\"", "\\\"it\\'s\\\""),
            ("a\tb\u{202e}c\u{0}", "a bc"),
        ] {
            assert_eq!(line(text), expected);
        }
    }

    #[test]
    fn long_lines_are_cut_between_words() {
        assert_eq!(shortened(&"ab ".repeat(100)), "ab ".repeat(100));
        assert_eq!(shortened(&"ab ".repeat(1000)), format!("{}…", "ab ".repeat(100).trim_end()));
        assert_eq!(shortened(&"é".repeat(400)), format!("{}…", "é".repeat(300)));
    }

    #[test]
    fn code_spans_can_contain_backticks() {
        for (text, expected) in [
            ("bad request", "`bad request`"),
            ("{{.fields}}: `x`", "`` {{.fields}}: `x` ``"),
            ("two\n  lines", "`two lines`"),
            ("  ", ""),
        ] {
            assert_eq!(code_span(text), expected);
        }
    }
}
