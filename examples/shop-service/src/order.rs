//! What clients send and receive.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::{Validate, ValidationErrors};

/// Some of an article.
#[derive(Debug, Deserialize, Serialize, ToSchema, Validate)]
pub struct Order {
    /// The name of the article.
    #[validate(length(min = 1, message = "is missing"))]
    pub article: String,
    /// How many to order.
    #[validate(range(min = 1, max = 10, message = "must be from 1 to 10"))]
    pub count: u32,
}

/// What the shop has of an article.
#[derive(Debug, Deserialize, PartialEq, Eq, Serialize, ToSchema)]
pub struct Article {
    /// The name.
    pub article: String,
    /// How many are left.
    pub left: u32,
}

/// What the validator found, field by field.
pub(crate) fn violations(found: &ValidationErrors) -> Vec<(String, String)> {
    let fields: BTreeMap<_, _> = found.field_errors().into_iter().collect();
    let fields = fields.into_iter().flat_map(|(field, found)| found.iter().map(move |it| (field.to_string(), it)));
    fields.map(|(field, found)| (field, found.to_string())).collect()
}
