//! A way through the tokens of a file.

use crate::import::formats::tokens::Token;

#[derive(Clone, Copy)]
pub(super) struct Cursor<'c, 't> {
    pub(super) tokens: &'c [Token<'t>],
    pub(super) at: usize,
}

impl<'c, 't> Cursor<'c, 't> {
    pub(super) fn new(tokens: &'c [Token<'t>]) -> Self {
        Self { tokens, at: 0 }
    }

    pub(super) fn token(&self) -> Option<&'c Token<'t>> {
        self.tokens.get(self.at)
    }

    /// The text of the next token; empty at the end.
    pub(super) fn text(&self) -> &'t str {
        self.peek(0)
    }

    pub(super) fn peek(&self, ahead: usize) -> &'t str {
        self.tokens.get(self.at + ahead).map_or("", |token| token.text)
    }

    pub(super) fn next(&mut self) -> Option<&'c Token<'t>> {
        let token = self.token()?;
        self.at += 1;
        Some(token)
    }

    pub(super) fn skip(&mut self, text: &str) -> bool {
        let is_there = self.text() == text && !text.is_empty();
        self.at += usize::from(is_there);
        is_there
    }

    /// Skips a token and, if it opens brackets, all up to their end.
    pub(super) fn skip_tree(&mut self) {
        let mut depth = 0_usize;
        while let Some(token) = self.next() {
            match token.text {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// The tokens between the brackets that open here, which are skipped.
    pub(super) fn inner(&mut self) -> Cursor<'c, 't> {
        let start = self.at + 1;
        self.skip_tree();
        let is_closed = self.at > start && [")", "]", "}"].contains(&self.tokens[self.at - 1].text);
        let end = if is_closed { self.at - 1 } else { self.at };
        Cursor::new(self.tokens.get(start..end).unwrap_or_default())
    }

    /// The tokens between the brackets that open here, which stay where they are.
    pub(super) fn inner_at(mut self) -> Cursor<'c, 't> {
        self.inner()
    }

    /// Goes behind the sign that ends an element, or behind anything else that is where none can be.
    pub(super) fn end_element(&mut self) {
        if [",", ";", ")", "]", "}"].contains(&self.text()) {
            self.at += 1;
        }
    }

    /// The comment behind the last token.
    pub(super) fn remark(&self) -> Option<&'t str> {
        self.at.checked_sub(1).and_then(|last| self.tokens.get(last)).and_then(|token| token.remark)
    }
}

/// Whether a token is a name.
pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == '$') && !text.contains('.')
}
