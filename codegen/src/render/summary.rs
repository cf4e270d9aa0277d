//! All that a catalogue says of one code, for a person at a terminal.

use std::fmt::Write;

use crate::catalogue::{Catalogue, Code};

/// What the catalogue says of the code with this name or alias; `None` if there is no such code.
///
/// ```
/// let text = "errcat: 1\ncatalogue: {name: Shop}\ncodes:\n  SoldOut: {http_status: 409, message: sold out}\n";
/// let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes())?;
/// let summary = errcat::render_summary(&catalogue, "SoldOut").unwrap();
/// assert!(summary.starts_with("SoldOut\n  HTTP status  409\n  message      sold out\n"));
/// # Ok::<(), errcat::Diagnostics>(())
/// ```
#[must_use]
pub fn render_summary(catalogue: &Catalogue, name: &str) -> Option<String> {
    let code =
        catalogue.codes.iter().find(|code| code.name == name || code.aliases.iter().any(|alias| alias == name))?;
    let rows = rows(catalogue, code);
    let width = rows.iter().map(|(label, _)| label.len()).max().unwrap_or_default();
    let mut text = format!("{}\n", code.name);
    for (label, value) in rows {
        // The lines of a long text stand below each other.
        let value = value.trim_end().replace('\n', &format!("\n{:width$}", "", width = width + 4));
        let _ = writeln!(text, "  {label:width$}  {value}");
    }
    Some(text)
}

fn rows(catalogue: &Catalogue, code: &Code) -> Vec<(String, String)> {
    let params: Vec<_> = code.params.iter().map(|&param| &catalogue.params[param]).collect();
    let arguments: Vec<_> = params.iter().map(|param| &*param.name).collect();
    let mut rows = vec![
        ("HTTP status".to_owned(), code.http_status.to_string()),
        ("message".to_owned(), code.message.clone()),
        ("description".to_owned(), code.description.clone()),
    ];
    for param in params {
        let sensitive = if param.sensitive { ", sensitive" } else { "" };
        let description = if param.description.is_empty() { String::new() } else { format!(": {}", param.description) };
        let kind = param.kind.word();
        rows.push(("param".to_owned(), format!("{} ({kind}{sensitive}){description}", param.name)));
    }
    for (attribute, value) in catalogue.attributes.iter().zip(&code.attributes) {
        rows.push((attribute.name.clone(), value.clone()));
    }
    rows.push(("number".to_owned(), code.number.map(|number| number.to_string()).unwrap_or_default()));
    rows.push(("aliases".to_owned(), code.aliases.join(", ")));
    if let Some(deprecation) = &code.deprecated {
        let mut notes = vec![deprecation.note.clone()];
        if !deprecation.since.is_empty() {
            notes.insert(0, format!("since {}", deprecation.since));
        }
        if !deprecation.replaced_by.is_empty() {
            notes.push(format!("use {}", deprecation.replaced_by));
        }
        notes.retain(|note| !note.is_empty());
        rows.push(("deprecated".to_owned(), if notes.is_empty() { "yes".to_owned() } else { notes.join("; ") }));
    }
    rows.push(("docs".to_owned(), docs_url(catalogue, code)));
    rows.push((
        "in Rust".to_owned(),
        format!("ErrorCode::{}, Error::{}({})", code.variant, code.constructor, arguments.join(", ")),
    ));
    rows.retain(|(_, value)| !value.is_empty());
    rows
}

fn docs_url(catalogue: &Catalogue, code: &Code) -> String {
    match (&*code.docs_url, &*catalogue.docs_url) {
        ("", "") => String::new(),
        ("", page) => format!("{page}#{}", code.name),
        (own, _) => own.to_owned(),
    }
}
