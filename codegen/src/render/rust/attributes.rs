//! The enums of attributes that have words.

use quote::quote;
use syn::{Item, parse_quote};

use super::NamedCatalogue;
use super::docs;
use super::ident::ident;
use super::names::WordNames;
use crate::catalogue::{Attribute, AttributeType};

pub(super) fn items(catalogue: &NamedCatalogue<'_>) -> Vec<Item> {
    enums(catalogue).flat_map(|(attribute, words, names)| items_of(attribute, words, names)).collect()
}

/// The names of the enums.
pub(super) fn types<'c>(catalogue: &'c NamedCatalogue<'_>) -> impl Iterator<Item = &'c str> {
    enums(catalogue).map(|(_, _, names)| &*names.rust_type)
}

fn enums<'c>(catalogue: &'c NamedCatalogue<'_>) -> impl Iterator<Item = (&'c Attribute, &'c [String], &'c WordNames)> {
    catalogue.attributes().filter_map(|(attribute, names)| match (&attribute.kind, &names.words) {
        (AttributeType::Words(words), Some(names)) => Some((attribute, &**words, names)),
        _ => None,
    })
}

fn items_of(attribute: &Attribute, words: &[String], names: &WordNames) -> [Item; 3] {
    let name = ident(&names.rust_type);
    let docs = docs::attrs(attribute.description.as_deref(), &format!("The values of `{}`.", attribute.name));
    let words = || names.variants.iter().map(|variant| ident(variant)).zip(words);
    let meanings = attribute.meanings.iter().map(Option::as_deref);
    let variants = words().zip(meanings).map(|((variant, word), meaning)| {
        let docs = docs::attrs(meaning, &docs::code_span(word));
        quote!(#(#docs)* #variant)
    });
    let arms = words().map(|(variant, word)| quote!(Self::#variant => #word));
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
