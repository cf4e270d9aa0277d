//! Recognising messages by their templates.

use super::{Match, Recognised, RecognisedBy};
use crate::catalogue::{Catalogue, CodeId, ParamId, values};
use crate::split::{Part, can_be};

/// No message for people is longer, in bytes.
const MAX_LEN: usize = 8192;

/// The templates of all messages.
pub(super) struct Templates {
    /// In the catalogue's order.
    parts: Vec<Vec<Part<ParamId>>>,
}

impl Templates {
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        Self { parts: catalogue.codes().iter().map(|code| catalogue.parts_of(code)).collect() }
    }

    /// The codes whose message this text can be, without those that any text can be a message of.
    pub(super) fn with_message(&self, text: &str) -> Vec<Match> {
        let mut found = self.with_any_message(text);
        found.retain(|it| it.likeness > 0);
        found
    }

    /// The codes whose message this text can be.
    pub(super) fn with_any_message(&self, text: &str) -> Vec<Match> {
        let ids = self.ids().filter(|id| text.len() <= MAX_LEN && can_be(self.parts_of(*id), text));
        ids.map(|id| self.matched(id, text)).collect()
    }

    /// The codes whose message this text can end in, starting where their template's first text is.
    pub(super) fn within(&self, text: &str) -> Vec<Match> {
        self.ids().filter_map(|id| Some(self.matched(id, self.end_with_message(id, text)?))).collect()
    }

    /// The params of the code's message, if the text ends in it.
    pub(super) fn params_within(&self, id: CodeId, text: &str) -> Vec<(ParamId, String)> {
        self.end_with_message(id, text).map(|message| self.params(id, message)).unwrap_or_default()
    }

    /// The params of the code's message.
    pub(super) fn params(&self, id: CodeId, message: &str) -> Vec<(ParamId, String)> {
        values(self.parts_of(id), message).into_iter().map(|(param, text)| (param, text.to_owned())).collect()
    }

    fn end_with_message<'t>(&self, id: CodeId, text: &'t str) -> Option<&'t str> {
        let parts = self.parts_of(id);
        let Some(Part::Text(first)) = parts.first().filter(|_| text.len() <= MAX_LEN) else { return None };
        // A word may start with a short text by chance.
        if first.len() < SHORTEST_START {
            return None;
        }
        let starts = text.match_indices(first.as_str()).map(|(at, _)| &text[at..]);
        starts.into_iter().find(|rest| can_be(parts, rest))
    }

    fn matched(&self, id: CodeId, message: &str) -> Match {
        let own = self.parts_of(id).iter().map(|part| if let Part::Text(text) = part { text.len() } else { 0 });
        let found = Recognised { code: id, params: self.params(id, message), by: RecognisedBy::Message };
        Match { found, likeness: own.sum() }
    }

    fn ids(&self) -> impl Iterator<Item = CodeId> {
        (0..self.parts.len()).map(CodeId::new)
    }

    fn parts_of(&self, id: CodeId) -> &[Part<ParamId>] {
        &self.parts[id.index()]
    }
}

/// In bytes.
const SHORTEST_START: usize = 4;
