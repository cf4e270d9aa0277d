//! The modules of generated code, and the features that need them.

use std::panic::resume_unwind;
use std::thread;

use quote::quote;
use syn::{Item, parse_quote};

use super::ident::ident;
use super::{NamedCatalogue, attributes, code, constructors, lookup, operations, print, tables, wire_settings};
use crate::catalogue::Feature::{ActixWeb, Axum, Http, HttpBody, Serde, Tonic, Utoipa};
use crate::catalogue::{Feature, Wire};

pub(super) struct Module {
    pub(super) name: &'static str,
    pub(super) text: String,
    pub(super) is_public: bool,
    /// The features that need it; none if it is always there.
    pub(super) features: Vec<Feature>,
}

/// The features that read errors from the wire; that do so through serde; that make HTTP responses.
const READING: &[Feature] = &[Serde, Http, HttpBody, Axum, ActixWeb, Tonic, Utoipa];
const SERDE: &[Feature] = &[Serde, Http, HttpBody, Axum, ActixWeb, Utoipa];
pub(super) const HTTP: &[Feature] = &[Http, HttpBody, Axum];

/// A file of the runtime: the name of its module and its text.
macro_rules! runtime {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../runtime/", $name, ".rs")))
    };
    ($folder:literal / $name:literal) => {
        ($name, include_str!(concat!("../../../runtime/", $folder, "/", $name, ".rs")))
    };
}

/// All modules, in the order in which rustdoc shows what they add to `Error` and `ErrorCode`: first what all codes have
/// in common, last the constructors.
pub(super) fn all(catalogue: &NamedCatalogue<'_>) -> Vec<Module> {
    let for_all = [
        runtime!("equality"),
        runtime!("error"),
        runtime!("float"),
        runtime!("hash"),
        runtime!("layout"),
        runtime!("or_error"),
        runtime!("parse"),
        runtime!("pieces"),
        runtime!("row"),
        runtime!("value"),
        runtime!("violation"),
    ];
    // The constructors take as long as everything else.
    let (of_catalogue, constructors) = thread::scope(|scope| {
        let constructors = scope.spawn(|| constructors::text(catalogue));
        let of_catalogue = [
            ("attributes", print(attributes::items(catalogue))),
            ("code", code::text(catalogue)),
            ("lookup", print(lookup::items(catalogue))),
            ("tables", tables::text(catalogue)),
        ];
        (of_catalogue, constructors.join().unwrap_or_else(|panic| resume_unwind(panic)))
    });
    let mut modules: Vec<_> = for_all.map(|(name, text)| Module::new(name, text.to_owned())).into();
    modules.extend(of_catalogue.into_iter().map(|(name, text)| Module::new(name, text)));
    modules.extend(integrations(catalogue));
    modules.push(Module::new("constructors", constructors));
    let operations = operations::text(catalogue);
    if !operations.is_empty() {
        modules.extend(of_operations(catalogue));
        modules.push(Module::new("operations", operations));
    }
    modules.retain(|module| !module.text.is_empty());
    modules
}

