//! The format as a JSON Schema, for editors and validators.

mod offered;
mod value;

use serde::{Serialize, Serializer};
use serde_json::Value;

use self::offered::{names, offered};
use super::key::{Key, Map};
use super::kind::{Declared, Kind};
use super::{MAPS, PART, root};
use crate::catalogue::{Attribute, AttributeType, Catalogue};
use crate::decode::MAX_NAME;
use crate::rules::RuleId;

/// The JSON Schema (draft 7) of catalogues, with which editors complete and check them.
///
/// A schema can't know which names a catalogue declares, unless it is made for one: then its params, attributes, codes and
/// groups are offered where they can be used. Other names are still accepted, so that the schema needn't be made again for each.
///
/// What no schema can say, such as that a reference leads to something, is left to [`Catalogue::load`].
///
/// ```
/// let schema = errcat::render_schema(None);
/// assert!(schema.contains(r#""description": "The HTTP status, from 200 to 599;"#));
/// ```
#[must_use]
pub fn render_schema(catalogue: Option<&Catalogue>) -> String {
    let writer = Writer { catalogue };
    // Included files have the same schema: what they may leave out isn't required.
    let is_required = |key: &&Key| key.is_required && PART.keys.iter().any(|other| other.name == key.name);
    let schema = Root {
        schema: "http://json-schema.org/draft-07/schema#",
        title: "Error catalogue",
        object: Schema {
            required: root::MAP.keys.iter().filter(is_required).map(Key::name).collect(),
            ..writer.map(&root::MAP)
        },
        definitions: Members(
            MAPS.iter()
                .filter(|map| ![root::MAP.id, PART.id].contains(&map.id))
                .map(|map| (map.id.to_owned(), writer.map(map)))
                .collect(),
        ),
    };
    print(&schema)
}

fn print(schema: &Root) -> String {
    serde_json::to_string_pretty(schema).expect("all keys are texts") + "\n"
}

#[derive(Serialize)]
struct Root {
    #[serde(rename = "$schema")]
    schema: &'static str,
    title: &'static str,
    #[serde(flatten)]
    object: Schema,
    definitions: Members,
}

/// Each member is left out if it says nothing.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    examples: Vec<Value>,
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Vec::is_empty", serialize_with = "one_or_more")]
    types: Vec<&'static str>,
    #[serde(rename = "const", skip_serializing_if = "Option::is_none")]
    only: Option<Value>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    words: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<Box<Self>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    required: Vec<&'static str>,
    #[serde(skip_serializing_if = "Members::is_empty")]
    properties: Members,
    #[serde(skip_serializing_if = "Members::is_empty")]
    pattern_properties: Members,
    #[serde(skip_serializing_if = "Option::is_none")]
    property_names: Option<Box<Self>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    additional_properties: Option<Others>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    any_of: Vec<Self>,
}

fn one_or_more<S: Serializer>(types: &[&str], serializer: S) -> Result<S::Ok, S::Error> {
    match types {
        [one] => one.serialize(serializer),
        more => more.serialize(serializer),
    }
}

/// The keys that are not named.
#[derive(Serialize)]
#[serde(untagged)]
enum Others {
    Allowed(bool),
    Each(Box<Schema>),
}

/// An object, its members in this order.
#[derive(Default)]
struct Members(Vec<(String, Schema)>);

impl Members {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Members {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, schema)| (name, schema)))
    }
}

/// The scalars that are read as texts: `null` is the text of four letters.
const SCALARS: [&str; 4] = ["string", "number", "boolean", "null"];
const SNAKE_CASE: &str = "^[a-z][a-z0-9]*(_[a-z0-9]+)*$";
const PASCAL_CASE: &str = "^[A-Z][A-Za-z0-9]*$";
const COLOUR: &str = "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$";
/// A name on the wire, whose length is limited separately.
const NAME: &str = "^[A-Za-z0-9_.:/-]*[A-Za-z0-9][A-Za-z0-9_.:/-]*$";

struct Writer<'c> {
    catalogue: Option<&'c Catalogue>,
}

