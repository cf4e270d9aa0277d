//! The tests of `awkward-names`.

extern crate awkward_names_2021 as awkward_names;

#[path = "../../awkward-names/tests/errors.rs"]
mod errors;
#[path = "../../awkward-names/tests/table.rs"]
mod table;
