//! Texts.

use super::Maker;
use crate::words::{DESCRIPTIONS, HOSTILE, MESSAGES};

impl Maker<'_> {
    /// A text that formats and renderers may have trouble with.
    pub(super) fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.choices.below(4) {
            if self.choices.chance(70) {
                text += self.choices.pick(HOSTILE);
            } else {
                let bytes: Vec<_> = (0..self.choices.below(12)).map(|_| self.byte()).collect();
                text += &String::from_utf8_lossy(&bytes);
            }
        }
        text
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.choices.below(256)).unwrap_or_default()
    }

    pub(super) fn description(&mut self) -> String {
        if self.is_odd() { self.text() } else { self.choices.pick(DESCRIPTIONS).to_owned() }
    }

    /// A one-line text that can start a message.
    pub(super) fn message_text(&mut self) -> String {
        if self.is_odd() { self.text() } else { self.choices.pick(MESSAGES).to_owned() }
    }

    pub(super) fn url(&mut self, clean: &str) -> String {
        if self.is_odd() { self.text() } else { clean.to_owned() }
    }
}
