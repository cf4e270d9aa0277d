//! What the catalogue says of each code, as data.

use std::borrow::Cow;
use std::collections::HashMap;

use proc_macro2::Literal;
use quote::quote;
use syn::{Expr, Item, ItemStatic, parse_quote};

use super::{NamedCatalogue, ast, places};
use crate::catalogue::{Catalogue, Code, GrpcCode};
use crate::hash;

/// The cells of a row before and from the attributes on; `runtime/row.rs` reads them.
pub(super) const ATTRIBUTE_CELLS: usize = 2;
const MESSAGE_CELL: usize = 0;

pub(super) fn text(catalogue: &NamedCatalogue<'_>) -> String {
    let model = catalogue.model;
    let rows = model.codes.iter().fold(String::new(), |rows, code| rows + "    " + &literal(&row(code, model)) + ",\n");
    // Rows are data: as syntax trees they would be made, taken apart and printed one by one.
    format!(
        "{}\n/// A row for each code, in the order of `ErrorCode::ALL`; `row` says how to read it.\n\
         pub(super) static ROWS: &[&str] = &[\n{rows}];\n",
        super::print(items(catalogue))
    )
}

/// A string literal.
fn literal(text: &str) -> String {
    let is_escaped = |byte: u8| !matches!(byte, b' '..=b'~') || matches!(byte, b'"' | b'\\');
    if text.bytes().any(is_escaped) { Literal::string(text).to_string() } else { format!("\"{text}\"") }
}

