//! A shop: each endpoint has the errors of its operation, in Rust and in OpenAPI.

pub mod errors {
    //! The errors of the shop.

    use super::order;

    include!(concat!(env!("OUT_DIR"), "/errors.rs"));

    /// In the module of the catalogue, errors of other crates can become those of an operation by `?`.
    impl From<validator::ValidationErrors> for operations::OrderError {
        fn from(found: validator::ValidationErrors) -> Self {
            Self::order_invalid(order::violations(&found)).with_source(found)
        }
    }

    impl<Op: operations::Common> From<sqlx::Error> for operations::ErrorOf<Op> {
        fn from(cause: sqlx::Error) -> Self {
            Self::database_down().with_source(cause)
        }
    }
}

mod api;
mod order;
mod stock;

pub use self::api::router;
pub use self::order::{Article, Order};
pub use self::stock::Stock;
