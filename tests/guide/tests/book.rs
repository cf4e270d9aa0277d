//! The chapters hang together: each is in the summary, and no link leads nowhere, here and in the book that mdBook makes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use end_to_end_tests::{leave_out, repository, succeed};
use tempfile::TempDir;

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

/// The anchors of a text's headings, which forges and mdBook derive in the same way.
fn anchors(text: &str) -> BTreeSet<String> {
    let prose = text.split("\n```").step_by(2);
    let headings = prose.flat_map(str::lines).filter(|line| line.starts_with('#'));
    let anchor = |heading: &str| {
        let heading = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = heading.chars().filter(|char| char.is_alphanumeric() || " -_".contains(*char));
        kept.map(|char| if char == ' ' { '-' } else { char }).collect()
    };
    headings.map(anchor).collect()
}

#[test]
fn every_anchor_is_that_of_a_heading() {
    let mut count = 0;
    for (name, text) in chapters() {
        for (path, anchor) in links(&text).into_iter().filter_map(|link| link.split_once('#')) {
            if path.contains("://") {
                continue;
            }
            let path = docs().join(if path.is_empty() { &name } else { path });
            let target =
                fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {}: {error}", path.display()));
            assert!(anchors(&target).contains(anchor), "{name} links to #{anchor} in {}", path.display());
            count += 1;
        }
    }
    assert!(count > 10, "only {count} anchors were found");
}

/// A page of the book: what can be linked to, and what it links to.
struct Page {
    anchors: BTreeSet<String>,
    links: BTreeSet<String>,
}

fn pages(book: &Path) -> BTreeMap<String, Page> {
    let values = |html: &str, attribute: &str| {
        html.split(attribute).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
    };
    let mut pages = BTreeMap::new();
    for entry in fs::read_dir(book).expect("the book is a folder") {
        let path = entry.expect("the folder can be read").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        // These two are made for other places: a web server's root and a frame.
        if path.extension().is_some_and(|extension| extension == "html") && !["404.html", "toc.html"].contains(&&*name)
        {
            let html = fs::read_to_string(&path).expect("it is a text");
            let mut links: BTreeSet<_> = values(&html, " href=\"");
            links.append(&mut values(&html, " src=\""));
            pages.insert(name, Page { anchors: values(&html, " id=\""), links });
        }
    }
    pages
}

#[test]
fn mdbook_makes_a_book_in_which_no_link_leads_nowhere() {
    let mdbook = Command::new("mdbook").arg("--version").output();
    if !mdbook.is_ok_and(|output| output.status.success()) {
        return leave_out("mdbook", "the guide as a book, for which mdbook is not installed");
    }
    let folder = TempDir::new().expect("a temporary folder can be created");
    let build = Command::new("mdbook").arg("build").arg("--dest-dir").arg(folder.path()).arg(repository()).output();
    let build = build.expect("mdbook starts");
    succeed(&build);
    let said = String::from_utf8_lossy(&build.stderr) + String::from_utf8_lossy(&build.stdout);
    assert!(!said.contains("WARN") && !said.contains("ERROR"), "{said}");
    let pages = pages(folder.path());
    assert_eq!(pages.len(), chapters().len() + 1, "each chapter, the first one as an index too, all of them to print");
    for (name, page) in &pages {
        for link in page.links.iter().filter(|link| !link.contains(':')) {
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let path = if path.is_empty() { name } else { path };
            assert!(folder.path().join(path).exists(), "{name} links to {link}");
            let is_there = pages.get(path).is_none_or(|page| page.anchors.contains(anchor));
            assert!(anchor.is_empty() || is_there, "{name} links to {link}");
        }
    }
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
