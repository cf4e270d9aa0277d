//! `docs/format.md` lists all keys. `ERRCAT_BLESS=1 cargo test` rewrites its tables, for a person to review.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use errcat::{Catalogue, Key, format_keys};

const START: &str = "<!-- keys: written by codegen/tests/format.rs -->\n";

#[test]
fn the_guide_lists_all_keys() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/format.md");
    let text = fs::read_to_string(&path).expect("the chapter is there").replace('\r', "");
    let (head, listed) = text.split_once(START).expect("the place of the tables is marked");
    let expected = tables();
    if std::env::var_os("ERRCAT_BLESS").is_some() {
        fs::write(&path, format!("{head}{START}{expected}")).expect("the file can be written");
    } else {
        assert_eq!(listed, expected, "review the change, then run with ERRCAT_BLESS=1");
    }
}

/// A table for each map.
fn tables() -> String {
    let keys: Vec<_> = format_keys().collect();
    let mut text = String::new();
    for of_map in keys.chunk_by(|(first, _), (second, _)| first == second) {
        let (what, _) = of_map[0];
        if what == "an included file" {
            let keys: Vec<_> = of_map.iter().map(|(_, key)| format!("`{}`", key.name())).collect();
            let _ = write!(text, "\nIn {what} there can be {}.\n", keys.join(", "));
            continue;
        }
        let _ = write!(text, "\n## In {what}\n\n| key | meaning | value | example |\n|---|---|---|---|\n");
        for (_, key) in of_map {
            let required = if key.is_required() { " (required)" } else { "" };
            let cells = [key.doc(), &key.kind()].map(cell);
            let _ = writeln!(text, "| `{}`{required} | {} | {} | {} |", key.name(), cells[0], cells[1], example(key));
        }
    }
    text
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;")
}

fn example(key: &Key) -> String {
    format!("`{}`", key.example().replace('|', "\\|"))
}

/// The complete examples of the chapter.
#[test]
fn the_examples_of_the_guide_are_catalogues() {
    let guide = include_str!("../../docs/format.md");
    let examples: Vec<_> = guide.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(!examples.is_empty());
    for example in examples {
        Catalogue::parse("errors.yaml", example.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{example}"));
    }
}
