//! Text of a catalogue as Markdown, which reads the same in `CommonMark` with tables and on forges: nothing in it is markup.

use std::iter;

use crate::printable::is_escaped;

/// A text for a cell of a table, with `<br>` for line breaks. Line breaks at the end are dropped.
pub(super) fn cell(text: &str) -> String {
    let lines = text.trim_end_matches('\n').split('\n').map(line);
    lines.collect::<Vec<_>>().join("<br>")
}

/// A text for a paragraph or a heading of its own, where its first character could start a list or a block.
pub(super) fn block(text: &str) -> String {
    let text = text.trim();
    match text.chars().next() {
        Some(first) if !first.is_alphabetic() => {
            format!("{}{}", entity(first), cell(&text[first.len_utf8()..]))
        }
        _ => cell(text),
    }
}

/// A text for a cell, shown as code.
pub(super) fn code(text: &str) -> String {
    // A code span can have nothing escaped in it, and a table looks for `|` before code spans.
    let is_verbatim = |char: char| !is_escaped(char) && !['`', '|'].contains(&char);
    if text.is_empty() {
        String::new()
    } else if text.chars().all(is_verbatim) && text.trim() == text {
        format!("`{text}`")
    } else {
        format!("<code>{}</code>", cell(text))
    }
}

/// A link, if the target is a web page.
pub(super) fn link(label: &str, target: &str) -> String {
    let is_page = ["https://", "http://"].iter().any(|start| target.starts_with(start));
    if is_page { format!("[{label}](<{}>)", url(target)) } else { label.to_owned() }
}

fn line(line: &str) -> String {
    let mut markdown = String::with_capacity(line.len() + 8);
    let last = line.chars().count().saturating_sub(1);
    let mut before = None;
    let after = line.chars().skip(1).map(Some).chain(iter::once(None));
    for (at, ((position, char), after)) in line.char_indices().zip(after).enumerate() {
        let is_in_word = [before, after].iter().all(|char: &Option<char>| char.is_some_and(char::is_alphanumeric));
        match char {
            // The space around a cell is not part of it.
            ' ' if at == 0 || at == last => markdown += &entity(' '),
            // Even after a `\`, a `|` may end the cell; between two `$`, forges read a formula.
            '\\' | '|' | '<' | '>' | '&' | '$' => markdown += &entity(char),
            '_' if is_in_word => markdown.push('_'),
            '`' | '*' | '_' | '[' | ']' | '~' | '#' => markdown.extend(['\\', char]),
            ':' if is_emoji(&line[position..]) => markdown += "<span>:</span>",
            // There are no references to these.
            '\0' => markdown.push(char::REPLACEMENT_CHARACTER),
            '\u{7f}'..='\u{9f}' => markdown.push(char),
            _ if is_escaped(char) => markdown += &entity(char),
            _ => markdown.push(char),
        }
        before = Some(char);
    }
    markdown
}

fn entity(char: char) -> String {
    match char {
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '&' => "&amp;".to_owned(),
        _ => format!("&#{};", u32::from(char)),
    }
}

/// Whether forges would show an emoji: `:name:`.
fn is_emoji(text: &str) -> bool {
    let is_name = |char: char| char.is_ascii_alphanumeric() || "_+-".contains(char);
    let rest = text[1..].trim_start_matches(is_name);
    rest.starts_with(':') && rest.len() + 1 < text.len()
}

/// An address for a link in `<` and `>`.
fn url(url: &str) -> String {
    let mut markdown = String::with_capacity(url.len());
    for char in url.chars() {
        match char {
            '&' => markdown += "&amp;",
            '<' | '>' | '\\' | '|' | '`' | ' ' | '$' => markdown += &percent_encoded(char),
            _ if is_escaped(char) => markdown += &percent_encoded(char),
            _ => markdown.push(char),
        }
    }
    markdown
}

fn percent_encoded(char: char) -> String {
    let mut buffer = [0; 4];
    let bytes = char.encode_utf8(&mut buffer).bytes();
    bytes.fold(String::new(), |encoded, byte| format!("{encoded}%{byte:02X}"))
}
