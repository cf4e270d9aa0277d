//! Checks of generated Rust.

use std::collections::HashSet;
use std::sync::OnceLock;

use errcat::{AttributeValue, Catalogue, Code, Piece};
use proc_macro2::{TokenStream, TokenTree};
use syn::{FnArg, ImplItem, Item, Lit, Pat, Type};

/// Renders a catalogue as a crate and as a module, and checks the result.
///
/// # Panics
///
/// The result is not valid Rust syntax, names that must differ don't, or texts of the catalogue are missing.
pub fn check_rust(catalogue: &Catalogue) {
    let runtime = RUNTIME.get_or_init(|| Runtime::of(catalogue));
    let mut items = Vec::new();
    let mut literals = String::new();
    let mut module = errcat::render_module(catalogue);
    for (name, text) in errcat::render_crate(catalogue) {
        if let Some((_, same)) = runtime.files.iter().find(|(file, _)| *file == name) {
            assert!(text.ends_with(same), "{name} depends on the catalogue");
            assert!(module.contains(same), "{name} is missing in the module");
            module = module.replacen(same, "", 1);
        } else {
            items.extend(parse(&name, &text).items);
            add_literals(&mut literals, text.parse().expect("syn has read it"));
        }
    }
    parse("the module", &module);
    check_names(&items, runtime.methods.clone());
    for code in catalogue.codes() {
        check_texts(code, catalogue, &literals);
    }
}

/// The texts of a code are in literals, byte for byte, whatever the layout of the tables.
fn check_texts(code: &Code, catalogue: &Catalogue, literals: &str) {
    let mut texts = vec![code.name.as_str()];
    texts.extend(code.message.pieces().filter_map(|piece| match piece {
        Piece::Text(text) => Some(text),
        Piece::Param(_) => None,
    }));
    texts.extend(code.params.iter().map(|param| &*catalogue[*param].name));
    texts.extend(code.aliases.iter().map(String::as_str));
    texts.extend([&code.description, &code.docs_url].into_iter().flatten().map(String::as_str));
    texts.extend(code.attributes.iter().filter_map(|value| match value {
        AttributeValue::String(text) => Some(text.as_str()),
        _ => None,
    }));
    for text in texts {
        assert!(literals.contains(text), "the Rust of `{}` doesn't contain {text:?}", code.name);
    }
}

/// Adds the texts in tokens, except for attributes and documentation.
fn add_literals(literals: &mut String, tokens: TokenStream) {
    let mut is_attribute = false;
    for token in tokens {
        match token {
            TokenTree::Group(group) if !is_attribute => add_literals(literals, group.stream()),
            TokenTree::Literal(literal) => {
                if let Lit::Str(text) = Lit::new(literal) {
                    literals.push_str(&text.value());
                    literals.push('\u{10fffe}');
                }
            }
            TokenTree::Punct(ref mark) if mark.as_char() == '#' || is_attribute && mark.as_char() == '!' => {
                is_attribute = true;
                continue;
            }
            _ => {}
        }
        is_attribute = false;
    }
}

/// The part that is the same for every catalogue: parsed only once, since it is the largest.
struct Runtime {
    /// The names of the files, and their texts without the header.
    files: Vec<(String, String)>,
    methods: Methods,
}

static RUNTIME: OnceLock<Runtime> = OnceLock::new();

/// The methods of types, each as the names of the type and the method.
type Methods = HashSet<(String, String)>;

impl Runtime {
    fn of(catalogue: &Catalogue) -> Self {
        let mut runtime = Self { files: Vec::new(), methods: Methods::new() };
        for (name, text) in errcat::render_crate(catalogue) {
            if ["error.rs", "hash.rs", "layout.rs", "parse.rs", "pieces.rs", "row.rs", "value.rs"].contains(&&*name) {
                runtime.methods = check_names(&parse(&name, &text).items, runtime.methods);
                let (_, same) = text.split_once("rustfmt_skip)]\n\n").expect("a header");
                runtime.files.push((name, same.to_owned()));
            }
        }
        runtime
    }
}

fn parse(name: &str, text: &str) -> syn::File {
    syn::parse_file(text).unwrap_or_else(|error| panic!("{name}: {error}\n{text}"))
}

/// Variants of an enum, arguments of a function and methods of a type in all its inherent `impl`s have distinct names.
fn check_names(items: &[Item], mut methods: Methods) -> Methods {
    for item in items {
        match item {
            Item::Enum(item) => {
                let mut variants = HashSet::new();
                assert!(
                    item.variants.iter().all(|variant| variants.insert(variant.ident.to_string())),
                    "{}",
                    item.ident
                );
            }
            Item::Impl(item) if item.trait_.is_none() => {
                let Type::Path(path) = &*item.self_ty else { continue };
                let owner = path.path.segments.last().unwrap().ident.to_string();
                for item in &item.items {
                    let ImplItem::Fn(method) = item else { continue };
                    let mut arguments = HashSet::new();
                    let named = method.sig.inputs.iter().filter_map(|argument| match argument {
                        FnArg::Typed(argument) => Some(&*argument.pat),
                        FnArg::Receiver(_) => None,
                    });
                    for pattern in named {
                        let Pat::Ident(argument) = pattern else { continue };
                        assert!(arguments.insert(argument.ident.to_string()), "two arguments {}", argument.ident);
                    }
                    let name = method.sig.ident.to_string();
                    assert!(methods.insert((owner.clone(), name)), "two methods {owner}::{}", method.sig.ident);
                }
            }
            _ => {}
        }
    }
    methods
}
