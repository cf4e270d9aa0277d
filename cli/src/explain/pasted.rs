//! Explaining a message or a body as a client received it.

use std::fmt::Write as _;

use errcat::{Catalogue, Recognised, printable, recognise, render_summary};

/// How many codes are explained in full.
const MAX_SUMMARIES: usize = 3;
/// How many codes are named.
const MAX_NAMED: usize = 20;

/// Says which codes a text can be an error of, with the params that it shows; `None` if it can be of none.
pub fn explain(catalogue: &Catalogue, text: &str) -> Option<String> {
    let found = recognise(catalogue, text);
    let text = match &found[..] {
        [] => return None,
        [one] => format!("An error with the code {}\n", named(catalogue, one)),
        several => {
            let mut text =
                format!("An error with one of these {} codes, whose messages can be the same:\n", several.len());
            for one in several.iter().take(MAX_NAMED) {
                // Writing to a `String` can't fail.
                let _ = writeln!(text, "  {}", named(catalogue, one));
            }
            if several.len() > MAX_NAMED {
                let _ = writeln!(text, "  and {} more", several.len() - MAX_NAMED);
            }
            text
        }
    };
    let summaries = found.iter().take(MAX_SUMMARIES);
    let summaries = summaries.filter_map(|one| render_summary(catalogue, &catalogue[one.code].name));
    Some(summaries.fold(text, |text, summary| format!("{text}\n{summary}")))
}

/// The code's name, and the params that the text shows.
fn named(catalogue: &Catalogue, found: &Recognised) -> String {
    let params = found.params.iter().map(|(id, text)| format!("{} = {}", catalogue[*id].name, printable(text)));
    let params = params.collect::<Vec<_>>().join(", ");
    let name = &catalogue[found.code].name;
    if params.is_empty() { name.clone() } else { format!("{name}: {params}") }
}
