//! A catalogue that is valid by construction, with texts and names meant to break things, in any YAML.
//!
//! It parses without a mistake to the content it was made from. It renders twice to the same bytes, which syn accepts
//! and which contain its texts.

#![no_main]

use errcat::{Catalogue, render_crate, render_module};
use errcat_fuzz::{check_findings, check_rust, facts};
use libfuzzer_sys::fuzz_target;
use random_catalogues::{Choices, Random, Taste, write};

fuzz_target!(|bytes: &[u8]| {
    let mut choices = Choices::of_bytes(bytes.to_vec());
    let taste = choices.pick(&[Taste::Odd, Taste::Clean]);
    let Random { catalogue: written, .. } = random_catalogues::Catalogue::random(&mut choices, taste);
    let text = write(&written.tree(&mut choices), &mut choices).text;
    let parse = || Catalogue::parse("errors.yaml", text.as_bytes());
    let read = parse().unwrap_or_else(|mistakes| panic!("{mistakes}\n{text}"));
    if let Some(warnings) = read.warnings() {
        assert_eq!(taste, Taste::Odd, "{warnings}\n{text}");
        check_findings(warnings, text.as_bytes());
    }
    assert_eq!(facts::of_written(&written), facts::of_read(&read), "{text}");
    let again = parse().expect("it parsed before");
    assert!(render_crate(&read) == render_crate(&again) && render_module(&read) == render_module(&again));
    check_rust(&read);
});
