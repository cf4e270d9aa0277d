//! Which code a text is an error of: a message or a body as a client received it, or a line of a log with one of them.

mod body;
mod message;

use std::cmp::Reverse;

use crate::catalogue::{Catalogue, CodeId, ParamId};
use message::Templates;

/// A code that a text can be an error of.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Recognised {
    /// The code.
    pub code: CodeId,
    /// The params that can be read from the text, as it shows them.
    pub params: Vec<(ParamId, String)>,
    /// What of the text says so.
    pub by: RecognisedBy,
}

/// What of a text says which code it is an error of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RecognisedBy {
    /// The name, an alias or the number of the code.
    Code,
    /// The message.
    Message,
}

/// The codes that a text can be an error of, most likely ones first: a message or a JSON body as a client received it, or a
/// text that contains one of them, such as a line of a log.
///
/// A code that the text names is the only one. Otherwise these are all codes whose message it can be, those first whose
/// template has most in common with it.
///
/// ```
/// let text = "errcat: 1\ncatalogue: {name: Shop}\nparams: {article: string}\ncodes:\n  SoldOut: {http_status: 409, message: '{{.article}} is sold out'}\n";
/// let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes())?;
/// for text in ["tea is sold out", r#"{"code": 409, "reason": "SoldOut", "metadata": {"article": "tea"}}"#] {
///     let found = errcat::recognise(&catalogue, text);
///     assert_eq!(catalogue[found[0].code].name, "SoldOut");
///     assert_eq!(found[0].params[0].1, "tea");
/// }
/// # Ok::<(), errcat::Diagnostics>(())
/// ```
#[must_use]
pub fn recognise(catalogue: &Catalogue, text: &str) -> Vec<Recognised> {
    let mut found = find(catalogue, text.trim());
    for Recognised { code, params, .. } in &mut found {
        params.sort_by_key(|(id, _)| catalogue[*code].params.iter().position(|param| param == id));
    }
    found
}

fn find(catalogue: &Catalogue, text: &str) -> Vec<Recognised> {
    if text.is_empty() {
        return Vec::new();
    }
    let templates = Templates::of(catalogue);
    if let Some(body) = body::find(text) {
        if let Some(found) = body::named(catalogue, &templates, &body) {
            return vec![found];
        }
        let messages = body::messages(catalogue, &body);
        let found = messages.iter().map(|message| templates.with_message(message)).find(|found| !found.is_empty());
        if let Some(found) = found {
            return by_likeness(found);
        }
    }
    let found = templates.with_message(text);
    if !found.is_empty() {
        return by_likeness(found);
    }
    if let Some(code) = mentioned(catalogue, text) {
        return vec![Recognised { code, params: templates.params_within(code, text), by: RecognisedBy::Code }];
    }
    let within = templates.within(text);
    by_likeness(if within.is_empty() { templates.with_any_message(text) } else { within })
}

/// A code whose message a text can be.
struct Match {
    found: Recognised,
    /// How many bytes of the text are the template's own.
    likeness: usize,
}

fn by_likeness(mut matches: Vec<Match>) -> Vec<Recognised> {
    matches.sort_by_key(|it| Reverse(it.likeness));
    matches.into_iter().map(|it| it.found).collect()
}

/// The code whose name or alias is a word of the text, if there is only one such code.
fn mentioned(catalogue: &Catalogue, text: &str) -> Option<CodeId> {
    let is_in_name = |char: char| char.is_ascii_alphanumeric() || "_-.:/".contains(char);
    let words = text.split(|char| !is_in_name(char));
    // A name may be followed by a punctuation mark that could be part of one.
    let words = words.flat_map(|word| [word, word.trim_end_matches([':', '.', '/', '-'])]);
    let mut codes = words.filter_map(|word| catalogue.code(word));
    let first = codes.next()?;
    codes.all(|code| code == first).then_some(first)
}
