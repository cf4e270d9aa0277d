//! The page in a browser. The programs in `node` look at it; each of their tests says what it expects.

#[path = "../../../cli/tests/documents/hostile_texts.rs"]
mod hostile_texts;
#[path = "../catalogues/wide.rs"]
mod wide;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use end_to_end_tests::browser::run_in_browser;
use end_to_end_tests::repository;
use errcat::{Catalogue, outputs};

#[test]
fn search_finds_what_a_reader_has() {
    run("search");
}

#[test]
fn filters_are_in_the_address() {
    run("filters");
}

#[test]
fn a_link_opens_its_code() {
    run("links");
}

#[test]
fn the_keyboard_is_enough() {
    run("keyboard");
}

#[test]
fn everybody_can_read_it() {
    run("readers");
}

#[test]
fn hostile_texts_do_nothing() {
    run("hostile");
}

#[test]
fn many_filters_have_a_place() {
    run("wide");
}

#[test]
fn ten_thousand_codes_answer_at_once() {
    run("large");
}

fn run(program: &str) {
    run_in_browser(program, "PAGES", pages);
}

/// A folder with the pages that the programs look at.
fn pages() -> &'static Path {
    static PAGES: OnceLock<PathBuf> = OnceLock::new();
    PAGES.get_or_init(|| {
        let read = |path: &str| fs::read_to_string(repository().join(path)).expect("the catalogue is there");
        let shop = read("tests/page/catalogues/shop.yaml");
        let problem = shop.replace("{at: failure, code: kind, number: no, message: text, params: values}", "problem");
        assert!(problem.contains("wire: problem"));
        let large = random_catalogues::Catalogue::synthetic(10_000).yaml();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
        fs::create_dir_all(&folder).expect("the disk is writable");
        for (name, catalogue) in [
            ("vidu", read("errors.yaml")),
            ("shop", shop),
            ("problem", problem),
            ("hostile", hostile_texts::catalogue()),
            ("large", large),
            ("wide", wide::catalogue()),
        ] {
            fs::write(folder.join(format!("{name}.html")), page(&catalogue)).expect("the disk is writable");
        }
        folder
    })
}

fn page(catalogue: &str) -> String {
    let rest: Vec<_> = catalogue.lines().filter(|line| !line.starts_with("  html:")).collect();
    let (before, after) =
        rest.split_at(rest.iter().position(|line| *line == "outputs:").map_or(rest.len(), |at| at + 1));
    let head = if after.is_empty() { "outputs:\n" } else { "" };
    let text = format!("{}\n{head}  html: page.html\n{}\n", before.join("\n"), after.join("\n"));
    let catalogue = Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    let page = outputs(&catalogue).into_iter().find(|artifact| artifact.path == Path::new("page.html"));
    page.expect("the page is among the outputs").text
}
