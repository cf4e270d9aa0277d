//! Messages as texts with values between them, to be taken apart again.

use super::{Catalogue, Code, ParamId, ParamType, Piece, REDACTED};
use crate::split::{Form, Part, push, split};

impl Catalogue {
    /// A code's message as the texts that it must contain and the params between them.
    pub(crate) fn parts_of(&self, code: &Code) -> Vec<Part<ParamId>> {
        let mut parts = Vec::new();
        for piece in code.message.pieces() {
            match piece {
                Piece::Text(text) => push(&mut parts, text),
                // What is shown for a sensitive param is known.
                Piece::Param(param) if self[param].sensitive => push(&mut parts, REDACTED),
                Piece::Param(param) => parts.push(Part::Param(param, form(self[param].kind))),
            }
        }
        parts
    }
}

/// The texts of the params in a message, if it can be split into the parts in only one way.
pub(crate) fn values<'m>(parts: &[Part<ParamId>], message: &'m str) -> Vec<(ParamId, &'m str)> {
    let mut values: Vec<(ParamId, &str)> = Vec::new();
    for (param, text) in split(parts, message).unwrap_or_default() {
        if values.iter().all(|(known, _)| *known != param) {
            values.push((param, text));
        }
    }
    values
}

fn form(kind: ParamType) -> Form {
    match kind {
        ParamType::String | ParamType::List | ParamType::Violations => Form::Any,
        ParamType::Integer => Form::Int,
        ParamType::Unsigned => Form::Uint,
        ParamType::Float => Form::Float,
        ParamType::Boolean => Form::Bool,
    }
}
