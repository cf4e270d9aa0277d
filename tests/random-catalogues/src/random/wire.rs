//! What a catalogue says about the wire.

use super::Maker;
use crate::catalogue::{Fallback, Wire};

const MEMBERS: &[&str] = &["type", "code", "msg", "data", "error_description", "0", "a b", "Größe", "null"];
const ODD_MEMBERS: &[&str] =
    &["", " ", "\"", "\\", "{{.x}}", "\u{202e}", "\u{2028}", "e\u{301}", "🦀", "[0]", "a.b", "<<", "~", "*/", "'", "#"];
const PATHS: &[&str] = &["error", "errors[0]", "a.b", "data.errors[0].error", "x[0].y[0]", "Größe", "a b"];

impl Maker<'_> {
    pub(super) fn wire(&mut self, have_numbers: bool) -> Wire {
        match self.choices.below(4) {
            0 => Wire::Word("kratos"),
            1 => Wire::Word("problem"),
            _ => Wire::Envelope(self.envelope(have_numbers)),
        }
    }

    fn envelope(&mut self, have_numbers: bool) -> Vec<(&'static str, String)> {
        let codes: &[&[_]] = if have_numbers { &[&["code"], &["number"], &["code", "number"]] } else { &[&["code"]] };
        let mut keys = self.choices.pick(codes).to_vec();
        keys.extend(["message", "params", "status"].into_iter().filter(|_| self.choices.chance(60)));
        let members = self.choices.some(MEMBERS, keys.len());
        let members = members.into_iter().enumerate().map(|(at, member)| self.member(member, at));
        let mut envelope: Vec<_> = keys.into_iter().zip(members).collect();
        envelope.extend(self.maybe(50, |it| ("at", it.choices.pick(PATHS).to_owned())));
        envelope
    }

    /// The member's name, or one that no other member has, since it ends in the position.
    fn member(&mut self, name: &str, at: usize) -> String {
        if self.is_odd() { format!("{}{at}", self.choices.pick(ODD_MEMBERS)) } else { name.to_owned() }
    }

    pub(super) fn fallback(&mut self, codes: &[String]) -> Fallback {
        let mut statuses = self.choices.some(&["400", "404", "429", "499", "500", "503", "599", "4xx", "5xx"], 3);
        statuses.truncate(self.choices.below(4));
        let by_status = statuses.into_iter().map(|status| (status.to_owned(), self.choices.pick(codes))).collect();
        Fallback { by_status, other: self.choices.pick(codes) }
    }
}
