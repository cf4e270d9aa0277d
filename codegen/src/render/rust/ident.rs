//! Rust names: the only module that makes them.

use std::collections::HashSet;

use heck::{ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Ident, Span};

/// The variant for a name: its PascalCase, with `prefix` in front of a leading digit.
pub(crate) fn variant(name: &str, prefix: &str) -> String {
    // Most names are like that already, and the search for words in them is a tenth of the generator's work.
    let pascal = if is_plain_pascal(name) { name.to_owned() } else { name.to_upper_camel_case() };
    if pascal.starts_with(|c: char| c.is_ascii_digit()) { prefix.to_owned() + &pascal } else { unreserved(pascal) }
}

/// A name, with `_` appended if Rust doesn't allow it as an identifier.
pub(crate) fn unreserved(name: String) -> String {
    if is_keyword(&name) || name == "ALL" { name + "_" } else { name }
}

/// The `snake_case` of a variant, not yet checked for collisions.
pub(crate) fn snake(variant: &str) -> String {
    if !is_plain_pascal(variant) {
        return variant.to_snake_case();
    }
    let mut snake = String::with_capacity(variant.len() + 4);
    for letter in variant.chars() {
        if letter.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// Whether a name consists of words of ASCII letters that each start with their only capital.
fn is_plain_pascal(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.first().is_some_and(u8::is_ascii_uppercase)
        && bytes.iter().all(u8::is_ascii_alphabetic)
        && bytes.windows(2).all(|pair| !pair.iter().all(u8::is_ascii_uppercase))
}

/// Whether a name can be a variant unchanged.
pub(crate) fn is_pascal(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase()) && name.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// Whether a name consists of words of lower-case letters and digits joined by `_`.
pub(crate) fn is_snake(name: &str) -> bool {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.split('_').all(is_word)
}

/// The names taken in one namespace.
pub(crate) struct Namespace(HashSet<String>);

impl Namespace {
    pub(crate) fn new(taken: &[&str]) -> Self {
        let mut namespace = Self(HashSet::new());
        namespace.take(taken);
        namespace
    }

    pub(crate) fn take(&mut self, names: &[&str]) {
        self.0.extend(names.iter().map(|&name| name.to_owned()));
    }

    /// Takes the name, with as many `_` appended as it takes to be unique.
    pub(crate) fn claim(&mut self, name: &str) -> String {
        let mut free = name.to_owned();
        while is_keyword(&free) || self.0.contains(&free) {
            free.push('_');
        }
        self.0.insert(free.clone());
        free
    }
}

pub(crate) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// The keywords of edition 2024, including reserved ones; `_` is not a name either.
fn is_keyword(name: &str) -> bool {
    matches!(
        name,
        "_" | "abstract"
            | "as"
            | "async"
            | "await"
            | "become"
            | "box"
            | "break"
            | "const"
            | "continue"
            | "crate"
            | "do"
            | "dyn"
            | "else"
            | "enum"
            | "extern"
            | "false"
            | "final"
            | "fn"
            | "for"
            | "gen"
            | "if"
            | "impl"
            | "in"
            | "let"
            | "loop"
            | "macro"
            | "match"
            | "mod"
            | "move"
            | "mut"
            | "override"
            | "priv"
            | "pub"
            | "ref"
            | "return"
            | "self"
            | "Self"
            | "static"
            | "struct"
            | "super"
            | "trait"
            | "true"
            | "try"
            | "type"
            | "typeof"
            | "unsafe"
            | "unsized"
            | "use"
            | "virtual"
            | "where"
            | "while"
            | "yield"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants() {
        for (name, expected) in [
            ("FieldLacking", "FieldLacking"),
            ("SCREAMING_SNAKE", "ScreamingSnake"),
            ("kebab-case", "KebabCase"),
            ("card.declined", "CardDeclined"),
            ("2FA_CONFIRM", "Code2faConfirm"),
            ("22E01", "Code22e01"),
            ("Self", "Self_"),
            ("true", "True"),
        ] {
            assert_eq!(variant(name, "Code"), expected);
        }
    }

    #[test]
    fn names_in_pascal_case_are_what_heck_makes_of_them() {
        let mut names = vec![String::new()];
        for _ in 0..7 {
            names =
                names.iter().flat_map(|name| ["A", "b", "C", "d"].map(|letter| format!("{name}{letter}"))).collect();
            for name in names.iter().filter(|name| is_plain_pascal(name)) {
                assert_eq!(variant(name, "Code"), name.to_upper_camel_case());
                assert_eq!(snake(name), name.to_snake_case());
            }
        }
    }

    #[test]
    fn every_keyword_gets_an_underscore() {
        let keywords = "abstract as async await become box break const continue crate do dyn else enum extern false final \
                        fn for gen if impl in let loop macro match mod move mut override priv pub ref return self static \
                        struct super trait true try type typeof unsafe unsized use virtual where while yield";
        for keyword in keywords.split_whitespace() {
            let name = Namespace::new(&[]).claim(keyword);
            assert_eq!(name, format!("{keyword}_"));
            assert!(syn::parse_str::<syn::Ident>(&name).is_ok());
        }
    }

    #[test]
    fn every_name_that_syn_rejects_is_a_keyword() {
        for name in ["union", "auto", "raw", "safe", "default", "macro_rules", "dyn", "gen", "async", "try", "Self"] {
            assert!(is_keyword(name) || syn::parse_str::<syn::Ident>(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn a_taken_name_gets_underscores_until_it_is_free() {
        let mut names = Namespace::new(&["code"]);
        assert_eq!(names.claim("code"), "code_");
        assert_eq!(names.claim("code"), "code__");
        assert_eq!(names.claim("type_"), "type_");
        assert_eq!(names.claim("type"), "type__");
    }

    #[test]
    fn snake_case_names() {
        assert!(["fields", "max_len", "x2", "a_2"].iter().all(|name| is_snake(name)));
        assert!(!["", "_a", "a_", "a__b", "A", "2a", "a-b", "é"].iter().any(|name| is_snake(name)));
    }
}
