//! The values of constants: texts, numbers, and the arguments or members that hold some.

use std::ops::Range;

use super::cursor::Cursor;

/// A value in which nothing has to be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Text(String),
    Number(i64),
    /// The name of something else: `HttpStatus.NOT_FOUND`.
    Word(String),
}

/// A value with the name that it has in its object, if any.
#[derive(Clone)]
pub(super) struct Part {
    pub(super) name: Option<String>,
    pub(super) value: Value,
    pub(super) range: Range<usize>,
}

/// How deep values are read.
pub(super) const MAX_DEPTH: usize = 16;

/// Reads the value up to the end of a statement or of an element. `None` if it has to be computed; it is skipped then.
pub(super) fn value(cursor: &mut Cursor<'_, '_>) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let is_read = read(cursor, None, MAX_DEPTH, &mut parts) && is_end(cursor);
    skip_to_end(cursor);
    is_read.then_some(parts)
}

/// Whether an element or a statement ends here.
fn is_end(cursor: &Cursor<'_, '_>) -> bool {
    let starts_line = cursor.token().is_none_or(|token| token.starts_line);
    [",", ";", ")", "}", "]", "", "as", "satisfies"].contains(&cursor.text()) || starts_line
}

fn skip_to_end(cursor: &mut Cursor<'_, '_>) {
    while let Some(token) = cursor.token() {
        let continues = token.text.starts_with(['.', '+', '?']);
        if [",", ";", ")", "}", "]"].contains(&token.text) || (token.starts_line && !continues) {
            return;
        }
        cursor.skip_tree();
    }
}

fn read(cursor: &mut Cursor<'_, '_>, name: Option<&str>, depth: usize, parts: &mut Vec<Part>) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    while ["&", "new", "await"].contains(&cursor.text()) {
        cursor.next();
    }
    let Some(token) = cursor.token() else { return false };
    let text = token.text;
    let mut push = |value| parts.push(Part { name: name.map(str::to_owned), value, range: token.range.clone() });
    if let Some(quote) = text.chars().next().filter(|first| ['"', '\'', '`'].contains(first)) {
        push(Value::Text(texts(cursor)));
        return text.len() > 1 && text.ends_with(quote);
    }
    if let Some(number) = number(cursor) {
        push(Value::Number(number));
        return true;
    }
    match text {
        "{" => members(&mut cursor.inner(), name, depth, parts),
        "(" => elements(&mut cursor.inner(), name, depth, parts),
        _ if text.starts_with(|c: char| c.is_alphabetic() || c == '_') => {
            cursor.next();
            match cursor.text() {
                "(" => elements(&mut cursor.inner(), name, depth, parts) && calls(cursor, depth, parts),
                "{" if !cursor.token().is_some_and(|token| token.starts_line) => {
                    members(&mut cursor.inner(), name, depth, parts)
                }
                _ => {
                    push(Value::Word(text.to_owned()));
                    true
                }
            }
        }
        _ => false,
    }
}

/// Reads the calls behind a call: `.WithStatus(404)`, whose arguments are named after them.
fn calls(cursor: &mut Cursor<'_, '_>, depth: usize, parts: &mut Vec<Part>) -> bool {
    while cursor.text().starts_with('.') && cursor.peek(1) == "(" {
        let method = cursor.text().trim_start_matches('.');
        let name =
            ["With", "with", "Set", "set"].iter().find_map(|prefix| method.strip_prefix(prefix)).unwrap_or(method);
        cursor.next();
        if !elements(&mut cursor.inner(), Some(name), depth, parts) {
            return false;
        }
    }
    true
}

/// Reads elements behind commas.
fn elements(cursor: &mut Cursor<'_, '_>, name: Option<&str>, depth: usize, parts: &mut Vec<Part>) -> bool {
    while !cursor.text().is_empty() {
        if !read(cursor, name, depth, parts) || !(cursor.skip(",") || cursor.text().is_empty()) {
            return false;
        }
    }
    true
}

/// Reads members, `name: value`; those in objects are called `object.name`.
fn members(cursor: &mut Cursor<'_, '_>, name: Option<&str>, depth: usize, parts: &mut Vec<Part>) -> bool {
    while !cursor.text().is_empty() {
        let Some(key) = key(cursor) else { return elements(cursor, name, depth, parts) };
        let path = name.map_or_else(|| key.clone(), |name| format!("{name}.{key}"));
        if !read(cursor, Some(&path), depth, parts) {
            return false;
        }
        while ["as", "satisfies"].contains(&cursor.text()) {
            skip_to_end(cursor);
        }
        if !(cursor.skip(",") || cursor.skip(";") || cursor.text().is_empty()) {
            return false;
        }
    }
    true
}

/// The key of a member, whose value is next: `name:`, `"name":`, `[Enum.NAME]:`.
pub(super) fn key(cursor: &mut Cursor<'_, '_>) -> Option<String> {
    let mut ahead = *cursor;
    let is_computed = ahead.skip("[");
    let text = ahead.next()?.text;
    let key = match text.chars().next()? {
        '"' | '\'' | '`' => unescaped(text),
        c if c.is_alphanumeric() || c == '_' || c == '$' => text.to_owned(),
        _ => return None,
    };
    if (is_computed && !ahead.skip("]")) || !ahead.skip(":") {
        return None;
    }
    *cursor = ahead;
    Some(key)
}

/// A text, or several of them joined by `+`.
fn texts(cursor: &mut Cursor<'_, '_>) -> String {
    let mut text = cursor.next().map(|token| unescaped(token.text)).unwrap_or_default();
    while cursor.text() == "+" && cursor.peek(1).starts_with(['"', '\'', '`']) {
        cursor.next();
        text += &cursor.next().map(|token| unescaped(token.text)).unwrap_or_default();
    }
    text
}

/// A whole number, which may be negative, hexadecimal or have a suffix.
pub(super) fn number(cursor: &mut Cursor<'_, '_>) -> Option<i64> {
    let mut ahead = *cursor;
    let is_negative = ahead.skip("-");
    let text = ahead.next()?.text.replace('_', "");
    let number = text.strip_prefix("0x").or(text.strip_prefix("0X")).map(|digits| i64::from_str_radix(digits, 16).ok());
    let number = number.unwrap_or_else(|| text.trim_end_matches(['L', 'l', 'n', 'u', 'U']).parse().ok())?;
    *cursor = ahead;
    if is_negative { number.checked_neg() } else { Some(number) }
}

/// The text of a literal: without its quotes, and what is escaped as itself.
pub(super) fn unescaped(literal: &str) -> String {
    let quote = literal.chars().next().unwrap_or('"');
    let inner = &literal[quote.len_utf8().min(literal.len())..];
    let inner = inner.strip_suffix(quote).unwrap_or(inner);
    let mut text = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => text.push('\n'),
            Some('t') => text.push('\t'),
            Some('r') => text.push('\r'),
            Some('u' | 'U') => text.extend(code_point(&mut chars)),
            Some('\n') | None => {}
            Some(other) => text.push(other),
        }
    }
    text
}

/// `00e9` or `{e9}`; of a pair of surrogates, the sign for what can't be shown.
fn code_point(chars: &mut std::str::Chars<'_>) -> Option<char> {
    let rest = chars.as_str();
    let digits = match rest.strip_prefix('{') {
        Some(inner) => &inner[..inner.find('}')?],
        None => rest.get(..4)?,
    };
    let used = digits.len() + if rest.starts_with('{') { 2 } else { 0 };
    *chars = rest.get(used..)?.chars();
    Some(u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER))
}
