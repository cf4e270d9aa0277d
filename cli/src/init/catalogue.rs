//! The catalogue that a package starts with.

use std::io;
use std::path::Path;

use errcat::{ImportOptions, Severity};

use crate::Outcome;
use crate::findings::Output;
use crate::input;

/// A catalogue to learn from and to change.
pub fn starter(name: &str) -> String {
    let name = serde_json::Value::from(name);
    format!(
        r#"# The errors of this package. `cargo build` compiles them, `errcat check` judges them,
# `errcat explain http_status` explains a key.
errcat: 1

catalogue:
  name: {name}
  fallback: Unknown # what a client reads instead of a code that it doesn't know yet

# The values that messages show, each declared once: string, integer, unsigned, float, boolean, list, violations.
params:
  article: string
  left: unsigned

codes:
  # The name is what clients match: never change it, write the old one under `aliases`.
  SoldOut:
    http_status: 409
    message: "only {{{{.left}}}} of {{{{.article}}}} left"
    description: There are fewer than you ordered.
    help: Order fewer, or come back tomorrow.

  NotFound:
    http_status: 404
    message: "there is no {{{{.article}}}}"

  Unknown:
    http_status: 500
    message: unknown error
"#
    )
}

/// What a source makes, named as the package is, and how the import went.
pub fn imported(source: &Path, name: &str, output: Output) -> io::Result<(Option<String>, Outcome)> {
    let bytes = input::bytes(source).map_err(|error| input::error_about(source, &error))?;
    let mut import = ImportOptions::default();
    import.name = Some(name.to_owned());
    let imported = errcat::import(&input::path(source), &bytes, &import);
    if !imported.findings.is_empty() {
        output.show_beside(&imported.findings);
    }
    let is_complete = imported.findings.count(Severity::Error) == 0;
    Ok((imported.catalogue, if is_complete { Outcome::Clean } else { Outcome::Findings }))
}

/// The catalogue with the features of its Rust, behind its head.
pub fn with_features(catalogue: &str, features: &[String]) -> String {
    if features.is_empty() {
        return catalogue.to_owned();
    }
    let outputs = format!("outputs: {{rust: {{features: [{}]}}}}\n\n", features.join(", "));
    let sections = ["\n# The values", "\nparams:\n", "\nattributes:\n", "\ncodes:\n"];
    let at = sections.iter().find_map(|section| catalogue.find(section)).map_or(catalogue.len(), |at| at + 1);
    format!("{}{outputs}{}", &catalogue[..at], &catalogue[at..])
}
