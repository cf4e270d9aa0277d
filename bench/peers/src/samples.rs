//! Rust code that creates errors. The values of params are owned, as they usually are in practice.

use heck::ToSnakeCase;

use crate::catalogue::{Catalogue, Code};

impl Code {
    /// The expression for an error of this code, with errcat's generated code.
    #[must_use]
    pub fn errcat_error(&self) -> String {
        let values: Vec<_> = self.params().map(value).collect();
        format!("Error::{}({})", self.name.to_snake_case(), values.join(", "))
    }

    /// The same in a peer's enum of errors.
    #[must_use]
    pub fn enum_error(&self) -> String {
        let values: Vec<_> = self.params().map(|param| format!("{param}: {}", value(param))).collect();
        let values = if values.is_empty() { String::new() } else { format!(" {{ {} }}", values.join(", ")) };
        format!("Error::{}{values}", self.name)
    }
}

fn value(param: &str) -> String {
    format!("String::from(\"the {param}\")")
}

impl Catalogue {
    /// Functions `without_params()` and `with_params()`, which create an error of each such code.
    #[must_use]
    pub fn samples(&self, error: fn(&Code) -> String) -> String {
        let (with, without): (Vec<_>, Vec<_>) = self.codes.iter().partition(|code| code.params().next().is_some());
        let function = |name, codes: Vec<&Code>| function(name, &codes.into_iter().map(error).collect::<Vec<_>>());
        function("without_params", without) + &function("with_params", with)
    }
}

/// A function that creates errors, split in steps: a long function takes the compiler more than linear time.
fn function(name: &str, errors: &[String]) -> String {
    let steps = errors.chunks(STEP).map(|errors| {
        let pushes: Vec<_> = errors.iter().map(|error| format!("errors.push({error});\n")).collect();
        let pushes = pushes.concat();
        format!("{{\n#[inline(never)]\nfn step(errors: &mut Vec<Error>) {{\n{pushes}}}\nstep(&mut errors);\n}}\n")
    });
    let steps: String = steps.collect();
    format!("pub fn {name}() -> Vec<Error> {{\nlet mut errors = Vec::new();\n{steps}errors\n}}\n")
}

const STEP: usize = 50;
