//! Code that makes an error and recognises one.

use crate::catalogue::{Catalogue, Code, ParamType};
use crate::render::rust::names::CodeNames;

/// Rust that makes the error, and Rust that gets its params.
pub(super) fn rust(code: &Code, names: &CodeNames, accessors: &[String], catalogue: &Catalogue) -> String {
    let arguments: Vec<_> = code.params.iter().map(|&param| example(catalogue[param].kind)).collect();
    let CodeNames { variant, constructor } = names;
    let mut snippet = format!(
        "let error = Error::{constructor}({});\n\nif error.code() == ErrorCode::{variant} {{\n",
        arguments.join(", ")
    );
    for &param in &code.params {
        let accessor = &accessors[param.index()];
        snippet.extend(["    let ", accessor, " = error.", accessor, "();\n"]);
    }
    finish(snippet, "    // handle it\n")
}

/// Closes the block at the end of a snippet, which says what belongs there if nothing is in it.
fn finish(mut snippet: String, otherwise: &str) -> String {
    if snippet.ends_with("{\n") {
        snippet += otherwise;
    }
    snippet + "}"
}

fn example(kind: ParamType) -> &'static str {
    match kind {
        ParamType::String => "\"prompt\"",
        ParamType::Integer => "-3",
        ParamType::Unsigned => "3",
        ParamType::Float => "1.5",
        ParamType::Boolean => "true",
        ParamType::List => "[\"prompt\", \"model\"]",
        ParamType::Violations => "[(\"size\", \"is too large\")]",
    }
}

/// TypeScript that recognises the error in a response.
pub(super) fn typescript(code: &Code, catalogue: &Catalogue) -> String {
    let mut snippet = format!(
        "const error = parse(response.status, await response.text());\nif (error.code === \"{}\") {{\n",
        code.name
    );
    for &param in code.params.iter().filter(|&&param| !catalogue[param].sensitive) {
        snippet.extend(["  error.params.", &catalogue[param].name, ";\n"]);
    }
    finish(snippet, "  // handle it\n")
}
