//! Errors between axum and ureq on one side, and programs in other languages on the other.

mod from_node;
mod from_python;
mod get;
mod read_elsewhere;
