//! The tokens of a language that writes comments, texts and brackets as C does, each with the comments above it.

use std::ops::Range;

#[derive(Clone)]
pub(super) struct Token<'t> {
    /// A word, a number, a text with its quotes, or one other character.
    pub(super) text: &'t str,
    pub(super) range: Range<usize>,
    /// Whether nothing but comments and blanks is before it on its line.
    pub(super) starts_line: bool,
    /// The comments directly above, without their signs.
    pub(super) docs: Vec<&'t str>,
    /// The comment behind it on the same line.
    pub(super) remark: Option<&'t str>,
}

pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let (mut docs, mut at, mut line_breaks, mut starts_line) = (Vec::new(), 0, 1, true);
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        if first.is_whitespace() {
            let is_break = first == '\n' || first == '\r' && !rest.starts_with("\r\n");
            line_breaks += usize::from(is_break);
            starts_line |= is_break;
            // A comment above an empty line is about something else.
            if line_breaks > 1 {
                docs.clear();
            }
            at += first.len_utf8();
        } else if let Some((len, comment)) = comment(rest) {
            let is_behind = line_breaks == 0;
            match tokens.last_mut().filter(|token| is_behind && token.remark.is_none()) {
                Some(token) => token.remark = comment.first().copied(),
                None => docs.extend(comment),
            }
            line_breaks = usize::from(is_behind && rest[..len].contains('\n'));
            starts_line |= rest[..len].contains('\n');
            at += len;
        } else {
            let len = token_len(rest, first);
            tokens.push(Token {
                text: &rest[..len],
                range: at..at + len,
                starts_line: std::mem::take(&mut starts_line),
                docs: std::mem::take(&mut docs),
                remark: None,
            });
            line_breaks = 0;
            at += len;
        }
    }
    tokens
}

/// The length of a comment, and its lines.
fn comment(text: &str) -> Option<(usize, Vec<&str>)> {
    if text.starts_with("//") {
        let line = &text[..text.find(['\n', '\r']).unwrap_or(text.len())];
        return Some((line.len(), vec![line.trim_start_matches('/').trim()]));
    }
    let inner = text.strip_prefix("/*")?;
    let len = inner.find("*/").unwrap_or(inner.len());
    let lines = inner[..len].lines().map(|line| line.trim().trim_start_matches('*').trim());
    Some(((len + 4).min(text.len()), lines.filter(|line| !line.is_empty()).collect()))
}

fn token_len(text: &str, first: char) -> usize {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '.' || c == '$';
    if first == '"' || first == '\'' || first == '`' {
        let is_raw = first == '`';
        let mut is_escaped = false;
        let end = text[1..].char_indices().find(|(_, c)| {
            let is_end = !is_escaped && (*c == first || ['\n', '\r'].contains(c) && !is_raw);
            is_escaped = !is_escaped && *c == '\\';
            is_end
        });
        // A text that isn't closed goes to the end of its line.
        return end.map_or(text.len(), |(at, c)| at + 1 + if c == first { c.len_utf8() } else { 0 });
    }
    if is_word(first) {
        return text.find(|c| !is_word(c)).unwrap_or(text.len());
    }
    first.len_utf8()
}