/// The modules that the catalogue's features need.
fn integrations(catalogue: &NamedCatalogue<'_>) -> impl Iterator<Item = Module> {
    let (_, body) = match &catalogue.model.wire {
        Wire::Kratos => runtime!("kratos"),
        Wire::Problem => runtime!("problem"),
        Wire::Envelope(_) => runtime!("enveloped"),
    };
    // With a fallback, reading can't fail, which changes the signatures.
    let [from_response, from_response_body, from_status] = if catalogue.model.fallback.is_some() {
        [
            runtime!("with_fallback" / "from_response"),
            runtime!("with_fallback" / "from_response_body"),
            runtime!("with_fallback" / "from_status"),
        ]
    } else {
        [
            runtime!("without_fallback" / "from_response"),
            runtime!("without_fallback" / "from_response_body"),
            runtime!("without_fallback" / "from_status"),
        ]
    };
    let texts: [(_, &[Feature]); 32] = [
        (runtime!("actix_web"), &[ActixWeb]),
        (runtime!("axum"), &[Axum]),
        (("body", body), SERDE),
        (runtime!("deserialize"), SERDE),
        (runtime!("envelope"), READING),
        (runtime!("envelopes"), READING),
        (runtime!("foreign"), READING),
        (runtime!("formats"), READING),
        (from_response, HTTP),
        (from_response_body, &[HttpBody]),
        (from_status, &[Tonic]),
        (runtime!("headers"), &[Http, HttpBody, Axum, ActixWeb]),
        (runtime!("http"), HTTP),
        (runtime!("http_body"), &[HttpBody]),
        (runtime!("message"), READING),
        (runtime!("openapi_body"), &[Utoipa]),
        (runtime!("openapi_components"), &[Utoipa]),
        (runtime!("outgoing"), READING),
        (runtime!("protobuf"), READING),
        (runtime!("raw"), READING),
        (runtime!("received"), READING),
        (runtime!("relayed"), &[Tonic]),
        (runtime!("repair"), HTTP),
        (runtime!("request_ids"), READING),
        (runtime!("retry_after"), &[Http, HttpBody, Axum, ActixWeb]),
        (runtime!("rpc"), READING),
        (runtime!("serialize"), SERDE),
        (runtime!("split"), READING),
        (runtime!("text"), READING),
        (runtime!("tonic"), &[Tonic]),
        (runtime!("utoipa"), &[Utoipa]),
        (runtime!("wire"), SERDE),
    ];
    let features = catalogue.model.features();
    let reading = needing(READING, features);
    let settings = (!reading.is_empty())
        .then(|| Module { features: reading, ..Module::new("wire_settings", print(wire_settings::items(catalogue))) });
    with_features(texts, features).chain(settings)
}

/// The modules for the errors of operations, which only a catalogue with operations needs.
fn of_operations(catalogue: &NamedCatalogue<'_>) -> impl Iterator<Item = Module> {
    let texts: [(_, &[Feature]); 6] = [
        (runtime!("operation_actix_web"), &[ActixWeb]),
        (runtime!("operation_axum"), &[Axum]),
        (runtime!("operation_http"), HTTP),
        (runtime!("operation_serialize"), SERDE),
        (runtime!("operation_tonic"), &[Tonic]),
        (runtime!("operation_utoipa"), &[Utoipa]),
    ];
    let (name, text) = runtime!("operation");
    let integrations = with_features(texts, catalogue.model.features());
    [Module::new(name, text.to_owned())].into_iter().chain(integrations)
}

/// Of these modules those that the features need.
fn with_features<const N: usize>(
    texts: [((&'static str, &'static str), &'static [Feature]); N],
    features: &[Feature],
) -> impl Iterator<Item = Module> {
    texts.into_iter().filter_map(|((name, text), needed_by)| {
        let features = needing(needed_by, features);
        (!features.is_empty()).then(|| Module { features, ..Module::new(name, text.to_owned()) })
    })
}

/// The catalogue's features among `features`, without those that enable another of them.
pub(super) fn needing(needed_by: &[Feature], features: &[Feature]) -> Vec<Feature> {
    let needing = || features.iter().copied().filter(|feature| needed_by.contains(feature));
    needing().filter(|feature| needing().all(|other| !feature.implied().contains(&other))).collect()
}

impl Module {
    fn new(name: &'static str, text: String) -> Self {
        Self { name, text, is_public: matches!(name, "operations" | "wire"), features: Vec::new() }
    }

    /// `mod name;`, with its `cfg`.
    pub(super) fn declaration(&self) -> Item {
        let name = ident(self.name);
        let public = self.is_public.then(|| quote!(pub));
        with_any(&self.features, &parse_quote!(#public mod #name;))
    }
}

/// The `cfg` of an item that any of these features provides; none if it is always there.
pub(super) fn with_any(features: &[Feature], item: &Item) -> Item {
    let names = features.iter().map(|feature| feature.as_str());
    match features {
        [] => item.clone(),
        [_] => parse_quote!(#[cfg(#(feature = #names)*)] #item),
        _ => parse_quote!(#[cfg(any(#(feature = #names),*))] #item),
    }
}
