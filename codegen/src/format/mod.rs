//! The format of a catalogue as data: each map with its keys.
//!
//! Decoding, suggestions and required keys use these records, and so does `errcat explain`. To add a key, add a record
//! here and the code that uses it.

mod key;
mod kind;
#[cfg(feature = "documents")]
mod schema;

use crate::catalogue::{Feature, GrpcCode, Numbers, OpenApiVersion, ParamType, ScalarType, StandardWire};
use crate::rules::{Level, RuleId};
use crate::words::Words;
use key::Others;
use kind::{Declared, Kind};

pub use key::Key;
pub(crate) use key::Map;
#[cfg(feature = "documents")]
pub use schema::render_schema;

const REQUIRED: bool = true;
const OPTIONAL: bool = false;

/// Declares a map as a module: a constant for each key, and `MAP` with all of them. Keys of another form follow an `or`.
macro_rules! map {
    ($(#[$doc:meta])* $name:ident, $what:literal $(or $others:ident)? { $($key:ident = ($name_of_key:literal, $is_required:expr, $kind:expr, $about:literal, $example:literal);)* }) => {
        $(#[$doc])*
        pub(crate) mod $name {
            use super::*;

            $(pub(crate) const $key: Key =
                Key { name: $name_of_key, is_required: $is_required, kind: $kind, doc: $about, example: $example };)*

            pub(crate) static MAP: Map =
                Map { id: stringify!($name), what: $what, keys: &[$($key),*], others: &[$($others)?] };
        }
    };
}

map! { root, "the catalogue" {
    VERSION = ("errcat", REQUIRED, Kind::Version, "The version of the format: `1`.", "1");
    CATALOGUE = (
        "catalogue", REQUIRED, Kind::Map(&catalogue::MAP),
        "Settings of the catalogue as a whole.",
        "{name: Shop API, wire: problem, fallback: Unknown}"
    );
    INCLUDE = (
        "include", OPTIONAL, Kind::List(&Kind::File),
        "More files of the catalogue, each below the folder of this one, with params, attributes, reserved names, groups, \
         operations and codes.",
        "[billing.yaml, media/errors.yaml]"
    );
    OUTPUTS = (
        "outputs", OPTIONAL, Kind::Map(&outputs::MAP),
        "What `errcat generate` and the build script write.",
        "{rust: {path: generated/src}, markdown: generated/ERRORS.md}"
    );
    PARAMS = (
        "params", OPTIONAL,
        Kind::Named(Declared::Param, &Kind::Either(&[Kind::Word(words::<ParamType>), Kind::Map(&param::MAP)])),
        "The values that messages show with `{{.name}}`, each declared once: `name: type`, or a map.",
        "{article: string, left: unsigned}"
    );
    ATTRIBUTES = (
        "attributes", OPTIONAL,
        Kind::Named(Declared::Attribute, &Kind::Either(&[Kind::Word(words::<ScalarType>), Kind::Map(&attribute::MAP)])),
        "Further properties that each code has, defined by this catalogue: `name: type`, or a map.",
        "{retry: {values: [backoff, never], default: never}}"
    );
    RESERVED = (
        "reserved", OPTIONAL, Kind::List(&Kind::Name),
        "Names that must never be used again; a number without quotes is also reserved as a `number`.",
        "[OldName, 1042]"
    );
    ACCEPTED = (
        "accepted", OPTIONAL, Kind::List(&Kind::Map(&accepted::MAP)),
        "Changes since an earlier version that are meant, for `errcat diff`: it shows them, but they don't fail.",
        "[{change: code-removed, code: OldName, why: nobody uses it}]"
    );
    LINTS = (
        "lints", OPTIONAL, Kind::Named(Declared::Lint, &Kind::Word(words::<Level>)),
        "The levels of lints for the whole catalogue.",
        "{missing-description: deny}"
    );
    GROUPS = (
        "groups", OPTIONAL, Kind::Named(Declared::Group, &CODES_OR_GROUPS),
        "Codes that several operations answer with, named once.",
        "{common: [Unauthorized, TooManyRequests]}"
    );
    OPERATIONS = (
        "operations", OPTIONAL, Kind::Named(Declared::Operation, &Kind::Map(&operation::MAP)),
        "The operations of the API by their names, such as the `operationId` of OpenAPI; in Rust, an error type for \
         each.",
        "{create_order: {errors: [common, OutOfStock]}}"
    );
    CODES = (
        "codes", OPTIONAL, Kind::Named(Declared::Code, &Kind::Map(&code::MAP)),
        "The error codes by their names on the wire; required in one of the catalogue's files.",
        r#"{OutOfStock: {http_status: 409, message: "only {{.left}} of {{.article}} left"}}"#
    );
} }

const CODES_OR_GROUPS: Kind = Kind::List(&Kind::Reference(Declared::CodeOrGroup));

/// The keys of a file that another one includes.
pub(crate) static PART: Map = Map {
    id: "part",
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
    NAME = ("name", REQUIRED, Kind::Text, "The name of the service or API.", "Shop API");
    DESCRIPTION = ("description", OPTIONAL, Kind::Text, "What the catalogue is about.", "The errors of the shop.");
    DOCS_URL = (
        "docs_url", OPTIONAL, Kind::Text,
        "The page that documents the codes, each under its name: `docs_url#Name`.",
        "https://shop.example/errors"
    );
    HTTP_STATUS = (
        "http_status", OPTIONAL, Kind::HttpStatus,
        "The HTTP status of codes that have none of their own.",
        "500"
    );
    NUMBERS = (
        "numbers", OPTIONAL, Kind::Word(words::<Numbers>),
        "Whether the `number` of each code is `unique` (the default), or codes may have a `shared` one.",
        "shared"
    );
    DOMAIN = (
        "domain", OPTIONAL, Kind::Text,
        "The domain of a `google.rpc.ErrorInfo`, which tells the codes from those of other services; the name, if \
         there is none.",
        "shop.example"
    );
    WIRE = (
        "wire", OPTIONAL, Kind::Either(&[Kind::Word(words::<StandardWire>), Kind::Map(&wire::MAP)]),
        "The format in which errors are written: `kratos` (the default), `problem`, or the members of an envelope of \
         your own.",
        "{at: error, code: type, message: message, params: details}"
    );
    FALLBACK = (
        "fallback", OPTIONAL, Kind::Either(&[Kind::Reference(Declared::Code), Kind::Map(&fallback::MAP)]),
        "The code to use for a received code that is not in the catalogue, for example from a newer server; one code, or codes \
         by the HTTP status.",
        "{429: TooManyRequests, 5xx: Unavailable, else: Unknown}"
    );
} }

map! { wire, "`wire`" {
    AT = (
        "at", OPTIONAL, Kind::MemberPath,
        "Where the object is in the body: a member, or with `[0]` the first element of its list; without it, the body \
         is the object.",
        "error"
    );
    CODE = (
        "code", OPTIONAL, Kind::Member,
        "The member with the code's name; an envelope has it, `number`, or both.",
        "type"
    );
    NUMBER = (
        "number", OPTIONAL, Kind::Member,
        "The member with the code's number, which every code must then have for itself.",
        "code"
    );
    MESSAGE = ("message", OPTIONAL, Kind::Member, "The member with the message.", "msg");
    PARAMS = ("params", OPTIONAL, Kind::Member, "The member with the params and the metadata: an object.", "details");
    STATUS = ("status", OPTIONAL, Kind::Member, "The member with the HTTP status.", "status");
} }

const STATUSES: Others =
    Others { what: "a status from 400 to 599", pattern: "^[45][0-9]{2}$", kind: Kind::Reference(Declared::Code) };

map! { fallback, "`fallback`" or STATUSES {
    CLIENT_ERROR = (
        "4xx", OPTIONAL, Kind::Reference(Declared::Code),
        "The code for the statuses from 400 to 499, except for those that have their own.",
        "BadRequest"
    );
    SERVER_ERROR = (
        "5xx", OPTIONAL, Kind::Reference(Declared::Code),
        "The code for the statuses from 500 to 599, except for those that have their own.",
        "Unavailable"
    );
    ELSE = ("else", REQUIRED, Kind::Reference(Declared::Code), "The code for everything else.", "Unknown");
} }

map! { outputs, "`outputs`" {
    RUST = (
        "rust", OPTIONAL, Kind::Map(&rust::MAP),
        "The Rust crate or module.",
        "{path: generated/src, features: [serde, axum]}"
    );
    MARKDOWN = (
        "markdown", OPTIONAL, DOCUMENT,
        "The page for a forge or a wiki, by default `generated/ERRORS.md`.",
        "docs/ERRORS.md"
    );
    HTML = (
        "html", OPTIONAL, Kind::Either(&[Kind::File, Kind::Map(&html::MAP)]),
        "The page for the web, one file that needs no other, by default `generated/errors.html`.",
        "docs/errors.html"
    );
    JSON = (
        "json", OPTIONAL, DOCUMENT,
        "Everything that the catalogue says, for other programs, by default `generated/errors.json`.",
        "{path: docs/errors.json, internal: true}"
    );
    OPENAPI = (
        "openapi", OPTIONAL, Kind::Either(&[Kind::File, Kind::Map(&openapi::MAP)]),
        "Components for the OpenAPI description of an API, by default `generated/openapi.json`.",
        "{path: docs/openapi.json, version: \"3.0\"}"
    );
    TYPESCRIPT = (
        "typescript", OPTIONAL, Kind::Either(&[Kind::File, Kind::Map(&document::MAP)]),
        "A module for front ends: types, `parse` and `render`, by default `generated/errors.ts`.",
        "web/src/errors.ts"
    );
    OUTSIDE = (
        "outside", OPTIONAL, Kind::Boolean,
        "Whether outputs may be written outside the repository, as in `../shared/src`.",
        "true"
    );
} }

/// The path of a document, or a map.
const DOCUMENT: Kind = Kind::Either(&[Kind::File, Kind::Map(&document::MAP)]);

map! { document, "a document" {
    PATH = ("path", OPTIONAL, Kind::File, "The file to write.", "docs/errors.json");
    INTERNAL = (
        "internal", OPTIONAL, Kind::Boolean,
        "Whether codes with `internal: true` are in the document.",
        "true"
    );
} }

map! { html, "`html`" {
    PATH = ("path", OPTIONAL, Kind::File, "The file to write.", "docs/errors.html");
    INTERNAL = (
        "internal", OPTIONAL, Kind::Boolean,
        "Whether codes with `internal: true` are in the page.",
        "true"
    );
    ACCENT = (
        "accent", OPTIONAL, Kind::Colour,
        "The colour of links and marks, such as `\"#0a7d5a\"`; made lighter or darker where it would be hard to read.",
        "\"#0a7d5a\""
    );
} }

map! { openapi, "`openapi`" {
    PATH = ("path", OPTIONAL, Kind::File, "The file to write.", "docs/openapi.json");
    VERSION = (
        "version", OPTIONAL, Kind::Word(words::<OpenApiVersion>),
        "The version of OpenAPI: `3.1` (the default) or `3.0`.",
        "\"3.0\""
    );
} }

map! { rust, "`rust`" {
    PATH = (
        "path", OPTIONAL, Kind::Folder,
        "The folder for the sources of a whole crate; without it, the build script writes a module into `OUT_DIR`.",
        "generated/src"
    );
    FEATURES = (
        "features", OPTIONAL, Kind::List(&Kind::Word(words::<Feature>)),
        "The integrations to generate.",
        "[serde, axum]"
    );
    EXHAUSTIVE = (
        "exhaustive", OPTIONAL, Kind::Boolean,
        "Whether a `match` on `ErrorCode` in other crates needs no `_`; a new code then breaks each of them.",
        "true"
    );
} }

map! { param, "a param" {
    TYPE = ("type", REQUIRED, Kind::Word(words::<ParamType>), "The type of the value.", "list");
    DESCRIPTION = ("description", OPTIONAL, Kind::Text, "What the value means.", "the request fields at fault");
    SENSITIVE = (
        "sensitive", OPTIONAL, Kind::Boolean,
        "Whether to keep the value inside the program: it is redacted in the message and never sent.",
        "true"
    );
} }

map! { attribute, "an attribute" {
    DESCRIPTION = (
        "description", OPTIONAL, Kind::Text,
        "What the attribute means.",
        "What the caller can do about it."
    );
    VALUES = (
        "values", OPTIONAL, Kind::Either(&[Kind::List(&Kind::Name), Kind::Named(Declared::Value, &Kind::Text)]),
        "The words to choose a value from, or a map that says what each means; in Rust, an enum.",
        "{backoff: The same request may succeed later., never: Retrying is pointless.}"
    );
    TYPE = (
        "type", OPTIONAL, Kind::Word(words::<ScalarType>),
        "The type of the values, if they are not words from a list.",
        "boolean"
    );
    DEFAULT = (
        "default", OPTIONAL, Kind::AttributeValue,
        "The value for codes that give none; without it, every code must give one.",
        "never"
    );
} }

map! { accepted, "an accepted change" {
    CHANGE = ("change", REQUIRED, Kind::Text, "The kind of change, as `errcat diff` names it.", "code-removed");
    WHY = ("why", REQUIRED, Kind::Text, "Why the change is meant.", "nobody uses it");
    CODE = ("code", OPTIONAL, Kind::Name, "The code that has changed, by its name in the earlier version if it was there.", "OldName");
    NAME = ("name", OPTIONAL, Kind::Name, "The alias, the reserved name or the number that has changed.", "OlderName");
    PARAM = ("param", OPTIONAL, Kind::Name, "The param that has changed.", "article");
    ATTRIBUTE = ("attribute", OPTIONAL, Kind::Name, "The attribute that has changed.", "retry");
    VALUE = ("value", OPTIONAL, Kind::Name, "The value of the attribute that has changed.", "backoff");
    GROUP = ("group", OPTIONAL, Kind::Name, "The group that has changed.", "common");
    OPERATION = ("operation", OPTIONAL, Kind::Name, "The operation that has changed.", "create_order");
    FEATURE = ("feature", OPTIONAL, Kind::Name, "The Cargo feature that has changed.", "tonic");
} }

map! { operation, "an operation" {
    DESCRIPTION = (
        "description", OPTIONAL, Kind::Text,
        "What the operation does.",
        "Reserves an article and takes the money."
    );
    ERRORS = (
        "errors", REQUIRED, CODES_OR_GROUPS,
        "The codes it can answer with, and groups of them.",
        "[common, OutOfStock]"
    );
    EXHAUSTIVE = (
        "exhaustive", OPTIONAL, Kind::Boolean,
        "Whether Rust gets an enum of its codes, whose `match` needs no `_`; a new code then breaks each of them.",
        "true"
    );
} }

map! { code, "a code" {
    HTTP_STATUS = (
        "http_status", OPTIONAL, Kind::HttpStatus,
        "The HTTP status, from 200 to 599; required if the catalogue has none for all codes.",
        "409"
    );
    MESSAGE = (
        "message", REQUIRED, Kind::Text,
        "The message; `{{.name}}` shows the value of a param.",
        r#""only {{.left}} of {{.article}} left""#
    );
    DESCRIPTION = (
        "description", OPTIONAL, Kind::Text,
        "What the code means. Rustdoc shows its lists and indented lines as they are.",
        "Somebody was faster."
    );
    HELP = (
        "help", OPTIONAL, Kind::Text,
        "What the caller can do about it; shown in documents.",
        "Order fewer, or come back tomorrow."
    );
    INTERNAL = (
        "internal", OPTIONAL, Kind::Boolean,
        "Whether only the service itself may see the code: it is sent as the fallback, and is in no document that doesn't ask \
         for it.",
        "true"
    );
    PARAMS = (
        "params", OPTIONAL, Kind::List(&Kind::Reference(Declared::Param)),
        "The first arguments of the constructor, in this order. The message's other params follow in the order of their \
         declarations. Params that the message doesn't show are sent too.",
        "[article, left]"
    );
    ATTRIBUTES = (
        "attributes", OPTIONAL, Kind::Named(Declared::Attribute, &Kind::AttributeValue),
        "The code's values of the catalogue's attributes.",
        "{retry: backoff}"
    );
    DEPRECATED = (
        "deprecated", OPTIONAL, Kind::Either(&[Kind::Text, Kind::Map(&deprecated::MAP)]),
        "Why the code should no longer be used: a note, or a map.",
        r#"{since: "2.1", replaced_by: SoldOut}"#
    );
    ALIASES = (
        "aliases", OPTIONAL, Kind::List(&Kind::Name),
        "Old names that are still read as this code.",
        "[NotEnoughStock]"
    );
    NUMBER = (
        "number", OPTIONAL, Kind::Number,
        "A stable number, different for each code unless the catalogue says `numbers: shared`; either all codes have one or none \
         does.",
        "1042"
    );
    DOCS_URL = ("docs_url", OPTIONAL, Kind::Text, "The code's own page.", "https://shop.example/errors/stock");
    RUST_NAME = (
        "rust_name", OPTIONAL, Kind::Variant,
        "The name of the variant in Rust, if the derived one doesn't fit.",
        "OutOfStock"
    );
    GRPC = (
        "grpc", OPTIONAL, Kind::Word(words::<GrpcCode>),
        "The gRPC code, if it differs from the one for the HTTP status.",
        "FAILED_PRECONDITION"
    );
    ALLOW = (
        "allow", OPTIONAL, Kind::List(&Kind::Word(lints_of_codes)),
        "Lints to switch off for this code.",
        "[similar-codes]"
    );
} }

map! { deprecated, "`deprecated`" {
    SINCE = ("since", OPTIONAL, Kind::Text, "The version of the service that deprecated it.", r#""2.1""#);
    NOTE = ("note", OPTIONAL, Kind::Text, "What callers should know about it.", "The shop always has enough.");
    REPLACED_BY = ("replaced_by", OPTIONAL, Kind::Reference(Declared::Code), "The code to use instead.", "SoldOut");
} }

static MAPS: &[&Map] = &[
    &root::MAP,
    &PART,
    &catalogue::MAP,
    &outputs::MAP,
    &document::MAP,
    &html::MAP,
    &openapi::MAP,
    &rust::MAP,
    &param::MAP,
    &attribute::MAP,
    &accepted::MAP,
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

fn words<T: Words>() -> Vec<&'static str> {
    T::WORDS.iter().map(|(word, _)| *word).collect()
}

fn lints_of_codes() -> Vec<&'static str> {
    RuleId::lints().filter(|lint| lint.is_about_codes()).map(|lint| lint.rule().id()).collect()
}
