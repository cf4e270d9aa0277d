//! The examples in docs/import.md.

use std::fs;

use crate::import;
use crate::support::repository;

/// The only block of this language that follows a text.
fn block<'t>(guide: &'t str, language: &str) -> &'t str {
    let (_, rest) = guide.split_once(&format!("```{language}\n")).expect("there is a block");
    rest.split_once("```\n").expect("it is closed").0
}

#[test]
fn the_first_example_prints_what_the_guide_says() {
    let guide = fs::read_to_string(repository().join("docs/import.md")).expect("the guide is there");
    assert!(block(&guide, "sh").starts_with("errcat import shop.csv > errors.yaml\n"));
    let import = import("shop.csv", block(&guide, "csv"), &[]);
    assert_eq!(import.yaml, block(&guide, "yaml"));
    import.assert_finds(block(&guide, "text"));
}

#[test]
fn the_guide_from_thiserror_shows_what_its_enum_becomes() {
    let guide = fs::read_to_string(repository().join("docs/thiserror.md")).expect("the guide is there");
    let import = import("error.rs", block(&guide, "rust,ignore"), &["--name", "Shop API", "--status", "500"]);
    let (_, shown) = guide.split_once("   ```yaml\n").expect("there is a catalogue");
    let (shown, _) = shown.split_once("   ```\n").expect("its block is closed");
    let lines = shown.lines().map(|line| line.get(3..).unwrap_or_default());
    let given = ["    http_status: 409", "    http_status: 400"];
    let shown: Vec<_> = lines.filter(|line| !given.contains(line)).collect();
    let imported: Vec<_> = import.yaml.lines().skip_while(|line| line.starts_with('#')).collect();
    assert_eq!(imported, shown);
}
