//! The enums of attributes that have words.

use quote::quote;
use syn::{Item, parse_quote};

use super::docs;
use crate::catalogue::{Attribute, AttributeType, Catalogue, Word};
use crate::ident::ident;

pub(super) fn items(catalogue: &Catalogue) -> Vec<Item> {
    enums(catalogue).flat_map(|(attribute, rust_type, words)| items_of(attribute, rust_type, words)).collect()
}

/// The names of the enums.
pub(super) fn types(catalogue: &Catalogue) -> impl Iterator<Item = &str> {
    enums(catalogue).map(|(_, rust_type, _)| rust_type)
}

fn enums(catalogue: &Catalogue) -> impl Iterator<Item = (&Attribute, &str, &[Word])> {
    catalogue.attributes.iter().filter_map(|attribute| match &attribute.kind {
        AttributeType::Words { rust_type, words } => Some((attribute, &**rust_type, &**words)),
        _ => None,
    })
}

fn items_of(attribute: &Attribute, rust_type: &str, words: &[Word]) -> [Item; 3] {
    let name = ident(rust_type);
    let docs = docs::attrs(&attribute.description, &format!("The values of `{}`.", attribute.name));
    let variants = words.iter().map(|word| {
        let (variant, doc) = (ident(&word.variant), format!(" {}", docs::code_span(&word.text)));
        quote!(#[doc = #doc] #variant)
    });
    let arms = words.iter().map(|word| {
        let (variant, text) = (ident(&word.variant), &word.text);
        quote!(Self::#variant => #text)
    });
    [
        parse_quote! {
            #(#docs)*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub enum #name { #(#variants),* }
        },
        parse_quote! {
            impl #name {
                /// The catalogue's word for it.
                #[must_use]
                #[inline]
                pub const fn as_str(self) -> &'static str {
                    match self { #(#arms),* }
                }
            }
        },
        parse_quote! {
            impl ::core::fmt::Display for #name {
                #[inline]
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.pad(self.as_str())
                }
            }
        },
    ]
}
