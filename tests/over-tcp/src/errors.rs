//! An error of each code, from its constructor.

use every_vidu_error::every_vidu_error;

use crate::{FIELDS, METADATA, SECRET};

macro_rules! errors {
    ($(#[$doc:meta])* $wire:ident) => {
        $(#[$doc])*
        pub fn $wire() -> [$crate::$wire::Error; 38] {
            every_vidu_error!($crate::$wire::Error, FIELDS).map(|error| {
                METADATA.into_iter().fold(error, |error, (key, value)| error.with_metadata(key, value)).with_source(SECRET)
            })
        }
    };
}

errors! {
    /// Written in the format of go-kratos.
    kratos
}
errors! {
    /// Written in the format of RFC 9457.
    problem
}
