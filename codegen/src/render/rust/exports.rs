//! The exports of generated code.

use syn::{Item, parse_quote};

use super::ident::ident;
use super::modules::{HTTP, needing, with_any};
use super::{NamedCatalogue, attributes};
use crate::catalogue::Feature;

/// For a module: everything that the catalogue's features provide is there.
pub(super) fn all(catalogue: &NamedCatalogue<'_>) -> Vec<Item> {
    exports(catalogue).into_iter().map(|(_, item)| item).collect()
}

/// For a crate, which has the catalogue's features as its own.
pub(super) fn conditional(catalogue: &NamedCatalogue<'_>) -> Vec<Item> {
    exports(catalogue).iter().map(|(features, item)| with_any(features, item)).collect()
}

/// The exports, each with the features that provide it; none if it is always there.
fn exports(catalogue: &NamedCatalogue<'_>) -> Vec<(Vec<Feature>, Item)> {
    let http = needing(HTTP, catalogue.model.features());
    let mut exports: Vec<(Vec<Feature>, Item)> = vec![
        (
            Vec::new(),
            parse_quote!(
                pub use self::code::ErrorCode;
            ),
        ),
        (
            Vec::new(),
            parse_quote!(
                pub use self::error::Error;
            ),
        ),
        (
            Vec::new(),
            parse_quote!(
                pub use self::or_error::{ResultExt, TakesCause};
            ),
        ),
        (
            Vec::new(),
            parse_quote!(
                pub use self::parse::UnknownErrorCode;
            ),
        ),
        (
            Vec::new(),
            parse_quote!(
                pub use self::value::Value;
            ),
        ),
        (
            Vec::new(),
            parse_quote!(
                pub use self::violation::Violation;
            ),
        ),
    ];
    exports.extend(attributes::types(catalogue).map(|name| {
        let name = ident(name);
        (Vec::new(), parse_quote!(pub use self::attributes::#name;))
    }));
    if !http.is_empty() {
        if catalogue.model.fallback.is_none() {
            let item = parse_quote!(
                pub use self::from_response::Unrecognised;
            );
            exports.push((http.clone(), item));
        }
        exports.push((
            http,
            parse_quote!(
                pub use self::http::HttpStatus;
            ),
        ));
    }
    let utoipa = needing(&[Feature::Utoipa], catalogue.model.features());
    if !utoipa.is_empty() {
        exports.push((
            utoipa,
            parse_quote!(
                pub use self::openapi_components::ErrorComponents;
            ),
        ));
    }
    exports
}
