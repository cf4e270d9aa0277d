//! Tests of the modules alone, and with the catalogue of the package that compiles this.

mod layout;
mod pieces;
mod unknown_code;

#[cfg(feature = "frameworks")]
mod lists;

#[cfg(fallback)]
mod codes;
#[cfg(fallback)]
mod errors;
#[cfg(all(fallback, feature = "frameworks"))]
mod messages;
#[cfg(all(fallback, feature = "frameworks"))]
mod with_fallback;

#[cfg(all(not(fallback), feature = "frameworks"))]
mod without_fallback;
