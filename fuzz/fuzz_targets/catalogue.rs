//! Any bytes as a catalogue.
//!
//! Nothing panics. Findings are within the file, have the right lines and columns, and can be shown. An accepted
//! catalogue is rendered to Rust that syn accepts and that contains its texts.

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
