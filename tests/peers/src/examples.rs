//! Errors that a server answers with.

use std::time::Duration;

use crate::errors::Error;

/// A sensitive value in the examples, which no other program may see.
pub const SECRET: &str = "4111 1111";

/// The error with this name: one for each code, with values that formats and languages treat differently.
///
/// # Panics
///
/// There is no such example.
pub fn example(name: &str) -> Error {
    match name {
        "OutOfStock" => Error::out_of_stock("pen", 3).with_source("a cause, which is never sent"),
        "OrderInvalid" => Error::order_invalid([("amount", "is 0; at least 1"), ("items.0.size", "is empty")])
            .with_metadata("x-request-id", "r-1"),
        "ColourUnknown" => {
            Error::colour_unknown(["röt", "a, b"]).with_metadata("note", "\u{1f600} \"quoted\"\n50 % \u{2028}")
        }
        "CreditInsufficient" => Error::credit_insufficient(true, -9_007_199_254_740_993, 0.1),
        "CardRefused" => Error::card_refused(SECRET),
        "OrderNotFound" => Error::order_not_found(),
        "TooManyRequests" => Error::too_many_requests().with_retry_after(Duration::from_millis(1500)),
        "Unavailable" => Error::unavailable(),
        "Unknown" => Error::unknown(),
        _ => panic!("no example is called {name:?}"),
    }
}
