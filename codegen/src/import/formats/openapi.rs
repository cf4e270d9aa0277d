//! The error responses of an OpenAPI document: codes in enums, constants and examples of their bodies.

use std::collections::HashMap;

use crate::import::builder::RawCode;
use crate::import::columns::{Field, fits};
use crate::import::group::Group;
use crate::import::status::status_in;
use crate::import::table::Cell;
use crate::yaml::{Entry, Kind, Node};

/// Whether a document says that it is OpenAPI, or Swagger as it was called.
pub(super) fn is_openapi(root: &Node<'_>) -> bool {
    root.get("openapi").is_some() || root.get("swagger").is_some()
}

/// The codes of all responses with a status from 400. What the responses of one status name twice is one code.
pub(super) fn groups(root: &Node<'_>) -> Vec<Group> {
    let mut reader = Reader { root, codes: Vec::new(), seen: HashMap::new(), steps: MAX_STEPS };
    for operation in root.get("paths").into_iter().flat_map(values).flat_map(values) {
        for entry in operation.get("responses").map(Node::entries).unwrap_or_default() {
            if let Some(name) = entry.key.text().filter(|name| is_error(name)) {
                reader.read_response(&entry.value, status(name));
            }
        }
    }
    if reader.codes.is_empty() {
        // Without operations, the names of responses may have their statuses: `Error404`, `NotFound`.
        let responses = root.get("components").and_then(|components| components.get("responses"));
        for entry in responses.map(Node::entries).unwrap_or_default() {
            let status = entry.key.text().and_then(|name| status_in(name)).filter(|status| *status >= 400);
            reader.read_response(&entry.value, status);
        }
    }
    let title = title(root).unwrap_or_default();
    if reader.codes.is_empty() { Vec::new() } else { vec![Group { title, span: root.span, codes: reader.codes }] }
}

/// The name of the API.
pub(super) fn title(root: &Node<'_>) -> Option<String> {
    root.get("info")?.get("title")?.text().map(ToString::to_string)
}

/// How deep schemas are searched, and how much of them: they may refer to each other in circles.
const MAX_DEPTH: usize = 12;
const MAX_STEPS: usize = 1_000_000;

struct Reader<'r, 't> {
    root: &'r Node<'t>,
    codes: Vec<RawCode>,
    /// Where the code of a name is.
    seen: HashMap<String, usize>,
    steps: usize,
}

/// Whether a response is an error: by its status, or as one of `4XX`, `5XX` and `default`.
fn is_error(response: &str) -> bool {
    status(response).is_some() || ["4XX", "5XX", "4xx", "5xx", "default"].contains(&response)
}

/// The status of an error response, if it has one alone.
fn status(response: &str) -> Option<u16> {
    response.parse().ok().filter(|status| (400..=599).contains(status))
}

impl<'r, 't> Reader<'r, 't> {
    fn read_response(&mut self, response: &'r Node<'t>, status: Option<u16>) {
        let response = self.resolved(response);
        let contents = response.get("content").into_iter().flat_map(values).chain([response]);
        for content in contents {
            self.read(content, status, MAX_DEPTH);
        }
    }

    /// The node that a `$ref` leads to.
    fn resolved(&self, node: &'r Node<'t>) -> &'r Node<'t> {
        let Some(path) = node.get("$ref").and_then(Node::text).and_then(|text| text.strip_prefix("#/")) else {
            return node;
        };
        let parts = path.split('/').map(|part| part.replace("~1", "/").replace("~0", "~"));
        let target = parts.into_iter().try_fold(self.root, |at, part| at.get(&part));
        target.unwrap_or(node)
    }

    /// Reads a schema or an example, and what is in it.
    fn read(&mut self, node: &'r Node<'t>, status: Option<u16>, depth: usize) {
        let (Some(depth), Some(steps)) = (depth.checked_sub(1), self.steps.checked_sub(1)) else { return };
        self.steps = steps;
        let node = self.resolved(node);
        if let Some(properties) = node.get("properties") {
            self.read_schema(node, properties, status);
        }
        self.read_example(node, status);
        match &node.kind {
            Kind::Map(members) => members.iter().for_each(|member| self.read(&member.value, status, depth)),
            Kind::List(elements) => elements.iter().for_each(|element| self.read(element, status, depth)),
            _ => {}
        }
    }

