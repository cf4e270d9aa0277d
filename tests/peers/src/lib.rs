//! Programs in other languages, and the errors that they send and read.

pub mod errors {
    //! The catalogue.
    #![allow(missing_docs, reason = "not every code needs a description here")]
    include!(concat!(env!("OUT_DIR"), "/errors.rs"));
}

mod describe;
mod examples;
mod peer;

pub use self::describe::describe;
pub use self::examples::{SECRET, example};
pub use self::peer::{Language, Peer};
