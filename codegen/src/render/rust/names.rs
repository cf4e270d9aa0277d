//! The Rust names of what a catalogue declares.
//!
//! Two names of one kind that become the same are a collision, which the author must resolve. A name that collides with
//! one of another kind gets a `_`.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::ident::{self, Namespace};
use crate::catalogue::{
    Attribute, AttributeId, AttributeType, Catalogue, Code, CodeId, Feature, Group, GroupId, Operation, OperationId,
    WordId,
};

/// The Rust names of a catalogue's codes, params, attributes and operations, in the catalogue's order.
#[derive(Default)]
pub(crate) struct Names {
    pub(crate) codes: Vec<CodeNames>,
    /// The accessors on `Error`.
    pub(crate) params: Vec<String>,
    pub(crate) attributes: Vec<AttributeNames>,
    pub(crate) operations: Vec<OperationNames>,
    /// The traits, in the module `operations`.
    pub(crate) groups: Vec<String>,
}

pub(crate) struct CodeNames {
    /// The variant of `ErrorCode`.
    pub(crate) variant: String,
    /// The constructor on `Error`.
    pub(crate) constructor: String,
}

pub(crate) struct AttributeNames {
    /// The accessor on `ErrorCode`.
    pub(crate) accessor: String,
    /// The enum, if the attribute has words.
    pub(crate) words: Option<WordNames>,
}

pub(crate) struct WordNames {
    pub(crate) rust_type: String,
    /// The variant for each word.
    pub(crate) variants: Vec<String>,
}

/// The types of an operation, in the module `operations`.
pub(crate) struct OperationNames {
    /// What stands for the operation as a type argument, such as `CreateTask`.
    pub(crate) rust_type: String,
    /// Its error, such as `CreateTaskError`.
    pub(crate) error: String,
    /// The enum of its codes, such as `CreateTaskCode`, if it is exhaustive.
    pub(crate) code: Option<String>,
}

/// Two items of a catalogue that become the same Rust name.
pub(crate) struct Collision {
    pub(crate) first: Owner,
    pub(crate) second: Owner,
    /// What the name is used for, such as `variant`.
    pub(crate) what: &'static str,
    pub(crate) name: String,
}

/// What a Rust name belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    Code(CodeId),
    Attribute(AttributeId),
    Word(AttributeId, WordId),
    Group(GroupId),
    Operation(OperationId),
}

/// The methods of `Error`, and those of its traits that an accessor would shadow.
const ERROR_METHODS: &[&str] = &[
    "code",
    "reason",
    "is_known",
    "http_status",
    "params",
    "metadata",
    "retry_after",
    "with_metadata",
    "with_retry_after",
    "with_source",
];
const HTTP_METHODS: &[&str] = &["from_response", "from_response_body", "from_response_parts", "raw_body"];
const ERROR_TRAIT_METHODS: &[&str] =
    &["clone", "clone_from", "eq", "fmt", "into", "ne", "source", "to_owned", "to_string", "try_into"];

/// The methods of `ErrorCode`, then those of its traits.
#[rustfmt::skip]
const ERROR_CODE_METHODS: &[&str] = &[
    "as_str", "http_status", "message", "description", "docs_url", "is_deprecated", "number", "from_number",
    "as_ref", "clone", "clone_from", "cmp", "eq", "fmt", "hash", "into", "partial_cmp", "to_owned", "to_string", "try_into",
];

/// The other types in the module of an attribute's type, and the prelude of edition 2024.
#[rustfmt::skip]
const TYPES: &[&str] = &[
    "Error", "ErrorCode", "ErrorComponents", "HttpStatus", "ResultExt", "TakesCause", "UnknownErrorCode", "Unrecognised",
    "Value", "Violation", "AsMut", "AsRef", "Box", "Clone", "Copy", "Debug", "Default",
    "DoubleEndedIterator", "Drop", "Eq", "Err", "ExactSizeIterator", "Extend", "Fn", "FnMut", "FnOnce", "From",
    "FromIterator", "Future", "Hash", "Into", "IntoFuture", "IntoIterator", "Iterator", "None", "Ok", "Option", "Ord",
    "PartialEq", "PartialOrd", "Result", "Send", "Sized", "Some", "String", "Sync", "ToOwned", "ToString", "TryFrom",
    "TryInto", "Unpin", "Vec",
];

/// The types that the module `operations` uses, besides those above.
const OPERATION_TYPES: &[&str] = &["Cow", "ErrorOf", "HasOnlyCodesOf", "Operation"];

