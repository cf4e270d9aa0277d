//! What the impls of an enum say about its variants: a `match self` with a message, a status, a name or a number in each
//! arm.

use std::collections::HashMap;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Arm, Block, Expr, ExprMatch, ImplItem, ItemImpl, Member, Pat, Stmt, Type};

use super::format::Format;
use crate::import::status::{is_status, status_of_name};

/// What is known about one enum, by its variants.
#[derive(Default)]
pub(super) struct Impls {
    pub(super) is_error: bool,
    pub(super) messages: HashMap<String, Shown>,
    pub(super) statuses: HashMap<String, u16>,
    pub(super) names: HashMap<String, String>,
    pub(super) numbers: HashMap<String, i64>,
    /// The status of variants that no arm names.
    pub(super) other_status: Option<u16>,
}

/// A message, and the fields that the pattern of its arm binds.
pub(super) struct Shown {
    pub(super) format: Format,
    /// The name of a field for each binding.
    pub(super) bindings: HashMap<String, String>,
}

pub(super) fn read(items: &[ItemImpl]) -> HashMap<String, Impls> {
    let mut impls: HashMap<String, Impls> = HashMap::new();
    for item in items {
        let Type::Path(path) = &*item.self_ty else { continue };
        let Some(name) = path.path.segments.last().map(|segment| segment.ident.to_string()) else { continue };
        let of = item.trait_.as_ref().and_then(|(path, _)| path.segments.last()).map(|last| last.ident.to_string());
        let is_error = of.as_deref().is_some_and(|name| name == "Display" || name == "Error");
        impls.entry(name.clone()).or_default().is_error |= is_error;
        for item in &item.items {
            if let ImplItem::Fn(function) = item {
                let called = function.sig.ident.to_string();
                for found in matches_in(&function.block) {
                    let impls = impls.entry(enum_in(found).unwrap_or_else(|| name.clone())).or_default();
                    impls.is_error |= is_error;
                    impls.add(&called, of.as_deref() == Some("Display"), found);
                }
            }
        }
    }
    impls
}

/// The enum that the patterns of a match name: another one than that of the impl, if it matches a field.
fn enum_in(found: &ExprMatch) -> Option<String> {
    let is_other = |name: &String| name != "Self";
    found.arms.iter().find_map(|arm| enum_of(&arm.pat)).filter(is_other)
}

/// `Kind` of `Kind::NotFound`.
fn enum_of(pattern: &Pat) -> Option<String> {
    let path = match pattern {
        Pat::Or(or) => return or.cases.iter().find_map(enum_of),
        Pat::Paren(inner) => return enum_of(&inner.pat),
        Pat::Reference(inner) => return enum_of(&inner.pat),
        Pat::Path(path) => &path.path,
        Pat::TupleStruct(tuple) => &tuple.path,
        Pat::Struct(fields) => &fields.path,
        _ => return None,
    };
    path.segments.iter().rev().nth(1).map(|segment| segment.ident.to_string())
}

/// The matches on `self` that are a statement of a function, or the value of one.
fn matches_in(block: &Block) -> Vec<&ExprMatch> {
    block.stmts.iter().filter_map(match_of_statement).collect()
}

fn match_of_statement(statement: &Stmt) -> Option<&ExprMatch> {
    match statement {
        Stmt::Expr(expression, _) => match_in(expression),
        Stmt::Local(local) => match_in(&local.init.as_ref()?.expr),
        _ => None,
    }
}

fn match_in(expression: &Expr) -> Option<&ExprMatch> {
    match expression {
        Expr::Match(found) => is_self(&found.expr).then_some(found),
        Expr::Return(returned) => match_in(returned.expr.as_ref()?),
        Expr::MethodCall(call) => match_in(&call.receiver).or_else(|| call.args.iter().find_map(match_in)),
        Expr::Call(call) => call.args.iter().find_map(match_in),
        Expr::Paren(inner) => match_in(&inner.expr),
        Expr::Try(inner) => match_in(&inner.expr),
        Expr::Tuple(tuple) => tuple.elems.iter().find_map(match_in),
        _ => None,
    }
}

/// Whether an expression is `self`, or a field of it.
fn is_self(expression: &Expr) -> bool {
    match expression {
        Expr::Field(field) => is_self(&field.base),
        Expr::MethodCall(call) => call.args.is_empty() && is_self(&call.receiver),
        Expr::Path(path) => path.path.is_ident("self"),
        Expr::Unary(unary) => is_self(&unary.expr),
        Expr::Reference(reference) => is_self(&reference.expr),
        Expr::Paren(inner) => is_self(&inner.expr),
        _ => false,
    }
}

