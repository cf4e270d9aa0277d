//! Compiles two catalogues, and the Rust that their pages show for each code.

use std::path::Path;
use std::{env, fs};

use errcat::{Catalogue, outputs};

fn main() {
    let folder = env::var_os("OUT_DIR").expect("cargo sets it");
    for (catalogue, snippets) in [("catalogues/shop.yaml", "shop"), ("../awkward-names/errors.yaml", "awkward")] {
        println!("cargo::rerun-if-changed={catalogue}");
        errcat::generate(catalogue);
        let path = Path::new(&folder).join(format!("{snippets}_snippets.rs"));
        fs::write(path, functions(&page(catalogue))).expect("the disk is writable");
    }
}

fn page(catalogue: &str) -> String {
    let text = fs::read_to_string(catalogue).expect("the catalogue is there") + "\noutputs: {html: page.html}\n";
    let catalogue = Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    outputs(&catalogue).remove(0).text
}

/// A function around each snippet.
fn functions(page: &str) -> String {
    let blocks = page.split("<pre class=\"rust\">").skip(1);
    let blocks = blocks.map(|rest| rest.split_once("</pre>").expect("the block ends").0);
    let functions = blocks.enumerate().map(|(at, block)| {
        let snippet = block.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        format!("#[test]\nfn code_{at}() {{\n{snippet}\nelse {{ panic!(\"{{error}} has another code\") }}\n}}\n")
    });
    functions.collect()
}
