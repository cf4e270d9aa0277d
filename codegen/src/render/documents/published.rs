//! The part of a catalogue that a document shows.

use std::collections::HashSet;

use crate::catalogue::{Catalogue, Code, CodeId, Operation, OperationId, Param};
use crate::render::rust::names::Names;

/// What several documents of a catalogue need, worked out once.
pub(super) struct Shared {
    pub(super) names: Names,
    /// The operations that answer with each of the catalogue's codes.
    operations: Vec<Vec<OperationId>>,
}

impl Shared {
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        // A checked catalogue has no collisions.
        let (names, _) = Names::of(catalogue);
        let mut operations = vec![Vec::new(); catalogue.codes().len()];
        for (at, operation) in catalogue.operations().iter().enumerate() {
            for code in &operation.errors {
                operations[code.index()].push(OperationId::new(at));
            }
        }
        Self { names, operations }
    }
}

/// A catalogue without its internal codes, unless the document asks for them.
#[derive(Clone, Copy)]
pub(super) struct Published<'c> {
    pub(super) catalogue: &'c Catalogue,
    pub(super) shared: &'c Shared,
    pub(super) with_internal: bool,
}

impl<'c> Published<'c> {
    /// A code, if it is shown.
    pub(super) fn code(self, id: CodeId) -> Option<&'c Code> {
        Some(&self.catalogue[id]).filter(|code| self.shows(code))
    }

    /// The name of the code to use instead of a deprecated one, if it is shown.
    pub(super) fn replacement(self, code: &Code) -> Option<&'c str> {
        let replaced_by = code.deprecated.as_ref()?.replaced_by?;
        self.code(replaced_by).map(|code| &*code.name)
    }

    /// The operations that answer with a code.
    pub(super) fn operations_with(self, id: CodeId) -> impl Iterator<Item = &'c Operation> {
        self.shared.operations[id.index()].iter().map(move |operation| &self.catalogue[*operation])
    }

    /// The codes in the catalogue's order.
    pub(super) fn codes(self) -> impl Iterator<Item = (CodeId, &'c Code)> {
        let codes = self.catalogue.codes().iter().enumerate();
        codes.filter(move |(_, code)| self.shows(code)).map(|(at, code)| (CodeId::new(at), code))
    }

    /// The params, without those that only hidden codes have.
    pub(super) fn params(self) -> impl Iterator<Item = &'c Param> {
        let params_of = |is_shown: bool| {
            let codes = self.catalogue.codes().iter().filter(move |code| self.shows(code) == is_shown);
            codes.flat_map(|code| code.params.iter().map(|param| param.index())).collect::<HashSet<_>>()
        };
        let (shown, hidden) = (params_of(true), params_of(false));
        let params = self.catalogue.params().iter().enumerate();
        params.filter(move |(at, _)| shown.contains(at) || !hidden.contains(at)).map(|(_, param)| param)
    }

    /// The operations, each with those of its codes that are shown.
    pub(super) fn operations(self) -> impl Iterator<Item = (&'c Operation, Vec<&'c Code>)> {
        let errors =
            move |operation: &'c Operation| operation.errors.iter().filter_map(move |id| self.code(*id)).collect();
        self.catalogue.operations().iter().map(move |operation| (operation, errors(operation)))
    }

    fn shows(self, code: &Code) -> bool {
        self.with_internal || !code.internal
    }
}
