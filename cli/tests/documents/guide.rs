//! The examples in `docs/documents.md`.

use crate::catalogues::{generated, read};

const GUIDE: &str = include_str!("../../../docs/documents.md");

/// The first block in a language.
fn block(language: &str) -> &'static str {
    let (_, rest) = GUIDE.split_once(&format!("```{language}\n")).expect("there is such a block");
    rest.split_once("```").expect("the block ends").0
}

#[test]
fn the_outputs_of_the_page_are_accepted() {
    let (_, page) = GUIDE.split_once("\n## HTML\n").expect("there is such a section");
    let (_, rest) = page.split_once("```yaml\n").expect("there is such a block");
    let outputs = rest.split_once("```").expect("the block ends").0;
    let codes = "errcat: 1\ncatalogue: {name: Shop}\ncodes:\n  SoldOut: {http_status: 409, message: sold out}\n";
    let folder = generated(&format!("{codes}{outputs}"));
    assert!(read(folder.path(), "docs/errors.html").contains("--accent:#0a7d5a"));
}

#[test]
fn the_catalogue_becomes_what_the_guide_shows() {
    let folder = generated(block("yaml"));
    let page = read(folder.path(), "docs/ERRORS.md");
    assert!(page.contains(block("markdown")), "{page}");
    assert!(!page.contains("shard_lost"), "{page}");
    let document: serde_json::Value =
        serde_json::from_str(&read(folder.path(), "docs/errors.json")).expect("it is JSON");
    let message: serde_json::Value = serde_json::from_str(block("json")).expect("it is JSON");
    assert_eq!(document["codes"][0]["message"], message);
    let codes = document["codes"].as_array().into_iter().flatten();
    let failures = codes.filter(|code| code["http_status"].as_u64() >= Some(500)).map(|code| &code["name"]);
    assert_eq!(failures.collect::<Vec<_>>(), ["shard_lost", "unknown"], "as jq would print");
}
