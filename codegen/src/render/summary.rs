//! Everything a catalogue says about a code, for a person at a terminal.

use std::fmt::Write;

use super::rust::names::Names;
use crate::catalogue::{Catalogue, CodeId, Deprecation};
use crate::printable::printable;

/// Summarises what the catalogue says about the code with this name or alias; `None` if there is no such code.
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
    let code = catalogue.code(name)?;
    let rows = rows(catalogue, code);
    let width = rows.iter().map(|(label, _)| label.len()).max().unwrap_or_default();
    let mut text = format!("{}\n", catalogue[code].name);
    for (label, value) in rows {
        let mut lines = value.trim_end().lines();
        let _ = writeln!(text, "  {label:width$}  {}", printable(lines.next().unwrap_or_default()));
        for line in lines {
            // With the `|`, text of the catalogue can't look like the start of another line of this output.
            let _ = writeln!(text, "  {:width$}  | {}", "", printable(line));
        }
    }
    Some(text)
}

fn rows(catalogue: &Catalogue, id: CodeId) -> Vec<(String, String)> {
    let code = &catalogue[id];
    let mut rows = vec![
        ("HTTP status".to_owned(), code.http_status.to_string()),
        ("message".to_owned(), code.message.as_str().to_owned()),
        ("description".to_owned(), code.description.clone().unwrap_or_default()),
        ("help".to_owned(), code.help.clone().unwrap_or_default()),
    ];
    let (names, _) = Names::of(catalogue);
    let in_rust = |name: &str, accessor: &str| {
        if name == accessor { String::new() } else { format!(", in Rust `{accessor}()`") }
    };
    for &id in &code.params {
        let param = &catalogue[id];
        let renamed = in_rust(&param.name, &names.params[id.index()]);
        let sensitive = if param.sensitive { ", sensitive" } else { "" };
        let description = param.description.as_ref().map(|text| format!(": {text}")).unwrap_or_default();
        let kind = param.kind.as_str();
        rows.push(("param".to_owned(), format!("{} ({kind}{sensitive}{renamed}){description}", param.name)));
    }
    for ((attribute, value), names) in catalogue.attributes.iter().zip(&code.attributes).zip(&names.attributes) {
        let renamed = in_rust(&attribute.name, &names.accessor);
        rows.push((attribute.name.clone(), format!("{}{renamed}", attribute.text(value))));
    }
    rows.push(("number".to_owned(), code.number.map(|number| number.to_string()).unwrap_or_default()));
    rows.push(("aliases".to_owned(), code.aliases.join(", ")));
    rows.extend(
        code.internal
            .then(|| ("internal".to_owned(), "yes: sent as the fallback, and not in published documents".to_owned())),
    );
    rows.extend(code.deprecated.as_ref().map(|it| ("deprecated".to_owned(), deprecation(it, catalogue))));
    let operations: Vec<_> = catalogue.operations_with(id).map(|operation| &*operation.name).collect();
    rows.push(("operations".to_owned(), operations.join(", ")));
    rows.push(("docs".to_owned(), catalogue.docs_url_of(code).unwrap_or_default().into_owned()));
    rows.push(("in Rust".to_owned(), constructor(catalogue, &names, id)));
    rows.retain(|(_, value)| !value.is_empty());
    rows
}

fn deprecation(deprecation: &Deprecation, catalogue: &Catalogue) -> String {
    let since = deprecation.since.as_ref().map(|since| format!("since {since}"));
    let replaced_by = deprecation.replaced_by.map(|code| format!("use {}", catalogue[code].name));
    let notes: Vec<_> = [since, deprecation.note.clone(), replaced_by].into_iter().flatten().collect();
    if notes.is_empty() { "yes".to_owned() } else { notes.join("; ") }
}

fn constructor(catalogue: &Catalogue, names: &Names, id: CodeId) -> String {
    let names = &names.codes[id.index()];
    let arguments: Vec<_> = catalogue[id].params.iter().map(|&param| &*catalogue[param].name).collect();
    format!("ErrorCode::{}, Error::{}({})", names.variant, names.constructor, arguments.join(", "))
}
