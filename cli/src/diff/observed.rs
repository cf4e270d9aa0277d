//! How often codes were seen, as counted from logs or metrics.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;

use errcat::{Change, printable};
use serde_json::Value;

use crate::print::shown;

/// The names that were seen, each with how often.
pub struct Observed {
    counts: HashMap<String, u64>,
}

/// The changes after which a name is no longer sent or read as before; it is the last one of the subject.
const ABOUT_NAMES: &[&str] = &["alias-removed", "code-case-changed", "code-removed", "code-renamed", "name-reused"];

impl Observed {
    /// Reads `name,count` or `{"name": …, "count": …}` from each line. A first line without a count is a heading.
    pub fn read(path: &Path) -> io::Result<Self> {
        let error = |why: String| io::Error::other(format!("{}: {why}", shown(path)));
        let text = fs::read_to_string(path).map_err(|cause| error(cause.to_string()))?;
        let mut counts: HashMap<String, u64> = HashMap::new();
        let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
        for (at, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
            match parse(line.trim()) {
                Some((name, count)) => {
                    let sum = counts.entry(name).or_default();
                    *sum = sum.saturating_add(count);
                }
                None if at == 0 && !line.starts_with('{') && line.contains(',') => {}
                None => {
                    let found = printable(line).chars().take(80).collect::<String>();
                    let expected = "expected `name,count` or `{\"name\": …, \"count\": …}`";
                    return Err(error(format!("line {}: {expected}, found `{found}`", at + 1)));
                }
            }
        }
        Ok(Self { counts })
    }

    /// How often the name was seen that a change is about, if it is about one.
    pub fn count(&self, change: &Change) -> Option<u64> {
        let (_, name) = change.subject().last().filter(|_| ABOUT_NAMES.contains(&change.rule().id()))?;
        Some(self.counts.get(name).copied().unwrap_or_default())
    }
}

fn parse(line: &str) -> Option<(String, u64)> {
    if line.starts_with('{') {
        let object: Value = serde_json::from_str(line).ok()?;
        return Some((object["name"].as_str()?.to_owned(), object["count"].as_u64()?));
    }
    let (name, count) = line.rsplit_once(',')?;
    let [name, count] = [name, count].map(|cell| cell.trim().trim_matches('"'));
    Some((name.to_owned(), count.parse().ok()?))
}
