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
