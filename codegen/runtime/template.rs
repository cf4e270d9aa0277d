//! Message templates taken apart, the same in the generator and in what it generates.

use super::hash;

/// One piece of a message template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Text to show as it is.
    Text(&'a str),
    /// What stands between `{{` and `}}`.
    Action(&'a str),
    /// All from a `{{` that no `}}` follows.
    Unclosed(&'a str),
}

/// The pieces of a message template, in order.
#[derive(Clone)]
pub(super) struct Pieces<'a>(pub(super) &'a str);

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    #[inline]
    fn next(&mut self) -> Option<Piece<'a>> {
        let (piece, rest) = match find(self.0, b'{') {
            None if self.0.is_empty() => return None,
            None => (Piece::Text(self.0), ""),
            Some(0) => {
                let (_, action) = self.0.split_at(2);
                match find(action, b'}') {
                    None => (Piece::Unclosed(self.0), ""),
                    Some(close) => {
                        let (action, rest) = action.split_at(close);
                        (Piece::Action(action), rest.split_at(2).1)
                    }
                }
            }
            Some(open) => {
                let (text, rest) = self.0.split_at(open);
                (Piece::Text(text), rest)
            }
        };
        self.0 = rest;
        Some(piece)
    }
}

/// Where a brace first stands twice. By hand, eight bytes at a time: a search for two bytes costs more to set up than a
/// message is long.
fn find(text: &str, brace: u8) -> Option<usize> {
    let mut rest = text.as_bytes();
    while let Some((chunk, behind)) = rest.split_first_chunk() {
        let same = hash::zeros(u64::from_le_bytes(*chunk) ^ u64::from_le_bytes([brace; 8]));
        if same == 0 {
            rest = behind;
            continue;
        }
        rest = rest.get((same.trailing_zeros() / 8) as usize..)?;
        match rest {
            [_, second, ..] if *second == brace => return Some(text.len() - rest.len()),
            [_, behind @ ..] => rest = behind,
            [] => return None,
        }
    }
    let found = rest.windows(2).position(|pair| pair == [brace; 2])?;
    Some(text.len() - rest.len() + found)
}

/// The param that an action names: `fields` for `.fields`, spaces around it aside.
pub(super) fn param(action: &str) -> Option<&str> {
    action.trim_ascii().strip_prefix('.')
}

/// What an action other than a param shows: `{{` for the literal `"{{"`.
pub(super) fn literal(action: &str) -> Option<&str> {
    (action.trim_ascii() == "\"{{\"").then_some("{{")
}
