//! What must hold of generated Rust.

use std::collections::HashSet;
use std::sync::OnceLock;

use errcat::Catalogue;
use syn::{Expr, FnArg, ImplItem, Item, Lit, Pat, Type};

use crate::runtime;

/// A row of the generated table: what the catalogue says of a code.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// The HTTP status.
    pub http_status: u16,
    /// Whether the code is deprecated.
    pub is_deprecated: bool,
    /// The texts, without empty ones at the end.
    pub cells: Vec<String>,
    /// What the message shows, each param as `<index>`.
    pub shown: String,
}

/// The Rust that a catalogue is rendered to.
pub struct Rust {
    items: Vec<Item>,
}

impl Rust {
    /// Renders a catalogue, as a crate and as a module.
    ///
    /// # Panics
    ///
    /// Rust's syntax doesn't allow what is rendered, or names that have to differ don't.
    #[must_use]
    pub fn render(catalogue: &Catalogue) -> Self {
        let runtime = RUNTIME.get_or_init(|| Runtime::of(catalogue));
        let mut items = Vec::new();
        let mut module = errcat::render_module(catalogue);
        for (name, text) in errcat::render_crate(catalogue) {
            if let Some((_, same)) = runtime.files.iter().find(|(file, _)| *file == name) {
                assert!(text.ends_with(same), "{name} depends on the catalogue");
                assert!(module.contains(same), "the module lacks {name}");
                module = module.replacen(same, "", 1);
            } else {
                items.extend(parse(&name, &text).items);
            }
        }
        parse("the module", &module);
        check_names(&items, runtime.methods.clone());
        Self { items }
    }

    /// The rows of the table, in order.
    ///
    /// # Panics
    ///
    /// There is no such table.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let lookup = match self.value("LOOKUP") {
            Expr::Lit(syn::ExprLit { lit: Lit::ByteStr(bytes), .. }) => bytes.value(),
            _ => panic!("the lookup is no text of bytes"),
        };
        self.table("ROWS").iter().zip(lookup.chunks(3)).map(|(row, facts)| split(&string(row), facts)).collect()
    }

    /// The aliases, each with the name of the code's variant.
    ///
    /// # Panics
    ///
    /// There is no such table.
    #[must_use]
    pub fn aliases(&self) -> Vec<(String, String)> {
        let pair = |expr: &Expr| match expr {
            Expr::Tuple(tuple) => match &tuple.elems[1] {
                Expr::Path(path) => (string(&tuple.elems[0]), path.path.segments.last().unwrap().ident.to_string()),
                _ => panic!("an alias has a code"),
            },
            _ => panic!("an alias is a pair"),
        };
        self.table("ALIASES").iter().map(pair).collect()
    }

    /// The names of the codes' variants, in order.
    ///
    /// # Panics
    ///
    /// There is no such enum.
    #[must_use]
    pub fn variants(&self) -> Vec<String> {
        let codes = self.items.iter().find_map(|item| match item {
            Item::Enum(item) if item.ident == "ErrorCode" => Some(item),
            _ => None,
        });
        codes.expect("an enum").variants.iter().map(|variant| variant.ident.to_string()).collect()
    }

    fn value(&self, name: &str) -> &Expr {
        let value = self.items.iter().find_map(|item| match item {
            Item::Static(item) if item.ident == name => Some(&*item.expr),
            _ => None,
        });
        value.expect("there is such a static")
    }

    fn table(&self, name: &str) -> Vec<Expr> {
        let Expr::Reference(reference) = self.value(name) else { panic!("{name} is no reference") };
        let Expr::Array(array) = &*reference.expr else { panic!("{name} is no array") };
        array.elems.iter().cloned().collect()
    }
}

/// What is the same for every catalogue: parsed once, since it is the most of it.
struct Runtime {
    /// The names of the files, and their texts without the header.
    files: Vec<(String, String)>,
    methods: Methods,
}

static RUNTIME: OnceLock<Runtime> = OnceLock::new();

/// The methods of types, each as the type's name and its own.
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

/// Variants of an enum, arguments of a function, and methods of a type by all its own `impl`s differ in their names.
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

fn string(expr: &Expr) -> String {
    match expr {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => text.value(),
            _ => panic!("no string"),
        },
        _ => panic!("no literal"),
    }
}

/// Takes `BadRequest 011:bad request` apart.
fn split(row: &str, facts: &[u8]) -> Row {
    let status_and_mark = u16::from_le_bytes([facts[0], facts[1]]);
    let (name, mut rest) = row.split_at(facts[2].into());
    let (mut cells, mut shown) = (vec![name.to_owned()], String::new());
    while !rest.is_empty() {
        let (len, behind) = rest.strip_prefix(' ').and_then(|rest| rest.split_once(':')).expect("a blank and a length");
        assert_eq!(len.len() == 3, !len.starts_with('#'), "{row:?}");
        let (cell, behind) = behind.split_at(len.trim_start_matches('#').parse().expect("a length"));
        cells.push(cell.to_owned());
        rest = behind;
        if cells.len() == 2 {
            let places = behind.split(' ').next().unwrap_or_default();
            rest = &behind[places.len()..];
            shown = runtime::shown(cell, places);
        }
    }
    Row { http_status: status_and_mark & 0x7fff, is_deprecated: status_and_mark >> 15 == 1, cells, shown }
}
