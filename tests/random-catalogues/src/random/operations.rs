//! Operations, and groups of codes.

use super::{Maker, Taste};
use crate::catalogue::{Catalogue, Operation};

impl Maker<'_> {
    /// Adds groups and operations. If no lint may find anything, each code is in one of them.
    pub(super) fn add_operations(&mut self, catalogue: &mut Catalogue) {
        let codes: Vec<_> = catalogue.codes.iter().map(|code| code.name.clone()).collect();
        for name in self.group_names() {
            let mut errors = self.some_of(&codes);
            let earlier: Vec<_> = catalogue.groups.iter().map(|(name, _)| name.clone()).collect();
            errors.extend(self.maybe(30, |it| it.choices.some(&earlier, 1)).into_iter().flatten());
            self.choices.shuffle(&mut errors);
            catalogue.groups.push((name, errors));
        }
        let groups: Vec<_> = catalogue.groups.iter().map(|(name, _)| name.clone()).collect();
        for name in self.operation_names() {
            let mut errors = self.some_of(&codes);
            let count = self.choices.below(3);
            errors.extend(self.choices.some(&groups, count.min(groups.len())));
            self.choices.shuffle(&mut errors);
            let description = self.maybe(40, Self::description);
            let exhaustive = self.maybe(30, |it| it.choices.chance(50));
            catalogue.operations.push(Operation { name, description, errors, exhaustive });
        }
        if self.taste == Taste::Clean {
            self.use_codes(&codes, catalogue);
        }
    }

    fn some_of(&mut self, codes: &[String]) -> Vec<String> {
        let count = 1 + self.choices.below(codes.len());
        self.choices.some(codes, count)
    }

    fn use_codes(&mut self, codes: &[String], catalogue: &mut Catalogue) {
        for code in codes {
            let is_used = catalogue.operations.iter().any(|it| catalogue.codes_in(&it.errors).contains(&&**code));
            if !is_used {
                let user = self.choices.below(catalogue.operations.len());
                catalogue.operations[user].errors.push(code.clone());
            }
        }
    }
}
