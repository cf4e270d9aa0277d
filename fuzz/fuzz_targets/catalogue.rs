//! Any bytes as a catalogue.
//!
//! Nothing panics. Findings lie within the file, with the right lines and columns, and can be shown. What is taken for a
//! catalogue is rendered to Rust that syn accepts and that holds its texts.

#![no_main]

use errcat::{Catalogue, Severity};
use errcat_fuzz::{check_findings, check_rust};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match Catalogue::parse("errors.yaml", bytes) {
        Ok(catalogue) => {
            if let Some(warnings) = catalogue.warnings() {
                assert_eq!(warnings.count(Severity::Error), 0);
                check_findings(warnings, bytes);
            }
            check_rust(&catalogue);
        }
        Err(mistakes) => {
            assert_ne!(mistakes.count(Severity::Error), 0);
            check_findings(&mistakes, bytes);
        }
    }
});
