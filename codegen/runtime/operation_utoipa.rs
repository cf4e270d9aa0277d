//! Errors of operations in the OpenAPI document of a service.

use ::utoipa::IntoResponses;
use ::utoipa::openapi::{RefOr, Response};

use super::alloc::collections::BTreeMap;
use super::alloc::string::String;
use super::operation::{ErrorOf, Operation};
use super::utoipa::responses_of;

/// Responses with the operation's codes, and with no other: `#[utoipa::path(…, responses((status = 200, …), BuyError))]`.
/// See those of [`Error`](super::error::Error).
impl<Op: Operation> IntoResponses for ErrorOf<Op> {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses_of(Op::NAME, Op::CODES)
    }
}
