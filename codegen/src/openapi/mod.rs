//! A catalogue against an API description in `OpenAPI` that somebody wrote: what it promises, and what the operations do.

mod compare;
mod document;
mod promises;

use crate::catalogue::Catalogue;
use crate::diagnostics::{Diagnostics, Sink};
use crate::import::json;
use crate::rules::RuleId;
use crate::source::{SourceMap, Span};
use crate::yaml::{self, Node, limits::MAX_BYTES};
use document::Document;

/// Compares the error responses of an API description with the operations of a catalogue: the bytes of a file in `OpenAPI`
/// 3.0 to 3.2, in JSON or YAML. `path` is the path shown in findings.
///
/// Operations are the same if the description's `operationId` is the catalogue's name. The codes of a response are those in
/// an `enum`, a `const` or an example where the catalogue's `wire` has the code. A response that names none is that of all
/// codes with its status.
///
/// ```
/// let text = "errcat: 1\ncatalogue: {name: Shop}\noperations:\n  buy: {errors: [SoldOut]}\n\
///             codes:\n  SoldOut: {http_status: 409, message: sold out}\n";
/// let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes())?;
/// let description = "openapi: 3.1.0\npaths:\n  /buy:\n    post:\n      operationId: buy\n      responses: {'404': {}}\n";
/// let findings = errcat::check_openapi(&catalogue, "openapi.yaml", description.as_bytes());
/// let ids: Vec<_> = findings.iter().map(errcat::Finding::id).collect();
/// assert_eq!(ids, ["openapi-missing-code", "openapi-undeclared-status"]);
/// # Ok::<(), errcat::Diagnostics>(())
/// ```
#[must_use]
pub fn check_openapi(catalogue: &Catalogue, path: &str, bytes: &[u8]) -> Diagnostics {
    let (mut sources, mut sink) = (SourceMap::default(), Sink::new());
    let (file, utf8) = sources.add(path, bytes.get(..MAX_BYTES).unwrap_or(bytes));
    let start = Span::at(file, 0);
    if bytes.len() > MAX_BYTES {
        sink.report(RuleId::TooLarge, start, format!("a description can have at most {} MiB", MAX_BYTES >> 20));
    } else if let Err(at) = utf8 {
        let finding = sink.report(RuleId::OpenapiInvalid, Span::at(file, at), "a byte that is not UTF-8");
        finding.help = Some("save the file as UTF-8".to_owned());
    } else {
        let text = sources.file(file).text();
        let root = if text.trim_start().starts_with('{') {
            json::parse(text, file, RuleId::OpenapiInvalid, &mut sink)
        } else {
            yaml::parse(&sources, file, &mut sink)
        };
        if let Some(root) = root.filter(|root| is_supported(root, start, &mut sink)) {
            let mut document = Document::new(&root);
            compare::compare(catalogue, &mut document, &mut sink);
        }
    }
    Diagnostics::new(sources, sink.into_reports())
}

/// Whether the version is one that is read; if not, that is reported.
fn is_supported(root: &Node<'_>, start: Span, sink: &mut Sink) -> bool {
    let version = root.get("openapi").or_else(|| root.get("swagger"));
    let text = version.and_then(Node::text).map_or("", |text| &**text);
    let is_supported =
        ["3.0", "3.1", "3.2"].iter().any(|known| text == *known || text.starts_with(&format!("{known}.")));
    if !is_supported {
        let message = match version {
            Some(_) => format!("OpenAPI {text} is not supported"),
            None => "this is not an OpenAPI document: it has no `openapi`".to_owned(),
        };
        let finding = sink.report(RuleId::OpenapiInvalid, version.map_or(start, |version| version.span), message);
        finding.help = Some("write the description in OpenAPI 3.0 to 3.2".to_owned());
    }
    is_supported
}
