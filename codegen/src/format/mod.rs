//! The format of a catalogue as data: each map with its keys.
//!
//! Decoding, suggestions and required keys use these records, and so does `errcat explain`. To add a key, add a record
//! here and the code that uses it.

mod kind;

use std::fmt;

use crate::catalogue::{Feature, GrpcCode, Numbers, ParamType, ScalarType, StandardWire};
use crate::rules::{Level, RuleId};
use crate::words::Words;
use kind::Kind;

/// A map with keys that the format defines.
pub(crate) struct Map {
    /// What the map describes, in words.
    pub(crate) what: &'static str,
    pub(crate) keys: &'static [Key],
    /// Keys of another form, in words.
    others: &'static [&'static str],
}

/// A key of a map.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    name: &'static str,
    kind: Kind,
    is_required: bool,
    doc: &'static str,
}

const REQUIRED: bool = true;
const OPTIONAL: bool = false;

/// Declares a map as a module: a constant for each key, and `MAP` with all of them. Keys of another form follow an `or`.
macro_rules! map {
    ($(#[$doc:meta])* $name:ident, $what:literal $(or $others:literal)? { $($key:ident = ($name_of_key:literal, $is_required:expr, $kind:expr, $about:literal);)* }) => {
        $(#[$doc])*
        pub(crate) mod $name {
            use super::*;

            $(pub(crate) const $key: Key =
                Key { name: $name_of_key, is_required: $is_required, kind: $kind, doc: $about };)*

            pub(crate) static MAP: Map = Map { what: $what, keys: &[$($key),*], others: &[$($others)?] };
        }
    };
}

map! { root, "the catalogue" {
    VERSION = ("errcat", REQUIRED, Kind::Version, "The version of the format: `1`.");
    CATALOGUE = ("catalogue", REQUIRED, Kind::Map(&catalogue::MAP), "Settings of the catalogue as a whole.");
    INCLUDE = (
        "include", OPTIONAL,
        Kind::List(&Kind::File),
        "More files of the catalogue, each below the folder of this one, with params, attributes, reserved names, groups, \
         operations and codes."
    );
    OUTPUTS = ("outputs", OPTIONAL, Kind::Map(&outputs::MAP), "What `errcat generate` and the build script write.");
    PARAMS = (
        "params", OPTIONAL,
        Kind::Named("a param", &Kind::Either(&[Kind::Word(words::<ParamType>), Kind::Map(&param::MAP)])),
        "The values that messages show with `{{.name}}`, each declared once: `name: type`, or a map."
    );
    ATTRIBUTES = (
        "attributes", OPTIONAL,
        Kind::Named("an attribute", &Kind::Either(&[Kind::Word(words::<ScalarType>), Kind::Map(&attribute::MAP)])),
        "Further properties that each code has, defined by this catalogue: `name: type`, or a map."
    );
    RESERVED = (
        "reserved", OPTIONAL,
        Kind::List(&Kind::Name),
        "Names that must never be used again; a number without quotes is also reserved as a `number`."
    );
    LINTS = (
        "lints", OPTIONAL,
        Kind::Named("a lint", &Kind::Word(words::<Level>)),
        "The levels of lints for the whole catalogue."
    );
    GROUPS = (
        "groups", OPTIONAL,
        Kind::Named("a group", &CODES_OR_GROUPS),
        "Codes that several operations answer with, named once."
    );
    OPERATIONS = (
        "operations", OPTIONAL,
        Kind::Named("an operation", &Kind::Map(&operation::MAP)),
        "The operations of the API by their names, such as the `operationId` of OpenAPI; in Rust, an error type for each."
    );
    CODES = (
        "codes", OPTIONAL,
        Kind::Named("a code", &Kind::Map(&code::MAP)),
        "The error codes by their names on the wire; required in one of the catalogue's files."
    );
} }

const CODES_OR_GROUPS: Kind = Kind::List(&Kind::Reference("a code or a group"));

/// The keys of a file that another one includes.
pub(crate) static PART: Map = Map {
    what: "an included file",
    keys: &[
        root::VERSION,
        root::INCLUDE,
        root::PARAMS,
        root::ATTRIBUTES,
        root::RESERVED,
        root::GROUPS,
        root::OPERATIONS,
        root::CODES,
    ],
    others: &[],
};

map! { catalogue, "`catalogue`" {
    NAME = ("name", REQUIRED, Kind::Text, "The name of the service or API.");
    DESCRIPTION = ("description", OPTIONAL, Kind::Text, "What the catalogue is about.");
    DOCS_URL = ("docs_url", OPTIONAL, Kind::Text, "The page that documents the codes, each under its name: `docs_url#Name`.");
    HTTP_STATUS = ("http_status", OPTIONAL, Kind::HttpStatus, "The HTTP status of codes that have none of their own.");
    NUMBERS = (
        "numbers", OPTIONAL,
        Kind::Word(words::<Numbers>),
        "Whether the `number` of each code is `unique` (the default), or codes may have a `shared` one."
    );
    DOMAIN = (
        "domain", OPTIONAL,
        Kind::Text,
        "The domain of a `google.rpc.ErrorInfo`, which tells the codes from those of other services; the name, if there is none."
    );
    WIRE = (
        "wire", OPTIONAL,
        Kind::Either(&[Kind::Word(words::<StandardWire>), Kind::Map(&wire::MAP)]),
        "The format in which errors are written: `kratos` (the default), `problem`, or the members of an envelope of your own."
    );
    FALLBACK = (
        "fallback", OPTIONAL,
        Kind::Either(&[Kind::Reference("a code"), Kind::Map(&fallback::MAP)]),
        "The code to use for a received code that is not in the catalogue, for example from a newer server; one code, or codes \
         by the HTTP status."
    );
} }

map! { wire, "`wire`" {
    AT = (
        "at", OPTIONAL,
        Kind::MemberPath,
        "Where the object is in the body: a member, or with `[0]` the first element of its list; without it, the body is the object."
    );
    CODE = ("code", OPTIONAL, Kind::Member, "The member with the code's name; an envelope has it, `number`, or both.");
    NUMBER = ("number", OPTIONAL, Kind::Member, "The member with the code's number, which every code must then have for itself.");
    MESSAGE = ("message", OPTIONAL, Kind::Member, "The member with the message.");
    PARAMS = ("params", OPTIONAL, Kind::Member, "The member with the params and the metadata: an object.");
    STATUS = ("status", OPTIONAL, Kind::Member, "The member with the HTTP status.");
} }

map! { fallback, "`fallback`" or "a status from 400 to 599" {
    CLIENT_ERROR = ("4xx", OPTIONAL, Kind::Reference("a code"), "The code for the statuses from 400 to 499, except for those that have their own.");
    SERVER_ERROR = ("5xx", OPTIONAL, Kind::Reference("a code"), "The code for the statuses from 500 to 599, except for those that have their own.");
    ELSE = ("else", REQUIRED, Kind::Reference("a code"), "The code for everything else.");
} }

map! { outputs, "`outputs`" {
    RUST = ("rust", OPTIONAL, Kind::Map(&rust::MAP), "The Rust crate or module.");
    MARKDOWN = ("markdown", OPTIONAL, DOCUMENT, "The page for a forge or a wiki, by default `generated/ERRORS.md`.");
    HTML = (
        "html", OPTIONAL, Kind::Either(&[Kind::File, Kind::Map(&html::MAP)]),
        "The page for the web, one file that needs no other, by default `generated/errors.html`."
    );
    JSON = (
        "json", OPTIONAL, DOCUMENT,
        "Everything that the catalogue says, for other programs, by default `generated/errors.json`."
    );
    OUTSIDE = ("outside", OPTIONAL, Kind::Boolean, "Whether outputs may be written outside the repository, as in `../shared/src`.");
} }

/// The path of a document, or a map.
const DOCUMENT: Kind = Kind::Either(&[Kind::File, Kind::Map(&document::MAP)]);

map! { document, "a document" {
    PATH = ("path", OPTIONAL, Kind::File, "The file to write.");
    INTERNAL = ("internal", OPTIONAL, Kind::Boolean, "Whether codes with `internal: true` are in the document.");
} }

map! { html, "`html`" {
    PATH = ("path", OPTIONAL, Kind::File, "The file to write.");
    INTERNAL = ("internal", OPTIONAL, Kind::Boolean, "Whether codes with `internal: true` are in the page.");
    ACCENT = (
        "accent", OPTIONAL,
        Kind::Colour,
        "The colour of links and marks, such as `\"#0a7d5a\"`; made lighter or darker where it would be hard to read."
    );
} }

map! { rust, "`rust`" {
    PATH = (
        "path", OPTIONAL,
        Kind::Folder,
        "The folder for the sources of a whole crate; without it, the build script writes a module into `OUT_DIR`."
    );
    FEATURES = ("features", OPTIONAL, Kind::List(&Kind::Word(words::<Feature>)), "The integrations to generate.");
    EXHAUSTIVE = (
        "exhaustive", OPTIONAL,
        Kind::Boolean,
        "Whether a `match` on `ErrorCode` in other crates needs no `_`; a new code then breaks each of them."
    );
} }

map! { param, "a param" {
    TYPE = ("type", REQUIRED, Kind::Word(words::<ParamType>), "The type of the value.");
    DESCRIPTION = ("description", OPTIONAL, Kind::Text, "What the value means.");
    SENSITIVE = (
        "sensitive", OPTIONAL,
        Kind::Boolean,
        "Whether to keep the value inside the program: it is redacted in the message and never sent."
    );
} }

map! { attribute, "an attribute" {
    DESCRIPTION = ("description", OPTIONAL, Kind::Text, "What the attribute means.");
    VALUES = ("values", OPTIONAL, Kind::List(&Kind::Name), "The words to choose a value from; in Rust, an enum.");
    TYPE = ("type", OPTIONAL, Kind::Word(words::<ScalarType>), "The type of the values, if they are not words from a list.");
    DEFAULT = ("default", OPTIONAL, Kind::AttributeValue, "The value for codes that give none; without it, every code must give one.");
} }

map! { operation, "an operation" {
    DESCRIPTION = ("description", OPTIONAL, Kind::Text, "What the operation does.");
    ERRORS = ("errors", REQUIRED, CODES_OR_GROUPS, "The codes it can answer with, and groups of them.");
    EXHAUSTIVE = (
        "exhaustive", OPTIONAL,
        Kind::Boolean,
        "Whether Rust gets an enum of its codes, whose `match` needs no `_`; a new code then breaks each of them."
    );
} }

map! { code, "a code" {
    HTTP_STATUS = (
        "http_status", OPTIONAL,
        Kind::HttpStatus,
        "The HTTP status, from 200 to 599; required if the catalogue has none for all codes."
    );
    MESSAGE = ("message", REQUIRED, Kind::Text, "The message; `{{.name}}` shows the value of a param.");
    DESCRIPTION = ("description", OPTIONAL, Kind::Text, "What the code means. Rustdoc shows its lists and indented lines as they are.");
    HELP = ("help", OPTIONAL, Kind::Text, "What the caller can do about it; shown in documents.");
    INTERNAL = ("internal", OPTIONAL, Kind::Boolean, "Whether to leave the code out of documents that don't ask for it.");
    PARAMS = (
        "params", OPTIONAL,
        Kind::List(&Kind::Reference("a param")),
        "The first arguments of the constructor, in this order. The message's other params follow in the order of their \
         declarations. Params that the message doesn't show are sent too."
    );
    ATTRIBUTES = (
        "attributes", OPTIONAL,
        Kind::Named("an attribute", &Kind::AttributeValue),
        "The code's values of the catalogue's attributes."
    );
    DEPRECATED = (
        "deprecated", OPTIONAL,
        Kind::Either(&[Kind::Text, Kind::Map(&deprecated::MAP)]),
        "Why the code should no longer be used: a note, or a map."
    );
    ALIASES = ("aliases", OPTIONAL, Kind::List(&Kind::Name), "Old names that are still read as this code.");
    NUMBER = (
        "number", OPTIONAL,
        Kind::Number,
        "A stable number, different for each code unless the catalogue says `numbers: shared`; either all codes have one or none \
         does."
    );
    DOCS_URL = ("docs_url", OPTIONAL, Kind::Text, "The code's own page.");
    RUST_NAME = ("rust_name", OPTIONAL, Kind::Variant, "The name of the variant in Rust, if the derived one doesn't fit.");
    GRPC = ("grpc", OPTIONAL, Kind::Word(words::<GrpcCode>), "The gRPC code, if it differs from the one for the HTTP status.");
    ALLOW = ("allow", OPTIONAL, Kind::List(&Kind::Word(lints_of_codes)), "Lints to switch off for this code.");
} }

map! { deprecated, "`deprecated`" {
    SINCE = ("since", OPTIONAL, Kind::Text, "The version of the service that deprecated it.");
    NOTE = ("note", OPTIONAL, Kind::Text, "What callers should know about it.");
    REPLACED_BY = ("replaced_by", OPTIONAL, Kind::Reference("a code"), "The code to use instead.");
} }

static MAPS: &[&Map] = &[
    &root::MAP,
    &PART,
    &catalogue::MAP,
    &outputs::MAP,
    &document::MAP,
    &html::MAP,
    &rust::MAP,
    &param::MAP,
    &attribute::MAP,
    &operation::MAP,
    &code::MAP,
    &deprecated::MAP,
    &wire::MAP,
    &fallback::MAP,
];

/// The keys of the format, each with the map it belongs to, such as `a code`.
///
/// ```
/// let (_, key) = errcat::format_keys().find(|(what, key)| *what == "a code" && key.name() == "message").unwrap();
/// assert!(key.is_required());
/// ```
pub fn format_keys() -> impl Iterator<Item = (&'static str, &'static Key)> {
    MAPS.iter().flat_map(|map| map.keys.iter().map(|key| (map.what, key)))
}

impl Map {
    /// The names of the keys, followed by the form of others.
    pub(crate) fn key_names(&self) -> impl Iterator<Item = &'static str> {
        self.keys.iter().map(Key::name).chain(self.others.iter().copied())
    }
}

impl Key {
    /// The key as written in a catalogue.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What the value means, in one line.
    #[must_use]
    pub const fn doc(&self) -> &'static str {
        self.doc
    }

    /// Whether the key is required.
    #[must_use]
    pub const fn is_required(&self) -> bool {
        self.is_required
    }

    /// The kind of value, in words, such as `a list, each element a name`.
    #[must_use]
    pub fn kind(&self) -> String {
        self.kind.to_string()
    }
}

/// The key in backticks, as messages show it.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.name)
    }
}

fn words<T: Words>() -> Vec<&'static str> {
    T::WORDS.iter().map(|(word, _)| *word).collect()
}

fn lints_of_codes() -> Vec<&'static str> {
    RuleId::lints().filter(|lint| lint.is_about_codes()).map(|lint| lint.rule().id()).collect()
}
