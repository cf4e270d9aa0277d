//! The formats that codes are read from.

mod constants;
mod delimited;
mod html;
pub(crate) mod json;
mod markdown;
mod openapi;
mod ours;
mod page;
mod proto;
mod rust;
mod tokens;
mod tree;

use self::constants::Language;
use super::SourceFormat;
use super::columns;
use super::group::{Found, Group};
use super::table::{Cell, Row};
use crate::diagnostics::Sink;
use crate::rules::RuleId;
use crate::source::{FileId, SourceMap};
use crate::yaml;

/// What a source has.
pub(super) fn read(
    format: SourceFormat,
    sources: &SourceMap,
    file: FileId,
    named: &[(String, String)],
    sink: &mut Sink,
) -> Found {
    let text = sources.file(file).text();
    let is_heading = |row: &Row| columns::is_heading(row, named);
    let tables = match format {
        SourceFormat::Rust => return of_groups(rust::groups(text, file, sink)),
        SourceFormat::Proto => return of_groups(proto::groups(text, file, sink)),
        SourceFormat::Json | SourceFormat::Openapi | SourceFormat::Yaml => {
            let is_json = format == SourceFormat::Json || text.trim_start().starts_with('{');
            let root = if is_json {
                json::parse(text, file, RuleId::NotImported, sink)
            } else {
                yaml::parse(sources, file, sink)
            };
            let Some(root) = root else { return Found::default() };
            if let Some(document) = ours::in_json(&root) {
                return document.into_found(sink);
            }
            if format == SourceFormat::Openapi || openapi::is_openapi(&root) {
                return Found { name: openapi::title(&root), ..of_groups(openapi::groups(&root)) };
            }
            tree::tables(&root, sink)
        }
        SourceFormat::Go => constants::tables(Language::Go, text, file, sink),
        SourceFormat::Java => constants::tables(Language::Java, text, file, sink),
        SourceFormat::Typescript => constants::tables(Language::TypeScript, text, file, sink),
        SourceFormat::Csv => delimited::tables(text, file, delimited::delimiter(text), &is_heading, sink),
        SourceFormat::Tsv => delimited::tables(text, file, b'\t', &is_heading, sink),
        SourceFormat::Html if ours::is_page(text) => return ours::html::read(text, file).into_found(sink),
        SourceFormat::Markdown if ours::is_page(text) => {
            let (title, tables) = markdown::page(text, file, Cell::exact, sink);
            return Found { is_ours: true, name: title.and_then(|it| ours::name_in(&it)), tables, ..Found::default() };
        }
        SourceFormat::Html => html::tables(text, file, &is_heading),
        SourceFormat::Markdown => markdown::tables(text, file, &is_heading, sink),
        SourceFormat::Text => page::tables(text, file, sink),
    };
    Found { tables, ..Found::default() }
}

fn of_groups(groups: Vec<Group>) -> Found {
    Found { groups, ..Found::default() }
}

/// The format of a file, by its name and its text.
pub(super) fn guess(path: &str, text: &str) -> SourceFormat {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path).to_ascii_lowercase();
    let by_name = name.rsplit('.').next().and_then(|extension| match extension {
        "md" | "markdown" | "mdx" => Some(SourceFormat::Markdown),
        "go" => Some(SourceFormat::Go),
        "java" => Some(SourceFormat::Java),
        "ts" | "tsx" | "mts" | "cts" | "js" | "mjs" | "cjs" => Some(SourceFormat::Typescript),
        "csv" => Some(SourceFormat::Csv),
        "tsv" | "tab" => Some(SourceFormat::Tsv),
        "html" | "htm" | "xhtml" => Some(SourceFormat::Html),
        "json" | "jsonc" | "json5" => Some(SourceFormat::Json),
        "proto" => Some(SourceFormat::Proto),
        "rs" => Some(SourceFormat::Rust),
        "yaml" | "yml" => Some(SourceFormat::Yaml),
        _ => None,
    });
    by_name.unwrap_or_else(|| guess_by_text(text))
}

fn guess_by_text(text: &str) -> SourceFormat {
    let start = text.trim_start();
    let is_delimiter_row =
        |line: &str| line.contains('|') && line.contains("--") && line.chars().all(|c| "|-: \t".contains(c));
    let rows_with = |delimiter: char| {
        let lines = || text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).take(100);
        lines().count() > 1 && lines().filter(|line| line.contains(delimiter)).count() * 10 >= lines().count() * 9
    };
    let has_headings = |delimiter: char| {
        let line = start.lines().next().unwrap_or_default();
        line.split(delimiter).filter(|cell| columns::is_known_heading(cell.trim())).count() > 1
    };
    if start.starts_with(['{', '[']) {
        SourceFormat::Json
    } else if start.starts_with('<') || text.contains("<table") {
        SourceFormat::Html
    } else if text.lines().any(is_delimiter_row) {
        SourceFormat::Markdown
    } else if rows_with('\t') || has_headings('\t') {
        SourceFormat::Tsv
    } else if rows_with(',') || rows_with(';') || has_headings(',') || has_headings(';') {
        SourceFormat::Csv
    } else {
        SourceFormat::Text
    }
}
