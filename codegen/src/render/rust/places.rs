//! Where the placeholders of a message are, as `runtime/pieces.rs` reads it.

use std::fmt::Write;
use std::ops::Range;

use crate::template::{self, Piece, Pieces};

/// The places of a message's placeholders, with the index of the param that each stands for.
pub(super) fn of(message: &str, index: impl Fn(&str) -> Option<usize>) -> String {
    let mut places = Places { message, at: 0, written: String::new() };
    let mut end = 0;
    for piece in Pieces(message) {
        let start = end;
        match piece {
            Piece::Text(text) | Piece::Unclosed(text) => end += text.len(),
            Piece::Action(action) => {
                end += action.len() + 4;
                if let Some(name) = template::param(action) {
                    places.push(start..end, index(name));
                } else if let Some(shown) = template::literal(action) {
                    places.push(start..start + 2 + shown.start, None);
                    places.push(start + 2 + shown.end..end, None);
                }
            }
        }
    }
    places.written
}

struct Places<'m> {
    message: &'m str,
    /// Up to where the message is written.
    at: usize,
    written: String,
}

impl Places<'_> {
    /// Adds the text up to here, and then what isn't shown as it stands there. A length has two digits: what is longer
    /// makes several places.
    fn push(&mut self, mut hidden: Range<usize>, param: Option<usize>) {
        while hidden.start - self.at > LONGEST {
            let mut ends = (self.at..=self.at + LONGEST).rev();
            let end = ends.find(|&end| self.message.is_char_boundary(end)).expect("a text starts at a character");
            self.write(end, 0, None);
        }
        // Placeholders are ASCII.
        while hidden.len() > LONGEST {
            self.write(hidden.start, LONGEST, None);
            hidden.start += LONGEST;
        }
        self.write(hidden.start, hidden.len(), param);
    }

    fn write(&mut self, text_end: usize, hidden: usize, param: Option<usize>) {
        let param = param.map(|param| param.to_string()).unwrap_or_default();
        let _ = write!(self.written, "{{{:02}+{hidden:02}={param}", text_end - self.at);
        self.at = text_end + hidden;
    }
}

const LONGEST: usize = 99;
