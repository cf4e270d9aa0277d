//! `errcat diff --witness`: what proves a change.

use std::fmt::Write;
use std::io;

use errcat::{Change, Diff, Sent, Side, printable};

/// The proofs of the changes with this key or of this kind.
pub fn text(diff: &Diff<'_>, subject: &str) -> io::Result<String> {
    let is_meant = |change: &&Change| change.key() == subject || change.rule().id() == subject;
    let texts: Vec<_> = diff.changes().iter().filter(is_meant).map(|change| proof(diff, change)).collect();
    if texts.is_empty() {
        let keys: Vec<_> = diff.changes().iter().map(Change::key).collect();
        let found =
            if keys.is_empty() { "nothing has changed".to_owned() } else { format!("there are: {}", keys.join(", ")) };
        return Err(io::Error::other(format!("there is no change `{}`; {found}", printable(subject))));
    }
    Ok(texts.join("\n"))
}

fn proof(diff: &Diff<'_>, change: &Change) -> String {
    let (mut text, witness) = (format!("{}: {}\n", change.key(), change.message()), diff.witness(change));
    for program in &witness.programs {
        text += "\nThis compiles with the Rust of OLD as the module `errors`, but not with that of NEW:\n\n";
        // Writing to a `String` can't fail.
        program.lines().for_each(|line| _ = writeln!(text, "    {line}"));
    }
    for Sent { by, status, body, old_client, new_client, .. } in &witness.wire {
        let server = if *by == Side::Old { "OLD" } else { "NEW" };
        let _ = write!(text, "\nA server of {server} sends, with the HTTP status {status}:\n\n    {body}\n\n");
        let _ = write!(text, "- a client of OLD {old_client}\n- a client of NEW {new_client}\n");
    }
    if witness.programs.is_empty() && witness.wire.is_empty() {
        text += "\nIt shows in no program and in no error.\n";
    }
    text
}
