//! The constructors and accessors of `Error`, and whether it is `Eq`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Attribute, FnArg, ImplItem, Item, ItemImpl, Token, Type, parse_quote};

use super::code::{deprecated, facts};
use super::ident::ident;
use super::names::CodeNames;
use super::{NamedCatalogue, ast, blocks, docs, print, print_by_parts};
use crate::catalogue::{Catalogue, Code, Param, ParamType};

pub(super) fn text(catalogue: &NamedCatalogue<'_>) -> String {
    let model = catalogue.model;
    let mut uses = Vec::new();
    if mentions_cow(&model.codes, model) || model.params.iter().any(|param| param.kind == ParamType::List) {
        uses.push(parse_quote!(
            use super::alloc::borrow::Cow;
        ));
    }
    uses.push(parse_quote!(
        use super::code::ErrorCode;
    ));
    uses.push(uses_of_error(model));
    if model.params.iter().any(|param| param.kind == ParamType::Violations) {
        uses.push(parse_quote!(
            use super::violation::Violation;
        ));
    }
    let signatures = Signatures::new();
    let constructors = catalogue.codes().map(|(code, names)| constructor(code, names, model, &signatures));
    let mut text = format!("{}\n{}", print(uses), print_by_parts(impl_error, constructors));
    // With a number that may not equal itself, an error may not either.
    if model.params.iter().all(|param| param.kind != ParamType::Float) {
        text = text + "\n" + &print(vec![parse_quote!(impl ::core::cmp::Eq for Error {})]);
    }
    if !model.params.is_empty() {
        let params = model.params.iter().zip(&catalogue.names.params);
        let accessors = params.map(|(param, name)| accessor(param, name)).collect();
        text = text + "\n" + &print(vec![impl_error(accessors)]);
    }
    text
}

fn impl_error(members: Vec<ImplItem>) -> Item {
    let mut block: ItemImpl = parse_quote!(impl Error {});
    block.items = members;
    Item::Impl(block)
}

/// The imports from `error`. Most codes have no params; the function for them is called by its name alone, which takes
/// the compiler less time than a path.
fn uses_of_error(catalogue: &Catalogue) -> Item {
    if catalogue.params.is_empty() {
        parse_quote!(
            use super::error::{Error, plain};
        )
    } else if catalogue.codes.iter().any(|code| code.params.is_empty()) {
        parse_quote!(
            use super::error::{self, Error, plain};
        )
    } else {
        parse_quote!(
            use super::error::{self, Error};
        )
    }
}

/// Whether the constructor of one of the codes uses this type.
pub(super) fn mentions_cow<'c>(codes: impl IntoIterator<Item = &'c Code>, catalogue: &Catalogue) -> bool {
    arguments_of(codes, catalogue).any(|kind| matches!(kind, ParamType::String | ParamType::List))
}

/// Whether the constructor of one of the codes uses this type.
pub(super) fn mentions_violations<'c>(codes: impl IntoIterator<Item = &'c Code>, catalogue: &Catalogue) -> bool {
    arguments_of(codes, catalogue).any(|kind| kind == ParamType::Violations)
}

fn arguments_of<'c>(
    codes: impl IntoIterator<Item = &'c Code>,
    catalogue: &Catalogue,
) -> impl Iterator<Item = ParamType> {
    codes.into_iter().flat_map(|code| code.params.iter().map(|&param| catalogue[param].kind))
}

/// The arguments of constructors. Their common parts are parsed once.
pub(super) struct Signatures {
    string: Type,
    list: Type,
    violations: Type,
    integer: Type,
    unsigned: Type,
    float: Type,
    boolean: Type,
    output: Type,
    inline: Attribute,
}

