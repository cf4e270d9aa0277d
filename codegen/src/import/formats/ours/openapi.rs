//! The components in OpenAPI. The schema of a code has its name, message and params, the example its description, and
//! the response of a status lists its codes.

use std::collections::HashMap;

use super::{Document, Entry, Param, name_in, text, text_of};
use crate::yaml::{Entry as Member, Node};

pub(super) fn read(root: &Node<'_>) -> Document {
    let components = |section| root.get("components").and_then(|all| all.get(section));
    let statuses = statuses(components("responses"));
    let mut params = Vec::new();
    let examples = components("examples").map(Node::entries).unwrap_or_default();
    let schemas = components("schemas").map(Node::entries).unwrap_or_default();
    let schemas: HashMap<_, _> = schemas.iter().filter_map(|it| Some((it.key.text()?, &it.value))).collect();
    let codes = examples.iter().filter_map(|it| Some((&it.value, *schemas.get(it.key.text()?)?)));
    let entries = codes.map(|(example, schema)| {
        add_params(schema, &mut params);
        let name = text_of(schema, "title");
        let status = statuses.get(&*name).copied().unwrap_or_default().to_owned();
        let summary = text_of(example, "summary");
        // It is found by the name in a list of examples.
        let description = summary.strip_prefix(&format!("{name}: ")).unwrap_or(&summary).to_owned();
        Entry {
            span: schema.span,
            number: number(schema),
            status,
            message: message(schema),
            help: help(schema, &description),
            params: schema.get(PARAMS).map(Node::entries).unwrap_or_default().iter().map(|it| text(&it.key)).collect(),
            page: schema.get("externalDocs").map(|docs| text_of(docs, "url")).unwrap_or_default(),
            name,
            is_deprecated: schema.get("deprecated").is_some(),
            description,
            ..Entry::default()
        }
    });
    let entries = entries.collect();
    let title = root.get("info").map(|info| text_of(info, "title")).unwrap_or_default();
    let responses = components("responses").map(Node::entries).unwrap_or_default();
    let is_of_operation = |name: &Node<'_>| !text(name).starts_with("Error");
    let of_operation = responses.iter().map(|response| &response.key).find(|name| is_of_operation(name));
    let left_out = of_operation.map(|name| (name.span, "what operations answer with".to_owned()));
    Document { name: name_in(&title), entries, params, left_out: left_out.into_iter().collect() }
}

/// The params of a code with their types, which the schemas don't tell apart.
const PARAMS: &str = "x-params";
/// The message, where no description says it exactly.
const MESSAGE: &str = "x-message";

/// The status of each code: `Error404` has the examples of its codes.
fn statuses<'n>(responses: Option<&'n Node<'_>>) -> HashMap<&'n str, &'n str> {
    let mut statuses = HashMap::new();
    for response in responses.map(Node::entries).unwrap_or_default() {
        let status = response.key.text().and_then(|name| name.strip_prefix("Error"));
        let Some(status) = status.filter(|status| status.parse::<u16>().is_ok()) else { continue };
        let contents = response.value.get("content").map(Node::entries).unwrap_or_default();
        let examples = contents.iter().filter_map(|content| content.value.get("examples"));
        let names = examples.flat_map(Node::entries).filter_map(|example| example.key.text());
        statuses.extend(names.map(|name| (&**name, status)));
    }
    statuses
}

fn properties<'n, 't>(schema: &'n Node<'t>) -> &'n [Member<'t>] {
    schema.get("properties").map(Node::entries).unwrap_or_default()
}

fn message(schema: &Node<'_>) -> String {
    if let Some(message) = schema.get(MESSAGE) {
        return text(message);
    }
    // It comes before the params, and nothing else is described.
    properties(schema)
        .iter()
        .find_map(|it| it.value.get("description"))
        .map(|it| code_in(&text(it)))
        .unwrap_or_default()
}

/// The number, the only constant of 64 bits.
fn number(schema: &Node<'_>) -> String {
    let number = properties(schema).iter().find(|it| text_of(&it.value, "format") == "int64");
    let value = number.and_then(|it| it.value.get("const").or_else(|| it.value.get("enum")?.elements().first()));
    value.map(text).unwrap_or_default()
}

/// What the description of the schema says behind that of the code.
fn help(schema: &Node<'_>, description: &str) -> String {
    let all = prose_in(&text_of(schema, "description"));
    let rest = all.strip_prefix(description.trim_end_matches('\n')).unwrap_or_default();
    let rest = rest.strip_prefix("\n\n").unwrap_or(if description.is_empty() { rest } else { "" });
    let end = if schema.get("deprecated").is_some() { rest.rfind("\n\nDeprecated").unwrap_or(0) } else { rest.len() };
    rest[..end].to_owned()
}

fn add_params(schema: &Node<'_>, params: &mut Vec<Param>) {
    for of in schema.get(PARAMS).map(Node::entries).unwrap_or_default() {
        let name = text(&of.key);
        if !params.iter().any(|known| known.name == name) {
            let description = param_description(schema, &name);
            params.push(Param { span: of.key.span, name, kind: text(&of.value), description });
        }
    }
}

/// The description of a param, which is a member of the body or of an object in it.
fn param_description(schema: &Node<'_>, name: &str) -> String {
    let inner = properties(schema).iter().map(|it| &it.value);
    let found = inner.chain([schema]).find_map(|node| node.get("properties")?.get(name)?.get("description"));
    found.map(|it| prose_in(&text(it))).unwrap_or_default()
}

/// The text that is shown as code.
fn code_in(markdown: &str) -> String {
    let fence = markdown.len() - markdown.trim_start_matches('`').len();
    let inner = markdown.get(fence..markdown.len().saturating_sub(fence)).unwrap_or_default();
    let is_spaced = inner.len() > 2 && [inner.strip_prefix(' '), inner.strip_suffix(' ')].iter().all(Option::is_some);
    if is_spaced { inner[1..inner.len() - 1].to_owned() } else { inner.to_owned() }
}

/// What is written for white space that would not be kept.
const SPACES: [(&str, &str); 3] = [("&#10;", "\n"), ("&#32;", " "), ("&#9;", "\t")];

/// The text of paragraphs in which nothing is markup.
fn prose_in(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(at) = rest.find(['\\', '&']) {
        text += &rest[..at];
        rest = &rest[at..];
        if let Some((written, shown)) = SPACES.iter().find(|(written, _)| rest.starts_with(written)) {
            text += shown;
            rest = &rest[written.len()..];
            continue;
        }
        // What is escaped is itself, a line break too.
        let shown = rest.strip_prefix('\\').unwrap_or(rest);
        let end = shown.chars().next().map_or(0, char::len_utf8);
        text += &shown[..end];
        rest = &shown[end..];
    }
    text + rest
}
