//! Messages: text with placeholders, as templates of the format.

use heck::ToSnakeCase;

use super::draft::Param;
use super::placeholders::{Shown, param_name, placeholders};
use crate::catalogue::{self, ParamId, ParamType, Template};

/// The note on a message that is the description.
pub(super) const OF_DESCRIPTION: &str = "the description: the source has no message";

/// A message in pieces.
#[derive(Default)]
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
        let mut message = Self::default();
        let mut end = 0;
        for placeholder in placeholders(text) {
            message.push_text(&text[end..placeholder.range.start]);
            end = placeholder.range.end;
            match placeholder.shown {
                Shown::Text(text) => message.push_text(text),
                Shown::Param { name, kind } => message.push_param(text[placeholder.range].to_owned(), name, kind),
            }
        }
        message.push_text(&text[end..]);
        message
    }

    /// A message that is a template of the format already.
    pub(super) fn of_template(text: String) -> Self {
        let mut names: Vec<String> = Vec::new();
        let (template, _) = Template::parse(text, |name| {
            names.push(name.to_owned());
            Some(ParamId::new(names.len() - 1))
        });
        let mut message = Self::default();
        for piece in template.pieces() {
            match piece {
                catalogue::Piece::Text(text) => message.push_text(text),
                catalogue::Piece::Param(id) => {
                    let written = &names[id.index()];
                    match param_name(written) {
                        Some(name) => message.push_param(format!("{{{{.{written}}}}}"), name, None),
                        None => message.push_text(written),
                    }
                }
            }
        }
        message
    }

    pub(super) fn push_text(&mut self, text: &str) {
        self.pieces.push(Piece::Text(text.to_owned()));
    }

    /// Adds a placeholder, as its source writes it.
    pub(super) fn push_param(&mut self, written: String, name: String, kind: Option<ParamType>) {
        self.params.push(name.clone());
        self.pieces.push(Piece::Param { written, name, kind });
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
