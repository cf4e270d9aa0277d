//! Groups: a trait for the operations that have all codes of a group, with the constructors of these codes.

#[cfg(feature = "diff")]
use std::collections::HashSet;

use syn::{Item, ItemImpl, parse_quote};

use super::constructor;
use super::sets::Sets;
use crate::catalogue::{Catalogue, CodeId, GroupId};
use crate::render::rust::constructors::Signatures;
use crate::render::rust::ident::ident;
use crate::render::rust::{NamedCatalogue, ast, docs};

/// The groups that operations have, each with them, and where the constructors of codes are.
pub(super) struct Groups {
    /// For each group the operations that have all its codes.
    pub(super) operations: Vec<Vec<usize>>,
    /// For each code the group whose trait has the constructor.
    home: Vec<Option<usize>>,
}

impl Groups {
    pub(super) fn new(catalogue: &Catalogue, sets: &Sets) -> Self {
        let groups = &catalogue.groups;
        let operations: Vec<_> = groups.iter().map(|group| sets.with_all(&group.errors)).collect();
        let mut home = vec![None; catalogue.codes.len()];
        // A code has one constructor for each operation, so of its groups only one can have it: the smallest, which the
        // others may list.
        let mut by_size: Vec<_> = (0..groups.len()).filter(|&group| !operations[group].is_empty()).collect();
        by_size.sort_by_key(|&group| groups[group].errors.len());
        for group in by_size {
            groups[group].errors.iter().for_each(|code| home[code.index()] = home[code.index()].or(Some(group)));
        }
        Self { operations, home }
    }

    /// The codes of an operation whose constructors no trait has.
    pub(super) fn codes_besides(&self, operation: usize, catalogue: &NamedCatalogue<'_>) -> Vec<CodeId> {
        let errors = catalogue.model.operations[operation].errors.iter().copied();
        let has_trait = |group: usize| self.operations[group].binary_search(&operation).is_ok();
        errors.filter(|code| !self.home[code.index()].is_some_and(has_trait)).collect()
    }

    /// For each group the codes whose constructors its trait or those that it includes have.
    #[cfg(feature = "diff")]
    pub(super) fn constructors(&self, catalogue: &Catalogue) -> Vec<Vec<CodeId>> {
        let groups = catalogue.groups.iter().enumerate();
        let constructors = groups.map(|(index, group)| {
            let listed = with_listed(catalogue, index);
            let has_constructor = |code: &CodeId| self.home[code.index()].is_some_and(|home| listed.contains(&home));
            let is_rendered = !self.operations[index].is_empty();
            group.errors.iter().copied().filter(|code| is_rendered && has_constructor(code)).collect()
        });
        constructors.collect()
    }

    /// What makes an operation one of those that have a group.
    pub(super) fn implemented_by(&self, operation: usize, catalogue: &NamedCatalogue<'_>) -> Vec<Item> {
        let rust_type = ident(&catalogue.names.operations[operation].rust_type);
        let groups = self.operations.iter().zip(&catalogue.names.groups);
        let groups = groups.filter(|(operations, _)| operations.binary_search(&operation).is_ok());
        let item = groups.map(|(_, group)| {
            let group = ident(group);
            parse_quote!(impl #group for #rust_type {})
        });
        item.collect()
    }

    /// The traits, and the constructors that they bring.
    pub(super) fn items(&self, catalogue: &NamedCatalogue<'_>, signatures: &Signatures) -> Vec<Item> {
        let groups = (0..catalogue.model.groups.len()).filter(|&group| !self.operations[group].is_empty());
        groups.flat_map(|group| self.items_of(group, catalogue, signatures)).collect()
    }

    fn items_of(&self, group: usize, catalogue: &NamedCatalogue<'_>, signatures: &Signatures) -> Vec<Item> {
        let model = &catalogue.model.groups[group];
        let name = ident(&catalogue.names.groups[group]);
        let named = |id: &GroupId| ident(&catalogue.names.groups[id.index()]);
        let supertraits = model.groups.iter().map(named);
        let docs = [
            ast::doc(&format!("The operations that have all codes of the group {}.", docs::code_span(&model.name))),
            ast::doc(""),
            ast::doc(&format!(
                "A function can return the error of any of them: `fn f<Op: {name}>() -> Result<(), ErrorOf<Op>>`."
            )),
        ];
        let mut items: Vec<Item> = vec![parse_quote! {
            #(#docs)*
            pub trait #name: Operation #(+ #supertraits)* {}
        }];
        let mut constructors: ItemImpl = parse_quote!(impl<Op: #name> ErrorOf<Op> {});
        let codes = model.errors.iter().filter(|code| self.home[code.index()] == Some(group));
        constructors.items = codes.map(|&code| constructor(code, catalogue, signatures)).collect();
        if !constructors.items.is_empty() {
            items.push(Item::Impl(constructors));
        }
        items
    }
}

/// A group and those that it lists, themselves or through others.
#[cfg(feature = "diff")]
fn with_listed(catalogue: &Catalogue, group: usize) -> HashSet<usize> {
    let mut listed = HashSet::from([group]);
    let mut unread = vec![group];
    while let Some(group) = unread.pop() {
        let groups = catalogue.groups[group].groups.iter().map(|group| group.index());
        unread.extend(groups.filter(|group| listed.insert(*group)));
    }
    listed
}
