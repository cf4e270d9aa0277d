//! Tests of the modules alone, and with the catalogue of the package that compiles this.

mod layout;
mod pieces;
mod unknown_code;

#[cfg(feature = "frameworks")]
mod lists;
#[cfg(feature = "frameworks")]
mod retry_after;

#[cfg(fallback)]
mod codes;
#[cfg(fallback)]
mod equality;
#[cfg(fallback)]
mod errors;
#[cfg(all(fallback, feature = "frameworks"))]
mod messages;
#[cfg(fallback)]
mod operations;
#[cfg(fallback)]
mod or_error;
#[cfg(all(fallback, feature = "frameworks"))]
mod with_fallback;

#[cfg(all(not(fallback), feature = "frameworks"))]
mod without_fallback;