impl Writer<'_> {
    fn map(&self, map: &Map) -> Schema {
        let properties = map.keys.iter().map(|key| (key.name.to_owned(), self.key(key)));
        let others = map.others.iter().map(|others| (others.pattern.to_owned(), self.kind(&others.kind)));
        Schema {
            types: vec!["object"],
            required: map.keys.iter().filter(|key| key.is_required).map(Key::name).collect(),
            properties: Members(properties.collect()),
            pattern_properties: Members(others.collect()),
            additional_properties: Some(Others::Allowed(false)),
            ..Schema::default()
        }
    }

    fn key(&self, key: &Key) -> Schema {
        Schema { description: Some(key.doc.to_owned()), examples: vec![value::of(key.example)], ..self.kind(&key.kind) }
    }

    fn kind(&self, kind: &Kind) -> Schema {
        let of_type = |name| Schema { types: vec![name], ..Schema::default() };
        let text = || Schema { types: SCALARS.to_vec(), ..Schema::default() };
        match kind {
            Kind::Version => Schema { only: Some(1.into()), ..Schema::default() },
            Kind::Text | Kind::Folder | Kind::File | Kind::Member | Kind::MemberPath | Kind::AttributeValue => text(),
            Kind::Name => name(),
            Kind::Colour => Schema { pattern: Some(COLOUR), ..of_type("string") },
            Kind::Variant => Schema { pattern: Some(PASCAL_CASE), ..text() },
            Kind::Boolean => of_type("boolean"),
            Kind::HttpStatus => Schema { minimum: Some(200), maximum: Some(599), ..of_type("integer") },
            Kind::Number => Schema { minimum: Some(i64::MIN), maximum: Some(i64::MAX), ..of_type("integer") },
            Kind::Word(words) => one_of(words()),
            Kind::Reference(declared) => self.reference(*declared),
            Kind::List(element) => Schema { items: Some(Box::new(self.kind(element))), ..of_type("array") },
            Kind::Map(map) => Schema { reference: Some(format!("#/definitions/{}", map.id)), ..Schema::default() },
            Kind::Named(declared, value) => self.named(*declared, value),
            Kind::Either(kinds) => {
                Schema { any_of: kinds.iter().map(|kind| self.kind(kind)).collect(), ..Schema::default() }
            }
        }
    }

    /// A map from names to values.
    fn named(&self, declared: Declared, value: &Kind) -> Schema {
        let object = Schema { types: vec!["object"], ..Schema::default() };
        if declared == Declared::Lint {
            let lints = RuleId::lints().map(|lint| (lint.rule().id().to_owned(), self.kind(value)));
            let properties = Members(lints.collect());
            return Schema { properties, additional_properties: Some(Others::Allowed(false)), ..object };
        }
        let properties = match value {
            Kind::AttributeValue => self.attributes(),
            _ => Members::default(),
        };
        Schema {
            properties,
            // The keys of an object in JSON are strings, whatever they are in YAML.
            property_names: Some(Box::new(Schema { types: Vec::new(), ..name_of(declared) })),
            additional_properties: Some(Others::Each(Box::new(self.kind(value)))),
            ..object
        }
    }

    /// The catalogue's attributes, with their values.
    fn attributes(&self) -> Members {
        let attributes = self.catalogue.map(Catalogue::attributes).unwrap_or_default().iter();
        let with_values = |attribute: &Attribute| {
            let description = attribute.description.clone();
            (attribute.name.clone(), Schema { description, ..self.values(attribute) })
        };
        Members(attributes.map(with_values).collect())
    }

    fn values(&self, attribute: &Attribute) -> Schema {
        let any = self.kind(&Kind::AttributeValue);
        match &attribute.kind {
            AttributeType::Words(words) => {
                let meanings = attribute.meanings.iter().map(Option::as_deref);
                offered(words.iter().map(String::as_str).zip(meanings).collect(), any)
            }
            AttributeType::String => any,
            AttributeType::Integer => self.kind(&Kind::Number),
            AttributeType::Unsigned => Schema { types: vec!["integer"], minimum: Some(0), ..Schema::default() },
            AttributeType::Boolean => self.kind(&Kind::Boolean),
        }
    }

    fn reference(&self, declared: Declared) -> Schema {
        let known = self.catalogue.map(|catalogue| names(catalogue, declared)).unwrap_or_default();
        offered(known, name_of(declared))
    }
}

fn one_of(words: Vec<&str>) -> Schema {
    Schema { words: words.into_iter().map(ToOwned::to_owned).collect(), ..Schema::default() }
}

fn name() -> Schema {
    Schema { types: SCALARS.to_vec(), pattern: Some(NAME), max_length: Some(MAX_NAME), ..Schema::default() }
}

fn name_of(declared: Declared) -> Schema {
    match declared {
        Declared::Param | Declared::Attribute => Schema { pattern: Some(SNAKE_CASE), max_length: None, ..name() },
        Declared::Lint => one_of(RuleId::lints().map(|lint| lint.rule().id()).collect()),
        Declared::Value | Declared::Group | Declared::Operation | Declared::Code | Declared::CodeOrGroup => name(),
    }
}
