//! Messages: text with placeholders, as templates of the format.

use heck::ToSnakeCase;

use super::draft::Param;
use super::placeholders::{Shown, placeholders};
use crate::catalogue::ParamType;

/// A message in pieces.
pub(super) struct Message {
    pieces: Vec<Piece>,
    /// The params of the placeholders, in order.
    pub(super) params: Vec<String>,
    /// Why it isn't the source's own.
    pub(super) note: Option<&'static str>,
}

enum Piece {
    Text(String),
    Param { written: String, name: String, kind: Option<ParamType> },
}

impl Message {
    pub(super) fn parse(text: &str) -> Self {
        let text = text.trim();
        let mut pieces = Vec::new();
        let mut end = 0;
        for placeholder in placeholders(text) {
            pieces.push(Piece::Text(text[end..placeholder.range.start].to_owned()));
            end = placeholder.range.end;
            pieces.push(match placeholder.shown {
                Shown::Text(text) => Piece::Text(text.to_owned()),
                Shown::Param { name, kind } => Piece::Param { written: text[placeholder.range].to_owned(), name, kind },
            });
        }
        pieces.push(Piece::Text(text[end..].to_owned()));
        let params = pieces.iter().filter_map(|piece| match piece {
            Piece::Param { name, .. } => Some(name.clone()),
            Piece::Text(_) => None,
        });
        Self { params: params.collect(), pieces, note: None }
    }

    pub(super) fn noted(text: &str, note: &'static str) -> Self {
        Self { note: Some(note), ..Self::parse(text) }
    }

    /// Declares each param by the name that `declare` returns. Returns the placeholders that are written differently now.
    pub(super) fn declare_params(
        &mut self,
        mut declare: impl FnMut(&str, Option<ParamType>) -> String,
    ) -> Vec<(String, String)> {
        let mut renamed = Vec::new();
        self.params.clear();
        for piece in &mut self.pieces {
            if let Piece::Param { written, name, kind } = piece {
                *name = declare(name, *kind);
                self.params.push(name.clone());
                let change = (written.clone(), format!("{{{{.{name}}}}}"));
                let is_new = change.0.replace(' ', "") != change.1 && !renamed.contains(&change);
                if is_new {
                    renamed.push(change);
                }
            }
        }
        renamed
    }

    /// The message as a template of the format.
    pub(super) fn template(&self) -> String {
        let mut text = String::new();
        let mut plain = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(piece) => plain += piece,
                Piece::Param { name, .. } => {
                    push_text(&mut text, &plain);
                    plain.clear();
                    // After a brace, the placeholder would start one character earlier.
                    if text.ends_with('{') {
                        text.push(' ');
                    }
                    text.extend(["{{.", name, "}}"]);
                }
            }
        }
        push_text(&mut text, &plain);
        text
    }

    /// Whether a constructor would have these params, in this order, without their being listed.
    pub(super) fn shows_in_order(&self, listed: &[String], declared: &[Param]) -> bool {
        let in_order = declared.iter().map(|param| &param.name).filter(|name| self.params.contains(name));
        in_order.eq(listed)
    }
}

fn push_text(template: &mut String, text: &str) {
    *template += &text.replace("{{", "{{\"{{\"}}");
}

/// The words of a name: `sold out` for `SOLD_OUT`.
pub(super) fn words_of(name: &str) -> String {
    name.to_snake_case().replace('_', " ")
}
