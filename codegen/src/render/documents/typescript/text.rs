//! Texts of a catalogue in `TypeScript`: nothing in them ends a string or a comment.

use std::fmt::Write;

use crate::printable::is_escaped;

/// A string literal.
pub(super) fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '"' | '\\' => literal.extend(['\\', char]),
            '\n' => literal.push_str("\\n"),
            // In a page, these would end or change the script.
            '<' if matches!(chars.peek(), Some('/' | '!' | 's' | 'S')) => push_escape(&mut literal, char),
            '>' if literal.ends_with("--") => push_escape(&mut literal, char),
            _ if is_escaped(char) || char == '\u{feff}' => push_escape(&mut literal, char),
            _ => literal.push(char),
        }
    }
    literal.push('"');
    literal
}

/// All escaped characters are in the first plane.
fn push_escape(literal: &mut String, char: char) {
    // Writing to a `String` can't fail.
    let _ = write!(literal, "\\u{:04x}", u32::from(char));
}

/// The name of a property in an object.
pub(super) fn key(name: &str) -> String {
    match name {
        // In a literal, this would be the prototype.
        "__proto__" => "[\"__proto__\"]".to_owned(),
        _ if is_identifier(name) => name.to_owned(),
        _ => literal(name),
    }
}

/// The name of a property in an interface.
pub(super) fn property(name: &str) -> String {
    if is_identifier(name) { name.to_owned() } else { literal(name) }
}

fn is_identifier(name: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    name.bytes().next().is_some_and(is_letter) && name.bytes().all(|byte| is_letter(byte) || byte.is_ascii_digit())
}

/// A whole number: beyond 2^53 a `bigint`, which is exact.
pub(super) fn number(number: i128) -> String {
    if is_exact(number) { number.to_string() } else { format!("{number}n") }
}

/// Whether a `number` is exactly this one and no other.
pub(super) fn is_exact(number: i128) -> bool {
    number.unsigned_abs() < 1 << 53
}

/// A comment of these paragraphs and tags, if there are any.
pub(super) fn comment(indent: &str, paragraphs: &[String]) -> String {
    let lines: Vec<_> = paragraphs.iter().flat_map(|text| text.split('\n')).collect();
    match &lines[..] {
        [] => String::new(),
        [line] => format!("{indent}/** {line} */\n"),
        lines => {
            let lines: String = lines.iter().flat_map(|line| [indent, " * ", line, "\n"]).collect();
            format!("{indent}/**\n{lines}{indent} */\n")
        }
    }
}

/// A text in a comment. It contains no tags.
pub(super) fn prose(text: &str) -> String {
    let mut prose = String::with_capacity(text.len());
    for char in text.trim_end().chars() {
        match char {
            '\n' => prose.push('\n'),
            // Any other would end the comment or a script that it is part of, start a tag or a link, or be markup.
            '/' if prose.ends_with('*') => prose.push_str("\\/"),
            '<' => prose.push_str("&lt;"),
            '>' if prose.ends_with("--") => prose.push_str("&gt;"),
            '@' | '`' | '\\' => prose.extend(['\\', char]),
            _ if is_escaped(char) => push_escape(&mut prose, char),
            _ => prose.push(char),
        }
    }
    prose
}

#[cfg(test)]
mod tests {
    use super::{comment, key, literal, number, prose};

    #[test]
    fn a_text_ends_neither_a_literal_nor_a_script() {
        for (text, expected) in [
            ("a \"b\" \\ `${c}`", r#""a \"b\" \\ `${c}`""#),
            ("</script><!--", r#""\u003c/script>\u003c!--""#),
            ("-->\u{2028}\r\n", r#""--\u003e\u2028\u000d\n""#),
            ("1 < 2 > 0", r#""1 < 2 > 0""#),
        ] {
            assert_eq!(literal(text), expected);
        }
    }

    #[test]
    fn a_text_in_a_comment_neither_ends_it_nor_has_tags() {
        assert_eq!(prose("*/ @deprecated {@link x} </script>"), "*\\/ \\@deprecated {\\@link x} &lt;/script>");
        assert_eq!(comment("  ", &[prose("a\n@b")]), "  /**\n   * a\n   * \\@b\n   */\n");
    }

    #[test]
    fn names_and_numbers_are_what_they_are() {
        let keys = ["a_1", "a/b", "1a", "__proto__"].map(key);
        assert_eq!(keys, ["a_1", "\"a/b\"", "\"1a\"", "[\"__proto__\"]"]);
        assert_eq!([(1 << 53) - 1, 1 << 53, -5].map(number), ["9007199254740991", "9007199254740992n", "-5"]);
    }
}
