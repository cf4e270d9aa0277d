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
        let open = find(self.0, b'{').unwrap_or(self.0.len());
        if open > 0 {
            let (text, rest) = self.0.split_at(open);
            self.0 = rest;
            return Some(Piece::Text(text));
        }
        if let Some(close) = find(&self.0[2..], b'}') {
            let action = &self.0[2..2 + close];
            self.0 = &self.0[2 + close + 2..];
            Some(Piece::Action(action))
        } else {
            Some(Piece::Unclosed(core::mem::take(&mut self.0)))
        }
    }
}

/// Where a brace first stands twice. By hand, eight bytes at a time: a search for two bytes costs more to set up than a
/// message is long.
fn find(text: &str, brace: u8) -> Option<usize> {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const TOPS: u64 = u64::from_le_bytes([0x80; 8]);
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        if let Some((chunk, _)) = bytes[at..].split_first_chunk() {
            let unlike = u64::from_le_bytes(*chunk) ^ u64::from_le_bytes([brace; 8]);
            // The top bit of the first byte that is the brace, and none before it.
            let same = unlike.wrapping_sub(ONES) & !unlike & TOPS;
            at += (same.trailing_zeros() / 8) as usize;
            if same == 0 {
                continue;
            }
        } else {
            at += bytes[at..].iter().position(|&byte| byte == brace)?;
        }
        if bytes.get(at + 1) == Some(&brace) {
            return Some(at);
        }
        at += 1;
    }
}

/// The param that an action names: `fields` for `.fields`, spaces around it aside.
pub(super) fn param(action: &str) -> Option<&str> {
    action.trim_ascii().strip_prefix('.')
}

/// What an action other than a param shows: `{{` for the literal `"{{"`.
pub(super) fn literal(action: &str) -> Option<&str> {
    (action.trim_ascii() == "\"{{\"").then_some("{{")
}
