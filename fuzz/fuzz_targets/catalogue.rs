//! Any bytes as a catalogue.
//!
//! Nothing panics. Findings lie within the file, with the right lines and columns, and can be shown. What is taken for a
//! catalogue is rendered to Rust that syn accepts.

#![no_main]

use errcat::{Catalogue, Severity};
use errcat_fuzz::{Rust, check_findings};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match Catalogue::parse("errors.yaml", bytes) {
        Ok(catalogue) => {
            if let Some(warnings) = catalogue.warnings() {
                assert_eq!(warnings.count(Severity::Error), 0);
                check_findings(warnings, bytes);
            }
            let rust = Rust::render(&catalogue);
            let names: Vec<_> = rust.rows().into_iter().map(|row| row.cells[0].clone()).collect();
            assert!(catalogue.codes().iter().map(|code| &code.name).eq(&names));
        }
        Err(mistakes) => {
            assert_ne!(mistakes.count(Severity::Error), 0);
            check_findings(&mistakes, bytes);
        }
    }
});
