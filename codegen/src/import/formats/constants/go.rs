//! Go: `const (…)` with or without `iota`, `var (…)`, and maps.

use super::blocks::{Block, Entry, Kind};
use super::cursor::{Cursor, is_name};
use super::values::{MAX_DEPTH, Part, Value, key, number, value};
use crate::import::formats::tokens::Token;

pub(super) fn blocks(tokens: &[Token<'_>]) -> Vec<Block> {
    let mut reader = Reader { blocks: Vec::new(), singles: Block { kind: Kind::Loose, ..Block::default() } };
    let mut cursor = Cursor::new(tokens);
    while let Some(token) = cursor.next() {
        match token.text {
            "const" | "var" if token.starts_line => reader.declaration(&mut cursor, token),
            "(" | "{" | "[" => {
                cursor.at -= 1;
                cursor.skip_tree();
            }
            _ => {}
        }
    }
    let Reader { mut blocks, singles } = reader;
    blocks.push(singles);
    blocks
}

struct Reader {
    blocks: Vec<Block>,
    /// Declarations of one constant each.
    singles: Block,
}

/// What `const` repeats when a constant has no value of its own.
#[derive(Default)]
struct Repeated<'c, 't> {
    value: Option<Cursor<'c, 't>>,
    iota: i64,
}

impl Reader {
    fn declaration<'c, 't>(&mut self, cursor: &mut Cursor<'c, 't>, keyword: &'c Token<'t>) {
        let is_constant = keyword.text == "const";
        if cursor.text() != "(" {
            if let Some(mut entry) = self.specification(cursor, &mut Repeated::default(), is_constant) {
                entry.comment.splice(0..0, Entry::comment_of(&keyword.docs, None));
                if self.singles.entries.is_empty() {
                    self.singles.start = keyword.range.start;
                }
                self.singles.entries.push(entry);
            }
            return;
        }
        let mut inner = cursor.inner();
        let mut block = Block { start: keyword.range.start, kind: Kind::Loose, ..Block::default() };
        let mut repeated = Repeated::default();
        while inner.token().is_some() {
            if is_name(inner.peek(1)) && inner.peek(2) == "=" {
                block.title.get_or_insert_with(|| inner.peek(1).to_owned());
            }
            block.entries.extend(self.specification(&mut inner, &mut repeated, is_constant));
            repeated.iota += 1;
            while inner.skip(";") {}
        }
        self.blocks.push(block);
    }

    /// One line of a declaration: `Name Type = value // text`. A map or a list is a block of its own.
    fn specification<'c, 't>(
        &mut self,
        cursor: &mut Cursor<'c, 't>,
        repeated: &mut Repeated<'c, 't>,
        is_constant: bool,
    ) -> Option<Entry> {
        let token = cursor.next()?;
        // The type may be a path, a pointer or a list.
        let mut is_one = true;
        while !["=", ";"].contains(&cursor.text()) && !is_line_end(cursor) {
            is_one &= cursor.text() != ",";
            cursor.skip_tree();
        }
        let has_value = cursor.skip("=");
        if has_value && let Some(block) = collection(cursor, token) {
            self.blocks.push(block);
            return None;
        }
        if has_value {
            repeated.value = Some(*cursor);
        }
        let expression = repeated.value.filter(|_| is_one && (has_value || is_constant));
        let parts = expression.and_then(|mut expression| constant(&mut expression, repeated.iota));
        while cursor.text() != ";" && !is_line_end(cursor) {
            cursor.skip_tree();
        }
        let comment = Entry::comment_of(&token.docs, cursor.remark());
        let name = Some(token.text.to_owned());
        let entry = Entry { name, range: token.range.clone(), comment, parts, ..Entry::default() };
        // Nobody can name it.
        (token.text != "_").then_some(entry)
    }
}

fn is_line_end(cursor: &Cursor<'_, '_>) -> bool {
    cursor.token().is_none_or(|token| token.starts_line)
}

/// The value of a constant, or of a variable.
fn constant(cursor: &mut Cursor<'_, '_>, iota: i64) -> Option<Vec<Part>> {
    let start = cursor.at;
    if let Some(number) = sum(cursor, iota, MAX_DEPTH).filter(|_| is_line_end(cursor) || cursor.text() == ";") {
        let range = cursor.tokens.get(start)?.range.clone();
        return Some(vec![Part { name: None, value: Value::Number(number), range }]);
    }
    cursor.at = start;
    let is_message = ["errors.New", "fmt.Errorf", "xerrors.New", "xerrors.Errorf"].contains(&cursor.text());
    let mut parts = value(cursor)?;
    if let (true, Some(first)) = (is_message, parts.first_mut()) {
        first.name = Some("message".to_owned());
        parts.truncate(1);
    }
    Some(parts)
}

/// `iota + 1000`, `1 << iota`, `Code(iota)`.
fn sum(cursor: &mut Cursor<'_, '_>, iota: i64, depth: usize) -> Option<i64> {
    let mut result = product(cursor, iota, depth)?;
    loop {
        if cursor.skip("+") {
            result = result.checked_add(product(cursor, iota, depth)?)?;
        } else if cursor.text() == "-" {
            cursor.next();
            result = result.checked_sub(product(cursor, iota, depth)?)?;
        } else {
            return Some(result);
        }
    }
}

fn product(cursor: &mut Cursor<'_, '_>, iota: i64, depth: usize) -> Option<i64> {
    let mut result = operand(cursor, iota, depth)?;
    loop {
        if cursor.skip("*") {
            result = result.checked_mul(operand(cursor, iota, depth)?)?;
        } else if cursor.text() == "<" && cursor.peek(1) == "<" {
            cursor.at += 2;
            let bits = u32::try_from(operand(cursor, iota, depth)?).ok()?;
            result = result.checked_mul(2_i64.checked_pow(bits)?)?;
        } else {
            return Some(result);
        }
    }
}

fn operand(cursor: &mut Cursor<'_, '_>, iota: i64, depth: usize) -> Option<i64> {
    if let Some(number) = number(cursor) {
        return Some(number);
    }
    if cursor.skip("iota") {
        return Some(iota);
    }
    // A type around it changes nothing.
    if is_name(cursor.text()) && cursor.peek(1) == "(" {
        cursor.next();
    }
    if cursor.text() != "(" {
        return None;
    }
    let depth = depth.checked_sub(1)?;
    let mut inner = cursor.inner();
    sum(&mut inner, iota, depth).filter(|_| inner.token().is_none())
}

/// A map or a list: `map[Code]string{…}`, `[]Error{{…}}`.
fn collection(cursor: &mut Cursor<'_, '_>, name: &Token<'_>) -> Option<Block> {
    let mut ahead = *cursor;
    if ahead.text() != "map" && ahead.text() != "[" {
        return None;
    }
    while ahead.text() != "{" {
        ahead.token().filter(|token| !token.starts_line)?;
        ahead.skip_tree();
    }
    let mut inner = ahead.inner();
    *cursor = ahead;
    let mut block = Block { title: Some(name.text.to_owned()), start: name.range.start, ..Block::default() };
    while let Some(token) = inner.token() {
        let key = key(&mut inner);
        let parts = value(&mut inner);
        inner.end_element();
        if key.is_some() {
            block.kind = Kind::Map;
        }
        let comment = Entry::comment_of(&token.docs, inner.remark());
        block.entries.push(Entry { name: key, range: token.range.clone(), comment, parts, ..Entry::default() });
    }
    Some(block)
}
