//! Operations and groups: the module `operations`.

use super::{Api, Owner, matching};
use crate::catalogue::{GroupId, OperationId};
use crate::render::rust::operations::{constructors_of_groups, operations_of_groups, subsets};

impl Api<'_> {
    pub(super) fn add_operations(&mut self) {
        let catalogue = self.catalogue;
        let names = std::mem::take(&mut self.names.operations);
        let error = |at: usize| format!("errors::operations::{}", names[at].error);
        for (index, operation) in catalogue.operations.iter().enumerate() {
            let (id, rust_type) = (OperationId::new(index), &names[index].rust_type);
            let program = format!(
                "pub fn witness(error: {}) -> errors::Error {{\n    let _ = <errors::operations::{rust_type} as \
                 errors::operations::Operation>::NAME;\n    error.into()\n}}\n",
                error(index)
            );
            self.add([Owner::Operation(id)], format!("the type `{}`", names[index].error), program);
            for &code in &operation.errors {
                let constructor = self.names.codes[code.index()].constructor.clone();
                let program = self.construct(&catalogue[code], &error(index), &constructor);
                let owners =
                    [Owner::Operation(id), Owner::OperationCode(id, code), Owner::Code(code), Owner::Arguments(code)];
                self.add(owners, format!("the constructor `{}::{constructor}`", names[index].error), program);
            }
            if let Some(codes) = &names[index].code {
                let codes = format!("errors::operations::{codes}");
                let variants = operation.errors.iter().map(|code| &self.names.codes[code.index()].variant);
                let arms = matching(&format!("{codes}::from(&error)"), &codes, variants);
                let program = format!("pub fn witness(error: {}) {{\n{arms}}}\n", error(index));
                self.add(
                    [Owner::Operation(id), Owner::OperationCodes(id)],
                    format!("a `match` on the codes of `{}`", names[index].error),
                    program,
                );
            }
        }
        for (index, parts) in subsets(catalogue).into_iter().enumerate() {
            for part in parts {
                let program =
                    format!("pub fn witness(error: {}) -> {} {{\n    error.into()\n}}\n", error(part), error(index));
                let what = format!("`?` from `{}` to `{}`", names[part].error, names[index].error);
                let owners = [part, index].map(OperationId::new).map(Owner::Operation);
                self.add(owners, what, program);
            }
        }
        self.names.operations = names;
    }

    pub(super) fn add_groups(&mut self) {
        let catalogue = self.catalogue;
        let constructors = constructors_of_groups(catalogue);
        for (index, operations) in operations_of_groups(catalogue).into_iter().enumerate() {
            let (id, name) = (GroupId::new(index), self.names.groups[index].clone());
            for operation in operations {
                let rust_type = &self.names.operations[operation].rust_type;
                let program = format!(
                    "pub fn witness(error: errors::operations::ErrorOf<errors::operations::{rust_type}>) -> \
                     errors::operations::ErrorOf<impl errors::operations::{name}> {{\n    error\n}}\n"
                );
                let what = format!("the trait `{name}` of `{rust_type}`");
                self.add([Owner::Group(id), Owner::Operation(OperationId::new(operation))], what, program);
            }
            for &code in &constructors[index] {
                let constructor = self.names.codes[code.index()].constructor.clone();
                let call = self.construct(&catalogue[code], "errors::operations::ErrorOf<Op>", &constructor);
                let program = call.replacen("witness(", &format!("witness<Op: errors::operations::{name}>("), 1);
                let what = format!("the constructor `{constructor}` of all operations with `{name}`");
                self.add([Owner::Group(id), Owner::Code(code), Owner::Arguments(code)], what, program);
            }
        }
    }
}
