//! A code in JSON.

use serde::{Serialize, Serializer};

use super::Value;
use crate::catalogue::{self as model, Catalogue, CodeId};
use crate::render::documents::Published;

#[derive(Serialize)]
pub(super) struct Code<'c> {
    name: &'c str,
    number: Option<i64>,
    http_status: u16,
    grpc: Option<&'c str>,
    message: Message<'c>,
    description: Option<&'c str>,
    help: Option<&'c str>,
    docs_url: Option<String>,
    params: Vec<&'c str>,
    operations: Vec<&'c str>,
    attributes: Values<'c>,
    aliases: &'c [String],
    deprecated: Option<Deprecation<'c>>,
    internal: bool,
    rust: RustNames,
}

#[derive(Serialize)]
struct Message<'c> {
    text: &'c str,
    pieces: Vec<Piece<'c>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Piece<'c> {
    Text(&'c str),
    Param { param: &'c str },
}

/// The value of each attribute by its name.
struct Values<'c>(Vec<(&'c str, Value<'c>)>);

#[derive(Serialize)]
struct Deprecation<'c> {
    since: Option<&'c str>,
    note: Option<&'c str>,
    replaced_by: Option<&'c str>,
}

#[derive(Serialize)]
struct RustNames {
    variant: String,
    constructor: String,
}

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<'c> Code<'c> {
    pub(super) fn of(published: Published<'c>, id: CodeId) -> Self {
        let catalogue = published.catalogue;
        let (code, names) = (&catalogue[id], &published.shared.names.codes[id.index()]);
        let values = catalogue.attributes().iter().zip(&code.attributes);
        let values = values.map(|(attribute, value)| (&*attribute.name, Value::of(attribute, value)));
        let deprecation = |it: &'c model::Deprecation| Deprecation {
            since: it.since.as_deref(),
            note: it.note.as_deref(),
            replaced_by: published.replacement(code),
        };
        Self {
            name: &code.name,
            number: code.number,
            http_status: code.http_status,
            grpc: code.grpc.map(model::GrpcCode::as_str),
            message: Message::of(catalogue, &code.message),
            description: code.description.as_deref(),
            help: code.help.as_deref(),
            docs_url: catalogue.docs_url_of(code).map(Into::into),
            params: code.params.iter().map(|&param| &*catalogue[param].name).collect(),
            operations: published.operations_with(id).map(|operation| &*operation.name).collect(),
            attributes: Values(values.collect()),
            aliases: &code.aliases,
            deprecated: code.deprecated.as_ref().map(deprecation),
            internal: code.internal,
            rust: RustNames { variant: names.variant.clone(), constructor: names.constructor.clone() },
        }
    }
}

impl<'c> Message<'c> {
    fn of(catalogue: &'c Catalogue, template: &'c model::Template) -> Self {
        let pieces = template.pieces().map(|piece| match piece {
            model::Piece::Text(text) => Piece::Text(text),
            model::Piece::Param(param) => Piece::Param { param: &catalogue[param].name },
        });
        Self { text: template.as_str(), pieces: pieces.collect() }
    }
}
