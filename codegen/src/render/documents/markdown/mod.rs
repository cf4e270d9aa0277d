//! Markdown: a page for a forge or a wiki.

mod text;

use std::collections::BTreeMap;

use self::text::{block, cell, code, link};
use super::Published;
use crate::catalogue::{Attribute, AttributeType, Code, Deprecation, ParamId};

pub(super) fn render(published: Published<'_>, opening: &str) -> String {
    let catalogue = published.catalogue;
    // A line break would end the heading.
    let mut page = format!("{opening}\n# {}: error codes\n", block(&catalogue.name().replace('\n', " ")));
    if let Some(description) = catalogue.description() {
        page.extend(["\n", &block(description), "\n"]);
    }
    // The codes come first: of equal anchors the first one counts, and the headings below have some.
    add_codes(&mut page, published);
    add_statuses(&mut page, published);
    add_operations(&mut page, published);
    add_params(&mut page, published);
    add_attributes(&mut page, catalogue.attributes());
    add_deprecated(&mut page, published);
    page
}

/// A column of the table of codes.
struct Column<'c> {
    heading: String,
    cell: Box<dyn Fn(&Code) -> String + 'c>,
}

impl<'c> Column<'c> {
    fn new(heading: &str, cell: impl Fn(&Code) -> String + 'c) -> Self {
        Self { heading: heading.to_owned(), cell: Box::new(cell) }
    }
}

fn add_codes(page: &mut String, published: Published<'_>) {
    let columns = columns(published);
    if columns.is_empty() {
        *page += "\nAll codes are internal.\n";
        return;
    }
    let rows = published.codes().map(|(_, code)| columns.iter().map(|column| (column.cell)(code)).collect());
    add_table(page, &columns.iter().map(|column| &*column.heading).collect::<Vec<_>>(), rows);
}

/// The columns in which there is anything.
fn columns(published: Published<'_>) -> Vec<Column<'_>> {
    let catalogue = published.catalogue;
    let optional = |text: &Option<String>| text.as_deref().map(cell).unwrap_or_default();
    let names = |params: &[ParamId]| codes(params.iter().map(|&param| &*catalogue[param].name));
    let before = [
        Column::new("Code", anchored),
        Column::new("Number", |code| code.number.map(|number| number.to_string()).unwrap_or_default()),
        Column::new("HTTP status", |code| code.http_status.to_string()),
        Column::new("Message", |code| text::code(code.message.as_str())),
        Column::new("Description", move |code| optional(&code.description)),
        Column::new("Help", move |code| optional(&code.help)),
    ];
    let attributes = catalogue.attributes().iter().enumerate().map(|(at, attribute)| {
        Column::new(&cell(&attribute.name), move |code| {
            code.attributes.get(at).map(|value| cell(&attribute.text(value))).unwrap_or_default()
        })
    });
    let after = [
        Column::new("Params", move |code| names(&code.params)),
        Column::new("Aliases", |code| codes(code.aliases.iter().map(String::as_str))),
    ];
    let is_used = |column: &Column<'_>| published.codes().any(|(_, code)| !(column.cell)(code).is_empty());
    before.into_iter().chain(attributes).chain(after).filter(is_used).collect()
}

/// The name of a code, at which a link to `#Name` arrives.
fn anchored(code: &Code) -> String {
    let name = link(&text::code(&code.name), code.docs_url.as_deref().unwrap_or_default());
    let remarks = [("deprecated", code.deprecated.is_some()), ("internal", code.internal)];
    let remarks = remarks.iter().filter(|(_, applies)| *applies).map(|(remark, _)| format!(" ({remark})"));
    format!("<a id=\"{}\"></a>{name}{}", code.name, remarks.collect::<String>())
}

fn linked(name: &str) -> String {
    format!("[{}](#{name})", code(name))
}

fn add_statuses(page: &mut String, published: Published<'_>) {
    let mut statuses: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (_, code) in published.codes() {
        statuses.entry(code.http_status).or_default().push(linked(&code.name));
    }
    add_section(page, "By HTTP status", &["HTTP status", "Codes"], statuses.into_iter(), |(status, codes)| {
        vec![status.to_string(), codes.join(", ")]
    });
}

fn add_operations(page: &mut String, published: Published<'_>) {
    let headings = ["Operation", "Answers with", "What it does"];
    add_section(page, "Operations", &headings, published.operations(), |(operation, errors)| {
        let errors: Vec<_> = errors.into_iter().map(|code| linked(&code.name)).collect();
        let description = operation.description.as_deref().map(cell).unwrap_or_default();
        vec![code(&operation.name), errors.join(", "), description]
    });
}

fn add_params(page: &mut String, published: Published<'_>) {
    add_section(page, "Params", &["Param", "Type", "Meaning"], published.params(), |param| {
        let sensitive = if param.sensitive { " (sensitive: redacted, never sent)" } else { "" };
        let description = param.description.as_deref().map(cell).unwrap_or_default();
        vec![code(&param.name), format!("{}{sensitive}", param.kind.as_str()), description]
    });
}

fn add_attributes(page: &mut String, attributes: &[Attribute]) {
    add_section(page, "Attributes", &["Attribute", "Values", "Meaning"], attributes.iter(), |attribute| {
        let values = match &attribute.kind {
            AttributeType::Words(words) => with_meanings(words, &attribute.meanings),
            AttributeType::String => "texts".to_owned(),
            AttributeType::Integer | AttributeType::Unsigned => "whole numbers".to_owned(),
            AttributeType::Boolean => codes(["true", "false"].into_iter()),
        };
        vec![cell(&attribute.name), values, attribute.description.as_deref().map(cell).unwrap_or_default()]
    });
}

/// Words of an attribute, on a line each if the catalogue says what they mean.
fn with_meanings(words: &[String], meanings: &[Option<String>]) -> String {
    if meanings.iter().all(Option::is_none) {
        return codes(words.iter().map(String::as_str));
    }
    let lines = words.iter().zip(meanings).map(|(word, meaning)| match meaning {
        Some(meaning) => format!("{}: {}", code(word), cell(meaning)),
        None => code(word),
    });
    lines.collect::<Vec<_>>().join("<br>")
}

fn add_deprecated(page: &mut String, published: Published<'_>) {
    let deprecated = published.codes().filter_map(|(_, code)| Some((code, code.deprecated.as_ref()?)));
    let headings = ["Code", "Since", "Use instead", "Note"];
    add_section(page, "Deprecated codes", &headings, deprecated, |(code, deprecation)| {
        let Deprecation { since, note, .. } = deprecation;
        let replacement = published.replacement(code).map(linked);
        let text = |text: &Option<String>| text.as_deref().map(cell).unwrap_or_default();
        vec![linked(&code.name), text(since), replacement.unwrap_or_default(), text(note)]
    });
}

/// A list of texts, each shown as code.
fn codes<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.map(code).collect::<Vec<_>>().join(", ")
}

/// A heading and a table, unless the table would be empty.
fn add_section<T>(
    page: &mut String,
    heading: &str,
    headings: &[&str],
    items: impl Iterator<Item = T>,
    row: impl Fn(T) -> Vec<String>,
) {
    let mut rows = items.map(row).peekable();
    if rows.peek().is_some() {
        page.extend(["\n## ", heading, "\n"]);
        add_table(page, headings, rows);
    }
}

fn add_table(page: &mut String, headings: &[&str], rows: impl Iterator<Item = Vec<String>>) {
    page.extend(["\n| ", &headings.join(" | "), " |\n|", &"---|".repeat(headings.len()), "\n"]);
    for row in rows {
        page.extend(["| ", &row.join(" | "), " |\n"]);
    }
}
