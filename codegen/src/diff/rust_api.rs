//! What programs can use of the Rust generated from a catalogue, as programs that use it.
//!
//! An item breaks if the other catalogue's Rust has no item with the same program: the program names all that callers rely
//! on, so it compiles with whatever has the same program.

mod codes;
pub(super) mod features;
mod operations;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use crate::catalogue::{AttributeId, Catalogue, CodeId, GroupId, OperationId, ParamId, ParamType, WordId};
use crate::render::rust::names::Names;

/// An item of the generated Rust.
#[derive(Debug)]
pub(super) struct Item {
    /// What in the catalogue it comes from.
    pub(super) owners: Vec<Owner>,
    /// In words, such as ``the variant `ErrorCode::SoldOut` ``.
    pub(super) what: String,
    /// A function that uses it, in a crate whose module `errors` is the generated one.
    pub(super) program: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Owner {
    Code(CodeId),
    /// The arguments of the code's constructors.
    Arguments(CodeId),
    Param(ParamId),
    Attribute(AttributeId),
    Value(AttributeId, WordId),
    /// All values of an attribute at once, in a `match`.
    Values(AttributeId),
    Operation(OperationId),
    /// A code of an operation.
    OperationCode(OperationId, CodeId),
    /// All codes of an operation at once, in a `match`.
    OperationCodes(OperationId),
    Group(GroupId),
    /// All codes at once, in a `match`.
    Codes,
    Numbers,
    /// That errors can be compared with themselves.
    Eq,
    Fallback,
    Feature(usize),
}

/// All items of a catalogue.
pub(super) fn items(catalogue: &Catalogue) -> Vec<Item> {
    let (names, _) = Names::of(catalogue);
    let mut api = Api { catalogue, names, items: Vec::new() };
    api.add_attributes();
    api.add_params();
    api.add_codes();
    api.add_operations();
    api.add_groups();
    api.add_features();
    api.items
}

/// The items that a newer catalogue no longer has.
pub(super) fn lost(old: &Catalogue, new: &Catalogue) -> Vec<Item> {
    let kept: HashSet<_> = items(new).into_iter().map(|item| item.program).collect();
    items(old).into_iter().filter(|item| !kept.contains(&item.program)).collect()
}

struct Api<'c> {
    catalogue: &'c Catalogue,
    names: Names,
    items: Vec<Item>,
}

impl Api<'_> {
    fn add(&mut self, owners: impl Into<Vec<Owner>>, what: String, program: String) {
        self.items.push(Item { owners: owners.into(), what, program });
    }

    fn add_attributes(&mut self) {
        use crate::catalogue::AttributeType;
        let catalogue = self.catalogue;
        let names = std::mem::take(&mut self.names.attributes);
        for (index, (attribute, names)) in catalogue.attributes.iter().zip(&names).enumerate() {
            let id = AttributeId::new(index);
            let rust_type = match &attribute.kind {
                AttributeType::Words(_) => {
                    names.words.as_ref().map_or_else(String::new, |words| format!("errors::{}", words.rust_type))
                }
                AttributeType::String => "&'static str".to_owned(),
                AttributeType::Integer => "i64".to_owned(),
                AttributeType::Unsigned => "u64".to_owned(),
                AttributeType::Boolean => "bool".to_owned(),
            };
            let accessor = &names.accessor;
            self.add(
                [Owner::Attribute(id)],
                format!("the method `ErrorCode::{accessor}`"),
                format!("pub fn witness(code: errors::ErrorCode) -> {rust_type} {{\n    code.{accessor}()\n}}\n"),
            );
            let Some(words) = &names.words else { continue };
            for (word, variant) in words.variants.iter().enumerate() {
                self.add(
                    [Owner::Value(id, WordId::new(word))],
                    format!("the variant `{}::{variant}`", words.rust_type),
                    format!("pub fn witness() -> {rust_type} {{\n    {rust_type}::{variant}\n}}\n"),
                );
            }
            self.add(
                [Owner::Values(id)],
                format!("a `match` on `{}`", words.rust_type),
                format!(
                    "pub fn witness(value: {rust_type}) {{\n{}}}\n",
                    matching("value", &rust_type, words.variants.iter())
                ),
            );
        }
        self.names.attributes = names;
    }

    fn add_params(&mut self) {
        for (index, param) in self.catalogue.params.iter().enumerate() {
            let accessor = self.names.params[index].clone();
            let output = match param.kind {
                ParamType::String => "&str",
                ParamType::Integer => "i64",
                ParamType::Unsigned => "u64",
                ParamType::Float => "f64",
                ParamType::Boolean => "bool",
                ParamType::List => "&[std::borrow::Cow<'static, str>]",
                ParamType::Violations => "&[errors::Violation]",
            };
            let program =
                format!("pub fn witness(error: &errors::Error) -> Option<{output}> {{\n    error.{accessor}()\n}}\n");
            self.add([Owner::Param(ParamId::new(index))], format!("the method `Error::{accessor}`"), program);
        }
    }
}

/// A `match` that names all variants, in the order of their names.
fn matching<'v>(value: &str, rust_type: &str, variants: impl Iterator<Item = &'v String>) -> String {
    let mut variants: Vec<_> = variants.collect();
    variants.sort();
    let arms = variants.iter().map(|variant| format!("        {rust_type}::{variant} => {{}}\n"));
    format!("    match {value} {{\n{}    }}\n", arms.collect::<String>())
}
