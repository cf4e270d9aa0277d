//! Any bytes as a catalogue.
//!
//! Nothing panics. Findings are within the file, have the right lines and columns, and are shown in lines that start with
//! errcat's own text. An accepted catalogue is rendered to Rust that syn accepts and that contains its texts.

#![no_main]

use errcat::{Catalogue, Severity};
use errcat_fuzz::{check_findings, check_rust, check_summary};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match Catalogue::parse("errors.yaml", bytes) {
        Ok(catalogue) => {
            if let Some(warnings) = catalogue.warnings() {
                assert_eq!(warnings.count(Severity::Error), 0);
                check_findings(warnings, bytes);
            }
            for code in catalogue.codes() {
                check_summary(&errcat::render_summary(&catalogue, &code.name).expect("the catalogue has the code"));
            }
            check_rust(&catalogue);
        }
        Err(mistakes) => {
            assert_ne!(mistakes.count(Severity::Error), 0);
            check_findings(&mistakes, bytes);
        }
    }
});
