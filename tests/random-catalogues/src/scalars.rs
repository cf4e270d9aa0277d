//! The five styles of a scalar.

use std::ops::Range;

use crate::tree::{Mark, Node, Value};
use crate::yaml::{Context, Writer};

#[derive(Clone, Copy, PartialEq)]
enum Style {
    Plain,
    Single,
    Double,
    Literal,
    Folded,
}

impl Writer<'_, '_> {
    /// Writes a text in one of the styles that can represent it.
    pub(super) fn scalar(&mut self, text: &str, node: &Node, min: usize, context: Context) {
        let mut styles = Vec::new();
        if matches!(node.value, Value::Text(_)) && fits_plain(text, context) {
            styles.extend([Style::Plain; 2]);
        }
        // Other characters need an escape.
        let is_writable = text.chars().all(|char| is_writable(char) || char == '\n');
        if is_writable && !text.contains('\n') {
            styles.push(Style::Single);
        }
        styles.push(Style::Double);
        if is_writable && context == Context::Block && fits_block(text) {
            styles.push(Style::Literal);
            if !text.contains('\n') {
                styles.push(Style::Folded);
            }
        }
        let style = self.choices.pick(&styles);
        let indent = " ".repeat(min + self.choices.below(3));
        let part = if let Mark::Part(part) = &node.mark { part.clone() } else { 0..0 };
        match style {
            Style::Plain => self.characters(text, &part, style, context, &indent),
            Style::Single => {
                self.out.push('\'');
                self.characters(text, &part, style, context, &indent);
                self.out.push('\'');
            }
            Style::Double => {
                self.out.push('"');
                self.characters(text, &part, style, context, &indent);
                self.out.push('"');
            }
            Style::Literal | Style::Folded => {
                self.out.push(if style == Style::Literal { '|' } else { '>' });
                if !text.ends_with('\n') {
                    self.out.push('-');
                }
                self.out += self.choices.pick(&["", "", " # A. {{.x}} {{", " "]);
                self.out += self.newline;
                // A block is indented further than its parent.
                let indent = format!("{indent} ");
                self.out += &indent;
                self.characters(text.trim_end_matches('\n'), &part, style, context, &indent);
                self.is_behind_block = true;
            }
        }
    }

    fn characters(&mut self, text: &str, part: &Range<usize>, style: Style, context: Context, indent: &str) {
        for (at, char) in text.char_indices() {
            if at == part.start && !part.is_empty() {
                self.mark_here();
            }
            let is_in_part = part.contains(&at);
            let is_one_line = self.is_one_line || context == Context::Key;
            let can_fold = !is_one_line && style != Style::Literal && !is_in_part && is_fold(text, at, style);
            if can_fold && self.choices.chance(15) {
                self.out += self.newline;
                self.out += indent;
                continue;
            }
            match char {
                '\n' if style == Style::Literal => {
                    self.out += self.newline;
                    self.out += indent;
                }
                '\'' if style == Style::Single => self.out += "''",
                '"' | '\\' if style == Style::Double => self.out.extend(['\\', char]),
                _ if style == Style::Double && !is_writable(char) => self.out += &escape(char),
                _ if style == Style::Double && !is_in_part && char.is_alphabetic() && self.choices.chance(5) => {
                    self.out += &numeric_escape(char);
                }
                _ => self.out.push(char),
            }
        }
    }
}

/// Whether the line can be broken at this space.
fn is_fold(text: &str, at: usize, style: Style) -> bool {
    let solid = |char: Option<char>| char.is_some_and(|char| !char.is_whitespace());
    let Some(rest) = text[at..].strip_prefix(' ') else { return false };
    let (before, after) = (text[..at].chars().next_back(), rest.chars().next());
    // At the start of a line these would end the document.
    let is_indicator = ["---", "..."].iter().any(|mark| rest.starts_with(mark));
    solid(before) && solid(after) && !is_indicator && !(style == Style::Plain && after == Some('#'))
}

fn fits_plain(text: &str, context: Context) -> bool {
    let is_fine = |char: char| char.is_alphanumeric() || " .-_/<'é!".contains(char) || char > '\u{2000}';
    let is_brace = |char: char| "{}\":#\\".contains(char) && context == Context::Block;
    let is_start = |first: char| first.is_alphanumeric() || "~<".contains(first);
    text.trim_start_matches(['-', '.']).starts_with(is_start)
        && !text.starts_with("--")
        && !text.starts_with("..")
        && text.trim() == text
        && text.chars().all(is_writable)
        && text.chars().all(|char| is_fine(char) || is_brace(char) || char == '~')
        && !text.contains(": ")
        && !text.ends_with(':')
        && !text.contains(" #")
}

fn fits_block(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    !body.starts_with(' ')
        && !body.ends_with(' ')
        && body.split('\n').all(|line| !line.is_empty() && !line.starts_with(' '))
}

/// Whether a text can be written plain anywhere.
pub(crate) fn is_word(text: &str) -> bool {
    fits_plain(text, Context::Key)
}

/// Whether a character can be written unescaped; a tab could, but not everywhere.
fn is_writable(char: char) -> bool {
    match char {
        // Line breaks of YAML 1.1, which errcat rejects, and the byte order mark.
        '\u{2028}' | '\u{2029}' | '\u{feff}' => false,
        ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'.. => true,
        _ => false,
    }
}

fn escape(char: char) -> String {
    match char {
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        '\t' => "\\t".to_owned(),
        _ => numeric_escape(char),
    }
}

fn numeric_escape(char: char) -> String {
    let code = u32::from(char);
    match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    }
}

/// A text as a scalar on one line, in double quotes.
#[must_use]
pub fn quoted(text: &str) -> String {
    let characters = text.chars().map(|char| match char {
        '"' | '\\' => format!("\\{char}"),
        ' '..='~' => char.to_string(),
        _ if char.is_alphanumeric() => char.to_string(),
        _ => escape(char),
    });
    format!("\"{}\"", characters.collect::<String>())
}