impl Names {
    /// Names everything that a catalogue declares. If there is a collision, don't use the names.
    pub(crate) fn of(catalogue: &Catalogue) -> (Self, Vec<Collision>) {
        let mut naming = Naming::default();
        naming.name_attributes(&catalogue.attributes);
        let mut methods = Namespace::new(ERROR_METHODS);
        if catalogue
            .features()
            .iter()
            .any(|feature| matches!(feature, Feature::Http | Feature::HttpBody | Feature::Axum))
        {
            methods.take(HTTP_METHODS);
        }
        naming.name_codes(&catalogue.codes, &mut methods);
        methods.take(ERROR_TRAIT_METHODS);
        naming.name_operations(&catalogue.operations, &catalogue.groups);
        naming.names.params = catalogue.params.iter().map(|param| methods.claim(&param.name)).collect();
        (naming.names, naming.collisions)
    }
}

/// The variant of a code.
pub(crate) fn variant(code: &Code) -> String {
    match &code.rust_name {
        Some(name) => ident::unreserved(name.clone()),
        None => ident::variant(&code.name, "Code"),
    }
}

#[derive(Default)]
struct Naming {
    names: Names,
    collisions: Vec<Collision>,
}

impl Naming {
    fn name_attributes(&mut self, attributes: &[Attribute]) {
        let mut types = Namespace::new(TYPES);
        let mut accessors = Namespace::new(ERROR_CODE_METHODS);
        let mut bases = HashMap::new();
        for (index, attribute) in attributes.iter().enumerate() {
            let id = AttributeId::new(index);
            let words = match &attribute.kind {
                AttributeType::Words(words) => {
                    let base = ident::variant(&attribute.name, "Attribute");
                    let is_unique = self.claim_unique(&mut bases, base.clone(), Owner::Attribute(id), "type");
                    // With a collision no name is used, and to make thousands of them unique takes minutes.
                    let rust_type = if is_unique { types.claim(&base) } else { base };
                    Some(WordNames { rust_type, variants: self.name_words(id, words) })
                }
                _ => None,
            };
            self.names.attributes.push(AttributeNames { accessor: accessors.claim(&attribute.name), words });
        }
    }

    fn name_words(&mut self, attribute: AttributeId, words: &[String]) -> Vec<String> {
        let (mut texts, mut seen) = (HashSet::new(), HashMap::new());
        let mut variants = Vec::with_capacity(words.len());
        for (index, word) in words.iter().enumerate() {
            let variant = ident::variant(word, "Value");
            // A duplicate word is reported as a `duplicate-name`.
            if texts.insert(word) {
                self.claim_unique(&mut seen, variant.clone(), Owner::Word(attribute, WordId::new(index)), "variant");
            }
            variants.push(variant);
        }
        variants
    }

    fn name_codes(&mut self, codes: &[Code], methods: &mut Namespace) {
        let (mut variants, mut constructors) = (HashMap::new(), HashMap::new());
        for (index, code) in codes.iter().enumerate() {
            let owner = Owner::Code(CodeId::new(index));
            let variant = variant(code);
            let base = ident::snake(&variant);
            let is_unique = self.claim_unique(&mut variants, variant.clone(), owner, "variant")
                && self.claim_unique(&mut constructors, base.clone(), owner, "constructor");
            let constructor = if is_unique { methods.claim(&base) } else { base };
            self.names.codes.push(CodeNames { variant, constructor });
        }
    }

    fn name_operations(&mut self, operations: &[Operation], groups: &[Group]) {
        let mut types = Namespace::new(TYPES);
        types.take(OPERATION_TYPES);
        let mut bases = HashMap::new();
        for (index, operation) in operations.iter().enumerate() {
            let base = ident::variant(&operation.name, "Operation");
            let owner = Owner::Operation(OperationId::new(index));
            let is_unique = self.claim_unique(&mut bases, base.clone(), owner, "type");
            let mut claim = |suffix: &str| {
                let name =
                    if suffix.is_empty() { base.clone() } else { base.trim_end_matches('_').to_owned() + suffix };
                if is_unique { types.claim(&name) } else { name }
            };
            let (rust_type, error) = (claim(""), claim("Error"));
            let code = operation.exhaustive.then(|| claim("Code"));
            self.names.operations.push(OperationNames { rust_type, error, code });
        }
        let mut traits = HashMap::new();
        for (index, group) in groups.iter().enumerate() {
            let base = ident::variant(&group.name, "Group");
            let is_unique = self.claim_unique(&mut traits, base.clone(), Owner::Group(GroupId::new(index)), "trait");
            let name = if is_unique { types.claim(&base) } else { base };
            self.names.groups.push(name);
        }
    }

    /// Claims a name; returns a collision if it is already taken.
    fn claim_unique(
        &mut self,
        seen: &mut HashMap<String, Owner>,
        name: String,
        owner: Owner,
        what: &'static str,
    ) -> bool {
        match seen.entry(name) {
            Entry::Vacant(slot) => {
                slot.insert(owner);
                true
            }
            Entry::Occupied(slot) => {
                let name = slot.key().clone();
                self.collisions.push(Collision { first: *slot.get(), second: owner, what, name });
                false
            }
        }
    }
}
