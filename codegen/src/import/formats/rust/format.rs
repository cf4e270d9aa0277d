//! Format strings: `"no {field} in {}", .path.display()`.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::LitStr;
use syn::parse::{ParseStream, Parser};

/// A format string and its arguments.
pub(super) struct Format {
    pub(super) text: LitStr,
    arguments: Vec<Argument>,
}

struct Argument {
    /// `limit` of `limit = max_limit()`.
    name: Option<String>,
    value: TokenStream,
}

/// A piece of a message.
pub(super) enum Piece {
    Text(String),
    /// What is shown, as the format names it, and the field that it comes from if that is another word.
    Shown {
        written: String,
        of: String,
    },
}

impl Format {
    /// Reads `"text", argument, name = argument`.
    pub(super) fn parse(tokens: TokenStream) -> Option<Self> {
        Parser::parse2(
            |input: ParseStream<'_>| {
                let text = input.parse()?;
                let rest: TokenStream = input.parse()?;
                Ok(Self { text, arguments: arguments(rest) })
            },
            tokens,
        )
        .ok()
    }

    /// The pieces of the message.
    pub(super) fn pieces(&self) -> Vec<Piece> {
        let text = self.text.value();
        let (mut pieces, mut plain, mut next) = (Vec::new(), String::new(), 0);
        let mut rest = &*text;
        while let Some(at) = rest.find(['{', '}']) {
            plain += &rest[..at];
            rest = &rest[at..];
            // Doubled, a brace is itself.
            if rest.starts_with("{{") || rest.starts_with("}}") {
                plain += &rest[..1];
                rest = &rest[2..];
                continue;
            }
            let Some(len) = rest.find('}').filter(|_| rest.starts_with('{')) else {
                plain += &rest[..1];
                rest = &rest[1..];
                continue;
            };
            let written = &rest[..=len];
            let name = written[1..len].split(':').next().unwrap_or_default().trim();
            let of = if name.is_empty() {
                next += 1;
                self.argument(next - 1)
            } else if let Ok(position) = name.parse() {
                self.argument(position)
            } else {
                self.named(name)
            };
            pieces.push(Piece::Text(std::mem::take(&mut plain)));
            let of = of.unwrap_or_else(|| if name.is_empty() { (next - 1).to_string() } else { name.to_owned() });
            pieces.push(Piece::Shown { written: written.to_owned(), of });
            rest = &rest[len + 1..];
        }
        plain += rest;
        pieces.push(Piece::Text(plain));
        pieces
    }

    /// What a positional argument shows.
    fn argument(&self, position: usize) -> Option<String> {
        let argument = self.arguments.get(position)?;
        field_in(argument.value.clone()).or_else(|| argument.name.clone())
    }

    /// What a named argument shows, if there is one of this name.
    fn named(&self, name: &str) -> Option<String> {
        let argument = self.arguments.iter().find(|argument| argument.name.as_deref() == Some(name))?;
        field_in(argument.value.clone()).or_else(|| argument.name.clone())
    }
}

/// Arguments behind commas.
fn arguments(tokens: TokenStream) -> Vec<Argument> {
    let mut arguments = Vec::new();
    let mut current: Vec<TokenTree> = Vec::new();
    let is = |token: &TokenTree, sign: char| matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign);
    let mut flush = |current: &mut Vec<TokenTree>| {
        let name = match &current[..] {
            [TokenTree::Ident(name), equals, second, ..] if is(equals, '=') && !is(second, '=') => {
                Some(name.to_string())
            }
            _ => None,
        };
        let value = current.drain(..).skip(if name.is_some() { 2 } else { 0 }).collect();
        arguments.push(Argument { name, value });
    };
    for token in tokens.into_iter().skip(1) {
        if is(&token, ',') {
            flush(&mut current);
        } else {
            current.push(token);
        }
    }
    if !current.is_empty() {
        flush(&mut current);
    }
    arguments
}

/// The field that an expression is about: the `path` of `.path.display()`, the `0` of `self.0` and of `.0`, `a` of `a.b()`.
fn field_in(tokens: TokenStream) -> Option<String> {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '.' => {
                return tokens.next().and_then(|token| name_of(&token));
            }
            TokenTree::Ident(ident) => {
                let is_call = matches!(tokens.peek(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
                let is_path = matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == ':' || punct.as_char() == '!');
                if ident != "self" && !is_call && !is_path {
                    return Some(ident.to_string());
                }
            }
            TokenTree::Group(group) => {
                if let Some(field) = field_in(group.stream()) {
                    return Some(field);
                }
            }
            _ => {}
        }
    }
    None
}

fn name_of(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        // `.0.len()` has the literal `0.`.
        TokenTree::Literal(literal) => {
            let digits = literal.to_string();
            Some(digits.split('.').next().unwrap_or_default().to_owned())
        }
        _ => None,
    }
}
