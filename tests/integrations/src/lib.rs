//! A catalogue of names that the integrations use themselves, and one of wide names and numbers, both without a fallback and
//! under the strictest lints.

#![deny(warnings, missing_docs, clippy::all, clippy::pedantic, rustdoc::all)]

/// The catalogue with errors in the format of go-kratos.
#[cfg(feature = "frameworks")]
pub mod kratos {
    include!(concat!(env!("OUT_DIR"), "/kratos.rs"));
}

/// The catalogue with errors as problems of RFC 9457.
#[cfg(feature = "frameworks")]
pub mod problem {
    include!(concat!(env!("OUT_DIR"), "/problem.rs"));
}

/// The catalogue of wide names and numbers.
#[cfg(feature = "frameworks")]
pub mod wide {
    include!(concat!(env!("OUT_DIR"), "/wide.rs"));
}

/// The catalogue of internal codes, with errors in the format of go-kratos.
#[cfg(feature = "frameworks")]
pub mod internal {
    include!(concat!(env!("OUT_DIR"), "/internal.rs"));
}

/// The same with errors as problems of RFC 9457.
#[cfg(feature = "frameworks")]
pub mod internal_problem {
    include!(concat!(env!("OUT_DIR"), "/internal_problem.rs"));
}

/// The same with errors in an envelope.
#[cfg(feature = "frameworks")]
pub mod internal_envelope {
    include!(concat!(env!("OUT_DIR"), "/internal_envelope.rs"));
}

// Some of clippy's lints skip public items.
#[cfg(feature = "frameworks")]
mod private {
    mod kratos {
        include!(concat!(env!("OUT_DIR"), "/kratos.rs"));
    }

    mod problem {
        include!(concat!(env!("OUT_DIR"), "/problem.rs"));
    }
}
