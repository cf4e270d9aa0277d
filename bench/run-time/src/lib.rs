//! What generated errors do while a program runs, beside what others do: cases for criterion and for the driver.
//!
//! All is in one program, and contenders take turns on the same inputs: text in allocations of its own, in an order that
//! has nothing to do with the catalogue's.

mod cases;
mod inputs;
mod wire;

pub use cases::{Case, Contender, cases};
