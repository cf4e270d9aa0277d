//! Changes for people at a terminal.

use std::fmt::Write;

use super::{also_breaks, sections};
use crate::diff::Report;

impl Report<'_> {
    pub fn human(&self) -> String {
        let mut text = String::new();
        for section in sections(self.diff) {
            // Writing to a `String` can't fail.
            let _ = writeln!(text, "{}", section.title);
            for change in section.changes {
                let _ = writeln!(text, "  {}: {}{}", change.rule().id(), self.message(change), also_breaks(change));
                if let Some(why) = change.accepted() {
                    let _ = writeln!(text, "    accepted: {why}");
                }
                if let Some(old) = change.old_location() {
                    let _ = writeln!(text, "    before {}", self.old.place(old));
                }
                if let Some(new) = change.new_location() {
                    let _ = writeln!(text, "    now    {}", self.new.place(new));
                }
            }
            text.push('\n');
        }
        for unused in self.diff.unused() {
            let _ = writeln!(text, "{} ({})", unused.message(), self.new.place(unused.location()));
            if let Some(help) = unused.help() {
                let _ = writeln!(text, "  help: {help}");
            }
        }
        text + &self.verdict.text() + "\n"
    }
}
