//! A source that changed: `--compare` says what, `--update` brings it over.

use std::fs;

use tempfile::TempDir;

use crate::support::{errcat, repository, text};

const CATALOGUE: &str = "\
# Ours.
errcat: 1
catalogue: {name: Shop, http_status: 400}   # all of them

params:
  article: {type: string, description: what was ordered} # sic

# The codes.
codes:
  # Rare.
  SoldOut:
    http_status: 409 # ours
    message: \"{{.article}} is sold out\" # verbatim
    description: >- # sic
      Nothing is left of the
      article.

    attributes: {}

  Closed: {message: closed, description: 'It''s night'}
  # The last one.
  Lost:
    message: lost

# The end.
";

struct Run {
    status: Option<i32>,
    stdout: String,
    stderr: String,
    catalogue: String,
}

fn run(catalogue: &str, source: &str, args: &[&str]) -> Run {
    let folder = TempDir::new().expect("a temporary folder can be created");
    fs::write(folder.path().join("errors.yaml"), catalogue).expect("the disk is writable");
    fs::write(folder.path().join("source.csv"), source).expect("the disk is writable");
    let output = errcat(folder.path(), &[&["import", "source.csv"], args].concat());
    Run {
        status: output.status.code(),
        stdout: text(&output.stdout).to_owned(),
        stderr: text(&output.stderr).to_owned(),
        catalogue: fs::read_to_string(folder.path().join("errors.yaml")).expect("it is there"),
    }
}

const SAME: &str = "code,message,description\nClosed,closed,It's night\nSoldOut,{article} is sold out,Nothing is left of the article.\nLost,lost,\n";
const COMPARE: &[&str] = &["--compare", "errors.yaml"];
const UPDATE: &[&str] = &["--update", "errors.yaml"];

#[test]
fn where_nothing_changed_every_byte_stays() {
    for catalogue in [CATALOGUE.to_owned(), CATALOGUE.replace('\n', "\r\n"), format!("\u{feff}{CATALOGUE}")] {
        let compared = run(&catalogue, SAME, COMPARE);
        assert_eq!((compared.status, &*compared.stdout), (Some(0), ""), "{}", compared.stderr);
        let updated = run(&catalogue, SAME, UPDATE);
        assert_eq!((updated.status, &*updated.catalogue), (Some(0), &*catalogue), "{}", updated.stderr);
        assert!(updated.stderr.ends_with("errors.yaml: nothing to change\n"), "{}", updated.stderr);
    }
}

#[test]
fn what_changed_is_written_and_the_rest_stays() {
    let source = "code,message,description,http status,help\nSoldOut,{article} is gone: {left} left,Nothing.,410,\nClosed,closed: {why},night,,\n\
                  New,new {left},,,Wait.\nLost,lost,Nobody knows where.,,\n";
    let updated = run(CATALOGUE, source, UPDATE);
    assert_eq!(updated.status, Some(0), "{}{}", updated.stdout, updated.stderr);
    let expected = CATALOGUE
        .replace("409 # ours", "410 # ours")
        .replace("\"{{.article}} is sold out\" # verbatim", "\"{{.article}} is gone: {{.left}} left\" # verbatim")
        .replace(">- # sic\n      Nothing is left of the\n      article.", "Nothing. # sic")
        .replace("{message: closed, description: 'It''s night'}", "{message: \"closed: {{.why}}\", description: night}\n  New:\n    message: \"new {{.left}}\"\n    help: Wait.")
        .replace("    message: lost\n", "    message: lost\n    description: Nobody knows where.\n")
        .replace(
            "ordered} # sic\n",
            "ordered} # sic\n  left: string # guessed: the source has no type\n  why: string # guessed: the source has no type\n",
        );
    assert_eq!(updated.catalogue, expected);
    let again = run(&updated.catalogue, source, COMPARE);
    assert_eq!((again.status, &*again.stdout), (Some(0), ""), "{}", again.stderr);
}

#[test]
fn differences_are_shown_both_ways() {
    let source = "code,message\nSoldOut,{article} is gone\nNew,new\nLost,lost\n";
    let compared = run(CATALOGUE, source, COMPARE);
    assert_eq!(compared.status, Some(1), "{}", compared.stderr);
    assert_eq!(compared.catalogue, CATALOGUE);
    for part in ["`SoldOut`", "`New`", "`Closed` is not in source.csv\n"] {
        assert!(compared.stdout.contains(part), "{part}: {}", compared.stdout);
    }
    assert!(compared.stderr.ends_with(" differences between source.csv and errors.yaml\n"), "{}", compared.stderr);
    let updated = run(CATALOGUE, source, UPDATE);
    assert!(updated.stderr.contains("`Closed` is not in source.csv; it stays as it is\n"), "{}", updated.stderr);
    assert!(updated.catalogue.contains("  Closed: {message: closed, "), "{}", updated.catalogue);
}

