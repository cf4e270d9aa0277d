//! `ErrorCode`: the enum and what depends on the catalogue's attributes.

use proc_macro2::Literal;
use quote::quote;
use syn::{Attribute, Fields, ImplItem, ImplItemConst, Item, ItemEnum, ItemImpl, Stmt, Variant, parse_quote};

use super::ident::ident;
use super::names::AttributeNames;
use super::{NamedCatalogue, ast, blocks, docs, print, print_by_parts};
use crate::catalogue::{Attribute as CatalogueAttribute, AttributeType, Catalogue, Code, Deprecation, Numbers};
use crate::layout::Cells;

pub(super) fn text(catalogue: &NamedCatalogue<'_>) -> String {
    let empty = error_code(catalogue);
    let with =
        |variants: Vec<Variant>| Item::Enum(ItemEnum { variants: variants.into_iter().collect(), ..empty.clone() });
    let variants = catalogue.codes().map(|(code, names)| Variant {
        attrs: variant_attrs(code, catalogue.model),
        ident: ident(&names.variant),
        fields: Fields::Unit,
        discriminant: None,
    });
    format!("{}\n{}", print_by_parts(with, variants), print(vec![Item::Impl(accessors(catalogue))]))
}

/// The enum without its variants.
fn error_code(catalogue: &NamedCatalogue<'_>) -> ItemEnum {
    let repr = match catalogue.model.codes.len() {
        ..=0x100 => quote!(u8),
        0x101..=0x1_0000 => quote!(u16),
        _ => quote!(u32),
    };
    let doc = format!(" An error code of {}.", docs::line(&catalogue.model.name));
    let non_exhaustive = (!catalogue.model.is_exhaustive()).then(|| quote!(#[non_exhaustive]));
    // With a `repr`, the release build of 10,000 codes takes a twentieth less. In rustdoc it would show each variant with
    // a value, which reads as the code's number.
    parse_quote! {
        #[doc = #doc]
        ///
        /// Its methods return what the catalogue says about it. `parse` finds a code by its name on the wire, or by an alias.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(not(doc), repr(#repr))]
        #non_exhaustive
        pub enum ErrorCode {}
    }
}

fn variant_attrs(code: &Code, catalogue: &Catalogue) -> Vec<Attribute> {
    let mut attrs = Vec::new();
    let description = blocks::lines(code.description.as_deref().unwrap_or_default());
    if !description.is_empty() {
        attrs.extend(description.iter().map(|line| ast::doc(line)));
        attrs.push(ast::doc(""));
    }
    let (message, facts) = (docs::code_span(code.message.as_str()), facts(code, catalogue));
    attrs.push(ast::doc(&if message.is_empty() { facts } else { format!("{message} ({facts})") }));
    attrs.extend(code.deprecated.as_ref().map(|deprecation| deprecated(deprecation, catalogue)));
    attrs
}

/// The status and the attributes: `HTTP 400, retry: after_fix`.
pub(super) fn facts(code: &Code, catalogue: &Catalogue) -> String {
    let attributes = catalogue.attributes.iter().zip(&code.attributes);
    attributes.fold(format!("HTTP {}", code.http_status), |facts, (attribute, value)| {
        facts + ", " + &docs::line(&format!("{}: {}", attribute.name, attribute.text(value)))
    })
}

/// `#[deprecated]`, with `since` if rustc accepts it as a version.
pub(super) fn deprecated(deprecation: &Deprecation, catalogue: &Catalogue) -> Attribute {
    let Deprecation { since, note, replaced_by } = deprecation;
    let is_version = |since: &&String| {
        let numbers: Vec<_> = since.split('.').collect();
        numbers.len() == 3 && numbers.iter().all(|number| number.parse::<u64>().is_ok())
    };
    let version = since.as_ref().filter(is_version);
    let mut notes = Vec::new();
    notes.extend(since.as_ref().filter(|_| version.is_none()).map(|since| format!("since {since}")));
    notes.extend(note.as_ref().map(|note| docs::visible(note)));
    notes.extend(replaced_by.map(|code| format!("replaced by `{}`", catalogue[code].name)));
    let since = version.map(|since| quote!(since = #since));
    let note = (!notes.is_empty()).then(|| notes.join("; "));
    let note = note.map(|note| quote!(note = #note));
    let arguments: Vec<_> = since.into_iter().chain(note).collect();
    if arguments.is_empty() { parse_quote!(#[deprecated]) } else { parse_quote!(#[deprecated(#(#arguments),*)]) }
}

fn accessors(catalogue: &NamedCatalogue<'_>) -> ItemImpl {
    let mut item: ItemImpl = parse_quote!(impl ErrorCode {});
    let mut all: ImplItemConst = parse_quote! {
        /// All codes, in the catalogue's order.
        pub const ALL: &'static [Self] = {};
    };
    let variants = catalogue.names.codes.iter().map(|names| ast::path(&[&names.variant]));
    // A glob takes the compiler half the time of a path to each variant. A slice of values would be checked twice, once
    // as a constant of its own, each time with a search through all variants for each value; a local is checked once.
    let glob = parse_quote!(
        use self::ErrorCode::*;
    );
    let codes = vec![ast::local("codes", ast::array(variants)), Stmt::Expr(ast::path(&["codes"]), None)];
    all.expr = ast::block(vec![glob, Stmt::Expr(ast::reference(ast::block(codes)), None)]);
    item.items.push(ImplItem::Const(all));
    if catalogue.model.codes.iter().any(|code| code.number.is_some()) {
        item.items.extend(numbers(catalogue.model.numbers));
    }
    let first_cell = Cells::new(catalogue.model.attributes.len()).attributes;
    let attributes = (first_cell..).zip(catalogue.attributes());
    item.items.extend(attributes.map(|(cell, (attribute, names))| accessor(cell, attribute, names)));
    item
}

/// The accessor of a code's number, and the way back.
fn numbers(numbers: Numbers) -> [ImplItem; 2] {
    let number = parse_quote! {
        /// The code's stable number.
        #[must_use]
        pub const fn number(self) -> ::core::primitive::i64 {
            super::row::integer(super::row::cell(self, super::tables::CELLS.number)) as i64
        }
    };
    let from_number = match numbers {
        Numbers::Unique => parse_quote! {
            /// The code with this number.
            #[must_use]
            pub fn from_number(number: ::core::primitive::i64) -> ::core::option::Option<Self> {
                let hash = super::hash::name(&number.to_le_bytes(), false);
                let numbered = |entry| Self::ALL.get(entry).copied().filter(|code: &Self| code.number() == number);
                super::parse::find(hash, numbered)
            }
        },
        Numbers::Shared => parse_quote! {
            /// The codes with this number, in the catalogue's order.
            #[must_use]
            pub fn from_number(number: ::core::primitive::i64) -> &'static [Self] {
                let of = super::tables::NUMBERS.binary_search_by_key(&number, |&(number, _)| number);
                of.map_or(&[], |at| super::tables::NUMBERS[at].1)
            }
        },
    };
    [number, from_number]
}

/// The accessor of an attribute, which reads the value from its cell in the code's row.
fn accessor(cell: usize, attribute: &CatalogueAttribute, names: &AttributeNames) -> ImplItem {
    let cell = Literal::usize_unsuffixed(cell);
    let cell = quote!(super::row::cell(self, #cell));
    let (output, body) = match &attribute.kind {
        AttributeType::Words(words) => {
            let names = names.words.as_ref().expect("an attribute with words has names for them");
            let rust_type = ident(&names.rust_type);
            let rust_type = quote!(super::attributes::#rust_type);
            let (last, others) = names.variants.split_last().expect("an attribute has at least one value");
            let arms = others.iter().zip(words).map(|(variant, word)| {
                let (text, variant) = (ast::bytes(word.as_bytes()), ident(variant));
                quote!(#text => #rust_type::#variant)
            });
            let last = ident(last);
            let body = quote!(match #cell.as_bytes() { #(#arms,)* _ => #rust_type::#last });
            (quote!(#rust_type), body)
        }
        AttributeType::String => (quote!(&'static ::core::primitive::str), cell),
        AttributeType::Integer => (quote!(::core::primitive::i64), quote!(super::row::integer(#cell) as i64)),
        AttributeType::Unsigned => (quote!(::core::primitive::u64), quote!(super::row::integer(#cell) as u64)),
        AttributeType::Boolean => {
            (quote!(::core::primitive::bool), quote!(!::core::matches!(#cell.as_bytes(), b"false")))
        }
    };
    let docs = docs::attrs(attribute.description.as_deref(), &format!("The code's `{}`.", attribute.name));
    let accessor = ident(&names.accessor);
    parse_quote! {
        #(#docs)*
        #[must_use]
        #[inline]
        pub const fn #accessor(self) -> #output { #body }
    }
}
