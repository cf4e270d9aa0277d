//! TypeScript and JavaScript: enums, objects, and constants on their own.

use super::blocks::{Block, Entry, Kind};
use super::cursor::{Cursor, is_name};
use super::values::{MAX_DEPTH, Part, Value, key, unescaped, value};
use crate::import::formats::tokens::Token;

pub(super) fn blocks(tokens: &[Token<'_>]) -> Vec<Block> {
    let mut reader =
        Reader { blocks: Vec::new(), singles: Block { kind: Kind::Loose, ..Block::default() }, depth: MAX_DEPTH };
    reader.statements(Cursor::new(tokens));
    let Reader { mut blocks, singles, .. } = reader;
    blocks.push(singles);
    blocks
}

struct Reader {
    blocks: Vec<Block>,
    /// Constants on their own.
    singles: Block,
    depth: usize,
}

impl Reader {
    fn statements(&mut self, mut cursor: Cursor<'_, '_>) {
        let mut docs: Vec<&str> = Vec::new();
        while let Some(token) = cursor.next() {
            if token.starts_line {
                docs.clone_from(&token.docs);
            }
            match token.text {
                "enum" if is_name(cursor.text()) && cursor.peek(1) == "{" => {
                    let name = cursor.next().map(|name| name.text.to_owned());
                    let entries = members_of_enum(cursor.inner());
                    self.blocks.push(Block { title: name, start: token.range.start, entries, ..Block::default() });
                }
                "const" | "readonly" | "let" | "var" if is_name(cursor.text()) => self.constant(&mut cursor, &docs),
                "namespace" | "module" | "class" => {
                    while !["{", ";", ""].contains(&cursor.text()) {
                        cursor.next();
                    }
                    if cursor.text() == "{" && self.depth > 0 {
                        self.depth -= 1;
                        let inner = cursor.inner();
                        self.statements(inner);
                        self.depth += 1;
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

    /// `NAME: Type = value`, where an object or a list of objects may be a block of its own.
    fn constant(&mut self, cursor: &mut Cursor<'_, '_>, docs: &[&str]) {
        let Some(name) = cursor.next() else { return };
        while !["=", ";", ""].contains(&cursor.text()) {
            // A type may have arrows in it.
            if cursor.text() == ":" || !cursor.token().is_some_and(|token| token.starts_line) {
                cursor.skip_tree();
            } else {
                return;
            }
        }
        if !cursor.skip("=") {
            return;
        }
        let mut inside = *cursor;
        // `Object.freeze({…})`, `defineErrors({…})`
        if inside.peek(1) == "(" && ["{", "["].contains(&inside.peek(2)) {
            inside.at += 2;
        }
        let opens = inside.text();
        if opens == "{" && is_of_objects(inside.inner_at()) || opens == "[" {
            let after = value_end(cursor);
            let list = opens == "[";
            self.object(name.text, name.range.start, inside.inner_at(), list);
            *cursor = after;
            return;
        }
        let parts = value(cursor);
        cursor.skip(";");
        let comment = Entry::comment_of(docs, cursor.remark());
        if self.singles.entries.is_empty() {
            self.singles.start = name.range.start;
        }
        self.singles.entries.push(Entry {
            name: Some(name.text.to_owned()),
            range: name.range.clone(),
            comment,
            parts,
            ..Entry::default()
        });
    }

    /// The members of an object, or the elements of a list; members with objects of their own are another block.
    fn object(&mut self, title: &str, start: usize, mut inner: Cursor<'_, '_>, is_list: bool) {
        let Some(depth) = self.depth.checked_sub(1) else { return };
        let mut block = Block { title: Some(title.to_owned()), start, ..Block::default() };
        while let Some(token) = inner.token() {
            let is_computed = token.text == "[";
            let name = if is_list { None } else { key(&mut inner) };
            if let Some(name) = name.as_ref().filter(|_| inner.text() == "{" && is_of_objects(inner.inner_at())) {
                self.depth = depth;
                self.object(&format!("{title}.{name}"), token.range.start, inner.inner_at(), false);
                self.depth = depth + 1;
                inner.skip_tree();
                value(&mut inner);
                inner.end_element();
                continue;
            }
            if is_computed && name.is_some() {
                block.kind = Kind::Map;
            }
            let parts = value(&mut inner);
            inner.end_element();
            let comment = Entry::comment_of(&token.docs, inner.remark());
            block.entries.push(Entry { name, range: token.range.clone(), comment, parts, ..Entry::default() });
        }
        if is_list {
            // A list of anything else is no table.
            block.entries.retain(|entry| entry.parts.iter().flatten().any(|part| part.name.is_some()));
        }
        self.blocks.push(block);
    }
}

/// Whether an object has members that could be constants: it isn't one itself, with a code or a message as members.
fn is_of_objects(mut inner: Cursor<'_, '_>) -> bool {
    let mut members = 0;
    while inner.token().is_some() {
        let Some(name) = key(&mut inner) else { return members > 0 };
        let is_own = crate::import::columns::is_known_heading(&name) && inner.text() != "{";
        if is_own {
            return false;
        }
        members += 1;
        value(&mut inner);
        inner.end_element();
    }
    members > 0
}

/// Where the value that starts here ends.
fn value_end<'c, 't>(cursor: &Cursor<'c, 't>) -> Cursor<'c, 't> {
    let mut after = *cursor;
    value(&mut after);
    after
}

/// The members of an enum. One without a value has the number behind that of the member above.
fn members_of_enum(mut inner: Cursor<'_, '_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut next = Some(0_i64);
    while let Some(token) = inner.next() {
        let name = if token.text.starts_with(['"', '\'']) { unescaped(token.text) } else { token.text.to_owned() };
        let parts = if inner.skip("=") {
            value(&mut inner)
        } else {
            next.map(|number| vec![Part { name: None, value: Value::Number(number), range: token.range.clone() }])
        };
        next = match parts.as_deref() {
            Some([Part { value: Value::Number(number), .. }]) => number.checked_add(1),
            _ => None,
        };
        inner.end_element();
        let comment = Entry::comment_of(&token.docs, inner.remark());
        entries.push(Entry { name: Some(name), range: token.range.clone(), comment, parts, ..Entry::default() });
    }
    entries
}
