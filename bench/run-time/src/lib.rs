//! Times generated errors at run time, next to their peers: cases for criterion and for the driver.
//!
//! Everything is in one program, and contenders take turns on the same inputs: texts in separate allocations, in an
//! order unrelated to the catalogue's.

mod cases;
mod inputs;
mod wire;

pub use cases::{Case, Contender, cases};
