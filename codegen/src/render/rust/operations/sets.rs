//! Which operations have which codes.

use std::collections::HashSet;

use crate::catalogue::{Catalogue, CodeId};

/// The codes of each operation, and the operations with each code.
pub(super) struct Sets {
    of_operations: Vec<HashSet<CodeId>>,
    with_code: Vec<Vec<usize>>,
}

impl Sets {
    pub(super) fn new(catalogue: &Catalogue) -> Self {
        let mut with_code = vec![Vec::new(); catalogue.codes.len()];
        for (index, operation) in catalogue.operations.iter().enumerate() {
            operation.errors.iter().for_each(|code| with_code[code.index()].push(index));
        }
        let sets = catalogue.operations.iter().map(|operation| operation.errors.iter().copied().collect());
        Self { of_operations: sets.collect(), with_code }
    }

    /// The operations that have all of these codes, in the catalogue's order.
    pub(super) fn with_all(&self, codes: &[CodeId]) -> Vec<usize> {
        // Only operations with the rarest of them can have them all.
        let candidates = codes.iter().map(|code| &self.with_code[code.index()]).min_by_key(|with_code| with_code.len());
        let has_all = |operation: &usize| codes.iter().all(|code| self.of_operations[*operation].contains(code));
        candidates.into_iter().flatten().copied().filter(has_all).collect()
    }

    /// For each operation the others whose codes are all codes of this one, in the catalogue's order.
    pub(super) fn subsets(&self, catalogue: &Catalogue) -> Vec<Vec<usize>> {
        let mut subsets = vec![Vec::new(); catalogue.operations.len()];
        for (index, operation) in catalogue.operations.iter().enumerate() {
            for other in self.with_all(&operation.errors).into_iter().filter(|other| *other != index) {
                subsets[other].push(index);
            }
        }
        subsets
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_with_a_part_of_the_codes_are_found() {
        let text = "errcat: 1\ncatalogue: {name: T, http_status: 400}\noperations:\n  a: {errors: [X, Y, Z]}\n  \
                    b: {errors: [Z, X]}\n  c: {errors: [X, Z]}\n  d: {errors: [W, X]}\n  e: {errors: [W]}\n\
                    codes: {W: {message: w}, X: {message: x}, Y: {message: y}, Z: {message: z}}\n";
        let catalogue = Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_or_else(|found| panic!("{found}"));
        let subsets = Sets::new(&catalogue).subsets(&catalogue);
        assert_eq!(subsets, [vec![1, 2], vec![2], vec![1], vec![4], vec![]]);
    }
}
