//! errcat's own documents, which say exactly what their catalogue says: nothing in them is guessed.
//!
//! Whatever the document, its codes and params become the tables that the Markdown page has.

pub(super) mod html;
mod json;
mod openapi;

use crate::diagnostics::Sink;
use crate::import::group::Found;
use crate::import::table::{Cell, Row, Table};
use crate::render::MARK;
use crate::rules::RuleId;
use crate::source::Span;
use crate::yaml::Node;

/// Whether a page in Markdown or HTML is one of ours.
pub(super) fn is_page(text: &str) -> bool {
    let start = text.trim_start().strip_prefix("<!--").map(str::trim_start);
    start.is_some_and(has_mark) || text.contains("<meta name=\"generator\" content=\"errcat\">")
}

/// A document in JSON or OpenAPI, if it is one of ours.
pub(super) fn in_json(root: &Node<'_>) -> Option<Document> {
    let is_marked_in = |member| has_mark(&text_of(root, member));
    if is_marked_in("x-generated") {
        Some(openapi::read(root))
    } else {
        is_marked_in("$comment").then(|| json::read(root))
    }
}

/// Whether a comment starts with the mark that each document carries.
fn has_mark(comment: &str) -> bool {
    comment.strip_prefix('@').is_some_and(|comment| comment.starts_with(MARK))
}

/// The name of the catalogue, of which a title is made.
pub(super) fn name_in(title: &str) -> Option<String> {
    let name = title.trim().strip_suffix("error codes").unwrap_or(title).trim_end_matches([':', ' ']);
    Some(name.to_owned()).filter(|name| !name.is_empty())
}

/// What a document says.
#[derive(Default)]
pub(super) struct Document {
    name: Option<String>,
    entries: Vec<Entry>,
    params: Vec<Param>,
    /// What has no place in a draft.
    left_out: Vec<(Span, String)>,
}

impl Document {
    pub(super) fn into_found(self, sink: &mut Sink) -> Found {
        for (span, what) in self.left_out {
            sink.report(RuleId::LeftOut, span, format!("{what} is not imported"));
        }
        let tables = tables(&self.entries, &self.params);
        Found { is_ours: true, name: self.name, tables, ..Found::default() }
    }
}

/// The cells of a code, empty where the document has none.
#[derive(Default)]
struct Entry {
    span: Span,
    name: String,
    number: String,
    status: String,
    /// A template of the format.
    message: String,
    description: String,
    help: String,
    params: Vec<String>,
    aliases: Vec<String>,
    page: String,
    is_deprecated: bool,
    is_internal: bool,
    /// Attributes, and what else has no column of its own.
    others: Vec<(String, String)>,
}

/// The name of a param, its type and what it means.
struct Param {
    span: Span,
    name: String,
    kind: String,
    description: String,
}

const OF_CODE: [&str; 9] =
    ["Code", "Number", "HTTP status", "Message", "Description", "Help", "Params", "Aliases", "Page"];
const OF_PARAM: [&str; 3] = ["Param", "Type", "Meaning"];

/// The tables of the codes and of the params.
fn tables(entries: &[Entry], params: &[Param]) -> Vec<Table> {
    let Some(span) = entries.first().map(|entry| entry.span) else { return Vec::new() };
    let mut names: Vec<String> = Vec::new();
    for (name, _) in entries.iter().flat_map(|entry| &entry.others) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    let headings = OF_CODE.into_iter().chain(names.iter().map(String::as_str));
    let codes = Table { title: None, span, headings: cells(span, headings), rows: Vec::new() };
    let rows = entries.iter().map(|entry| {
        let [params, aliases] = [&entry.params, &entry.aliases].map(|names| names.join(", "));
        let remarks = [(entry.is_deprecated, " (deprecated)"), (entry.is_internal, " (internal)")];
        let remarks = remarks.into_iter().filter(|(applies, _)| *applies).map(|(_, remark)| remark);
        let name = &(entry.name.clone() + &remarks.collect::<String>());
        let Entry { number, status, message, description, help, page, .. } = entry;
        let own = [name, number, status, message, description, help, &params, &aliases, page];
        let other = |name: &String| entry.others.iter().find(|(of, _)| of == name).map_or("", |(_, it)| it);
        let texts = own.into_iter().map(String::as_str).chain(names.iter().map(other));
        Row::new(entry.span, cells(entry.span, texts))
    });
    let codes = Table { rows: rows.collect(), ..codes };
    let rows = params.iter().map(|it| Row::new(it.span, cells(it.span, [&*it.name, &it.kind, &it.description])));
    let title = Some("Params".to_owned());
    vec![codes, Table { title, span, headings: cells(span, OF_PARAM), rows: rows.collect() }]
}

fn cells<'t>(span: Span, texts: impl IntoIterator<Item = &'t str>) -> Vec<Cell> {
    texts.into_iter().map(|text| Cell::exact(text, span)).collect()
}

/// A text as a part of a template.
fn escaped(text: &str) -> String {
    text.replace("{{", "{{\"{{\"}}")
}

fn text(node: &Node<'_>) -> String {
    node.text().map(ToString::to_string).unwrap_or_default()
}

fn text_of(node: &Node<'_>, member: &str) -> String {
    node.get(member).map(text).unwrap_or_default()
}