impl Signatures {
    pub(super) fn new() -> Self {
        Self {
            string: parse_quote!(impl Into<Cow<'static, str>>),
            list: parse_quote!(impl IntoIterator<Item = impl Into<Cow<'static, str>>>),
            violations: parse_quote!(impl IntoIterator<Item = impl Into<Violation>>),
            integer: parse_quote!(i64),
            unsigned: parse_quote!(u64),
            float: parse_quote!(f64),
            boolean: parse_quote!(bool),
            output: parse_quote!(Self),
            inline: parse_quote!(#[inline]),
        }
    }

    pub(super) fn of(&self, code: &Code, catalogue: &Catalogue) -> Signature {
        let params = code.params.iter().map(|&param| &catalogue[param]);
        // The names of arguments can't collide with methods or with each other.
        let arguments: Vec<_> = params.clone().map(|param| super::ident::unreserved(param.name.clone())).collect();
        let inputs = params.clone().zip(&arguments);
        Signature {
            inputs: inputs.map(|(param, argument)| ast::arg(ident(argument), self.type_of(param.kind))).collect(),
            output: self.output.clone(),
            // The others are generic: the crate itself contains no machine code for them.
            inline: params.clone().all(|param| !is_generic(param.kind)).then(|| self.inline.clone()),
            arguments,
        }
    }

    fn type_of(&self, kind: ParamType) -> Type {
        match kind {
            ParamType::String => &self.string,
            ParamType::Integer => &self.integer,
            ParamType::Unsigned => &self.unsigned,
            ParamType::Float => &self.float,
            ParamType::Boolean => &self.boolean,
            ParamType::List => &self.list,
            ParamType::Violations => &self.violations,
        }
        .clone()
    }
}

/// What a constructor takes and returns.
pub(super) struct Signature {
    /// The names of the arguments.
    pub(super) arguments: Vec<String>,
    pub(super) inputs: Punctuated<FnArg, Token![,]>,
    pub(super) output: Type,
    pub(super) inline: Option<Attribute>,
}

/// Whether an argument of this type can be a value of several Rust types.
fn is_generic(kind: ParamType) -> bool {
    matches!(kind, ParamType::String | ParamType::List | ParamType::Violations)
}

fn constructor(code: &Code, names: &CodeNames, catalogue: &Catalogue, signatures: &Signatures) -> ImplItem {
    let variant = ast::path(&["ErrorCode", &names.variant]);
    let params: Vec<_> = code.params.iter().map(|&param| &catalogue[param]).collect();
    let Signature { arguments, inputs, output, inline } = signatures.of(code, catalogue);
    let body = if params.is_empty() {
        ast::call(&["plain"], [variant].into_iter())
    } else {
        params.iter().zip(&arguments).fold(variant, |error, (param, argument)| {
            let values = [error, ast::string(&param.name), ast::path(&[argument])];
            ast::call(&["error", param.kind.as_str()], values.into_iter())
        })
    };
    let mut attrs = constructor_attrs(code, names, &params, catalogue);
    attrs.extend(inline);
    ast::function(attrs, None, &names.constructor, inputs, output, body)
}

fn constructor_attrs(code: &Code, names: &CodeNames, params: &[&Param], catalogue: &Catalogue) -> Vec<Attribute> {
    let message = docs::code_span(code.message.as_str());
    let mut attrs = vec![ast::doc(&if message.is_empty() { docs::code_span(&code.name) } else { message })];
    attrs.push(ast::doc(""));
    // Each line of documentation costs the compiler memory, so the first one of the description has no line of its own.
    let facts = format!("[`ErrorCode::{}`] ({})", names.variant, facts(code, catalogue));
    let description = blocks::lines_after(&facts, code.description.as_deref().unwrap_or_default());
    attrs.extend(description.iter().map(|line| ast::doc(line)));
    let described = params.iter().filter_map(|param| {
        let description = param.description.as_deref().filter(|description| !description.trim().is_empty())?;
        // The description may end with a list of its own.
        Some(blocks::item("* ", &format!("`{}`", param.name), &docs::shortened(description)))
    });
    let mut described = described.flatten().peekable();
    if described.peek().is_some() {
        attrs.push(ast::doc(""));
    }
    attrs.extend(described.map(|line| ast::doc(&line)));
    attrs.extend(code.deprecated.as_ref().map(|deprecation| deprecated(deprecation, catalogue)));
    attrs
}

fn accessor(param: &Param, accessor: &str) -> ImplItem {
    let (output, read): (TokenStream, _) = match param.kind {
        ParamType::String => (quote!(&str), "as_str"),
        ParamType::Integer => (quote!(i64), "as_int"),
        ParamType::Unsigned => (quote!(u64), "as_uint"),
        ParamType::Float => (quote!(f64), "as_float"),
        ParamType::Boolean => (quote!(bool), "as_bool"),
        ParamType::List => (quote!(&[Cow<'static, str>]), "as_list"),
        ParamType::Violations => (quote!(&[Violation]), "as_violations"),
    };
    let docs = docs::attrs(param.description.as_deref(), &format!("The param `{}`.", param.name));
    let (accessor, read, name) = (ident(accessor), ident(read), &param.name);
    parse_quote! {
        #(#docs)*
        #[must_use]
        #[inline]
        pub fn #accessor(&self) -> Option<#output> {
            error::param(self, #name)?.#read()
        }
    }
}
