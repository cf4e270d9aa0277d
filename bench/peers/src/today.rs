//! A thiserror enum of errors and a strum enum of codes.

use crate::catalogue::Catalogue;
use crate::rust::{code_of_error, error_enum, strum_codes};

pub(crate) fn source(catalogue: &Catalogue) -> String {
    let errors = error_enum(catalogue, |code| format!("    #[error({:?})]\n", code.format_string()));
    format!(
        "#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]\n{errors}{}{}",
        code_of_error(catalogue),
        strum_codes(catalogue)
    )
}
