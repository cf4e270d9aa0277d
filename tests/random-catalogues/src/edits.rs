//! Random edits, as between two versions of a catalogue.

use crate::catalogue::{Catalogue, Param};
use crate::choices::Choices;
use crate::code::{Code, Piece};
use crate::words::{PARAM_NAMES, PARAM_TYPES, VIOLATIONS};

const TEXTS: &[&str] = &["", " ", ": ", " of ", " and ", ", ", "!", "alpha ", " is over ", " MB"];

impl Catalogue {
    /// Makes one edit, of a code or of a param. A valid catalogue stays valid, unless something refers to a code that is
    /// removed or renamed; a fallback is neither.
    ///
    /// # Panics
    ///
    /// There is no code.
    pub fn edit(&mut self, spare: &Code, choices: &mut Choices) {
        let code = choices.below(self.codes.len());
        match choices.below(9) {
            0 => self.declare_param(choices),
            1 => self.retype_param(choices),
            2 => self.toggle_sensitive(choices),
            3 | 4 => self.add_param(code, choices),
            5 => self.remove_param(code, choices),
            6 => self.codes[code].reword(choices),
            7 if !self.is_fallback(code) => self.codes[code].rename(choices),
            8 if !self.is_fallback(code) => self.replace_code(code, spare),
            _ => self.codes[code].message.rotate_left(1),
        }
    }

    fn is_fallback(&self, code: usize) -> bool {
        let name = &self.codes[code].name;
        let named = |fallback: &crate::Fallback| {
            fallback.other == *name || fallback.by_status.iter().any(|(_, other)| other == name)
        };
        self.fallback.as_ref().is_some_and(named)
    }

    fn declare_param(&mut self, choices: &mut Choices) {
        let name = choices.pick(PARAM_NAMES);
        if self.params.iter().all(|param| param.name != name) {
            let sensitive = choices.chance(20).then_some(true);
            self.params.push(Param { name: name.to_owned(), kind: "string", description: None, sensitive });
        }
    }

    fn retype_param(&mut self, choices: &mut Choices) {
        let kind = choices.pick(PARAM_TYPES);
        // A code can have only one param of this type.
        let is_taken = kind == VIOLATIONS && self.params.iter().any(|param| param.kind == kind);
        if let Some(param) = self.any_param(choices).filter(|_| !is_taken) {
            param.kind = kind;
        }
    }

    fn toggle_sensitive(&mut self, choices: &mut Choices) {
        if let Some(param) = self.any_param(choices) {
            param.sensitive = Some(param.sensitive != Some(true));
        }
    }

    fn any_param(&mut self, choices: &mut Choices) -> Option<&mut Param> {
        let at = choices.below(self.params.len().max(1));
        self.params.get_mut(at)
    }

    fn add_param(&mut self, code: usize, choices: &mut Choices) {
        let Some(param) = self.any_param(choices) else { return self.declare_param(choices) };
        let (name, code) = (param.name.clone(), &mut self.codes[code]);
        if choices.chance(70) {
            let at = choices.below(code.message.len() + 1);
            code.message.splice(at..at, [Piece::Text(choices.pick(TEXTS).to_owned()), Piece::param(&name)]);
        } else if !code.params.contains(&name) {
            code.params.push(name);
        }
    }

    fn remove_param(&mut self, code: usize, choices: &mut Choices) {
        if let Some(param) = self.any_param(choices) {
            let (name, code) = (param.name.clone(), &mut self.codes[code]);
            code.params.retain(|listed| *listed != name);
            code.message.retain(|piece| !matches!(piece, Piece::Param { name: shown, .. } if *shown == name));
        }
    }

    /// Removes the code, or replaces it if it is the only one.
    fn replace_code(&mut self, code: usize, spare: &Code) {
        if self.codes.len() > 1 {
            self.codes.remove(code);
        }
        // It may be there already, even with a new name.
        if self.codes.iter().all(|code| !code.name.starts_with(&spare.name)) {
            self.codes.push(spare.clone());
        }
    }
}

impl Code {
    /// Changes a text of the message, or adds one.
    fn reword(&mut self, choices: &mut Choices) {
        let text = choices.pick(TEXTS).to_owned();
        let at = choices.below(self.message.len().max(1));
        match self.message.get_mut(at) {
            Some(Piece::Text(before)) => *before = text,
            _ => self.message.insert(at, Piece::Text(text)),
        }
    }

    /// Mostly with the old name as an alias.
    fn rename(&mut self, choices: &mut Choices) {
        let name = format!("{}.v2", self.name);
        let old = std::mem::replace(&mut self.name, name);
        if choices.chance(70) {
            self.aliases.push(old);
        }
    }
}
