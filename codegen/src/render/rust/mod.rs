//! The Rust of a catalogue.
//!
//! What is the same for every catalogue is in `runtime/`, whole files that are written as they are. What a catalogue
//! says is made here, as syntax trees for prettyplease to print.

mod ast;
mod attributes;
mod code;
mod constructors;
mod docs;
pub(crate) mod ident;
mod integrations;
pub(crate) mod names;
mod places;
mod tables;

use std::fmt::Write;

use integrations::Integration;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{File, Item, parse_quote};

use self::ident::ident;
use self::names::{AttributeNames, CodeNames, Names};
use super::Artifact;
use crate::catalogue::{Attribute, Catalogue, Code};

/// A catalogue with the Rust names of what it declares.
struct NamedCatalogue<'c> {
    model: &'c Catalogue,
    names: Names,
}

impl<'c> NamedCatalogue<'c> {
    fn new(model: &'c Catalogue) -> Self {
        // A catalogue with collisions has mistakes.
        let (names, _) = Names::of(model);
        Self { model, names }
    }

    fn codes(&self) -> impl Iterator<Item = (&'c Code, &CodeNames)> + Clone {
        self.model.codes.iter().zip(&self.names.codes)
    }

    fn attributes(&self) -> impl Iterator<Item = (&'c Attribute, &AttributeNames)> {
        self.model.attributes.iter().zip(&self.names.attributes)
    }
}

/// The sources of a whole crate, if the catalogue wants one.
pub(super) fn artifacts(catalogue: &Catalogue) -> Vec<Artifact> {
    let Some(folder) = catalogue.rust_path() else { return Vec::new() };
    let files = render_crate(catalogue).into_iter();
    files.map(|(name, text)| Artifact { path: folder.join(name), text }).collect()
}

