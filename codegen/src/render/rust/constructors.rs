//! What `Error` has for each code and for each param.

use proc_macro2::TokenStream;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Attribute, ImplItem, Item, ItemImpl, Type, parse_quote};

use super::code::deprecated;
use super::{ast, docs};
use crate::catalogue::{Catalogue, Code, Param, ParamType};
use crate::ident::ident;

pub(super) fn items(catalogue: &Catalogue) -> Vec<Item> {
    let types = ArgumentTypes::new();
    let mut constructors: ItemImpl = parse_quote!(impl Error {});
    constructors.items.extend(catalogue.codes.iter().map(|code| constructor(code, &catalogue.params, &types)));
    let mut items = vec![
        parse_quote!(
            use super::alloc::borrow::Cow;
        ),
        parse_quote!(
            use super::code::ErrorCode;
        ),
        parse_quote!(
            use super::error::{self, Error};
        ),
        parse_quote!(
            use super::value::Owned;
        ),
        Item::Impl(constructors),
    ];
    if !catalogue.params.is_empty() {
        let mut accessors: ItemImpl = parse_quote!(impl Error {});
        accessors.items.extend(catalogue.params.iter().map(accessor));
        items.push(Item::Impl(accessors));
    }
    items
}

/// The types of a constructor's arguments, parsed once.
struct ArgumentTypes {
    string: Type,
    list: Type,
    integer: Type,
    unsigned: Type,
    boolean: Type,
    output: Type,
}

impl ArgumentTypes {
    fn new() -> Self {
        Self {
            string: parse_quote!(impl Into<Cow<'static, str>>),
            list: parse_quote!(impl IntoIterator<Item = impl Into<Cow<'static, str>>>),
            integer: parse_quote!(i64),
            unsigned: parse_quote!(u64),
            boolean: parse_quote!(bool),
            output: parse_quote!(Self),
        }
    }

    fn of(&self, kind: ParamType) -> Type {
        match kind {
            ParamType::String => &self.string,
            ParamType::Integer => &self.integer,
            ParamType::Unsigned => &self.unsigned,
            ParamType::Boolean => &self.boolean,
            ParamType::List => &self.list,
        }
        .clone()
    }
}

fn constructor(code: &Code, params: &[Param], types: &ArgumentTypes) -> ImplItem {
    let variant = ast::path(&["ErrorCode", &code.variant]);
    let params: Vec<_> = code.params.iter().map(|&param| &params[param]).collect();
    // Arguments are named on their own: they meet neither methods nor each other.
    let arguments: Vec<_> = params.iter().map(|param| crate::ident::unreserved(param.name.clone())).collect();
    let body = if params.is_empty() {
        ast::call(&["error", "plain"], std::iter::once(variant))
    } else {
        let values = params.iter().zip(&arguments).map(|(param, argument)| {
            let value = ast::call(&["Owned", owned(param.kind)], std::iter::once(ast::path(&[argument])));
            ast::tuple([ast::string(&param.name), value].into_iter())
        });
        ast::call(&["error", "with_params"], [variant, ast::array(values)].into_iter())
    };
    let inputs: Punctuated<_, _> = params
        .iter()
        .zip(&arguments)
        .map(|(param, argument)| ast::arg(ident(argument), types.of(param.kind)))
        .collect();
    ast::function(constructor_attrs(code, &params), None, &code.constructor, inputs, types.output.clone(), body)
}

fn constructor_attrs(code: &Code, params: &[&Param]) -> Vec<Attribute> {
    let link = format!("[`{0}`](ErrorCode::{0})", code.variant);
    let message = docs::code_span(&code.message);
    let mut attrs = vec![ast::doc(format!("{link}: {message}").trim_end_matches([':', ' ']))];
    let described = params.iter().map(|param| (&param.name, docs::lines(&param.description)));
    let described: Vec<_> = described.filter(|(_, lines)| !lines.iter().all(String::is_empty)).collect();
    if !described.is_empty() {
        attrs.push(ast::doc(""));
    }
    for (name, mut lines) in described {
        lines.retain(|line| !line.is_empty());
        attrs.push(ast::doc(&format!("- `{name}`: {}", lines.join(" "))));
    }
    attrs.extend(code.deprecated.as_ref().map(deprecated));
    attrs
}

/// The function that makes an owned value.
fn owned(kind: ParamType) -> &'static str {
    match kind {
        ParamType::String => "string",
        ParamType::Integer => "Int",
        ParamType::Unsigned => "Uint",
        ParamType::Boolean => "Bool",
        ParamType::List => "list",
    }
}

fn accessor(param: &Param) -> ImplItem {
    let (output, read): (TokenStream, _) = match param.kind {
        ParamType::String => (quote!(&str), "as_str"),
        ParamType::Integer => (quote!(i64), "as_int"),
        ParamType::Unsigned => (quote!(u64), "as_uint"),
        ParamType::Boolean => (quote!(bool), "as_bool"),
        ParamType::List => (quote!(&[Cow<'static, str>]), "as_list"),
    };
    let docs = docs::attrs(&param.description, &format!("The param `{}`.", param.name));
    let (accessor, read, name) = (ident(&param.accessor), ident(read), &param.name);
    parse_quote! {
        #(#docs)*
        #[must_use]
        pub fn #accessor(&self) -> Option<#output> {
            error::param(self, #name)?.#read()
        }
    }
}