fn items(catalogue: &NamedCatalogue<'_>) -> Vec<Item> {
    let model = catalogue.model;
    let names = model.codes.iter().map(|code| &*code.name);
    let aliases =
        catalogue.codes().flat_map(|(code, names)| code.aliases.iter().map(move |alias| (&**alias, &*names.variant)));
    let whole_names = needs_whole_names(names.clone().chain(aliases.clone().map(|(alias, _)| alias)));
    let numbers = model.codes.iter().enumerate().filter_map(|(entry, code)| Some((entry, code.number?)));
    let keys = names.chain(aliases.clone().map(|(alias, _)| alias)).enumerate();
    let hashes = keys.map(|(entry, name)| (entry, hash::name(name.as_bytes(), whole_names)));
    let hashes = hashes.chain(numbers.map(|(entry, number)| (entry, hash::name(&number.to_le_bytes(), false))));
    let mut lookup: Vec<u8> = model.codes.iter().flat_map(facts).collect();
    lookup.extend(table(&hashes.collect::<Vec<_>>()));

    let params_cell = ATTRIBUTE_CELLS + model.attributes.len();
    let [params_cell, docs_url_cell, number_cell, grpc_cell] =
        [0, 1, 2, 3].map(|behind| Literal::usize_unsuffixed(params_cell + behind));
    let docs_url = model.docs_url.as_deref().unwrap_or_default();
    let sensitive: Vec<_> = model.params.iter().filter(|param| param.sensitive).map(|param| &*param.name).collect();
    let (param, is_sensitive) = match &*sensitive {
        [] => (quote!(_), quote!(false)),
        _ => (quote!(param), quote!(matches!(param, #(#sensitive)|*))),
    };
    let pairs = aliases
        .map(|(alias, variant)| ast::tuple([ast::string(alias), ast::path(&["ErrorCode", variant])].into_iter()));
    vec![
        parse_quote!(
            use super::code::ErrorCode;
        ),
        parse_quote! {
            /// The page of the codes' documentation, or `""`.
            pub(super) const DOCS_URL: &str = #docs_url;
        },
        parse_quote! {
            /// Which cells of a row hold the names of the params, the code's own docs page, its number and its gRPC code.
            pub(super) const PARAMS_CELL: usize = #params_cell;
        },
        parse_quote!(pub(super) const DOCS_URL_CELL: usize = #docs_url_cell;),
        parse_quote!(pub(super) const NUMBER_CELL: usize = #number_cell;),
        parse_quote!(pub(super) const GRPC_CELL: usize = #grpc_cell;),
        parse_quote! {
            /// Whether a param is never shown.
            pub(super) fn is_sensitive(#param: &str) -> bool { #is_sensitive }
        },
        parse_quote! {
            /// Whether the hash of a name is over all of it: these names are too alike at their ends.
            pub(super) const WHOLE_NAMES: bool = #whole_names;
        },
        with_value(
            parse_quote! {
                /// The other names of codes.
                pub(super) static ALIASES: &[(&str, ErrorCode)] = &[];
            },
            ast::slice(pairs),
        ),
        with_value(
            parse_quote! {
                /// What `row` reads of each code, then where to find a name or a number; `parse::find` says how.
                pub(super) static LOOKUP: &[u8] = b"";
            },
            ast::bytes(&lookup),
        ),
    ]
}

/// The static with another value: a large one is not to be parsed.
fn with_value(mut item: ItemStatic, value: Expr) -> Item {
    *item.expr = value;
    Item::Static(item)
}

fn row(code: &Code, catalogue: &Catalogue) -> String {
    let params: Vec<_> = code.params.iter().map(|&param| &*catalogue[param].name).collect();
    let mut cells = vec![Cow::Borrowed(code.message.as_str()), code.description.as_deref().unwrap_or_default().into()];
    cells.extend(catalogue.attributes.iter().zip(&code.attributes).map(|(attribute, value)| attribute.text(value)));
    cells.push(params.join(" ").into());
    cells.push(code.docs_url.as_deref().unwrap_or_default().into());
    cells.push(code.number.map(|number| number.to_string()).unwrap_or_default().into());
    cells.push(code.grpc.map(GrpcCode::as_str).unwrap_or_default().into());
    while cells.last().is_some_and(|cell| cell.is_empty()) {
        cells.pop();
    }
    let cell = |text: &Cow<'_, str>| {
        let long = if text.len() > 999 { "#" } else { "" };
        format!("{long}{:03}:{text}", text.len())
    };
    let mut cells: Vec<_> = cells.iter().map(cell).collect();
    if let Some(message) = cells.get_mut(MESSAGE_CELL) {
        let indices: HashMap<_, _> = code.params.iter().zip(0..).collect();
        *message += &places::of(&code.message, |param| indices.get(&param).copied());
    }
    cells.insert(0, code.name.clone());
    cells.join(" ")
}

/// What `LOOKUP` says of a code before the rest.
fn facts(code: &Code) -> [u8; 3] {
    let [low, high] = (code.http_status | u16::from(code.deprecated.is_some()) << 15).to_le_bytes();
    [low, high, u8::try_from(code.name.len()).expect("a name has 128 bytes at most")]
}

/// Whether names are too alike at their ends for the faster hash.
fn needs_whole_names<'c>(names: impl Iterator<Item = &'c str>) -> bool {
    let mut hashes: Vec<_> = names.map(|name| hash::name(name.as_bytes(), false)).collect();
    hashes.sort_unstable();
    let longest = hashes.chunk_by(|a, b| a == b).map(<[u64]>::len).max();
    longest.is_some_and(|longest| longest > MAX_ALIKE)
}

/// As many names as are compared one after another before a hash over all of a name is faster.
const MAX_ALIKE: usize = 3;

/// The table that `find` in `runtime/parse.rs` reads. At least half of its slots are free.
fn table(hashes: &[(usize, u64)]) -> Vec<u8> {
    let groups = (2 * hashes.len()).div_ceil(SLOTS).next_power_of_two();
    let mut table = vec![0; groups * GROUP_LEN];
    for &(entry, hash) in hashes {
        #[allow(clippy::cast_possible_truncation, reason = "the lower bits are what counts")]
        let first = hash as usize;
        let mut slots = (0..groups).flat_map(|step| {
            let group = (first.wrapping_add(step) & (groups - 1)) * GROUP_LEN;
            (0..SLOTS).map(move |slot| (group + slot, group + SLOTS + 3 * slot))
        });
        let (tag, number) = slots.find(|&(tag, _)| table[tag] == 0).expect("half of the slots are free");
        let entry = u32::try_from(entry).expect("a catalogue has fewer values than entries fit in");
        table[tag] = hash::tag(hash);
        table[number..][..3].copy_from_slice(&entry.to_le_bytes()[..3]);
    }
    table
}

const SLOTS: usize = 8;
const GROUP_LEN: usize = SLOTS + 3 * SLOTS;