    /// The codes that a schema's property for them allows.
    fn read_schema(&mut self, schema: &'r Node<'t>, properties: &'r Node<'t>, status: Option<u16>) {
        // A number may be the status, beside a name.
        let is_text = |entry: &&Entry<'t>| self.resolved(&entry.value).get("type").is_none_or(|of| is(of, "string"));
        let property = |field: Field| {
            let entry = best(properties.entries().iter().filter(is_text), &field)?;
            Some(self.resolved(&entry.value))
        };
        let Some(code) = property(Field::Code) else { return };
        let code_span = |node: &'r Node<'t>| {
            node.get("description").filter(|it| {
                it.text().is_some_and(|text| text.len() > 2 && text.starts_with('`') && text.ends_with('`'))
            })
        };
        let text = |node: &'r Node<'t>| {
            node.get("const")
                .or_else(|| code_span(node))
                .or_else(|| node.get("example"))
                .or_else(|| node.get("default"))
        };
        let message = property(Field::Message).and_then(text).filter(|node| node.text().is_some());
        let names: Vec<_> = match (code.get("enum"), code.get("const")) {
            (Some(Node { kind: Kind::List(names), .. }), _) => names.iter().collect(),
            (_, Some(name)) => vec![name],
            _ => return,
        };
        // One text for several codes is that of none.
        let message = message.filter(|_| names.len() == 1);
        let description = code.get("description").or_else(|| schema.get("description")).filter(|_| names.len() == 1);
        for name in names {
            self.add(name, message, description, status);
        }
    }

    /// The code of an example of a body: an object with a name and a message.
    fn read_example(&mut self, node: &'r Node<'t>, status: Option<u16>) {
        let text = |field: Field| {
            let is_name = |text: &str| !text.is_empty() && text.parse::<f64>().is_err();
            let entries = node.entries().iter().filter(|entry| entry.value.text().is_some_and(|text| is_name(text)));
            best(entries, &field).map(|entry| &entry.value)
        };
        let is_schema =
            ["type", "properties", "schema", "$ref", "format"].iter().filter(|key| node.get(key).is_some()).count();
        let is_schema = is_schema > 1 || node.get("properties").is_some() || node.get("schema").is_some();
        if let (Some(code), Some(message), false) = (text(Field::Code), text(Field::Message), is_schema) {
            self.add(code, Some(message), text(Field::Description), status);
        }
    }

    fn add(
        &mut self,
        name: &Node<'_>,
        message: Option<&Node<'_>>,
        description: Option<&Node<'_>>,
        status: Option<u16>,
    ) {
        let Some(text) = name.text().filter(|text| text.parse::<f64>().is_err()) else { return };
        let cell = |node: &Node<'_>| Cell::new(node.text().map_or("", |text| &**text), node.span);
        let at = *self.seen.entry(text.to_string()).or_insert(self.codes.len());
        // A code with two statuses is reported as one that is there twice.
        let is_other = |code: &RawCode| code.http_status.is_some() && status.is_some() && code.http_status != status;
        let at = if self.codes.get(at).is_some_and(is_other) { self.codes.len() } else { at };
        if at == self.codes.len() {
            self.codes.push(RawCode { span: name.span, name: Some(cell(name)), ..RawCode::default() });
        }
        // An example may have the message that the enum doesn't.
        let code = &mut self.codes[at];
        code.http_status = code.http_status.or(status);
        let message = message.map(|node| Cell::new(cell(node).text.trim_matches('`'), node.span));
        code.message = code.message.take().or(message);
        code.description = code.description.take().or_else(|| description.map(|node| cell(node).text));
    }
}

/// The member whose name fits a field best.
fn best<'n, 't>(members: impl Iterator<Item = &'n Entry<'t>>, field: &Field) -> Option<&'n Entry<'t>>
where
    't: 'n,
{
    members
        .filter_map(|entry| Some((fits(entry.key.text()?, field)?, entry)))
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, it)| it)
}

/// Whether a node is this word.
fn is(node: &Node<'_>, word: &str) -> bool {
    node.text().is_some_and(|text| *text == word)
}

fn values<'n, 't>(node: &'n Node<'t>) -> impl Iterator<Item = &'n Node<'t>> {
    node.entries().iter().map(|entry| &entry.value)
}
