//! Document to [`Catalogue`]: the only place that judges. It finds all mistakes in one run.

mod codes;
mod declarations;
mod fields;
mod lints;
mod names;
mod nearest;

use std::collections::HashMap;

use crate::catalogue::{Catalogue, Feature, Outputs, RustOutput, Wire};
use crate::diagnostics::{Finding, Id, Severity};
use crate::document::{Kind, Node};
use crate::load::Document;
use crate::source::Span;
use lints::Level;

/// Judges a document: all findings, and the catalogue if none of them is an error.
pub(crate) fn check(document: &Document<'_>) -> (Option<Catalogue>, Vec<Finding>) {
    let mut checker = Checker {
        document,
        findings: Vec::new(),
        are_attributes_readable: true,
        comparisons: MAX_COMPARISONS,
        levels: HashMap::new(),
    };
    let catalogue = checker.catalogue();
    let is_usable = checker.findings.iter().all(|finding| finding.severity == Severity::Warning);
    (catalogue.filter(|_| is_usable), checker.findings)
}

struct Checker<'n, 't> {
    document: &'n Document<'t>,
    findings: Vec<Finding>,
    /// Whether the declaration of attributes is a map: if not, any name may be meant.
    are_attributes_readable: bool,
    /// How many more names may be compared to find the one that was meant.
    comparisons: usize,
    /// The levels of the lints that the catalogue sets.
    levels: HashMap<Id, Level>,
}

/// Ten thousand misspelt names among ten thousand would take minutes, and nobody reads so many suggestions.
const MAX_COMPARISONS: usize = 200_000;

/// The keys of the format, by map.
const ROOT: &[&str] = &["errcat", "catalogue", "outputs", "params", "attributes", "reserved", "lints", "codes"];
const CATALOGUE: &[&str] = &["name", "description", "docs_url", "wire", "fallback"];
const OUTPUTS: &[&str] = &["rust", "markdown", "html", "openapi", "json"];
const RUST_OUTPUT: &[&str] = &["path", "features"];

impl<'n, 't> Checker<'n, 't> {
    fn catalogue(&mut self) -> Option<Catalogue> {
        let root = &self.document.root;
        if matches!(root.kind, Kind::Null) {
            let finding = self.report_at(Id::MissingKey, Span::at(0), "the catalogue is empty");
            finding.help = Some("it starts with `errcat: 1`, `catalogue:` and `codes:`".to_owned());
            return None;
        }
        let root = self.fields(root, None, "the catalogue", ROOT);
        let version = self.require(&root, "errcat", "the catalogue");
        if let Some(other) = version.filter(|version| !matches!(version.kind, Kind::Unsigned(1))) {
            // Another format has other keys: what else this one would find would mislead.
            self.findings.clear();
            let finding = self.report(Id::UnsupportedVersion, other, "not a format that this errcat reads");
            finding.help = Some("write `errcat: 1`".to_owned());
            return None;
        }
        let params = self.params(root.get("params"));
        let attributes = root.get("attributes").map(|node| self.attributes(node)).unwrap_or_default();
        self.are_attributes_readable = root.get("attributes").is_none_or(|node| matches!(node.kind, Kind::Map(_)));
        let reserved = root.get("reserved").map(|node| self.names(node, "`reserved`")).unwrap_or_default();
        let (rust_path, features) = root.get("outputs").map(|node| self.outputs(node)).unwrap_or_default();
        if let Some(lints) = root.get("lints") {
            self.levels(lints);
        }
        self.require(&root, "codes", "the catalogue");
        let mut codes = root.entry("codes").map(|entry| self.codes(entry, &params, &attributes)).unwrap_or_default();
        self.unique_names(&codes, &reserved);
        self.numbering(&codes);
        let mut fallback = None;
        let mut catalogue = Catalogue {
            outputs: Outputs { rust: RustOutput { path: rust_path, features } },
            reserved: reserved.into_iter().map(|(name, _)| name).collect(),
            ..Catalogue::default()
        };
        if let Some(entry) = root.entry("catalogue") {
            let fields = self.fields(&entry.value, Some(&entry.key), "`catalogue`", CATALOGUE);
            let name = self.require(&fields, "name", "`catalogue`").and_then(|node| self.text(node, "`name`"));
            catalogue.name = name.unwrap_or_default().into_owned();
            catalogue.description = self.optional_text(&fields, "description");
            catalogue.docs_url = self.optional_text(&fields, "docs_url");
            if let Some(wire) = fields.get("wire") {
                catalogue.wire = self.word(wire, "`wire`", Wire::WORDS).unwrap_or_default();
            }
            fallback = fields.get("fallback");
        } else {
            self.require(&root, "catalogue", "the catalogue");
        }
        catalogue.fallback = self.references(&mut codes, fallback);
        self.lint(&codes, &params, &attributes);
        let code_nodes: Vec<_> = codes.iter().map(|draft| draft.rust_name.unwrap_or(draft.key)).collect();
        let attribute_nodes: Vec<_> = attributes.iter().map(|declared| (declared.key, declared.word_nodes)).collect();
        catalogue.params = params.list;
        catalogue.attributes = attributes.into_iter().map(|declared| declared.attribute).collect();
        catalogue.codes = codes.into_iter().map(|draft| draft.code).collect();
        self.unique_rust_names(&catalogue, &attribute_nodes, &code_nodes);
        Some(catalogue)
    }

    /// The path of the Rust crate that `generate` writes, and the integrations in it.
    fn outputs(&mut self, node: &'n Node<'t>) -> (Option<String>, Vec<Feature>) {
        let outputs = self.fields(node, None, "`outputs`", OUTPUTS);
        for &output in &OUTPUTS[1..] {
            if let Some(entry) = outputs.entry(output) {
                self.report(Id::UnknownKey, &entry.key, format!("this version of errcat does not write `{output}`"));
            }
        }
        let Some(rust) = outputs.get("rust") else { return (None, Vec::new()) };
        let rust = self.fields(rust, None, "`rust`", RUST_OUTPUT);
        let mut features = Vec::new();
        for node in rust.get("features").map(|node| self.list(node, "`features`")).unwrap_or_default() {
            let Some(feature) = self.word(node, "a feature", Feature::WORDS) else { continue };
            if features.contains(&feature) {
                self.report(Id::DuplicateName, node, format!("`{}` is already there", feature.as_str()));
            }
            features.push(feature);
        }
        (rust.get("path").and_then(|node| self.path(node)), features)
    }

    fn path(&mut self, node: &'n Node<'t>) -> Option<String> {
        let path = self.text(node, "`path`")?;
        if path.is_empty() || path.starts_with(['/', '\\']) || path.contains(':') {
            let finding = self.report(Id::WrongType, node, "`path` must be a folder relative to the catalogue's file");
            finding.help = Some("write `generated/src`, say".to_owned());
        }
        Some(path.into_owned())
    }
}
