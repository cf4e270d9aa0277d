//! Writes the code that errcat and its peers generate for synthetic catalogues into modules side by side.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use bench_peers::{Catalogue, Code, Peer, SNAFU, TODAY};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_LARGE").is_some() {
        write("large", 10_000, &[("today", &TODAY)]);
    } else {
        write("small", 38, &[("today", &TODAY), ("with_snafu", &SNAFU)]);
    }
}

fn write(name: &str, codes: usize, peers: &[(&str, &Peer)]) {
    let catalogue = Catalogue::synthetic_with_aliases(codes);
    let yaml = catalogue.yaml() + "outputs: {rust: {features: [serde]}}\n";
    let compiled = errcat::Catalogue::parse("errors.yaml", yaml.as_bytes())
        .unwrap_or_else(|mistakes| panic!("a synthetic catalogue is valid:\n{mistakes}"));
    let module = |name: &str, source: &str, samples: &str| {
        let allow = "#[allow(clippy::all, clippy::pedantic, dead_code, missing_docs)]";
        format!("/// See its name.\n{allow}\npub mod {name} {{\n{source}{samples}}}\n")
    };
    let ours = errcat::render_module(&compiled) + &catalogue.phf_names();
    let mut rust = module("ours", &ours, &catalogue.samples(Code::errcat_error));
    for (name, peer) in peers {
        rust += &module(name, &(peer.source)(&catalogue), &catalogue.samples(Code::enum_error));
    }
    let aliases: Vec<_> = catalogue.codes.iter().flat_map(|code| &code.alias).collect();
    let _ = writeln!(rust, "/// The older names of codes.\npub const ALIASES: &[&str] = &{aliases:?};");
    let folder = env::var_os("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&folder).join(format!("{name}.rs")), rust).expect("cargo's folder can be written");
}
