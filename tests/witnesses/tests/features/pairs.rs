//! The pairs of catalogues, with all Cargo features unless a pair is about those.

use std::fs;
use std::path::Path;

use errcat::{Catalogue, diff};

/// Versions of catalogues, each text once; and for each pair and direction its name, the version from before and the one of now.
pub struct Pairs {
    pub versions: Vec<Catalogue>,
    pub pairs: Vec<(String, [usize; 2])>,
}

const ALL_FEATURES: &str = "serde, http, http-body, axum, actix-web, tonic, utoipa";

/// What changes Rust that is there only with features, or could.
const ABOUT_FEATURES: &[&str] = &[
    "domain-changed",
    "exhaustive-changed",
    "fallback-",
    "feature-",
    "grpc-changed",
    "operation-",
    "param-retyped",
    "status-changed",
    "wire-changed",
];

/// One that has nothing in common with any other.
const UNRELATED: &str = "{errcat: 1, catalogue: {name: Unrelated}, params: {unrelated_param: float}, \
    codes: {UnrelatedCode: {http_status: 400, message: '{{.unrelated_param}}'}}}";

impl Pairs {
    pub fn read() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../codegen/tests/diff/pairs");
        let mut paths: Vec<_> = fs::read_dir(folder)
            .expect("the folder is there")
            .map(|entry| entry.expect("it can be read").path())
            .collect();
        paths.sort();
        let (mut texts, mut pairs) = (Vec::new(), Vec::new());
        for path in paths {
            let text = fs::read_to_string(&path).expect("the pair can be read");
            let (old, new) = text.split_once("\n---\n").expect("two versions");
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            // To compile a version takes a second.
            if !ABOUT_FEATURES.iter().any(|kind| name.starts_with(kind)) {
                continue;
            }
            let is_about_features = text.contains("features:");
            let versions = [old, new].map(|text| {
                let text = if is_about_features { without_comments(text) } else { with_all_features(text) };
                texts.iter().position(|known| *known == text).unwrap_or_else(|| {
                    texts.push(text);
                    texts.len() - 1
                })
            });
            let [one, other] = versions;
            pairs.extend([(name.clone() + ", there", [one, other]), (name + ", back", [other, one])]);
        }
        Self { versions: texts.iter().map(|text| parse(text)).collect(), pairs }
    }
}

fn without_comments(text: &str) -> String {
    text.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n")
}

fn with_all_features(text: &str) -> String {
    let text = without_comments(text);
    let outputs = text.lines().find(|line| line.starts_with("outputs:")).unwrap_or_default();
    let exhaustive = outputs.contains("exhaustive: true");
    text.replace(outputs, "")
        + &format!("\noutputs: {{rust: {{features: [{ALL_FEATURES}], exhaustive: {exhaustive}}}}}\n")
}

fn parse(text: &str) -> Catalogue {
    Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_or_else(|found| panic!("{found}"))
}

/// A program for each item of a catalogue's Rust: what an unrelated catalogue breaks is all of it.
pub fn programs_of_all_items(catalogue: &Catalogue) -> Vec<String> {
    let unrelated = parse(UNRELATED);
    let changes = diff(catalogue, &unrelated);
    let mut programs: Vec<_> = changes.changes().iter().flat_map(|change| changes.witness(change).programs).collect();
    programs.sort();
    programs.dedup();
    programs
}
