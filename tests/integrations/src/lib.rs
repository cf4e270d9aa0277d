//! A catalogue of names that the integrations have a use for themselves, without a fallback, under the strictest lints.

#![deny(warnings, missing_docs, clippy::all, clippy::pedantic, rustdoc::all)]

/// The catalogue with errors as go-kratos has them.
#[cfg(feature = "frameworks")]
pub mod kratos {
    include!(concat!(env!("OUT_DIR"), "/kratos.rs"));
}

/// The catalogue with errors as problems of RFC 9457.
#[cfg(feature = "frameworks")]
pub mod problem {
    include!(concat!(env!("OUT_DIR"), "/problem.rs"));
}

// Some of clippy's lints leave public items alone.
#[cfg(feature = "frameworks")]
mod private {
    mod kratos {
        include!(concat!(env!("OUT_DIR"), "/kratos.rs"));
    }

    mod problem {
        include!(concat!(env!("OUT_DIR"), "/problem.rs"));
    }
}
