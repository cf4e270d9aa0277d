//! What attributes say about an enum, a variant or a field.

use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use super::format::Format;

/// The doc comment, without the space in front of each line.
pub(super) fn docs(attributes: &[Attribute]) -> Option<String> {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => text(&meta.value),
        _ => None,
    });
    let lines: Vec<_> = lines.map(|line| line.strip_prefix(' ').unwrap_or(&line).trim_end().to_owned()).collect();
    Some(lines.join("\n").trim().to_owned()).filter(|docs| !docs.is_empty())
}

fn text(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

/// The message that an attribute of thiserror, snafu or `derive_more` gives a variant.
pub(super) enum Display {
    Format(Format),
    /// That of the cause.
    Transparent,
}

pub(super) fn display(attributes: &[Attribute]) -> Option<Display> {
    attributes.iter().find_map(|attribute| {
        let own = ["error", "display"].iter().find_map(|name| arguments(attribute, name));
        let tokens = own.or_else(|| nested(arguments(attribute, "snafu")?, "display"))?;
        if tokens.to_string() == "transparent" {
            return Some(Display::Transparent);
        }
        Format::parse(without_name(tokens, "fmt")).map(Display::Format)
    })
}

/// Whether the attributes make an enum an error.
pub(super) fn is_error(attributes: &[Attribute]) -> bool {
    let derives = attributes.iter().filter_map(|attribute| arguments(attribute, "derive"));
    derives.flatten().any(|token| matches!(&token, TokenTree::Ident(name) if name == "Error" || name == "Snafu"))
}

/// Whether there is an attribute of this name, such as `#[from]`.
pub(super) fn has(attributes: &[Attribute], name: &str) -> bool {
    let snafu = |attribute: &Attribute| {
        arguments(attribute, "snafu").is_some_and(|tokens| tokens.into_iter().any(|token| token.to_string() == name))
    };
    attributes.iter().any(|attribute| attribute.path().is_ident(name) || snafu(attribute))
}

/// The help that an attribute of miette gives.
pub(super) fn help(attributes: &[Attribute]) -> Option<String> {
    let help = attributes.iter().find_map(|attribute| nested(arguments(attribute, "diagnostic")?, "help"))?;
    let format = Format::parse(help)?;
    Some(format.text.value())
}

/// The name on the wire that serde or strum has for a variant.
pub(super) fn renamed(attributes: &[Attribute]) -> Option<String> {
    attributes.iter().find_map(|attribute| {
        let wanted = [("serde", "rename"), ("strum", "serialize"), ("strum", "to_string")];
        wanted.iter().find_map(|(of, key)| value_of(arguments(attribute, of)?, key))
    })
}

/// The tokens in the brackets of an attribute.
fn arguments(attribute: &Attribute, name: &str) -> Option<TokenStream> {
    match &attribute.meta {
        Meta::List(list) if list.path.is_ident(name) => Some(list.tokens.clone()),
        _ => None,
    }
}

/// The tokens of `name(…)` among others.
fn nested(tokens: TokenStream, name: &str) -> Option<TokenStream> {
    let mut is_named = false;
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Group(group) if is_named => Some(group.stream()),
        TokenTree::Ident(ident) => {
            is_named = ident == name;
            None
        }
        _ => None,
    })
}

/// The tokens without `name =` in front of them.
fn without_name(tokens: TokenStream, name: &str) -> TokenStream {
    let is_named = tokens.to_string().starts_with(&format!("{name} ="));
    tokens.into_iter().skip(if is_named { 2 } else { 0 }).collect()
}

/// The text of `name = "text"` among others.
fn value_of(tokens: TokenStream, name: &str) -> Option<String> {
    let tokens: Vec<_> = tokens.into_iter().collect();
    tokens.windows(3).find_map(|window| match window {
        [TokenTree::Ident(key), TokenTree::Punct(equals), TokenTree::Literal(value)]
            if key == name && equals.as_char() == '=' =>
        {
            syn::parse2::<syn::LitStr>(TokenStream::from(TokenTree::Literal(value.clone())))
                .ok()
                .map(|text| text.value())
        }
        _ => None,
    })
}
