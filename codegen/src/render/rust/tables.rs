//! What the catalogue says about each code, as data in the layout of `runtime/layout.rs`.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use proc_macro2::Literal;
use quote::quote;
use syn::{Item, parse_quote};

use super::{NamedCatalogue, ast, docs, places};
use crate::catalogue::{Catalogue, Code, Numbers};
use crate::layout::{Cells, LONG, LONGEST_SHORT};

pub(super) fn text(catalogue: &NamedCatalogue<'_>) -> String {
    let model = catalogue.model;
    // Rows are written as text, since building and printing a syntax tree for each would be slow.
    let rows = model.codes.iter().fold(String::new(), |mut rows, code| {
        let _ = write!(rows, "    // {}\n    {},\n", comment(code, model), literal(&row(code, model)));
        rows
    });
    format!(
        "{}\n/// A row for each code, in the order of `ErrorCode::ALL`; see `layout`.\n\
         pub(super) static ROWS: &[&str] = &[\n{rows}];\n",
        super::print(items(catalogue))
    )
}

/// The facts that a row doesn't show in words: `400, retry: after_fix`.
fn comment(code: &Code, catalogue: &Catalogue) -> String {
    let mut comment = code.http_status.to_string();
    for (attribute, value) in catalogue.attributes.iter().zip(&code.attributes) {
        let _ = write!(comment, ", {}: {}", attribute.name, docs::visible(&attribute.text(value)));
    }
    if code.deprecated.is_some() {
        comment += ", deprecated";
    }
    comment
}

/// A string literal.
fn literal(text: &str) -> String {
    let is_escaped = |byte: u8| !matches!(byte, b' '..=b'~') || matches!(byte, b'"' | b'\\');
    if text.bytes().any(is_escaped) { Literal::string(text).to_string() } else { format!("\"{text}\"") }
}