#[test]
fn vidu_s_page_says_what_the_catalogue_says() {
    let data = repository().join("tests/end-to-end/data");
    let catalogue = repository().join("errors.yaml");
    let catalogue = catalogue.to_str().expect("the path is UTF-8");
    for file in ["vidu-errors-table.md", "vidu-errors-page.txt"] {
        let output = errcat(&data, &["import", file, "--compare", catalogue]);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), ""), "{}", text(&output.stderr));
    }
    let page = fs::read_to_string(data.join("vidu-errors-page.txt")).expect("it is there");
    let page = page
        .replace("mage Check Face Failed", "image check face failed")
        .replace("On this page", "Brandnew\nbrand new\nNobody knew.\nOn this page");
    let folder = TempDir::new().expect("a temporary folder can be created");
    fs::write(folder.path().join("page.txt"), page).expect("the disk is writable");
    fs::copy(catalogue, folder.path().join("errors.yaml")).expect("it is there");
    let before = fs::read_to_string(folder.path().join("errors.yaml")).expect("it is there");
    let output = errcat(folder.path(), &["import", "page.txt", "--update", "errors.yaml"]);
    assert_eq!(output.status.code(), Some(0), "{}{}", text(&output.stdout), text(&output.stderr));
    let after = fs::read_to_string(folder.path().join("errors.yaml")).expect("it is there");
    let expected = before
        .replace("message: mage Check Face Failed # sic", "message: image check face failed # sic")
        .trim_end()
        .to_owned()
        + "\n\n  Brandnew:\n    http_status: 500 # guessed: neither the code nor the catalogue has one\n    message: brand new\n    description: Nobody knew.\n";
    assert_eq!(after, expected);
}

#[test]
fn what_only_people_can_edit_is_said() {
    let source = "code,message\nA1,b\n";
    for (catalogue, message) in [
        ("{errcat: 1, catalogue: {name: S}, codes: {A1: {http_status: 400, message: a}}}", "in brackets"),
        ("errcat: 1\ncatalogue: {name: S}\ncodes: {A1: {http_status: 400, message: a}}\n", "in brackets"),
        ("errcat: 1\ncatalogue: {name: &a S}\ncodes:\n  A1: {http_status: 400, message: *a}\n", "is an alias"),
        ("errcat: 1\ncatalogue: {name: S}\ncodes:\n  A1:\n    http_status: 400\n    message: !!str a\n", "has a tag"),
    ] {
        let updated = run(catalogue, source, UPDATE);
        assert_eq!((updated.status, &*updated.catalogue), (Some(2), catalogue), "{}", updated.stdout);
        assert!(updated.stderr.contains(message), "{}", updated.stderr);
    }
    let broken = run("errcat: 1\ncodes: {}\n", source, UPDATE);
    assert_eq!(broken.status, Some(1));
    assert!(broken.stdout.contains("error[missing-key]"), "{}", broken.stdout);
    let attribute = "errcat: 1\ncatalogue: {name: S}\nattributes:\n  team: string\ncodes:\n  A1:\n    http_status: 400\n    message: b\n    attributes: {team: a}\n";
    let result = run(attribute, "code,message\nA1,b\nB1,c\n", UPDATE);
    assert_eq!((result.status, &*result.catalogue), (Some(1), attribute));
    assert!(result.stdout.contains("error[missing-attribute]"), "{}", result.stdout);
    assert!(
        result.stderr.contains("errors.yaml would have these mistakes, so nothing is written"),
        "{}",
        result.stderr
    );
}

#[test]
fn any_text_replaces_any_other() {
    let texts = ["a", "a: b", "one\ntwo", "x #y", "\"q\"", "it's", "", "{{\"{{\"}}", &"long and longer ".repeat(12)];
    let styles = [
        "plain # c",
        "'quoted' # c",
        "\"double\"",
        ">- # c\n      folded\n      text",
        "|-\n      block\n\n      text\n    # c",
        "plain\n      text",
    ];
    for new in texts {
        for style in styles {
            let catalogue = format!(
                "errcat: 1\ncatalogue: {{name: S}}\ncodes:\n  A1:\n    description: {style}\n    http_status: 400\n    message: a\n"
            );
            let json = serde_json::json!([{"code": "A1", "message": "a", "description": new}]).to_string();
            let folder = TempDir::new().expect("a temporary folder can be created");
            fs::write(folder.path().join("errors.yaml"), &catalogue).expect("the disk is writable");
            fs::write(folder.path().join("source.json"), json).expect("the disk is writable");
            let output = errcat(folder.path(), &["import", "source.json", "--update", "errors.yaml"]);
            assert_eq!(output.status.code(), Some(0), "{}{}", text(&output.stdout), text(&output.stderr));
            let after = fs::read_to_string(folder.path().join("errors.yaml")).expect("it is there");
            let parsed =
                errcat::Catalogue::parse("errors.yaml", after.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
            let old = errcat::Catalogue::parse("errors.yaml", catalogue.as_bytes()).expect("it is valid");
            let wanted = if new.is_empty() { old.codes()[0].description.as_deref() } else { Some(new.trim()) };
            assert_eq!(parsed.codes()[0].description.as_deref(), wanted, "{after}");
            assert_eq!(after.contains("# c"), style.contains("# c"), "{after}");
        }
    }
}
