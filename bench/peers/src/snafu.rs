//! A snafu enum of errors and a strum enum of codes.

use crate::catalogue::Catalogue;
use crate::rust::{code_of_error, error_enum, strum_codes};

pub(crate) fn source(catalogue: &Catalogue) -> String {
    let errors = error_enum(catalogue, |code| format!("    #[snafu(display({:?}))]\n", code.format_string()));
    format!(
        "#[derive(Debug, Clone, PartialEq, Eq, snafu::Snafu)]\n#[snafu(visibility(pub))]\n{errors}{}{}",
        code_of_error(catalogue),
        strum_codes(catalogue)
    )
}
