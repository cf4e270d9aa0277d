//! What the catalogue says about the wire.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, Item, parse_quote};

use super::{NamedCatalogue, ast};
use crate::catalogue::{Catalogue, CodeId, Envelope, Param, ParamType, PathStep, Wire};

pub(super) fn items(catalogue: &NamedCatalogue<'_>) -> Vec<Item> {
    let model = catalogue.model;
    let is_problem = model.wire == Wire::Problem;
    let content_type = if is_problem { "application/problem+json" } else { "application/json" };
    let domain = model.domain();
    let envelope = match &model.wire {
        Wire::Kratos | Wire::Problem => quote!(None),
        Wire::Envelope(envelope) => self::envelope(envelope),
    };
    let type_of = type_of(model);
    let is_secret = |param: &&Param| param.sensitive && param.kind == ParamType::Violations;
    let secret_violations = model.params.iter().find(is_secret).map(|param| &*param.name);
    let secret_violations = secret_violations.map_or_else(|| quote!(None), |name| quote!(Some(#name)));
    let fallback = model.fallback.map(|code| variant(catalogue, code));
    let fallback = fallback.map_or_else(|| quote!(None), |code| quote!(Some(#code)));
    let fallbacks = fallbacks(catalogue);
    let [number_of, with_number] = numbers(&model.wire);
    vec![
        parse_quote!(
            use super::code::ErrorCode;
        ),
        parse_quote!(
            use super::envelope::Envelope;
        ),
        parse_quote!(
            use super::value::Type;
        ),
        parse_quote! {
            /// Whether errors are written as problems of RFC 9457.
            pub(super) const IS_PROBLEM: bool = #is_problem;
        },
        parse_quote! {
            /// The members of the catalogue's own objects.
            pub(super) const ENVELOPE: Option<Envelope> = #envelope;
        },
        parse_quote!(pub(super) const CONTENT_TYPE: &str = #content_type;),
        parse_quote! {
            /// The domain, which tells the codes from those of other services.
            pub(super) const DOMAIN: &str = #domain;
        },
        type_of,
        parse_quote! {
            /// A sensitive param for violations, if there is one.
            pub(super) const SECRET_VIOLATIONS: Option<&str> = #secret_violations;
        },
        parse_quote! {
            /// The code to use for a received code that is not in the catalogue.
            pub(super) const FALLBACK: Option<ErrorCode> = #fallback;
        },
        parse_quote! {
            /// Those to use instead for the statuses from the first to the last; the first that fits counts.
            pub(super) const FALLBACKS: &[(u16, u16, ErrorCode)] = #fallbacks;
        },
        number_of,
        with_number,
        is_internal(catalogue),
    ]
}

/// The functions for the numbers in an envelope.
fn numbers(wire: &Wire) -> [Item; 2] {
    let has_numbers = matches!(wire, Wire::Envelope(envelope) if envelope.number.is_some());
    let (code, number, number_of, with_number) = if has_numbers {
        (quote!(code), quote!(number), quote!(code.number()), quote!(ErrorCode::from_number(number)))
    } else {
        (quote!(_), quote!(_), quote!(0), quote!(None))
    };
    let number_of = parse_quote! {
        /// The number of a code, if numbers are sent.
        pub(super) const fn number_of(#code: ErrorCode) -> i64 {
            #number_of
        }
    };
    let with_number = parse_quote! {
        /// The code with a number, if numbers are sent.
        pub(super) fn with_number(#number: i64) -> Option<ErrorCode> {
            #with_number
        }
    };
    [number_of, with_number]
}

/// The function for the types of params.
fn type_of(catalogue: &Catalogue) -> Item {
    let kinds = [
        (ParamType::String, quote!(Str)),
        (ParamType::Integer, quote!(Int)),
        (ParamType::Unsigned, quote!(Uint)),
        (ParamType::Float, quote!(Float)),
        (ParamType::Boolean, quote!(Bool)),
        (ParamType::List, quote!(List)),
        (ParamType::Violations, quote!(Violations)),
    ];
    let arms = kinds.into_iter().filter_map(|(kind, name)| {
        let params: Vec<_> =
            catalogue.params.iter().filter(|param| param.kind == kind).map(|param| &*param.name).collect();
        (!params.is_empty()).then(|| quote!(#(#params)|* => Type::#name,))
    });
    let (param, kind) = if catalogue.params.is_empty() {
        (quote!(_), quote!(None))
    } else {
        (quote!(param), quote!(Some(match param { #(#arms)* _ => return None })))
    };
    parse_quote! {
        /// The type of a param of the catalogue.
        pub(super) fn type_of(#param: &str) -> Option<Type> {
            #kind
        }
    }
}

/// The function for what only the service itself may see.
fn is_internal(catalogue: &NamedCatalogue<'_>) -> Item {
    let codes = catalogue.model.codes.iter().enumerate().filter(|(_, code)| code.internal);
    let codes: Vec<_> = codes.map(|(at, _)| variant(catalogue, CodeId::new(at))).collect();
    let (code, is_internal) = if codes.is_empty() {
        (quote!(_), quote!(false))
    } else {
        (quote!(code), quote!(::core::matches!(code, #(#codes)|*)))
    };
    parse_quote! {
        /// Whether the fallback is sent in place of this code.
        pub(super) const fn is_internal(#code: ErrorCode) -> bool {
            #is_internal
        }
    }
}

fn fallbacks(catalogue: &NamedCatalogue<'_>) -> Expr {
    ast::slice(catalogue.model.fallbacks.iter().map(|fallback| {
        let [first, last] =
            [fallback.statuses.start(), fallback.statuses.end()].map(|status| ast::integer((*status).into()));
        ast::tuple([first, last, variant(catalogue, fallback.code)].into_iter())
    }))
}

fn variant(catalogue: &NamedCatalogue<'_>, code: CodeId) -> Expr {
    ast::path(&["ErrorCode", &catalogue.names.codes[code.index()].variant])
}

fn envelope(envelope: &Envelope) -> TokenStream {
    let at = envelope.at.iter().map(|step| match step {
        PathStep::Member(name) => name,
        PathStep::First => "0",
    });
    let member = |name: &Option<String>| name.as_ref().map_or_else(|| quote!(None), |name| quote!(Some(#name)));
    let [code, number, message, params, status] =
        [&envelope.code, &envelope.number, &envelope.message, &envelope.params, &envelope.status].map(member);
    quote! {
        Some(Envelope {
            at: &[#(#at),*],
            code: #code,
            number: #number,
            message: #message,
            params: #params,
            status: #status,
        })
    }
}
