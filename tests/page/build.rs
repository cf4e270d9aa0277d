//! Compiles catalogues, and the Rust that their pages show for each code.

use std::path::Path;
use std::{env, fs};

use errcat::{Catalogue, outputs, render_module};

#[path = "../../cli/tests/documents/hostile_texts.rs"]
#[allow(dead_code, reason = "only the catalogue is used here")]
mod hostile_texts;

const VIDU: &str = "../../generated/errors.html";

fn main() {
    println!("cargo::rerun-if-changed=../../cli/tests/documents/hostile_texts.rs");
    write("vidu_snippets.rs", &functions(&read(VIDU)));
    let catalogues = [
        ("shop", read("catalogues/shop.yaml")),
        ("awkward", read("../awkward-names/errors.yaml")),
        ("hostile", hostile_texts::catalogue()),
    ];
    for (name, text) in catalogues {
        let text = text + "\noutputs: {html: page.html}\n";
        let catalogue = Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
        write(&format!("{name}.rs"), &render_module(&catalogue));
        write(&format!("{name}_snippets.rs"), &functions(&outputs(&catalogue).remove(0).text));
    }
}

fn read(path: &str) -> String {
    println!("cargo::rerun-if-changed={path}");
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn write(name: &str, text: &str) {
    let folder = env::var_os("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&folder).join(name), text).expect("the disk is writable");
}

/// A test around each snippet.
fn functions(page: &str) -> String {
    let blocks = page.split("<pre class=\"rust\">").skip(1);
    let blocks = blocks.map(|rest| rest.split_once("</pre>").expect("the block ends").0);
    let functions = blocks.enumerate().map(|(at, block)| {
        let snippet = block.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        format!("#[test]\nfn code_{at}() {{\n{snippet}\nelse {{ panic!(\"{{error}} has another code\") }}\n}}\n")
    });
    functions.collect()
}
