//! Nothing: what is measured is the compile time of the dependencies.
