//! A catalogue that is valid by construction, with texts and names meant to break things.
//!
//! It parses without a mistake. It renders twice to the same bytes, which syn accepts. The generated table says of each
//! code what the catalogue says, to the byte.

#![no_main]

use errcat::{Catalogue, render_crate, render_module};
use errcat_fuzz::{Model, Rust, check_findings};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|model: Model| {
    let parse = || Catalogue::parse("errors.yaml", model.yaml.as_bytes());
    let catalogue = parse().unwrap_or_else(|mistakes| panic!("{mistakes}\n{}", model.yaml));
    if let Some(warnings) = catalogue.warnings() {
        check_findings(warnings, model.yaml.as_bytes());
    }
    let again = parse().expect("the same again");
    assert!(render_crate(&catalogue) == render_crate(&again) && render_module(&catalogue) == render_module(&again));
    let rust = Rust::render(&catalogue);
    assert_eq!(rust.rows(), model.rows, "{}", model.yaml);
    let variants = rust.variants();
    let aliases = model.aliases.iter().map(|(alias, code)| (alias.clone(), variants[*code].clone()));
    assert!(rust.aliases().into_iter().eq(aliases), "{}", model.yaml);
});
