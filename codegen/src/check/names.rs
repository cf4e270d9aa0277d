//! What is judged across codes: names on the wire, numbers, and names in Rust.

use std::collections::hash_map::Entry as Slot;
use std::collections::{HashMap, HashSet};

use super::Checker;
use super::codes::Draft;
use super::declarations::{Declared, Params};
use crate::catalogue::{AttributeType, Catalogue, Feature};
use crate::diagnostics::Id;
use crate::document::Node;
use crate::ident::{self, Namespace};

const MAX_NAME: usize = 128;

/// The methods of `Error`, and those of its traits that an accessor would hide.
const ERROR_METHODS: &[&str] = &["code", "reason", "http_status", "params", "metadata", "with_metadata", "with_source"];
const HTTP_METHODS: &[&str] = &["from_response_parts", "raw_body"];
const ERROR_TRAIT_METHODS: &[&str] =
    &["clone", "clone_from", "fmt", "into", "source", "to_owned", "to_string", "try_into"];

/// The methods of `ErrorCode`, then those of its traits.
#[rustfmt::skip]
const ERROR_CODE_METHODS: &[&str] = &[
    "as_str", "http_status", "message", "description", "docs_url", "is_deprecated", "number", "from_number",
    "as_ref", "clone", "clone_from", "cmp", "eq", "fmt", "hash", "into", "partial_cmp", "to_owned", "to_string", "try_into",
];

/// The types beside an attribute's, and the prelude of edition 2024.
#[rustfmt::skip]
const TYPES: &[&str] = &[
    "Error", "ErrorCode", "UnknownErrorCode", "Value", "AsMut", "AsRef", "Box", "Clone", "Copy", "Debug", "Default",
    "DoubleEndedIterator", "Drop", "Eq", "Err", "ExactSizeIterator", "Extend", "Fn", "FnMut", "FnOnce", "From",
    "FromIterator", "Future", "Hash", "Into", "IntoFuture", "IntoIterator", "Iterator", "None", "Ok", "Option", "Ord",
    "PartialEq", "PartialOrd", "Result", "Send", "Sized", "Some", "String", "Sync", "ToOwned", "ToString", "TryFrom",
    "TryInto", "Unpin", "Vec",
];

impl<'n, 't> Checker<'n, 't> {
    /// A text that can be a name on the wire.
    pub(super) fn name(&mut self, node: &'n Node<'t>, what: &str) -> Option<String> {
        let name = self.text(node, what)?;
        self.valid_name(node, &name, what);
        Some(name.into_owned())
    }

    pub(super) fn valid_name(&mut self, node: &'n Node<'t>, name: &str, what: &str) {
        let is_valid = |b: u8| b.is_ascii_alphanumeric() || b"_-.:".contains(&b);
        let has_letter = name.bytes().any(|b| b.is_ascii_alphanumeric());
        if name.len() > MAX_NAME || !has_letter || !name.bytes().all(is_valid) {
            let rule = "ASCII letters, digits, `_`, `-`, `.` and `:`, at least one a letter or digit";
            let message = format!("{what} must be 1 to {MAX_NAME} {rule}");
            self.report(Id::InvalidName, node, message);
        }
    }

    /// The nodes of a list of names, with the names.
    pub(super) fn names(&mut self, node: &'n Node<'t>, what: &str) -> Vec<(String, &'n Node<'t>)> {
        let nodes = self.list(node, what);
        nodes.iter().filter_map(|node| Some((self.name(node, "a name")?, node))).collect()
    }

    /// No name is two codes', an alias's of another, or a reserved one.
    pub(super) fn unique_names(&mut self, drafts: &[Draft<'n, 't>], reserved: &[(String, &'n Node<'t>)]) {
        let codes = drafts.iter().map(|draft| (&*draft.code.name, draft.key));
        let aliases = drafts
            .iter()
            .flat_map(|draft| draft.code.aliases.iter().map(|name| &**name).zip(draft.aliases.iter().copied()));
        let reserved = reserved.iter().map(|(name, node)| (&**name, *node));
        let mut seen = HashMap::new();
        for (name, node) in codes.chain(aliases).chain(reserved) {
            let first = *seen.entry(name).or_insert(node);
            if first.id != node.id {
                self.report_second(Id::DuplicateName, [first, node], format!("the name `{name}` is already taken"));
            }
        }
    }

    /// All codes have a number of their own, or none has.
    pub(super) fn numbering(&mut self, drafts: &[Draft<'n, 't>]) {
        if drafts.iter().all(|draft| draft.number.is_none()) {
            return;
        }
        let mut seen = HashMap::new();
        for draft in drafts {
            match (draft.number, draft.code.number) {
                (None, _) if !draft.is_map => {}
                (None, _) => {
                    let message = format!("`{}` has no number, though other codes have", draft.code.name);
                    self.report(Id::MissingNumber, draft.key, message);
                }
                (Some(node), Some(number)) => {
                    let first = *seen.entry(number).or_insert(node);
                    if first.id != node.id {
                        self.report_second(Id::DuplicateNumber, [first, node], format!("{number} is already taken"));
                    }
                }
                (Some(_), None) => {}
            }
        }
    }

