//! The positions of a message's placeholders, in the form that `runtime/pieces.rs` reads.

use std::fmt::Write;
use std::ops::Range;

use crate::catalogue::{ParamId, Shown, Template};
use crate::layout::LONGEST_PLACE as LONGEST;

/// The positions of a message's placeholders, each with the index of its param.
pub(super) fn of(message: &Template, index: impl Fn(ParamId) -> Option<usize>) -> String {
    let mut places = Places { message: message.as_str(), at: 0, written: String::new() };
    for placeholder in message.placeholders() {
        let range = placeholder.range.clone();
        match &placeholder.shown {
            Shown::Param(param) => places.push(range, index(*param)),
            Shown::Text(shown) => {
                places.push(range.start..shown.start, None);
                places.push(shown.end..range.end, None);
            }
        }
    }
    places.written
}

struct Places<'m> {
    message: &'m str,
    /// How much of the message is already covered.
    at: usize,
    written: String,
}

impl Places<'_> {
    /// Adds the text up to the range, and then the range, which is not shown as written. Lengths have two digits;
    /// longer ones are split.
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
