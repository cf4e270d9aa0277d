//! Message templates taken apart.

use std::ops::Range;

/// One piece of a message template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Text to show as it is.
    Text(&'a str),
    /// What stands between `{{` and `}}`.
    Action(&'a str),
    /// All from a `{{` that no `}}` follows.
    Unclosed(&'a str),
}

/// The pieces of a message template, in order.
#[derive(Clone)]
pub(crate) struct Pieces<'a>(pub(crate) &'a str);

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let template = self.0;
        if template.is_empty() {
            return None;
        }
        let (text, from_open) = template.split_at(template.find("{{").unwrap_or(template.len()));
        let (piece, rest) = if !text.is_empty() {
            (Piece::Text(text), from_open)
        } else if let Some((action, rest)) = from_open[2..].split_once("}}") {
            (Piece::Action(action), rest)
        } else {
            (Piece::Unclosed(template), "")
        };
        self.0 = rest;
        Some(piece)
    }
}

/// The param that an action names: `fields` for `.fields`, spaces around it aside.
pub(crate) fn param(action: &str) -> Option<&str> {
    action.trim_ascii().strip_prefix('.')
}

/// Where in an action other than a param what it shows stands: `{{` for the literal `"{{"`.
pub(crate) fn literal(action: &str) -> Option<Range<usize>> {
    let start = action.find("{{")?;
    (action.trim_ascii() == "\"{{\"").then_some(start..start + 2)
}
