//! Message templates taken apart, the same in the generator and in what it generates.

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

    fn next(&mut self) -> Option<Piece<'a>> {
        if self.0.is_empty() {
            return None;
        }
        let open = open(self.0);
        if open > 0 {
            let (text, rest) = self.0.split_at(open);
            self.0 = rest;
            return Some(Piece::Text(text));
        }
        if let Some((action, rest)) = self.0[2..].split_once("}}") {
            self.0 = rest;
            Some(Piece::Action(action))
        } else {
            Some(Piece::Unclosed(core::mem::take(&mut self.0)))
        }
    }
}

/// Where the first `{{` is, or the end. By hand: a search for two bytes costs more to set up than a message is long.
fn open(text: &str) -> usize {
    let bytes = text.as_bytes();
    (0..bytes.len()).find(|&at| bytes[at] == b'{' && bytes.get(at + 1) == Some(&b'{')).unwrap_or(bytes.len())
}

/// The param that an action names: `fields` for `.fields`, spaces around it aside.
pub(super) fn param(action: &str) -> Option<&str> {
    action.trim_ascii().strip_prefix('.')
}

/// What an action other than a param shows: `{{` for the literal `"{{"`.
pub(super) fn literal(action: &str) -> Option<&str> {
    (action.trim_ascii() == "\"{{\"").then_some("{{")
}
