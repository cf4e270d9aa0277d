//! Code that makes an error and recognises one.

use crate::catalogue::{Catalogue, Code, Param};
use crate::render::body::{Value, value};
use crate::render::rust::names::CodeNames;

/// Rust that makes the error, and Rust that gets its params.
pub(super) fn rust(code: &Code, names: &CodeNames, accessors: &[String], catalogue: &Catalogue) -> String {
    let arguments: Vec<_> = code.params.iter().map(|&param| argument(&catalogue[param])).collect();
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

/// The argument of a constructor, with the same value as in the example of a body.
fn argument(param: &Param) -> String {
    match value(param) {
        Value::Text(text) => format!("{text:?}"),
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => format!("{number:?}"),
        Value::Boolean(flag) => flag.to_string(),
        Value::List(elements) => format!("{elements:?}"),
        Value::Violations(found) => format!("{found:?}"),
    }
}

/// What no `const` in a module can be called, and `error`, which the snippet declares itself.
const RESERVED_IN_TYPESCRIPT: &str = "\
    arguments await break case catch class const continue debugger default delete do else enum error eval export \
    extends false finally for function if implements import in instanceof interface let new null package private \
    protected public return static super switch this throw true try typeof var void while with yield";

/// TypeScript that recognises the error in a response, and gets its params.
pub(super) fn typescript(code: &Code, catalogue: &Catalogue) -> String {
    let mut snippet = format!(
        "const error = parse(response.status, await response.text());\n\nif (error.code === \"{}\") {{\n",
        code.name
    );
    for param in code.params.iter().map(|&param| &catalogue[param]).filter(|param| !param.sensitive) {
        let name = &param.name;
        let suffix = if RESERVED_IN_TYPESCRIPT.split(' ').any(|reserved| reserved == name) { "_" } else { "" };
        snippet.extend(["  const ", name, suffix, " = error.params.", name, ";\n"]);
    }
    finish(snippet, "  // handle it\n")
}
