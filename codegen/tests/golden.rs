//! The full text of findings. `ERRCAT_BLESS=1 cargo test` rewrites the golden file, for a person to review.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use errcat::{Catalogue, Finding, Rule, RuleKind, rules};

#[test]
fn everything_at_once() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let bytes = fs::read(folder.join("everything.yaml")).expect("the catalogue can be read");
    let diagnostics = Catalogue::parse("everything.yaml", &bytes).expect_err("it is full of mistakes");

    let found: BTreeSet<_> = diagnostics.iter().map(Finding::id).collect();
    let stopping = ["yaml-syntax", "unsupported-version", "too-large"];
    let of_catalogues = rules().filter(|rule| matches!(rule.kind(), RuleKind::Mistake | RuleKind::Lint { .. }));
    let expected: BTreeSet<_> = of_catalogues.map(Rule::id).filter(|id| !stopping.contains(id)).collect();
    assert_eq!(found, expected);

    let (golden, text) = (folder.join("everything.txt"), format!("{diagnostics}\n"));
    if std::env::var_os("ERRCAT_BLESS").is_some() {
        fs::write(&golden, &text).expect("the file can be written");
    }
    assert_eq!(
        text,
        fs::read_to_string(&golden).expect("the golden file can be read"),
        "look at it, then run with ERRCAT_BLESS=1"
    );
}
