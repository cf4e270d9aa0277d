//! Texts as YAML scalars, in the style that a person would choose.

use std::fmt::Write;

/// How wide a line may be before a text is folded.
const WIDTH: usize = 110;

/// A text as the value of a key whose further lines are indented by `indent`.
pub(super) fn scalar(text: &str, indent: usize) -> String {
    if can_be_block(text) && text.contains('\n') {
        return block("|-", text.split('\n'), indent);
    }
    if text.len() + indent + 12 > WIDTH && can_be_block(text) && !text.contains("  ") {
        return block(">-", folded(text, WIDTH - indent).iter().map(String::as_str), indent);
    }
    if can_be_plain(text) { text.to_owned() } else { quoted(text) }
}

/// A name as a key, or in a list.
pub(super) fn key(name: &str) -> String {
    if can_be_plain(name) && !name.ends_with(':') { name.to_owned() } else { quoted(name) }
}

/// A text as a value in brackets.
pub(super) fn in_brackets(text: &str) -> String {
    let is_scalar = text.parse::<i64>().is_ok() || text == "true" || text == "false";
    if is_scalar || can_be_plain(text) && !text.contains([',', '[', ']', '{', '}']) {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// A text on one line of a comment.
pub(super) fn comment(text: &str) -> String {
    let shown: String = text.chars().map(|c| if is_special(c) || c == '\n' { ' ' } else { c }).collect();
    crate::printable::printable(&shown).into_owned()
}

fn can_be_plain(text: &str) -> bool {
    let starts_well = text.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '(' || c == '/' || c == '$');
    let is_text =
        !matches!(&*text.to_ascii_lowercase(), "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n");
    starts_well
        && is_text
        && !is_number(text)
        && !text.ends_with([' ', ':'])
        && ![": ", " #", "{{", "\n", "\t"].iter().any(|special| text.contains(special))
        && !text.contains(is_special)
}

/// Whether another reader could take the text for a number or a date.
fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.bytes().all(|b| b.is_ascii_hexdigit() || b"xo.+-_:eETZ".contains(&b))
}

fn can_be_block(text: &str) -> bool {
    let lines = || text.split('\n');
    !text.is_empty()
        && !text.contains(is_special)
        && !text.starts_with([' ', '\n', '\t'])
        && !text.ends_with('\n')
        && !lines().any(|line| line.ends_with([' ', '\t']) || line.starts_with('\t'))
}

/// Whether a character has to be escaped.
fn is_special(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
        || crate::printable::is_bidirectional(c)
}

fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) && !text.contains(|c| is_special(c) || c == '\n' || c == '\t') {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted += "\\n",
            '\t' => quoted += "\\t",
            _ if is_special(c) => {
                let _ = write!(quoted, "\\U{:08x}", u32::from(c));
            }
            _ => quoted.push(c),
        }
    }
    quoted + "\""
}

fn block<'l>(style: &str, lines: impl Iterator<Item = &'l str>, indent: usize) -> String {
    let mut text = style.to_owned();
    for line in lines {
        text.push('\n');
        if !line.is_empty() {
            text.extend([&" ".repeat(indent), line]);
        }
    }
    text
}

/// The lines of a text that is folded at this width. No word is cut.
fn folded(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut length = 0;
    for word in text.split(' ') {
        let word_length = word.chars().count();
        if length > 0 && length + 1 + word_length > width {
            lines.push(String::new());
            length = 0;
        }
        let line = lines.last_mut().expect("there is a line");
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        *line += word;
        length += word_length;
    }
    lines
}