    /// What refers to a code refers to one that is there.
    pub(super) fn references(&mut self, drafts: &[Draft<'n, 't>], fallback: Option<&'n Node<'t>>) {
        // Suggestions go by the catalogue's order, which a set has not.
        let names = || drafts.iter().map(|draft| &*draft.code.name);
        let known: HashSet<_> = names().collect();
        let replaced_by = drafts.iter().filter_map(|draft| draft.replaced_by).map(|node| (node, "`replaced_by`"));
        for (node, what) in replaced_by.chain(fallback.map(|node| (node, "`fallback`"))) {
            let Some(name) = self.text(node, what) else { continue };
            // Without codes any name may be meant: that there are none has been told.
            if known.is_empty() || known.contains(&*name) {
                continue;
            }
            let help = self.did_you_mean(&name, names());
            self.report(Id::UnknownCode, node, format!("there is no code `{name}`")).help = help;
        }
    }

    /// Gives all things their Rust names and puts them into the catalogue.
    ///
    /// Within a kind two names that come out the same are a finding; a name that meets one of another kind takes a `_`.
    pub(super) fn name_in_rust(
        &mut self,
        params: Params<'n, 't>,
        attributes: Vec<Declared<'n, 't>>,
        drafts: Vec<Draft<'n, 't>>,
        catalogue: &mut Catalogue,
    ) {
        let mut types = Namespace::new(TYPES);
        let mut accessors = Namespace::new(ERROR_CODE_METHODS);
        let mut seen = HashMap::new();
        for Declared { key, word_nodes, mut attribute, .. } in attributes {
            if let AttributeType::Words { rust_type, words } = &mut attribute.kind {
                let base = ident::variant(&attribute.name, "Attribute");
                self.once(&mut seen, base.clone(), key, "the type");
                *rust_type = types.claim(&base);
                let (mut texts, mut variants) = (HashSet::new(), HashMap::new());
                for (word, node) in words.iter_mut().zip(word_nodes) {
                    word.variant = ident::variant(&word.text, "Value");
                    // The same word twice has been told.
                    if texts.insert(&*word.text) {
                        self.once(&mut variants, word.variant.clone(), node, "the variant");
                    }
                }
            }
            attribute.accessor = accessors.claim(&attribute.name);
            catalogue.attributes.push(attribute);
        }
        let mut methods = Namespace::new(ERROR_METHODS);
        if catalogue.features.iter().any(|feature| matches!(feature, Feature::Http | Feature::Axum)) {
            methods.take(HTTP_METHODS);
        }
        let (mut variants, mut constructors) = (HashMap::new(), HashMap::new());
        for Draft { key, mut code, rust_name, .. } in drafts {
            code.variant = ident::variant(&code.name, "Code");
            if let Some(name) = rust_name.and_then(|node| Some((node, self.text(node, "`rust_name`")?))) {
                let (node, name) = name;
                if !ident::is_pascal(&name) {
                    let finding =
                        self.report(Id::InvalidName, node, format!("`rust_name` must be PascalCase, found `{name}`"));
                    finding.help = Some(format!("write `{}`", ident::variant(&name, "Code")));
                }
                code.variant = ident::unreserved(name.into_owned());
            }
            let base = ident::snake(&code.variant);
            let node = rust_name.unwrap_or(key);
            if self.once(&mut variants, code.variant.clone(), node, "the variant") {
                self.once(&mut constructors, base.clone(), node, "the constructor");
            }
            code.constructor = methods.claim(&base);
            catalogue.codes.push(code);
        }
        methods.take(ERROR_TRAIT_METHODS);
        for mut param in params.list {
            param.accessor = methods.claim(&param.name);
            catalogue.params.push(param);
        }
    }

    /// Whether a Rust name is new; a finding if it isn't.
    fn once(&mut self, seen: &mut HashMap<String, &'n Node<'t>>, name: String, node: &'n Node<'t>, what: &str) -> bool {
        match seen.entry(name) {
            Slot::Vacant(slot) => {
                slot.insert(node);
                true
            }
            Slot::Occupied(slot) => {
                let first = *slot.get();
                let message = format!("{what} `{}` in Rust is already another's", slot.key());
                let finding = self.report_second(Id::DuplicateRustName, [first, node], message);
                finding.help = Some("give one of them another name; a code can have a `rust_name`".to_owned());
                false
            }
        }
    }
}
