//! The Rust that a page shows for each code compiles, and recognises the error that it makes.

#![allow(clippy::pedantic, deprecated, unused_variables, reason = "each snippet shows one thing")]

macro_rules! page {
    ($name:ident) => {
        mod $name {
            mod errors {
                #![allow(dead_code, reason = "a snippet uses a part")]
                include!(concat!(env!("OUT_DIR"), "/", stringify!($name), ".rs"));
            }
            use errors::{Error, ErrorCode};
            include!(concat!(env!("OUT_DIR"), "/", stringify!($name), "_snippets.rs"));
        }
    };
}

page!(shop);
page!(awkward);
page!(hostile);

mod vidu {
    use vidu_errors::{Error, ErrorCode};
    include!(concat!(env!("OUT_DIR"), "/vidu_snippets.rs"));

    #[test]
    fn each_code_has_one() {
        let blocks = include_str!(concat!(env!("OUT_DIR"), "/vidu_snippets.rs")).matches("#[test]").count();
        assert_eq!(blocks, ErrorCode::ALL.len());
    }
}
