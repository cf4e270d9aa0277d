//! The enums, errors and impls of a file. Nothing else is parsed: it may be long, or use what the parser doesn't know yet.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{ItemEnum, ItemImpl, ItemStruct, Variant};

use super::attributes;

#[derive(Default)]
pub(super) struct Items {
    pub(super) enums: Vec<ItemEnum>,
    /// Structs that have a message, each as if it were a variant.
    pub(super) structs: Vec<Variant>,
    pub(super) impls: Vec<ItemImpl>,
    /// Items that are nested too deeply to be parsed.
    pub(super) skipped: Vec<proc_macro2::Span>,
}

/// How deep modules may be nested.
pub(super) const MAX_DEPTH: usize = 32;
/// How often the parser may call itself within an item: once for each token of an expression or a type, and of those
/// around it.
const MAX_CALLS: usize = 4000;

impl Items {
    pub(super) fn add(&mut self, tokens: TokenStream, depth: usize) -> syn::Result<()> {
        let Some(depth) = depth.checked_sub(1) else { return Ok(()) };
        let mut item = Vec::new();
        for token in tokens {
            let is_end = match &token {
                TokenTree::Punct(punct) => punct.as_char() == ';',
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                _ => false,
            };
            item.push(token);
            if is_end {
                self.add_item(std::mem::take(&mut item), depth)?;
            }
        }
        Ok(())
    }

    fn add_item(&mut self, tokens: Vec<TokenTree>, depth: usize) -> syn::Result<()> {
        let Some(keyword) = keyword(&tokens) else { return Ok(()) };
        if keyword == "mod" {
            return match tokens.into_iter().last() {
                Some(TokenTree::Group(group)) => self.add(group.stream(), depth),
                _ => Ok(()),
            };
        }
        if !["enum", "struct", "impl"].contains(&&*keyword) {
            return Ok(());
        }
        let span = tokens[0].span();
        let tokens: TokenStream = tokens.into_iter().collect();
        if calls(&tokens) > MAX_CALLS {
            self.skipped.push(span);
        } else if keyword == "enum" {
            self.enums.push(syn::parse2(tokens)?);
        } else if keyword == "struct" {
            let ItemStruct { attrs, ident, fields, .. } = syn::parse2(tokens)?;
            if attributes::display(&attrs).is_some() {
                self.structs.push(Variant { attrs, ident, fields, discriminant: None });
            }
        } else if let Ok(item) = syn::parse2(tokens) {
            // Without it the enum may still say all there is to know.
            self.impls.push(item);
        }
        Ok(())
    }
}

/// The keyword of an item, behind its attributes and its visibility.
fn keyword(tokens: &[TokenTree]) -> Option<String> {
    let idents = tokens.iter().filter_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    });
    idents.into_iter().find(|ident| !["pub", "unsafe", "default"].contains(&&**ident))
}

/// The tokens of one level since the last one that ends an expression or a type.
#[derive(Default)]
struct Level {
    calls: usize,
    brackets: usize,
}

/// How often a parser calls itself at most.
fn calls(tokens: &TokenStream) -> usize {
    let mut open = vec![(tokens.clone().into_iter(), Level::default())];
    let (mut calls, mut deepest) = (0, 0);
    while let Some((tokens, level)) = open.last_mut() {
        let Some(token) = tokens.next() else {
            calls -= level.calls;
            open.pop();
            continue;
        };
        calls += 1;
        level.calls += 1;
        deepest = deepest.max(calls);
        let sign = if let TokenTree::Punct(punct) = &token { punct.as_char() } else { ' ' };
        match sign {
            '<' => level.brackets += 1,
            // `=>` ends a pattern, and `->` doesn't open anything.
            '>' => level.brackets = level.brackets.saturating_sub(1),
            _ => {}
        }
        if sign == ';' || sign == ',' && level.brackets == 0 {
            calls -= level.calls;
            *level = Level::default();
        }
        if let TokenTree::Group(group) = token {
            open.push((group.stream().into_iter(), Level::default()));
        }
    }
    deepest
}
