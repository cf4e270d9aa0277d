//! A shop with its own error catalogue: `cargo run -p own-catalogue`.

mod errors {
    include!(concat!(env!("OUT_DIR"), "/errors.rs"));
}

use std::collections::BTreeMap;

use errors::{Error, ErrorCode, LogLevel};
use validator::{Validate, ValidationErrors};

#[derive(Validate)]
struct Order {
    #[validate(length(min = 1, message = "is missing"))]
    article: String,
    #[validate(range(min = 1, max = 10, message = "must be from 1 to 10"))]
    count: u64,
}

impl From<ValidationErrors> for Error {
    fn from(found: ValidationErrors) -> Self {
        let fields: BTreeMap<_, _> = found.field_errors().into_iter().collect();
        let fields = fields.into_iter().flat_map(|(field, found)| found.iter().map(move |it| (field.to_string(), it)));
        Self::order_invalid(fields.map(|(field, found)| (field, found.to_string())))
    }
}

fn stock(article: &str) -> Result<u64, Error> {
    match article {
        "umbrella" => Ok(2),
        "raincoat" => Err(Error::database_down().with_source("connection refused")),
        _ => Err(Error::article_not_found(article.to_owned())),
    }
}

fn place(order: Order) -> Result<u64, Error> {
    order.validate()?;
    let available = stock(&order.article)?;
    available.checked_sub(order.count).ok_or_else(|| Error::out_of_stock(order.article, available))
}

fn main() {
    for (article, count) in [("umbrella", 1), ("umbrella", 3), ("kite", 1), ("raincoat", 1), ("", 11)] {
        match place(Order { article: article.to_owned(), count }) {
            Ok(left) => println!("ordered {count} {article}, {left} left"),
            Err(error) => {
                println!("{} {}: {error}", error.http_status(), error.code());
                for violation in error.fields().unwrap_or_default() {
                    println!("- {violation}");
                }
                if error.code().log_level() == LogLevel::Error {
                    eprintln!("{error:?}");
                }
            }
        }
    }
    // The code's old name is still understood.
    assert_eq!("sold_out".parse(), Ok(ErrorCode::OutOfStock));
}
