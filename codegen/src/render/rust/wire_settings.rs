//! What the catalogue says about the wire.

use quote::quote;
use syn::{Item, parse_quote};

use super::ident::ident;
use super::{NamedCatalogue, ast};
use crate::catalogue::{ParamType, Wire};

pub(super) fn items(catalogue: &NamedCatalogue<'_>) -> Vec<Item> {
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
            ParamType::Float => "Float",
            ParamType::Boolean => "Bool",
            ParamType::List => "List",
            ParamType::Violations => "Violations",
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
            /// The domain, which tells the codes from those of other services.
            pub(super) const DOMAIN: &str = #domain;
        },
        parse_quote! {
            /// The params of the catalogue, sorted by name.
            pub(super) static PARAMS: &[(&str, Type)] = #params;
        },
        parse_quote! {
            /// The code to use for a received code that is not in the catalogue.
            pub(super) const FALLBACK: Option<ErrorCode> = #fallback;
        },
    ]
}
