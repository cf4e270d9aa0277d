//! What errcat writes for others, it reads again.

use std::fs;

use errcat::Catalogue;
use tempfile::TempDir;

use crate::import_in;
use crate::support::{errcat, repository, text};

/// The name, message, description, status and params of each code.
fn cells(catalogue: &Catalogue) -> Vec<String> {
    let params = |code: &errcat::Code| {
        let params = code.params.iter().map(|&param| (&catalogue[param].name, catalogue[param].kind));
        params.collect::<Vec<_>>().iter().map(|it| format!("{it:?}")).collect::<Vec<_>>()
    };
    let codes = catalogue.codes().iter().filter(|code| !code.internal);
    codes
        .map(|code| {
            format!(
                "{} {} {:?} {:?} {:?}",
                code.name,
                code.http_status,
                code.message.as_str(),
                code.description,
                params(code)
            )
        })
        .collect()
}

#[test]
fn documents_imported_again_are_the_catalogue() {
    let catalogues = ["errors.yaml", "examples/own-catalogue/errors.yaml", "tests/operations/errors.yaml"];
    for path in catalogues {
        let source = fs::read_to_string(repository().join(path)).expect("the catalogue is there");
        let (folder, catalogue) = (TempDir::new().expect("a temporary folder"), repository().join(path));
        let catalogue = Catalogue::load(catalogue).expect("it has no mistakes");
        let source = match source.find("\noutputs:") {
            Some(start) => {
                let end =
                    source[start + 1..].lines().skip(1).position(|line| !line.starts_with([' ', '#'])).unwrap_or(0);
                let skipped: usize = source[start + 1..].split_inclusive('\n').take(end + 1).map(str::len).sum();
                source[..=start].to_owned() + &source[start + 1 + skipped..]
            }
            None => source,
        };
        let source = source.replacen("\ncodes:", "\noutputs: {markdown: errors.md, json: errors.json}\ncodes:", 1);
        fs::write(folder.path().join("errors.yaml"), &source).expect("the disk is writable");
        let output = errcat(folder.path(), &["generate"]);
        assert_eq!(output.status.code(), Some(0), "{path}: {}{}", text(&output.stdout), text(&output.stderr));
        for document in ["errors.md", "errors.json"] {
            let import = import_in(folder.path(), &[document]);
            assert_eq!(cells(&import.catalogue()), cells(&catalogue), "{path}: {document}: {}", import.findings);
        }
    }
}

#[test]
fn the_openapi_of_vidu_says_what_its_catalogue_says() {
    let args = ["generated/openapi.json", "--compare", "errors.yaml", "--max-findings", "0"];
    let import = import_in(&repository(), &args);
    assert_eq!((import.status, &*import.yaml), (0, ""), "{}", import.findings);
}
