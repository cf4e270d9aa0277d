//! Changes as annotations of a GitHub workflow run.

use std::fmt::Write;

use errcat::{Bump, Change, Location};

use super::also_breaks;
use crate::diff::Report;
use crate::findings::{data, in_repository, lines, property, workflow_command};

impl Report<'_> {
    /// A line for each change, at its place in the new catalogue, then one for the verdict.
    pub fn github(&self) -> String {
        let level = if self.verdict.is_failure() { "error" } else { "notice" };
        let verdict = format!("::{level} title=errcat diff::{}\n", data(&self.verdict.text()));
        let unused = self.diff.unused().iter().map(workflow_command);
        lines(self.diff.changes().iter().map(|change| self.command(change))) + &lines(unused) + &verdict
    }

    fn command(&self, change: &Change) -> String {
        let level = match change.bump() {
            _ if self.verdict.fails(change) => "error",
            Bump::Major if change.accepted().is_none() => "warning",
            _ => "notice",
        };
        let mut text = self.message(change) + &also_breaks(change);
        if let Some(old) = change.old_location() {
            // Writing to a `String` can't fail.
            let _ = write!(text, "\nbefore: {}", self.old.place(old));
        }
        let place = place(change.nearest_location());
        format!("::{level} {}title={}::{}", place, change.rule().id(), data(&text))
    }
}

/// The properties for a place, followed by those that come after it.
fn place(location: Option<&Location>) -> String {
    let place = |location: &Location| {
        let path = property(&in_repository(&location.path));
        format!("file={path},line={},endLine={},", location.line, location.end_line)
    };
    location.map(place).unwrap_or_default()
}