impl Impls {
    fn add(&mut self, function: &str, is_display: bool, found: &ExprMatch) {
        for arm in &found.arms {
            let value = arm.body.to_token_stream();
            if is_display {
                self.add_message(arm, &value);
                continue;
            }
            let status = status_in(value.clone());
            let variants = variants(&arm.pat);
            if variants.is_empty() && matches!(arm.pat, Pat::Wild(_) | Pat::Ident(_)) {
                self.other_status = status.or(self.other_status);
            }
            for (variant, _) in variants {
                if let Some(status) = status {
                    self.statuses.entry(variant).or_insert(status);
                } else if let Some(text) = literal::<syn::LitStr>(&value).filter(|_| is_name(function)) {
                    self.names.entry(variant).or_insert_with(|| text.value());
                } else if let Some(number) = number(&value).filter(|_| is_number(function)) {
                    self.numbers.entry(variant).or_insert(number);
                }
            }
        }
    }

    fn add_message(&mut self, arm: &Arm, value: &TokenStream) {
        for (variant, bindings) in variants(&arm.pat) {
            if let Some(format) = format_in(value.clone()) {
                self.messages.entry(variant).or_insert(Shown { format, bindings });
            }
        }
    }
}

/// Whether a function of this name returns the codes' names.
fn is_name(function: &str) -> bool {
    ["code", "error_code", "as_str", "reason", "name", "kind", "error_type", "type_name", "slug", "id", "key"]
        .contains(&function)
}

/// Whether a function of this name returns the codes' numbers.
fn is_number(function: &str) -> bool {
    ["code", "error_code", "number", "numeric_code", "as_u16", "as_u32", "as_i32", "errno", "id"].contains(&function)
}

fn literal<T: syn::parse::Parse>(value: &TokenStream) -> Option<T> {
    syn::parse2(value.clone()).ok()
}

fn number(value: &TokenStream) -> Option<i64> {
    let digits = value.to_string().replace([' ', '_'], "");
    digits.parse().ok().filter(|number| !is_status(*number))
}

/// The status in the value of an arm: `StatusCode::NOT_FOUND`, or `404` alone.
fn status_in(value: TokenStream) -> Option<u16> {
    if let Some(number) = literal::<syn::LitInt>(&value).and_then(|number| number.base10_parse().ok()) {
        return Some(number).filter(|number| is_status(i64::from(*number)));
    }
    let mut before = String::new();
    for token in value {
        match token {
            TokenTree::Ident(ident) => {
                let name = ident.to_string();
                if before.ends_with("StatusCode::") || before.ends_with("Status::") {
                    return status_of_name(&name);
                }
                before = name;
            }
            TokenTree::Punct(punct) => before.push(punct.as_char()),
            TokenTree::Group(group) => {
                if let Some(status) = status_in(group.stream()) {
                    return Some(status);
                }
                before.clear();
            }
            TokenTree::Literal(_) => before.clear(),
        }
    }
    None
}

/// What writes a text that follows.
const WRITERS: &[&str] = &["write", "write_str", "pad", "writeln"];

/// The format of `write!(f, "…")`, `f.write_str("…")`, `"…".fmt(f)`.
fn format_in(value: TokenStream) -> Option<Format> {
    let tokens: Vec<_> = value.into_iter().collect();
    let mut is_writer = false;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Ident(ident) => {
                is_writer = WRITERS.contains(&&*ident.to_string());
            }
            TokenTree::Group(group) if is_writer => {
                let inner: Vec<_> = group.stream().into_iter().collect();
                // `write!` has the formatter first.
                let start = inner.iter().position(|token| matches!(token, TokenTree::Literal(_)))?;
                return Format::parse(inner[start..].iter().cloned().collect());
            }
            TokenTree::Group(group) => {
                if let Some(format) = format_in(group.stream()) {
                    return Some(format);
                }
            }
            TokenTree::Literal(literal) if tokens[at..].len() > 1 => {
                return Format::parse(TokenStream::from(TokenTree::Literal(literal.clone())));
            }
            _ => {}
        }
    }
    None
}

/// The variants that a pattern names, with the fields that it binds.
fn variants(pattern: &Pat) -> Vec<(String, HashMap<String, String>)> {
    let last = |path: &syn::Path| path.segments.last().map(|segment| segment.ident.to_string());
    match pattern {
        Pat::Or(or) => or.cases.iter().flat_map(variants).collect(),
        Pat::Paren(inner) => variants(&inner.pat),
        Pat::Reference(inner) => variants(&inner.pat),
        Pat::Path(path) => last(&path.path).map(|name| (name, HashMap::new())).into_iter().collect(),
        Pat::TupleStruct(tuple) => {
            let bindings =
                tuple.elems.iter().enumerate().filter_map(|(at, field)| Some((binding(field)?, at.to_string())));
            last(&tuple.path).map(|name| (name, bindings.collect())).into_iter().collect()
        }
        Pat::Struct(fields) => {
            let bindings = fields.fields.iter().filter_map(|field| {
                let Member::Named(name) = &field.member else { return None };
                Some((binding(&field.pat)?, name.to_string()))
            });
            last(&fields.path).map(|name| (name, bindings.collect())).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn binding(pattern: &Pat) -> Option<String> {
    match pattern {
        Pat::Ident(ident) => Some(ident.ident.to_string()),
        Pat::Reference(inner) => binding(&inner.pat),
        _ => None,
    }
}
