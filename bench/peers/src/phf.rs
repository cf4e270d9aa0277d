//! Enums of errors and codes in which everything is a `match`, except that names are looked up in a perfect hash table.

use crate::catalogue::Catalogue;
use crate::rust::{each, plain_codes, plain_errors};

pub(crate) fn source(catalogue: &Catalogue) -> String {
    format!(
        "{}{}{}impl std::str::FromStr for ErrorCode {{\n    type Err = ();\n    \
         fn from_str(name: &str) -> Result<Self, ()> {{\n        NAMES.get(name).copied().ok_or(())\n    }}\n}}\n",
        plain_errors(catalogue),
        plain_codes(catalogue),
        catalogue.phf_names()
    )
}

impl Catalogue {
    /// The map `NAMES` from names to codes, next to an enum of codes.
    #[must_use]
    pub fn phf_names(&self) -> String {
        let entries = each(self, |code| {
            let entries: Vec<_> =
                code.names().map(|name| format!("    {name:?} => ErrorCode::{},\n", code.name)).collect();
            entries.concat()
        });
        format!("pub static NAMES: phf::Map<&'static str, ErrorCode> = phf::phf_map! {{\n{entries}}};\n")
    }
}
