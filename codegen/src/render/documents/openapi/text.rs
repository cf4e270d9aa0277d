//! Texts of a catalogue as `CommonMark`, which the descriptions of OpenAPI are: nothing in them is markup.

/// A text as paragraphs.
pub(super) fn prose(text: &str) -> String {
    let mut markdown = String::with_capacity(text.len() + 8);
    let text = text.trim_end_matches('\n');
    let mut is_after_empty = true;
    for (at, line) in text.split('\n').enumerate() {
        match (at, line.is_empty()) {
            (0, _) => {}
            // A paragraph can neither start with an empty line nor end with one, so there is only one between two.
            (_, true) if is_after_empty => markdown.push_str("&#10;"),
            (_, false) if !is_after_empty => markdown.push_str("\\\n"),
            _ => markdown.push('\n'),
        }
        is_after_empty = line.is_empty();
        push_line(&mut markdown, line);
    }
    markdown
}

/// A text shown as code, if it is on one line.
pub(super) fn code(text: &str) -> String {
    if text.contains('\n') {
        return prose(text);
    }
    let longest = text.split(|char| char != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    // A space at both ends is taken off.
    let needs_spaces = text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    let space = if needs_spaces { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

fn push_line(markdown: &mut String, line: &str) {
    let is_number = |at: usize| at > 0 && line.as_bytes()[..at].iter().all(u8::is_ascii_digit);
    let content = line.len() - line.trim_start_matches([' ', '\t']).len()..line.trim_end_matches([' ', '\t']).len();
    for (at, char) in line.char_indices() {
        match char {
            // What is blank at the ends of a line is dropped.
            ' ' | '\t' if !content.contains(&at) => markdown.push_str(if char == ' ' { "&#32;" } else { "&#9;" }),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#' => markdown.extend(['\\', char]),
            '-' | '+' | '=' if at == content.start => markdown.extend(['\\', char]),
            '.' | ')' if is_number(at) => markdown.extend(['\\', char]),
            _ => markdown.push(char),
        }
    }
}
