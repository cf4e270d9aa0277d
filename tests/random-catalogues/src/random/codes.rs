//! Codes and their messages.

use super::Maker;
use crate::catalogue::Catalogue;
use crate::code::{Code, Deprecation, Piece};
use crate::words::{BLANKS, GRPC_CODES, LINTS_OF_A_CODE, MESSAGES};

const VERSIONS: &[&str] = &["1.4", "1.2.3", "1.0.0-rc", ""];

impl Maker<'_> {
    pub(super) fn codes(&mut self, count: usize, catalogue: &Catalogue) -> Vec<Code> {
        let names = self.code_names(count);
        // Either all codes in a catalogue have a number or none does.
        let first_number = self.maybe(50, |it| u32::try_from(it.choices.below(3)).unwrap_or_default());
        let messages = self.choices.some(MESSAGES, count);
        let codes = names.iter().enumerate().map(|(index, (name, rust_name))| {
            let mut code = Code { name: name.clone(), rust_name: rust_name.clone(), ..self.code(catalogue) };
            self.add_message(&mut code, messages[index], catalogue);
            code.number = first_number.map(|first| self.number(first, u32::try_from(index).unwrap_or_default()));
            code.aliases = self.aliases(index);
            code.deprecated = self.maybe(30, |it| {
                let replacement = it.choices.below(names.len() - 1);
                it.deprecation(&names[replacement].0)
            });
            code
        });
        codes.collect()
    }

    /// The parts that don't depend on other codes.
    fn code(&mut self, catalogue: &Catalogue) -> Code {
        let attributes = catalogue.attributes.iter().filter_map(|attribute| {
            let is_given = attribute.default.is_none() || self.choices.chance(30);
            is_given.then(|| (attribute.name.clone(), self.value(attribute)))
        });
        let attributes = attributes.collect();
        let first = if self.is_odd() { 200 } else { 400 };
        let http_status = first + self.choices.below(600 - first);
        Code {
            http_status: u16::try_from(http_status).unwrap_or_default(),
            description: if self.is_odd() { self.maybe(80, Self::text) } else { Some(self.description()) },
            help: self.maybe(30, Self::description),
            internal: self.maybe(20, |it| it.choices.chance(70)),
            attributes,
            docs_url: self.maybe(30, |it| it.url("https://docs.example/one")),
            grpc: self.maybe(30, |it| it.choices.pick(GRPC_CODES)),
            allow: self.maybe(30, |it| it.choices.some(LINTS_OF_A_CODE, 2)).unwrap_or_default(),
            ..Code::default()
        }
    }

    fn number(&mut self, first: u32, index: u32) -> u32 {
        let low = first + index * 7;
        self.choices.pick(&[low, low, low, u32::MAX - low])
    }

    fn deprecation(&mut self, replacement: &str) -> Deprecation {
        let versions = if self.is_odd() { VERSIONS } else { &VERSIONS[..1] };
        let mut deprecation = Deprecation { note: self.maybe(60, Self::description), ..Deprecation::default() };
        if deprecation.note.is_none() || self.choices.chance(50) {
            deprecation.since = Some(self.choices.pick(versions).to_owned());
            deprecation.replaced_by = self.maybe(40, |_| replacement.to_owned());
        }
        deprecation
    }

    /// A message, and the params that are listed, shown or both.
    fn add_message(&mut self, code: &mut Code, start: &str, catalogue: &Catalogue) {
        let mut message = Message::default();
        if self.is_odd() {
            self.add_odd_pieces(&mut message, catalogue);
        } else {
            message.push_text(start);
        }
        for param in &catalogue.params {
            if !self.choices.chance(25) {
                continue;
            }
            let place = self.choices.below(3);
            if place != 1 {
                let (before, after) = self.choices.pick(&[(" ", ""), (" and ", ""), (": ", "!")]);
                message.push_text(before);
                let blank = self.choices.pick(&["", " "]);
                message.push(Piece::Param { name: param.name.clone(), blanks: [blank, blank] });
                message.push_text(after);
            }
            if place > 0 {
                code.params.push(param.name.clone());
            }
        }
        if !self.is_odd() {
            message.push_text(self.choices.pick(&["", " at the end", "..."]));
        }
        if self.choices.chance(10) {
            message.push_text(" ");
            message.push(Piece::Braces { blanks: ["", ""] });
        }
        code.message = message.pieces;
    }

    fn add_odd_pieces(&mut self, message: &mut Message, catalogue: &Catalogue) {
        for _ in 0..self.choices.below(5) {
            let blanks = [self.choices.pick(BLANKS), self.choices.pick(BLANKS)];
            match self.choices.below(4) {
                0 | 1 => message.push_text(&self.text()),
                2 if !catalogue.params.is_empty() => {
                    let name = self.choices.pick(&catalogue.params).name;
                    message.push(Piece::Param { name, blanks });
                }
                _ => message.push(Piece::Braces { blanks }),
            }
        }
    }
}

/// A message under construction: braces in texts are kept apart if they would start a placeholder.
#[derive(Default)]
struct Message {
    pieces: Vec<Piece>,
}

impl Message {
    fn push_text(&mut self, text: &str) {
        for char in text.chars() {
            if char == '{' {
                self.part_braces();
            }
            match self.pieces.last_mut() {
                Some(Piece::Text(text)) => text.push(char),
                _ => self.pieces.push(Piece::Text(char.to_string())),
            }
        }
    }

    fn push(&mut self, piece: Piece) {
        self.part_braces();
        self.pieces.push(piece);
    }

    fn part_braces(&mut self) {
        if let Some(Piece::Text(text)) =
            self.pieces.last_mut().filter(|last| matches!(last, Piece::Text(text) if text.ends_with('{')))
        {
            text.push(' ');
        }
    }
}
