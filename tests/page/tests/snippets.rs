//! The Rust that a page shows for each code compiles, and recognises the error that it makes.

#![allow(clippy::pedantic, deprecated, unused_variables, reason = "each snippet shows one thing")]

mod shop {
    mod errors {
        #![allow(dead_code, reason = "a snippet uses a part")]
        include!(concat!(env!("OUT_DIR"), "/shop.rs"));
    }
    use errors::{Error, ErrorCode};
    include!(concat!(env!("OUT_DIR"), "/shop_snippets.rs"));
}

mod awkward {
    mod errors {
        #![allow(dead_code, reason = "a snippet uses a part")]
        include!(concat!(env!("OUT_DIR"), "/errors.rs"));
    }
    use errors::{Error, ErrorCode};
    include!(concat!(env!("OUT_DIR"), "/awkward_snippets.rs"));
}
