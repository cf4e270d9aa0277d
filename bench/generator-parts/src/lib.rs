//! Empty: this package measures the compile time of its dependencies.
