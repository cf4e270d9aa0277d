//! Changes as annotations of a GitHub workflow run.

use std::fmt::Write;

use errcat::{Bump, Change};

use super::also_breaks;
use crate::diff::Report;
use crate::findings::{data, in_repository, lines, property};

impl Report<'_> {
    /// A line for each change, at its place in the new catalogue, then one for the verdict.
    pub fn github(&self) -> String {
        let level = if self.verdict.is_failure() { "error" } else { "notice" };
        let verdict = format!("::{level} title=errcat diff::{}\n", data(&self.verdict.text()));
        lines(self.diff.changes().iter().map(|change| self.command(change))) + &verdict
    }

    fn command(&self, change: &Change) -> String {
        let level = match change.bump() {
            bump if self.verdict.fails(bump) => "error",
            Bump::Major => "warning",
            _ => "notice",
        };
        let mut text = self.message(change) + &also_breaks(change);
        if let Some(old) = change.old_location() {
            // Writing to a `String` can't fail.
            let _ = write!(text, "\nbefore: {}", self.old.place(old));
        }
        let place = change.nearest_location().map(|location| {
            let path = property(&in_repository(&location.path));
            format!("file={path},line={},endLine={},", location.line, location.end_line)
        });
        format!("::{level} {}title={}::{}", place.unwrap_or_default(), change.rule().id(), data(&text))
    }
}
