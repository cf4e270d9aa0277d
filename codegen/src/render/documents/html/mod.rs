//! HTML: a page for the web, in one file that asks for no other.

mod accent;
mod entry;
mod escape;
mod filters;
mod snippets;
mod status;

use std::path::{Component, Path};

use askama::Template;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use self::entry::Entries;
use self::escape::{Escaped, EscapedCode};
use self::filters::Filter;
use super::Published;
use super::json::WireFormat;
use crate::catalogue::{Attribute, Document, DocumentFormat};

const STYLE: &str = include_str!("page.css");

/// The parts of the page's one script: each uses what the ones before it declare.
const SCRIPT: &[&str] = &[
    include_str!("script/message.js"),
    include_str!("script/body.js"),
    include_str!("script/index.js"),
    include_str!("script/search.js"),
    include_str!("script/marks.js"),
    include_str!("script/entry.js"),
    include_str!("script/list.js"),
    include_str!("script/page.js"),
];

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'c> {
    name: &'c str,
    description: Option<&'c str>,
    script: String,
    script_hash: String,
    style: String,
    style_hash: String,
    /// The format on the wire, for the script.
    wire: String,
    documents: Vec<(&'static str, String)>,
    filters: Vec<Filter<'c>>,
    codes: usize,
    deprecated: usize,
    attributes: Vec<&'c Attribute>,
    entries: Entries<'c>,
}

pub(super) fn render(published: Published<'_>, document: &Document, opening: &str) -> String {
    let catalogue = published.catalogue;
    let style = accent::style(document.accent) + &readable_part(STYLE);
    let script = SCRIPT.iter().map(|part| readable_part(part)).collect::<String>();
    let is_described = |attribute: &&Attribute| attribute.description.is_some();
    let page = Page {
        name: catalogue.name(),
        description: catalogue.description(),
        script_hash: hash(&script),
        style_hash: hash(&style),
        script,
        style,
        wire: serde_json::to_string(&WireFormat::from(catalogue.wire())).expect("all keys are texts"),
        documents: others(published, document),
        filters: filters::of(published),
        codes: published.codes().count(),
        deprecated: published.codes().filter(|(_, code)| code.deprecated.is_some()).count(),
        attributes: catalogue.attributes().iter().filter(is_described).collect(),
        entries: Entries::new(published),
    };
    let page = page.render().expect("writing to a text can't fail");
    format!("{opening}{page}\n")
}

/// The value of a source in a Content-Security-Policy that allows this text.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// A style or a script without its comments and its indentation, which are for those who read the repository: a page has
/// to be small.
fn readable_part(source: &str) -> String {
    let lines = source.lines().map(str::trim_start).filter(|line| !line.is_empty() && !is_comment(line));
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn is_comment(line: &str) -> bool {
    line.starts_with("//") || line.starts_with("/*") && line.ends_with("*/")
}

/// The catalogue's other documents, each with the way to it from the page.
fn others(published: Published<'_>, page: &Document) -> Vec<(&'static str, String)> {
    let documents = published.catalogue.documents().iter().filter(|document| document.format != DocumentFormat::Html);
    let links = documents.filter_map(|document| {
        let label = match document.format {
            DocumentFormat::Markdown => "Markdown",
            DocumentFormat::Html => "HTML",
            DocumentFormat::Json => "JSON",
            DocumentFormat::OpenApi(_) => "OpenAPI",
            DocumentFormat::TypeScript => "TypeScript",
        };
        Some((label, way(page.path.parent()?, &document.path)?))
    });
    links.collect()
}

/// The relative address of a file, seen from a folder. `None` if it is not known, since a folder above has no name here.
fn way(folder: &Path, file: &Path) -> Option<String> {
    let (folder, file) = (plain(folder)?, plain(file)?);
    let shared = folder.iter().zip(&file).take_while(|(a, b)| a == b).count();
    let up = folder[shared..].iter().map(|_| "..".to_owned());
    let down = file[shared..].iter().map(|part| escape::in_address(part));
    // Without the dot, a name with a `:` would be another scheme.
    Some(["."].map(str::to_owned).into_iter().chain(up).chain(down).collect::<Vec<_>>().join("/"))
}

/// The names on a path, which stays below where it starts.
fn plain(path: &Path) -> Option<Vec<String>> {
    let mut parts = Vec::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                parts.pop()?;
            }
            Component::Normal(name) => parts.push(name.to_str()?.to_owned()),
            Component::Prefix(_) | Component::RootDir => return None,
        }
    }
    Some(parts)
}
