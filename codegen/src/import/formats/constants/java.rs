//! Java: enums with arguments, `static final` fields, and the constants of an interface.

use super::blocks::{Block, Entry, Kind};
use super::cursor::{Cursor, is_name};
use super::values::{MAX_DEPTH, Part, value};
use crate::import::formats::tokens::Token;

pub(super) fn blocks(tokens: &[Token<'_>]) -> Vec<Block> {
    let mut reader = Reader { blocks: Vec::new() };
    reader.types(Cursor::new(tokens), MAX_DEPTH);
    reader.blocks
}

struct Reader {
    blocks: Vec<Block>,
}

impl Reader {
    /// The types among these tokens.
    fn types(&mut self, mut cursor: Cursor<'_, '_>, depth: usize) {
        let Some(depth) = depth.checked_sub(1) else { return };
        while let Some(token) = cursor.next() {
            match token.text {
                "enum" | "class" | "interface" | "record" if is_name(cursor.text()) => {
                    let name = cursor.next().map_or("", |name| name.text);
                    while !["{", ";", ""].contains(&cursor.text()) {
                        cursor.next();
                    }
                    if cursor.text() == "{" {
                        let body = cursor.inner();
                        self.body(token, name, body, depth);
                    }
                }
                "(" | "{" | "[" => {
                    cursor.at -= 1;
                    cursor.skip_tree();
                }
                _ => {}
            }
        }
    }

    /// The constants of a type, and the types in it.
    fn body(&mut self, keyword: &Token<'_>, name: &str, mut body: Cursor<'_, '_>, depth: usize) {
        let block = |kind| Block { title: Some(name.to_owned()), start: keyword.range.start, kind, ..Block::default() };
        if keyword.text == "enum" {
            let mut constants = block(Kind::Regular);
            constants.entries = entries(&mut body);
            name_arguments(&mut constants.entries, &arguments(body, name));
            self.blocks.push(constants);
        }
        let mut fields = block(Kind::Loose);
        let members = body;
        while body.token().is_some() {
            fields.entries.extend(field(&mut body, keyword.text == "interface"));
        }
        self.blocks.push(fields);
        self.types(members, depth);
    }
}

/// The constants of an enum, up to the `;` behind them.
fn entries(body: &mut Cursor<'_, '_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    while let Some(first) = body.token() {
        let is_deprecated = skip_annotations(body);
        let Some(name) = body.next().filter(|name| name.text != ";") else { break };
        // Nothing is in the brackets of a constant without arguments.
        let parts = if body.text() == "(" { value_of(body) } else { Some(Vec::new()) };
        if body.text() == "{" {
            body.skip_tree();
        }
        let is_last = body.text() != ",";
        body.end_element();
        let comment = Entry::comment_of(&first.docs, body.remark());
        if is_name(name.text) {
            let (name, range) = (Some(name.text.to_owned()), name.range.clone());
            entries.push(Entry { name, range, comment, is_deprecated, parts });
        }
        if is_last {
            break;
        }
    }
    entries
}

/// Skips annotations, and returns whether one of them is `@Deprecated`.
fn skip_annotations(cursor: &mut Cursor<'_, '_>) -> bool {
    let mut is_deprecated = false;
    while cursor.skip("@") {
        is_deprecated |= cursor.next().is_some_and(|name| name.text == "Deprecated");
        if cursor.text() == "(" {
            cursor.skip_tree();
        }
    }
    is_deprecated
}

/// The values in the brackets of a constant.
fn value_of(cursor: &mut Cursor<'_, '_>) -> Option<Vec<Part>> {
    let mut inner = cursor.inner();
    let mut parts = Vec::new();
    let mut is_read = true;
    while inner.token().is_some() {
        match value(&mut inner) {
            Some(more) => parts.extend(more),
            None => is_read = false,
        }
        inner.end_element();
    }
    is_read.then_some(parts)
}

/// The names of the constructor's arguments, of the one with most.
fn arguments(mut body: Cursor<'_, '_>, name: &str) -> Vec<String> {
    let mut best = Vec::new();
    while let Some(token) = body.token() {
        if token.text == name && body.peek(1) == "(" {
            body.next();
            let inner = body.inner();
            let is_last = |at: usize| matches!(inner.tokens.get(at + 1).map(|token| token.text), None | Some(","));
            let names = inner.tokens.iter().enumerate().filter(|(at, _)| is_last(*at)).map(|(_, token)| token.text);
            let names: Vec<_> = names.map(str::to_owned).collect();
            if names.len() > best.len() && body.text() != ";" {
                best = names;
            }
        } else {
            body.skip_tree();
        }
    }
    best
}

fn name_arguments(entries: &mut [Entry], names: &[String]) {
    for parts in entries.iter_mut().filter_map(|entry| entry.parts.as_mut()) {
        // Nested values would be counted as arguments.
        let names = if parts.len() == names.len() { names } else { &[] };
        for (part, name) in parts.iter_mut().zip(names) {
            part.name = part.name.take().or_else(|| Some(name.clone()));
        }
    }
}

/// A member, if it is a constant: `public static final int NAME = 1;`.
fn field(body: &mut Cursor<'_, '_>, is_interface: bool) -> Option<Entry> {
    let first = body.token()?;
    let (mut words, mut before) = (Vec::new(), None);
    while !["=", ";", "{", "(", ""].contains(&body.text()) {
        before = body.next();
        words.extend(before.map(|token| token.text));
    }
    let is_constant = is_interface || ["static", "final"].iter().all(|word| words.contains(word));
    let name = before.filter(|name| body.text() == "=" && is_constant && is_name(name.text));
    let Some(name) = name else {
        body.skip_tree();
        return None;
    };
    body.next();
    let parts = value(body);
    body.end_element();
    let comment = Entry::comment_of(&first.docs, body.remark());
    let is_deprecated = words.contains(&"Deprecated");
    Some(Entry { name: Some(name.text.to_owned()), range: name.range.clone(), comment, is_deprecated, parts })
}