fn items(catalogue: &NamedCatalogue<'_>) -> Vec<Item> {
    let model = catalogue.model;
    let attributes = Literal::usize_unsuffixed(model.attributes.len());
    let docs_url = model.docs_url.as_deref().unwrap_or_default();
    let sensitive: Vec<_> = model.params.iter().filter(|param| param.sensitive).map(|param| &*param.name).collect();
    let (param, is_sensitive) = match &*sensitive {
        [] => (quote!(_), quote!(false)),
        _ => (quote!(param), quote!(::core::matches!(param, #(#sensitive)|*))),
    };
    let aliases =
        catalogue.codes().flat_map(|(code, names)| code.aliases.iter().map(move |alias| (&**alias, &*names.variant)));
    let pairs = aliases
        .map(|(alias, variant)| ast::tuple([ast::string(alias), ast::path(&["ErrorCode", variant])].into_iter()));
    let mut items = vec![
        parse_quote!(
            use super::code::ErrorCode;
        ),
        parse_quote!(
            use super::layout::Cells;
        ),
        parse_quote! {
            /// The page that documents the codes, or `""`.
            pub(super) const DOCS_URL: &str = #docs_url;
        },
        parse_quote! {
            /// The cells of a row in a catalogue with this many attributes.
            pub(super) const CELLS: Cells = Cells::new(#attributes);
        },
        parse_quote! {
            /// Whether a param is sensitive, and so never shown.
            pub(super) fn is_sensitive(#param: &str) -> bool { #is_sensitive }
        },
        ast::with_value(
            parse_quote! {
                /// The aliases of codes.
                pub(super) static ALIASES: &[(&str, ErrorCode)] = &[];
            },
            ast::slice(pairs),
        ),
    ];
    items.extend(shared_numbers(catalogue));
    items
}

/// The codes of each number, if codes share them: sorted, since hashes would not bring equal numbers together.
fn shared_numbers(catalogue: &NamedCatalogue<'_>) -> Option<Item> {
    if catalogue.model.numbers == Numbers::Unique {
        return None;
    }
    let mut numbers: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (code, names) in catalogue.codes() {
        numbers.entry(code.number?).or_default().push(ast::path(&["ErrorCode", &names.variant]));
    }
    let numbers = numbers
        .into_iter()
        .map(|(number, codes)| ast::tuple([ast::integer(number), ast::slice(codes.into_iter())].into_iter()));
    let item = parse_quote! {
        /// The codes of each number, in the order of the numbers.
        pub(super) static NUMBERS: &[(i64, &[ErrorCode])] = &[];
    };
    Some(ast::with_value(item, ast::slice(numbers)))
}

fn row(code: &Code, catalogue: &Catalogue) -> String {
    let layout = Cells::new(catalogue.attributes.len());
    let params: Vec<_> = code.params.iter().map(|&param| &*catalogue[param].name).collect();
    let mut cells = vec![Cow::Borrowed(""); Cells::FIXED + catalogue.attributes.len()];
    cells[layout.message] = code.message.as_str().into();
    cells[layout.description] = code.description.as_deref().unwrap_or_default().into();
    for (index, (attribute, value)) in catalogue.attributes.iter().zip(&code.attributes).enumerate() {
        cells[layout.attributes + index] = attribute.text(value);
    }
    cells[layout.params] = params.join(" ").into();
    cells[layout.docs_url] = code.docs_url.as_deref().unwrap_or_default().into();
    cells[layout.number] = code.number.map(|number| number.to_string()).unwrap_or_default().into();
    cells[layout.grpc] = code.grpc.map(|grpc| grpc.number().to_string()).unwrap_or_default().into();
    while cells.last().is_some_and(|cell| cell.is_empty()) {
        cells.pop();
    }
    let mut row = code.name.clone();
    for (index, cell) in cells.iter().enumerate() {
        row.push(' ');
        if cell.len() > LONGEST_SHORT {
            row.push(LONG.into());
        }
        let _ = write!(row, "{:03}:{cell}", cell.len());
        if index == layout.message {
            let indices: HashMap<_, _> = code.params.iter().zip(0..).collect();
            row += &places::of(&code.message, |param| indices.get(&param).copied());
        }
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::text_of;

    #[test]
    fn rows_are_read_as_written() {
        for (name, message, description) in [
            ("A", "a", "b".to_owned()),
            ("Long", "008:{00+00=0 {{.x}}, {{.y}}", "é".repeat(500)),
            ("Escaped", " {{\"{{\"}}{{.y}} ", "x".repeat(999)),
            ("Empty", "{{.x}}", String::new()),
        ] {
            let yaml = format!(
                "{{errcat: 1, catalogue: {{name: T}}, params: {{x: string, y: list}}, attributes: {{tier: {{type: integer}}}}, \
                 codes: {{{name}: {{http_status: 400, message: {message:?}, description: {description:?}, number: 7, \
                 grpc: ABORTED, params: [x, y], attributes: {{tier: -7}}}}}}}}"
            );
            let catalogue = Catalogue::parse("errors.yaml", yaml.as_bytes()).unwrap_or_else(|found| panic!("{found}"));
            let row = row(&catalogue.codes[0], &catalogue);
            let cells = Cells::new(1);
            for (cell, expected) in [
                (cells.message, message),
                (cells.description, &description),
                (cells.attributes, "-7"),
                (cells.params, "x y"),
                (cells.docs_url, ""),
                (cells.number, "7"),
                (cells.grpc, "10"),
                (cells.grpc + 1, ""),
            ] {
                let (start, len) = text_of(row.as_bytes(), name.len() + 1, cell);
                assert_eq!(&row[start..][..len], expected, "{cell} of {row}");
            }
        }
    }

    #[test]
    fn a_value_cannot_end_its_comment() {
        let yaml = r#"{errcat: 1, catalogue: {name: T}, attributes: {note: {type: string}}, codes: {A: {http_status: 400, message: a, deprecated: b, attributes: {note: "a\nb\r\u2028c\u202e */"}}}}"#;
        let catalogue = Catalogue::parse("errors.yaml", yaml.as_bytes()).unwrap_or_else(|found| panic!("{found}"));
        assert_eq!(comment(&catalogue.codes[0], &catalogue), "400, note: a b  c */, deprecated");
    }
}
