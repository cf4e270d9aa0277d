//! Any bytes as a source of codes, in any format.
//!
//! Nothing panics. What is imported is a catalogue without mistakes, with as many codes as the importer says; an update of it
//! from the same source changes no byte.

#![no_main]

use errcat::{Catalogue, ImportOptions, SourceFormat, import, update};
use errcat_fuzz::check_findings;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Some((format, source)) = input.split_first() else { return };
    let mut options = ImportOptions::default();
    // `0` is the first format; any other byte leaves it to be guessed.
    options.format = SourceFormat::ALL.get(usize::from(format.wrapping_sub(b'0'))).map(|(_, format)| *format);
    let imported = import("source", source, &options);
    let is_utf16 = source.starts_with(&[0xff, 0xfe]) || source.starts_with(&[0xfe, 0xff]);
    if !imported.findings.is_empty() && !is_utf16 {
        check_findings(&imported.findings, source);
    }
    let Some(text) = imported.catalogue else {
        assert!(!imported.findings.is_empty(), "nothing is imported, and nothing said");
        return;
    };
    let catalogue =
        Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_or_else(|mistakes| panic!("{mistakes}\n{text}"));
    assert_eq!(catalogue.codes().len(), imported.codes);
    let updated = update(("errors.yaml", text.as_bytes()), ("source", source), &options);
    let updated = updated.unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(updated.text, text);
    assert_eq!(updated.missing, Vec::<String>::new());
});
