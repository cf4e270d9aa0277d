//! Drafts of catalogues from what people have: a table on a page, a file of other software.
//!
//! A source is read into tables, whose columns are guessed; a draft is made of the rows, and written as YAML.

mod attributes;
mod builder;
mod columns;
mod decode;
mod draft;
mod edit;
mod formats;
mod group;
mod message;
mod names;
mod placeholders;
mod rows;
mod scalar;
mod settle;
mod status;
mod table;
mod yaml_text;

#[cfg(feature = "openapi")]
pub(crate) use formats::json;

use crate::diagnostics::{Diagnostics, Sink};
use crate::rules::RuleId;
use crate::source::{FileId, SourceMap, Span};
use crate::yaml::limits::MAX_BYTES;
use builder::Builder;
use draft::Draft;
pub use edit::{EditError, NewCode, Updated, add_code, update};

/// What to know about a source that it doesn't say itself. Everything is optional.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ImportOptions {
    /// The format; otherwise it is guessed from the file's name and its text.
    pub format: Option<SourceFormat>,
    /// Columns by what they are: `code`, `number`, `status`, `message`, `description`, `help`, `params`, `aliases`,
    /// `docs_url`, or the name of an attribute. A column is its heading, or its position: `#2`.
    pub columns: Vec<(String, String)>,
    /// The tables to read, each by the heading above it or by its position: `#2`. If there are none, all of them.
    pub tables: Vec<String>,
    /// The HTTP status of codes to which the source gives none.
    pub http_status: Option<u16>,
    /// The name of the catalogue.
    pub name: Option<String>,
}

/// The format of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SourceFormat {
    /// Cells separated by commas, semicolons or tabs.
    Csv,
    /// Constants in Go.
    Go,
    /// Tables and lists of terms in HTML.
    Html,
    /// Enums and constants in Java.
    Java,
    /// Objects in JSON.
    Json,
    /// Tables in Markdown.
    Markdown,
    /// Error responses in an `OpenAPI` document, in JSON or YAML.
    Openapi,
    /// Enums in a file of Protocol Buffers.
    Proto,
    /// Enums in Rust.
    Rust,
    /// The text of a page, with a cell on each line.
    Text,
    /// Cells separated by tabs.
    Tsv,
    /// Enums, objects and constants in TypeScript or JavaScript.
    Typescript,
    /// Maps in YAML.
    Yaml,
}

/// What was imported.
#[derive(Debug)]
#[non_exhaustive]
pub struct Imported {
    /// A catalogue without mistakes, as the text of its file; `None` if the source has no code.
    pub catalogue: Option<String>,
    /// How many codes it has.
    pub codes: usize,
    /// What is not in the catalogue, or is there in another way than in the source.
    pub findings: Diagnostics,
}

impl SourceFormat {
    /// Each format with its name.
    pub const ALL: [(&str, Self); 13] = [
        ("csv", Self::Csv),
        ("go", Self::Go),
        ("html", Self::Html),
        ("java", Self::Java),
        ("json", Self::Json),
        ("markdown", Self::Markdown),
        ("openapi", Self::Openapi),
        ("proto", Self::Proto),
        ("rust", Self::Rust),
        ("text", Self::Text),
        ("tsv", Self::Tsv),
        ("typescript", Self::Typescript),
        ("yaml", Self::Yaml),
    ];
}

/// Makes a catalogue of a source: the bytes of a file. `path` is the path shown in findings.
///
/// ```
/// let source = b"code,message,http status\nsold_out,{article} is sold out,409\n";
/// let imported = errcat::import("errors.csv", source, &errcat::ImportOptions::default());
/// let text = imported.catalogue.unwrap();
/// assert!(text.contains("\n  sold_out:\n    http_status: 409\n    message: \"{{.article}} is sold out\"\n"));
/// let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes())?;
/// assert_eq!(catalogue.codes().len(), 1);
/// # Ok::<(), errcat::Diagnostics>(())
/// ```
#[must_use]
pub fn import(path: &str, bytes: &[u8], options: &ImportOptions) -> Imported {
    let (draft, findings) = read_source(path, bytes, options);
    let catalogue = draft.as_ref().map(|draft| yaml_text::write(draft, &shown_name(path)));
    Imported { catalogue, codes: draft.map_or(0, |draft| draft.codes.len()), findings }
}

/// What a source says, if it has a code; and what is to be said about that.
fn read_source(path: &str, bytes: &[u8], options: &ImportOptions) -> (Option<Draft>, Diagnostics) {
    let (mut sources, mut sink) = (SourceMap::default(), Sink::new());
    let decoded = decode::decode(bytes);
    let (file, utf8) = sources.add(path, decoded.get(..MAX_BYTES).unwrap_or(&decoded));
    let draft = if bytes.len() > MAX_BYTES {
        let message = format!("a source can have at most {} MiB", MAX_BYTES >> 20);
        sink.report(RuleId::TooLarge, Span::at(file, 0), message);
        None
    } else if let Err(at) = utf8 {
        let help = "save the file as UTF-8";
        sink.report(RuleId::NotImported, Span::at(file, at), "a byte that is not UTF-8").help = Some(help.to_owned());
        None
    } else {
        Some(draft_of(path, (&sources, file), options, &mut sink)).filter(|draft| !draft.codes.is_empty())
    };
    (draft, Diagnostics::new(sources, sink.into_reports()))
}

fn draft_of(path: &str, (sources, file): (&SourceMap, FileId), options: &ImportOptions, sink: &mut Sink) -> Draft {
    let format = options.format.unwrap_or_else(|| formats::guess(path, sources.file(file).text()));
    let found = formats::read(format, sources, file, &options.columns, sink);
    let is_empty = found.tables.is_empty() && found.groups.is_empty();
    let name = options.name.clone().or_else(|| found.name.clone());
    let mut builder = Builder::new(sink);
    rows::add_found(&mut builder, found, options);
    let draft = rows::head(builder.finish(options.http_status), path, name);
    if draft.codes.is_empty() && !sink.has_errors() {
        report_nothing(is_empty, Span::at(file, 0), sink);
    }
    draft
}

fn report_nothing(is_empty: bool, start: Span, sink: &mut Sink) {
    let (message, help) = if is_empty {
        ("there is no table of codes here", "`--as` says what it is, if it was taken for something else")
    } else {
        ("no table here has a column of codes", "`--column code=\"Error Code\"` names it")
    };
    sink.report(RuleId::NotImported, start, message).help = Some(help.to_owned());
}

/// The name of the file that a path leads to.
fn shown_name(path: &str) -> String {
    path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned()
}
