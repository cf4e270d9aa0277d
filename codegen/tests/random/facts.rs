//! The contents of a catalogue as a list of facts: of the value that was written, and of the one that was read.

use errcat::{AttributeType, Envelope, PathStep, Piece, Wire};
use random_catalogues::{
    AttributeType as WrittenType, AttributeValue, Code, Fallback, Piece as WrittenPiece, Wire as WrittenWire,
};

/// A fact, and the texts that it consists of. An empty text counts as none.
type Fact = (String, Vec<String>);

/// The facts that were written.
pub fn of_written(catalogue: &random_catalogues::Catalogue) -> Vec<Fact> {
    let mut facts = Facts::default();
    let domain = catalogue.domain.as_ref().filter(|domain| !domain.is_empty());
    facts.add("name", [&*catalogue.name]);
    facts.add("description", &catalogue.description);
    facts.add("domain", [domain.unwrap_or(&catalogue.name)]);
    facts.add("wire", catalogue.wire.as_ref().map_or_else(|| vec!["kratos".to_owned()], written_wire));
    facts.add("fallback", catalogue.fallback.iter().map(|fallback| &fallback.other));
    facts.add("fallbacks", catalogue.fallback.iter().flat_map(written_fallbacks));
    facts.add("reserved", &catalogue.reserved);
    facts.add("path", catalogue.rust.iter().filter_map(|rust| rust.path.as_deref()));
    facts.add("features", catalogue.rust.iter().flat_map(|rust| &rust.features));
    let is_exhaustive = catalogue.rust.as_ref().is_some_and(|rust| rust.exhaustive == Some(true));
    facts.add("exhaustive", is_exhaustive.then_some("yes"));
    for param in &catalogue.params {
        let is_sensitive = param.sensitive == Some(true);
        facts.add(&param.name, [param.kind, param.description.as_deref().unwrap_or_default(), sensitive(is_sensitive)]);
    }
    for attribute in &catalogue.attributes {
        let kind = match &attribute.kind {
            WrittenType::Words(words) => words.join(" "),
            other => format!("{other:?}"),
        };
        facts.add(&attribute.name, [&kind, attribute.description.as_deref().unwrap_or_default()]);
        facts.add("default", attribute.default.as_ref().map(text_of));
    }
    for (name, errors) in &catalogue.groups {
        facts.add(name, catalogue.codes_in(errors));
    }
    for operation in &catalogue.operations {
        facts.add(&operation.name, catalogue.codes_in(&operation.errors));
        facts.add("description", &operation.description);
        facts.add("exhaustive", (operation.exhaustive == Some(true)).then_some("yes"));
    }
    for code in &catalogue.codes {
        facts.add(&code.name, [code.http_status.to_string(), code.template(), shown(code)]);
        facts.add("description", &code.description);
        facts.add("help", &code.help);
        facts.add("internal", (code.internal == Some(true)).then_some("yes"));
        facts.add("arguments", code.arguments(&catalogue.params));
        facts.add("attributes", catalogue.values_of(code).map(|(_, value)| text_of(value)));
        facts.add("aliases", &code.aliases);
        facts.add("number", code.number.map(|number| number.to_string()));
        facts.add("deprecated", code.deprecated.as_ref().map(|_| "yes"));
        let deprecated = code.deprecated.clone().unwrap_or_default();
        facts.add("since", &deprecated.since);
        facts.add("note", &deprecated.note);
        facts.add("replaced_by", &deprecated.replaced_by);
        facts.add("rust_name", &code.rust_name);
        facts.add("docs_url", &code.docs_url);
        let pages = [&code.docs_url, &catalogue.docs_url];
        facts.add("has a page", pages.into_iter().flatten().find(|page| !page.is_empty()).map(|_| "yes"));
        facts.add("grpc", code.grpc);
    }
    facts.list
}

