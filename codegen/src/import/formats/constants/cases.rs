//! What functions return for constants: `case NOT_FOUND: return "not found"`.

use super::blocks::{Block, Entry, Kind};
use super::cursor::{Cursor, is_name};
use super::values::{Part, Value, value};
use crate::import::formats::tokens::Token;
use crate::import::status::status_of_name;

/// A map for each `switch`, called as its function is.
pub(super) fn blocks(tokens: &[Token<'_>]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut cursor = Cursor::new(tokens);
    while let Some(token) = cursor.next() {
        match (token.text, blocks.last_mut()) {
            ("switch", _) => {
                let title = function_around(&tokens[..cursor.at - 1]);
                blocks.push(Block { title, start: token.range.start, kind: Kind::Cases, ..Block::default() });
            }
            ("case", Some(block)) => block.entries.extend(entries(&mut cursor)),
            _ => {}
        }
    }
    blocks
}

/// The name of the function that a `switch` is in: the last name in front of brackets.
fn function_around(before: &[Token<'_>]) -> Option<String> {
    const NEAR: usize = 40;
    const KEYWORDS: [&str; 4] = ["if", "for", "while", "switch"];
    let is_called =
        |pair: &&[Token<'_>]| pair[1].text == "(" && is_name(pair[0].text) && !KEYWORDS.contains(&pair[0].text);
    let near = &before[before.len().saturating_sub(NEAR)..];
    near.windows(2).rev().find(is_called).map(|pair| pair[0].text.to_owned())
}

/// The constants of a case with the text or number that is returned for them, if it is one.
fn entries(cursor: &mut Cursor<'_, '_>) -> Vec<Entry> {
    let mut names = Vec::new();
    while let Some(name) = cursor.next() {
        names.push(name);
        if !cursor.skip(",") {
            break;
        }
    }
    let is_arrow = cursor.skip("-") && cursor.skip(">");
    if !is_arrow && !cursor.skip(":") {
        return Vec::new();
    }
    let mut ahead = *cursor;
    if !is_arrow && !ahead.skip("return") {
        return Vec::new();
    }
    let is_said = |part: &Part| !matches!(&part.value, Value::Word(word) if status_of_name(word).is_none());
    let parts = value(&mut ahead).filter(|parts| parts.len() == 1 && parts.iter().all(is_said));
    *cursor = ahead;
    let Some(parts) = parts else { return Vec::new() };
    let entry = |name: &&Token<'_>| Entry {
        name: Some(name.text.to_owned()),
        range: name.range.clone(),
        parts: Some(parts.clone()),
        ..Entry::default()
    };
    names.iter().map(entry).collect()
}
