//! Changes as a comment on a pull request.

use std::fmt::Write;

use super::{also_breaks, sections};
use crate::diff::Report;

/// GitHub rejects a comment of more than 65,536 characters.
const MAX_CHARS: usize = 60_000;

impl Report<'_> {
    pub fn markdown(&self) -> String {
        let mut text = format!("### Error catalogue: {}\n", escaped(&self.verdict.text()));
        let (mut shown, mut length) = (0, text.len());
        for section in sections(self.diff) {
            let mut rows = String::new();
            for change in section.changes {
                let place = |place: Option<String>| place.map_or_else(|| "–".to_owned(), |place| format!("`{place}`"));
                let before = place(change.old_location().map(|old| self.old.place(old)));
                let now = place(change.new_location().map(|new| self.new.place(new)));
                let why = change.accepted().map(|why| format!(" – accepted: {why}")).unwrap_or_default();
                let message = escaped(&(self.message(change) + &also_breaks(change) + &why));
                let row = format!("| `{}` | {message} | {before} | {now} |\n", change.rule().id());
                length += row.len();
                if length > MAX_CHARS {
                    break;
                }
                rows += &row;
                shown += 1;
            }
            if !rows.is_empty() {
                // Writing to a `String` can't fail.
                let _ =
                    write!(text, "\n**{}**\n\n| change | | before | now |\n|---|---|---|---|\n{rows}", section.title);
            }
        }
        for unused in self.diff.unused() {
            let _ = write!(text, "\n{}\n", escaped(unused.message()));
        }
        let hidden = self.diff.changes().len() - shown;
        if hidden > 0 {
            let _ = write!(text, "\n{hidden} more, not shown\n");
        }
        text
    }
}

/// A text in a cell of a table: no HTML, no cell of its own, and nobody is notified.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('|', "\\|").replace('@', "@<!-- -->")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_message_stays_a_text_in_its_cell() {
        assert_eq!(super::escaped("a | <b> & @all"), "a \\| &lt;b> &amp; @<!-- -->all");
    }
}
