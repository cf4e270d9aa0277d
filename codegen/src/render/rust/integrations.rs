//! What the generated code has for other crates, and for which of them.

use quote::quote;
use syn::{Item, parse_quote};

use super::ident::ident;
use super::{NamedCatalogue, ast};
use crate::catalogue::Feature::{ActixWeb, Axum, Http, Serde, Tonic, Utoipa};
use crate::catalogue::{Feature, ParamType, Wire};

/// A module that only some features need.
pub(super) struct Integration {
    pub(super) name: &'static str,
    pub(super) text: String,
    pub(super) is_public: bool,
    /// Those of the catalogue's features that need it: one at least.
    pub(super) features: Vec<Feature>,
}

/// The features that read errors from the wire; that do so through serde; that make HTTP responses.
const READING: &[Feature] = &[Serde, Http, Axum, ActixWeb, Tonic, Utoipa];
const SERDE: &[Feature] = &[Serde, Http, Axum, ActixWeb, Utoipa];
const HTTP: &[Feature] = &[Http, Axum];

/// The modules that the catalogue's features need.
pub(super) fn modules(catalogue: &NamedCatalogue<'_>) -> Vec<Integration> {
    let body = match catalogue.model.wire {
        Wire::Kratos => include_str!("../../../runtime/kratos.rs"),
        Wire::Problem => include_str!("../../../runtime/problem.rs"),
    };
    // What can't be read is the fallback if there is one: that shows in signatures.
    let [from_response, from_status] = if catalogue.model.fallback.is_some() {
        [
            include_str!("../../../runtime/with_fallback/from_response.rs"),
            include_str!("../../../runtime/with_fallback/from_status.rs"),
        ]
    } else {
        [
            include_str!("../../../runtime/without_fallback/from_response.rs"),
            include_str!("../../../runtime/without_fallback/from_status.rs"),
        ]
    };
    let texts: [(_, _, &[Feature]); 14] = [
        ("actix_web", include_str!("../../../runtime/actix_web.rs"), &[ActixWeb]),
        ("axum", include_str!("../../../runtime/axum.rs"), &[Axum]),
        ("body", body, SERDE),
        ("deserialize", include_str!("../../../runtime/deserialize.rs"), SERDE),
        ("from_response", from_response, HTTP),
        ("from_status", from_status, &[Tonic]),
        ("http", include_str!("../../../runtime/http.rs"), HTTP),
        ("message", include_str!("../../../runtime/message.rs"), READING),
        ("received", include_str!("../../../runtime/received.rs"), READING),
        ("serialize", include_str!("../../../runtime/serialize.rs"), SERDE),
        ("text", include_str!("../../../runtime/text.rs"), READING),
        ("tonic", include_str!("../../../runtime/tonic.rs"), &[Tonic]),
        ("utoipa", include_str!("../../../runtime/utoipa.rs"), &[Utoipa]),
        ("wire", include_str!("../../../runtime/wire.rs"), SERDE),
    ];
    let texts = texts.map(|(name, text, needed_by)| (name, text.to_owned(), needed_by));
    let settings = ("wire_settings", super::print(settings(catalogue)), READING);
    let modules = texts.into_iter().chain([settings]).map(|(name, text, needed_by)| Integration {
        name,
        text,
        is_public: name == "wire",
        features: needing(needed_by, catalogue.model.features()),
    });
    modules.filter(|module| !module.features.is_empty()).collect()
}

/// Which of the catalogue's features need something, without those that turn on another that does.
fn needing(needed_by: &[Feature], features: &[Feature]) -> Vec<Feature> {
    let needing = || features.iter().copied().filter(|feature| needed_by.contains(feature));
    needing().filter(|feature| needing().all(|other| !feature.implied().contains(&other))).collect()
}

/// What the catalogue says of the wire.
fn settings(catalogue: &NamedCatalogue<'_>) -> Vec<Item> {
    let model = catalogue.model;
    let is_problem = model.wire == Wire::Problem;
    let content_type = if is_problem { "application/problem+json" } else { "application/json" };
    let domain = &model.name;
    let mut params: Vec<_> = model.params.iter().collect();
    params.sort_by(|a, b| a.name.cmp(&b.name));
    let params = params.into_iter().map(|param| {
        let kind = match param.kind {
            ParamType::String => "Str",
            ParamType::Integer => "Int",
            ParamType::Unsigned => "Uint",
            ParamType::Boolean => "Bool",
            ParamType::List => "List",
        };
        ast::tuple([ast::string(&param.name), ast::path(&["Type", kind])].into_iter())
    });
    let params = ast::slice(params);
    let fallback = model.fallback.map(|fallback| ident(&catalogue.names.codes[fallback.index()].variant));
    let fallback = fallback.map_or_else(|| quote!(None), |variant| quote!(Some(ErrorCode::#variant)));
    vec![
        parse_quote!(
            use super::code::ErrorCode;
        ),
        parse_quote!(
            use super::value::Type;
        ),
        parse_quote! {
            /// Whether errors are written as problems of RFC 9457.
            pub(super) const IS_PROBLEM: bool = #is_problem;
        },
        parse_quote!(pub(super) const CONTENT_TYPE: &str = #content_type;),
        parse_quote! {
            /// The domain of the codes among those of other services.
            pub(super) const DOMAIN: &str = #domain;
        },
        parse_quote! {
            /// The params of the catalogue, sorted by name.
            pub(super) static PARAMS: &[(&str, Type)] = #params;
        },
        parse_quote! {
            /// What stands for a code on the wire that is none of these.
            pub(super) const FALLBACK: Option<ErrorCode> = #fallback;
        },
    ]
}
