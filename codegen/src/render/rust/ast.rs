//! Syntax tree nodes for the items that a catalogue has thousands of: building them directly takes a tenth of the time
//! that parsing tokens takes.

use proc_macro2::{Literal, Span};
use syn::punctuated::Punctuated;
use syn::{
    AttrStyle, Attribute, Block, Expr, ExprArray, ExprBlock, ExprCall, ExprLit, ExprPath, ExprReference, FnArg,
    FnModifiers, Generics, Ident, ImplItem, ImplItemFn, Item, ItemStatic, Lit, LitInt, LitStr, Local, LocalInit,
    LocalModifiers, Meta, MetaNameValue, Pat, PatIdent, PatType, Path, PathSegment, ReturnType, Safety, Signature,
    Stmt, Token, Type, Visibility, parse_quote,
};

use super::ident::ident;

/// `/// line`, for a line of documentation that is already escaped.
pub(super) fn doc(line: &str) -> Attribute {
    let text = if line.is_empty() { String::new() } else { format!(" {line}") };
    Attribute {
        pound_token: <Token![#]>::default(),
        style: AttrStyle::Outer,
        bracket_token: syn::token::Bracket::default(),
        meta: Meta::NameValue(MetaNameValue {
            path: ident("doc").into(),
            eq_token: <Token![=]>::default(),
            value: string(&text),
        }),
    }
}

/// A string literal.
pub(super) fn string(text: &str) -> Expr {
    literal(Lit::Str(LitStr::new(text, Span::call_site())))
}

/// A byte string literal.
pub(super) fn bytes(bytes: &[u8]) -> Expr {
    literal(Lit::new(Literal::byte_string(bytes)))
}

/// A number, with `_` between its thousands if it is long.
pub(super) fn integer(number: i64) -> Expr {
    let mut digits = number.unsigned_abs().to_string();
    let len = digits.len();
    // Five digits are readable.
    let thousands = (1..len).rev().filter(|at| len > 5 && (len - at).is_multiple_of(3));
    thousands.for_each(|at| digits.insert(at, '_'));
    let digits = literal(Lit::Int(LitInt::new(&digits, Span::call_site())));
    if number < 0 { parse_quote!(-#digits) } else { digits }
}

/// A static with another value, since parsing a large one is slow.
pub(super) fn with_value(mut item: ItemStatic, value: Expr) -> Item {
    *item.expr = value;
    Item::Static(item)
}

fn literal(lit: Lit) -> Expr {
    Expr::Lit(ExprLit { attrs: Vec::new(), lit })
}

/// `a::b`.
pub(super) fn path(segments: &[&str]) -> Expr {
    let segments = segments.iter().map(|segment| PathSegment::from(ident(segment))).collect();
    Expr::Path(ExprPath { attrs: Vec::new(), qself: None, path: Path { leading_colon: None, segments } })
}

/// `&[a, b]`.
pub(super) fn slice(elements: impl Iterator<Item = Expr>) -> Expr {
    reference(array(elements))
}

/// `&a`.
pub(super) fn reference(expr: Expr) -> Expr {
    Expr::Reference(ExprReference {
        attrs: Vec::new(),
        and_token: <Token![&]>::default(),
        mutability: None,
        expr: Box::new(expr),
    })
}

/// `[a, b]`.
pub(super) fn array(elements: impl Iterator<Item = Expr>) -> Expr {
    Expr::Array(ExprArray {
        attrs: Vec::new(),
        bracket_token: syn::token::Bracket::default(),
        elems: elements.collect(),
    })
}

/// `{ a }`.
pub(super) fn block(stmts: Vec<Stmt>) -> Expr {
    let block = Block { brace_token: syn::token::Brace::default(), stmts };
    Expr::Block(ExprBlock { attrs: Vec::new(), label: None, block })
}

/// `let name = a;`.
pub(super) fn local(name: &str, value: Expr) -> Stmt {
    Stmt::Local(Local {
        attrs: Vec::new(),
        modifiers: LocalModifiers::default(),
        let_token: <Token![let]>::default(),
        pat: variable(ident(name)),
        init: Some(LocalInit { eq_token: <Token![=]>::default(), expr: Box::new(value), diverge: None }),
        semi_token: <Token![;]>::default(),
    })
}

fn variable(name: Ident) -> Pat {
    Pat::Ident(PatIdent { attrs: Vec::new(), by_ref: None, mutability: None, ident: name, subpat: None })
}

/// `(a, b)`.
pub(super) fn tuple(elements: impl Iterator<Item = Expr>) -> Expr {
    Expr::Tuple(syn::ExprTuple {
        attrs: Vec::new(),
        paren_token: syn::token::Paren::default(),
        elems: elements.collect(),
    })
}

/// `a::b(x, y)`.
pub(super) fn call(function: &[&str], args: impl Iterator<Item = Expr>) -> Expr {
    Expr::Call(ExprCall {
        attrs: Vec::new(),
        func: Box::new(path(function)),
        paren_token: syn::token::Paren::default(),
        args: args.collect(),
    })
}

/// `a: T`.
pub(super) fn arg(name: Ident, ty: Type) -> FnArg {
    FnArg::Typed(PatType {
        attrs: Vec::new(),
        pat: Box::new(variable(name)),
        colon_token: <Token![:]>::default(),
        ty: Box::new(ty),
    })
}

/// `pub fn name(inputs) -> output { body }`.
pub(super) fn function(
    attrs: Vec<Attribute>,
    constness: Option<Token![const]>,
    name: &str,
    inputs: Punctuated<FnArg, Token![,]>,
    output: Type,
    body: Expr,
) -> ImplItem {
    ImplItem::Fn(ImplItemFn {
        attrs,
        vis: Visibility::Public(<Token![pub]>::default()),
        modifiers: FnModifiers::default(),
        sig: Signature {
            constness,
            asyncness: None,
            safety: Safety::Default,
            abi: None,
            fn_token: <Token![fn]>::default(),
            ident: ident(name),
            generics: Generics::default(),
            paren_token: syn::token::Paren::default(),
            inputs,
            variadic: None,
            output: ReturnType::Type(<Token![->]>::default(), Box::new(output)),
        },
        block: Block { brace_token: syn::token::Brace::default(), stmts: vec![Stmt::Expr(body, None)] },
    })
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    #[test]
    fn long_numbers_are_written_in_thousands() {
        let text = |number| super::integer(number).to_token_stream().to_string();
        assert_eq!([0, 12345, 123_456, -1_234_567].map(text), ["0", "12345", "123_456", "- 1_234_567"]);
        assert_eq!(text(i64::MIN), "- 9_223_372_036_854_775_808");
    }
}