/// The facts that errcat has read.
pub fn of_read(catalogue: &errcat::Catalogue) -> Vec<Fact> {
    let mut facts = Facts::default();
    facts.add("name", [catalogue.name()]);
    facts.add("description", catalogue.description());
    facts.add("domain", [catalogue.domain()]);
    facts.add("wire", read_wire(catalogue.wire()));
    facts.add("fallback", catalogue.fallback().map(|code| &*catalogue[code].name));
    let fallbacks = catalogue.fallbacks().iter();
    facts.add("fallbacks", fallbacks.map(|it| format!("{:?} {}", it.statuses, catalogue[it.code].name)));
    facts.add("reserved", catalogue.reserved());
    facts.add("path", catalogue.rust_path().and_then(|path| path.to_str()));
    facts.add("features", catalogue.features().iter().map(|feature| feature.as_str()));
    facts.add("exhaustive", catalogue.is_exhaustive().then_some("yes"));
    for param in catalogue.params() {
        let description = param.description.as_deref().unwrap_or_default();
        facts.add(&param.name, [param.kind.as_str(), description, sensitive(param.sensitive)]);
    }
    for attribute in catalogue.attributes() {
        let kind = match &attribute.kind {
            AttributeType::Words(words) => words.join(" "),
            other => format!("{other:?}"),
        };
        facts.add(&attribute.name, [&kind, attribute.description.as_deref().unwrap_or_default()]);
        facts.add("default", attribute.default.as_ref().map(|value| attribute.text(value)));
    }
    for group in catalogue.groups() {
        facts.add(&group.name, group.errors.iter().map(|&code| &*catalogue[code].name));
    }
    for operation in catalogue.operations() {
        facts.add(&operation.name, operation.errors.iter().map(|&code| &*catalogue[code].name));
        facts.add("description", &operation.description);
        facts.add("exhaustive", operation.exhaustive.then_some("yes"));
    }
    for code in catalogue.codes() {
        let pieces = code.message.pieces().map(|piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Param(param) => format!("<{}>", catalogue[param].name),
        });
        facts.add(&code.name, [code.http_status.to_string(), code.message.as_str().to_owned(), pieces.collect()]);
        facts.add("description", &code.description);
        facts.add("help", &code.help);
        facts.add("internal", code.internal.then_some("yes"));
        facts.add("arguments", code.params.iter().map(|param| &*catalogue[*param].name));
        let values = catalogue.attributes().iter().zip(&code.attributes);
        facts.add("attributes", values.map(|(attribute, value)| attribute.text(value)));
        facts.add("aliases", &code.aliases);
        facts.add("number", code.number.map(|number| number.to_string()));
        facts.add("deprecated", code.deprecated.as_ref().map(|_| "yes"));
        let deprecated = code.deprecated.as_ref();
        facts.add("since", deprecated.and_then(|it| it.since.as_deref()));
        facts.add("note", deprecated.and_then(|it| it.note.as_deref()));
        facts.add("replaced_by", deprecated.and_then(|it| it.replaced_by).map(|code| &*catalogue[code].name));
        facts.add("rust_name", &code.rust_name);
        facts.add("docs_url", &code.docs_url);
        facts.add("has a page", catalogue.docs_url_of(code).map(|_| "yes"));
        facts.add("grpc", code.grpc.map(errcat::GrpcCode::as_str));
    }
    facts.list
}

#[derive(Default)]
struct Facts {
    list: Vec<Fact>,
}

impl Facts {
    fn add<T: AsRef<str>>(&mut self, what: &str, texts: impl IntoIterator<Item = T>) {
        let mut texts: Vec<_> = texts.into_iter().map(|text| text.as_ref().to_owned()).collect();
        while texts.last().is_some_and(String::is_empty) {
            texts.pop();
        }
        self.list.push((what.to_owned(), texts));
    }
}

/// The word, or the keys of the envelope with their values.
fn written_wire(wire: &WrittenWire) -> Vec<String> {
    match wire {
        WrittenWire::Word(word) => vec![(*word).to_owned()],
        WrittenWire::Envelope(keys) => {
            let mut keys: Vec<_> = keys.iter().map(|(key, value)| format!("{key}: {value}")).collect();
            keys.sort_unstable();
            keys
        }
    }
}

fn read_wire(wire: &Wire) -> Vec<String> {
    let Envelope { at, code, number, message, params, status, .. } = match wire {
        Wire::Kratos => return vec!["kratos".to_owned()],
        Wire::Problem => return vec!["problem".to_owned()],
        Wire::Envelope(envelope) => envelope,
    };
    let path = at.iter().fold(String::new(), |path, step| match step {
        PathStep::Member(name) if path.is_empty() => name.clone(),
        PathStep::Member(name) => format!("{path}.{name}"),
        PathStep::First => format!("{path}[0]"),
    });
    let path = Some(path).filter(|path| !path.is_empty());
    let keys = ["at", "code", "message", "number", "params", "status"];
    let values = [&path, code, message, number, params, status];
    keys.iter().zip(values).filter_map(|(key, value)| value.as_ref().map(|value| format!("{key}: {value}"))).collect()
}

/// The fallbacks by status, exact ones first.
fn written_fallbacks(fallback: &Fallback) -> Vec<String> {
    let mut fallbacks = fallback.by_status.clone();
    fallbacks.sort_by_key(|(status, _)| (status.ends_with("xx"), status.clone()));
    let range = |status: &str| match status.strip_suffix("xx") {
        Some(class) => format!("{class}00..={class}99"),
        None => format!("{status}..={status}"),
    };
    fallbacks.iter().map(|(status, code)| format!("{} {code}", range(status))).collect()
}

/// A message, with each param as `<name>`.
fn shown(code: &Code) -> String {
    let pieces = code.message.iter().map(|piece| match piece {
        WrittenPiece::Text(text) => text.clone(),
        WrittenPiece::Param { name, .. } => format!("<{name}>"),
        WrittenPiece::Braces { .. } => "{{".to_owned(),
    });
    pieces.collect()
}

fn text_of(value: &AttributeValue) -> String {
    match value {
        AttributeValue::Text(text) => text.clone(),
        AttributeValue::Integer(number) => number.to_string(),
        AttributeValue::Unsigned(number) => number.to_string(),
        AttributeValue::Boolean(value) => value.to_string(),
    }
}

fn sensitive(is_sensitive: bool) -> &'static str {
    if is_sensitive { "sensitive" } else { "" }
}
