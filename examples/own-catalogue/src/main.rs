//! A shop that reports its errors with codes from its own catalogue: `cargo run -p own-catalogue`.

mod errors {
    include!(concat!(env!("OUT_DIR"), "/errors.rs"));
}

use errors::{Error, ErrorCode, LogLevel};

fn stock(article: &str) -> Result<u64, Error> {
    match article {
        "umbrella" => Ok(2),
        "raincoat" => Err(Error::database_down().with_source("connection refused")),
        _ => Err(Error::article_not_found(article.to_owned())),
    }
}

fn order(article: &str, count: u64) -> Result<u64, Error> {
    let available = stock(article)?;
    available.checked_sub(count).ok_or_else(|| Error::out_of_stock(available, article.to_owned()))
}

fn main() {
    for (article, count) in [("umbrella", 1), ("umbrella", 3), ("kite", 1), ("raincoat", 1)] {
        match order(article, count) {
            Ok(left) => println!("ordered {count} {article}, {left} left"),
            Err(error) => {
                println!("{} {}: {error}", error.http_status(), error.code());
                if error.code().log_level() == LogLevel::Error {
                    eprintln!("{error:?}");
                }
            }
        }
    }
    // Old clients send the code's former name.
    assert_eq!("sold_out".parse(), Ok(ErrorCode::OutOfStock));
}
