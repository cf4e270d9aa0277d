//! Enums of errors and codes in which everything is a `match`.

use crate::catalogue::Catalogue;
use crate::rust::{each, plain_codes, plain_errors};

pub(crate) fn source(catalogue: &Catalogue) -> String {
    let arms = each(catalogue, |code| {
        let names: Vec<_> = code.names().map(|name| format!("{name:?}")).collect();
        format!("            {} => Ok(Self::{}),\n", names.join(" | "), code.name)
    });
    format!(
        "{}{}impl std::str::FromStr for ErrorCode {{\n    type Err = ();\n    \
         fn from_str(name: &str) -> Result<Self, ()> {{\n        match name {{\n{arms}            _ => Err(()),\n        \
         }}\n    }}\n}}\n",
        plain_errors(catalogue),
        plain_codes(catalogue)
    )
}
