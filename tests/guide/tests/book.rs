//! The chapters hang together: each is in the summary, and no link leads nowhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs")
}

/// The names and texts of all chapters.
fn chapters() -> Vec<(String, String)> {
    let files = fs::read_dir(docs()).expect("the folder is there").map(|entry| entry.expect("it can be read").path());
    let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    let name = |path: &Path| path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    files.map(|path| (name(&path), fs::read_to_string(&path).expect("it is a text"))).collect()
}

/// Where the links of a text lead, without those in blocks of code.
fn links(text: &str) -> Vec<&str> {
    let prose = text.split("\n```").step_by(2);
    prose.flat_map(|prose| prose.split("](").skip(1)).filter_map(|rest| rest.split(')').next()).collect()
}

#[test]
fn every_chapter_is_in_the_summary() {
    let chapters = chapters();
    let (_, summary) = chapters.iter().find(|(name, _)| name == "SUMMARY.md").expect("there is a summary");
    let listed: BTreeSet<_> = links(summary).into_iter().collect();
    let present: BTreeSet<_> = chapters.iter().map(|(name, _)| &**name).filter(|name| *name != "SUMMARY.md").collect();
    assert_eq!(listed, present);
}

#[test]
fn every_link_leads_to_a_file() {
    let mut count = 0;
    for (name, text) in chapters() {
        for link in links(&text).into_iter().filter(|link| !link.contains("://") && !link.starts_with('#')) {
            let path = link.split('#').next().unwrap_or_default();
            assert!(docs().join(path).exists(), "{name} links to {link}");
            count += 1;
        }
    }
    assert!(count > 40, "only {count} links were found");
}

#[test]
fn the_chapter_on_validation_shows_the_code_of_the_service() {
    let read = |path: &str| fs::read_to_string(docs().join(path)).expect("the file is there").replace('\r', "");
    let sources = [read("../examples/shop-service/src/order.rs"), read("../examples/shop-service/src/lib.rs")];
    let chapter = read("validation.md");
    let blocks: Vec<_> =
        chapter.split("```rust,ignore\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(blocks.len(), 2);
    for block in blocks {
        assert!(sources.iter().any(|source| source.contains(block)), "{block}");
    }
}
