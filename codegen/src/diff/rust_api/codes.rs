//! Codes: their variants, their constructors and their numbers.

use super::{Api, Owner, matching};
use crate::catalogue::{Code, CodeId, Numbers, ParamType};

impl Api<'_> {
    pub(super) fn add_codes(&mut self) {
        let catalogue = self.catalogue;
        for (index, code) in catalogue.codes.iter().enumerate() {
            let id = CodeId::new(index);
            let (variant, constructor) =
                (self.names.codes[index].variant.clone(), self.names.codes[index].constructor.clone());
            self.add(
                [Owner::Code(id)],
                format!("the variant `ErrorCode::{variant}`"),
                format!("pub fn witness() -> errors::ErrorCode {{\n    errors::ErrorCode::{variant}\n}}\n"),
            );
            let program = self.construct(code, "errors::Error", &constructor);
            let owners = [Owner::Code(id), Owner::Arguments(id)];
            self.add(owners, format!("the constructor `Error::{constructor}`"), program);
        }
        if catalogue.is_exhaustive() {
            let variants = self.names.codes.iter().map(|names| &names.variant);
            let arms = matching("code", "errors::ErrorCode", variants);
            let program = format!("pub fn witness(code: errors::ErrorCode) {{\n{arms}}}\n");
            self.add([Owner::Codes], "a `match` on `ErrorCode` without a `_`".to_owned(), program);
        }
        if catalogue.params.iter().all(|param| param.kind != ParamType::Float) {
            let program = "pub fn witness(error: errors::Error) -> impl Eq {\n    error\n}\n".to_owned();
            self.add([Owner::Eq], "that `Error` is `Eq`".to_owned(), program);
        }
        self.add_numbers();
    }

    /// A call of a code's constructor.
    pub(super) fn construct(&self, code: &Code, rust_type: &str, constructor: &str) -> String {
        let types = code.params.iter().map(|&param| match self.catalogue[param].kind {
            ParamType::String => "&'static str",
            ParamType::Integer => "i64",
            ParamType::Unsigned => "u64",
            ParamType::Float => "f64",
            ParamType::Boolean => "bool",
            ParamType::List => "Vec<&'static str>",
            ParamType::Violations => "Vec<errors::Violation>",
        });
        let inputs: Vec<_> = types.enumerate().map(|(at, kind)| format!("a{at}: {kind}")).collect();
        let arguments: Vec<_> = (0..inputs.len()).map(|at| format!("a{at}")).collect();
        let (inputs, arguments) = (inputs.join(", "), arguments.join(", "));
        format!("pub fn witness({inputs}) -> {rust_type} {{\n    <{rust_type}>::{constructor}({arguments})\n}}\n")
    }

    fn add_numbers(&mut self) {
        if self.catalogue.codes.iter().all(|code| code.number.is_none()) {
            return;
        }
        let found = match self.catalogue.numbers {
            Numbers::Unique => "Option<errors::ErrorCode>",
            Numbers::Shared => "&'static [errors::ErrorCode]",
        };
        self.add(
            [Owner::Numbers],
            "the method `ErrorCode::number`".to_owned(),
            "pub fn witness(code: errors::ErrorCode) -> i64 {\n    code.number()\n}\n".to_owned(),
        );
        self.add(
            [Owner::Numbers],
            "the method `ErrorCode::from_number`".to_owned(),
            format!("pub fn witness(number: i64) -> {found} {{\n    errors::ErrorCode::from_number(number)\n}}\n"),
        );
    }
}
