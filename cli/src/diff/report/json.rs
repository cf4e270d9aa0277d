//! Changes for other programs, by `schema/diff.schema.json`.

use errcat::{Change, Location};
use serde_json::{Map, Value, json};

use crate::diff::Report;
use crate::diff::side::Side;
use crate::findings::location_object;

impl Report<'_> {
    pub fn json(&self) -> String {
        let changes: Vec<_> = self.diff.changes().iter().map(|change| self.object(change)).collect();
        let broken: Map<_, _> =
            self.diff.broken().into_iter().map(|(it, count)| (it.as_str().to_owned(), count.into())).collect();
        let document = json!({
            "old": self.old.name(),
            "new": self.new.name(),
            "bump": self.verdict.bump().map(errcat::Bump::as_str),
            "failure": self.verdict.is_failure(),
            "verdict": self.verdict.text(),
            "broken": broken,
            "changes": changes,
            "unused": self.diff.unused().iter().map(|unused| {
                let place = place(self.new, Some(unused.location()));
                json!({ "message": unused.message(), "help": unused.help(), "place": place })
            }).collect::<Vec<_>>(),
        });
        format!("{document:#}\n")
    }

    fn object(&self, change: &Change) -> Value {
        let subject: Map<_, _> =
            change.subject().iter().map(|(part, name)| (part.as_str().to_owned(), name.clone().into())).collect();
        let breaks: Vec<_> = change.breaks().iter().map(|breaks| breaks.as_str()).collect();
        json!({
            "key": change.key(),
            "change": change.rule().id(),
            "subject": subject,
            "message": change.message(),
            "breaks": breaks,
            "bump": change.bump().as_str(),
            "failure": self.verdict.fails(change),
            "old": place(self.old, change.old_location()),
            "new": place(self.new, change.new_location()),
            "accepted": change.accepted(),
            "seen": self.seen(change),
        })
    }
}

fn place(side: &Side, location: Option<&Location>) -> Option<Value> {
    location.map(|location| {
        let mut object = location_object(location);
        object["path"] = side.path(location).into();
        object
    })
}