/// The files of a whole crate, as names and texts: `lib.rs` and its modules.
///
/// ```
/// let text = "errcat: 1\ncatalogue: {name: Shop}\ncodes:\n  SoldOut: {http_status: 409, message: sold out}\n";
/// let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes())?;
/// let files = errcat::render_crate(&catalogue);
/// assert!(files.iter().any(|(name, text)| name == "code.rs" && text.contains("pub enum ErrorCode")));
/// # Ok::<(), errcat::Diagnostics>(())
/// ```
#[must_use]
pub fn render_crate(catalogue: &Catalogue) -> Vec<(String, String)> {
    let catalogue = &NamedCatalogue::new(catalogue);
    let (modules, exports) = (modules(catalogue), exports(catalogue));
    let names = modules.iter().map(|(name, _)| ident(name));
    let (docs, allows) = (crate_docs(catalogue.model), allows());
    let head = prettyplease::unparse(&parse_quote! {
        #(#![doc = #docs])*

        #![no_std]
        #![forbid(unsafe_code)]
        #![allow(#allows)]
    });
    let mut items = vec![parse_quote!(
        extern crate alloc;
    )];
    items.extend(names.map(|name| -> Item { parse_quote!(mod #name;) }));
    let integrations = integrations::modules(catalogue);
    items.extend(integrations.iter().map(conditional));
    items.extend(exports);
    let lib = format!("{head}\n{}", print(items));
    let integrations = integrations.into_iter().map(|integration| (integration.name, integration.text));
    let files = std::iter::once(("lib", lib)).chain(modules).chain(integrations);
    files.map(|(name, text)| (format!("{name}.rs"), format!("{HEADER}{RUSTFMT_SKIP}{text}"))).collect()
}

/// The declaration of a module that is there with any of its features.
fn conditional(integration: &Integration) -> Item {
    let name = ident(integration.name);
    let public = integration.is_public.then(|| quote!(pub));
    let features = integration.features.iter().map(|feature| {
        let name = feature.as_str();
        quote!(feature = #name)
    });
    let condition = if let [_] = *integration.features { quote!(#(#features)*) } else { quote!(any(#(#features),*)) };
    parse_quote!(#[cfg(#condition)] #public mod #name;)
}

/// A module for a crate of its user's, to be `include!`d: it has no inner attributes and no `cfg`.
///
/// ```
/// let text = "errcat: 1\ncatalogue: {name: Shop}\ncodes:\n  SoldOut: {http_status: 409, message: sold out}\n";
/// let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes())?;
/// assert!(errcat::render_module(&catalogue).contains("pub enum ErrorCode"));
/// # Ok::<(), errcat::Diagnostics>(())
/// ```
#[must_use]
pub fn render_module(catalogue: &Catalogue) -> String {
    let catalogue = &NamedCatalogue::new(catalogue);
    let (allows, exports) = (allows(), exports(catalogue));
    // Its user may need less of it than the users of a crate do.
    let allows = quote!(#allows, unreachable_pub, unused_imports);
    let mut text =
        format!("{HEADER}#[forbid(unsafe_code)]\n#[allow({allows})]\nmod catalogue {{\nextern crate alloc;\n\n");
    let modules = modules(catalogue).into_iter().map(|(name, text)| ("", name, text));
    let integrations = integrations::modules(catalogue).into_iter();
    let integrations = integrations.map(|it| (if it.is_public { "pub " } else { "" }, it.name, it.text));
    for (public, name, module) in modules.chain(integrations) {
        // The module's own `//!` lines have to come first in it.
        let _ = write!(text, "{public}mod {name} {{\n{module}}}\n\n");
    }
    text + &print(exports) + "}\n\n#[allow(unused_imports)]\npub use self::catalogue::*;\n"
}

pub(super) const HEADER: &str = "// @generated by errcat. Edit the catalogue, not this file.\n\n";
/// For rustfmt, which would lay the file out otherwise than prettyplease did.
const RUSTFMT_SKIP: &str = "#![cfg_attr(rustfmt, rustfmt_skip)]\n\n";

/// The modules of the generated crate, as names and texts.
fn modules(catalogue: &NamedCatalogue<'_>) -> Vec<(&'static str, String)> {
    let mut modules = vec![
        ("attributes", print(attributes::items(catalogue))),
        ("code", print(code::items(catalogue))),
        ("constructors", print(constructors::items(catalogue))),
        ("error", include_str!("../../../runtime/error.rs").to_owned()),
        ("hash", include_str!("../../../runtime/hash.rs").to_owned()),
        ("parse", include_str!("../../../runtime/parse.rs").to_owned()),
        ("pieces", include_str!("../../../runtime/pieces.rs").to_owned()),
        ("row", include_str!("../../../runtime/row.rs").to_owned()),
        ("tables", tables::text(catalogue)),
        ("value", include_str!("../../../runtime/value.rs").to_owned()),
    ];
    modules.retain(|(_, text)| !text.is_empty());
    modules
}

/// The text of items, with a blank line between all but one-liners.
fn print(items: Vec<Item>) -> String {
    let mut text = String::new();
    let mut after_line = true;
    for item in items {
        let is_line = matches!(item, Item::Use(_) | Item::Mod(_));
        if !(text.is_empty() || is_line && after_line) {
            text.push('\n');
        }
        after_line = is_line;
        text +=
            &prettyplease::unparse(&File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] });
    }
    text
}

fn exports(catalogue: &NamedCatalogue<'_>) -> Vec<Item> {
    let attributes = attributes::types(catalogue).map(|name| -> Item {
        let name = ident(name);
        parse_quote!(pub use self::attributes::#name;)
    });
    attributes
        .chain([
            parse_quote!(
                pub use self::code::ErrorCode;
            ),
            parse_quote!(
                pub use self::error::Error;
            ),
            parse_quote!(
                pub use self::parse::UnknownErrorCode;
            ),
            parse_quote!(
                pub use self::value::Value;
            ),
        ])
        .collect()
}

/// What the names and texts of a catalogue can trip, in a crate that asks for clippy's pedantic lints too.
fn allows() -> TokenStream {
    quote! {
        // Not every catalogue needs all of the runtime.
        dead_code,
        // Deprecated codes are in the tables, too.
        deprecated,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::deprecated_semver,
        clippy::disallowed_names,
        clippy::doc_markdown,
        clippy::enum_glob_use,
        clippy::enum_variant_names,
        clippy::fn_params_excessive_bools,
        clippy::iter_not_returning_iterator,
        clippy::len_without_is_empty,
        clippy::let_and_return,
        clippy::many_single_char_names,
        clippy::match_single_binding,
        clippy::must_use_candidate,
        clippy::new_without_default,
        clippy::self_named_constructors,
        clippy::should_implement_trait,
        clippy::similar_names,
        clippy::too_many_arguments,
        clippy::too_many_lines,
        clippy::unicode_not_nfc,
        clippy::upper_case_acronyms,
        clippy::wrong_self_convention,
        // The note of a deprecated code is text, but rustdoc takes it for Markdown.
        rustdoc::broken_intra_doc_links
    }
}

fn crate_docs(catalogue: &Catalogue) -> Vec<String> {
    let mut docs = vec![format!("{}: error codes.", docs::line(&catalogue.name))];
    if let Some(description) = &catalogue.description {
        docs.push(String::new());
        docs.extend(docs::lines(description));
    }
    docs.push(String::new());
    docs.push("[`Error`] has a constructor for each code, which takes what the code's message needs.".to_owned());
    docs.push("[`ErrorCode`] is what the catalogue says of a code, and finds it by its name.".to_owned());
    docs.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") }).collect()
}
