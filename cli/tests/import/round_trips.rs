//! What errcat writes for others, it reads again: documents imported again are the catalogue.

use std::fs;
use std::path::PathBuf;

use errcat::{Artifact, Catalogue, Code, ImportOptions, Piece, outputs};
use random_catalogues::{Choices, Random, Taste};

use crate::import_in;
use crate::support::{errcat, repository, rounds, text};

/// A text of a catalogue as a document can show it.
type Shown = fn(&str) -> String;

/// The documents, each with what it can't show as it is.
const DOCUMENTS: &[(&str, Shown)] = &[
    // A cell of a table has no line breaks at its end.
    ("markdown", |text| text.trim_end_matches('\n').replace('\0', "\u{fffd}")),
    ("html", |text| text.replace('\0', "\u{fffd}")),
    ("json", str::to_owned),
    ("openapi", str::to_owned),
];

/// What a code says, in a form in which two catalogues can be compared.
fn facts(catalogue: &Catalogue, code: &Code, shown: Shown) -> Vec<String> {
    let mut message = String::new();
    for piece in code.message.pieces() {
        match piece {
            Piece::Text(text) => message += &text.replace('{', "{{"),
            Piece::Param(param) => message.extend(["{", &catalogue[param].name, "}"]),
        }
    }
    let params = code.params.iter().map(|&param| (&*catalogue[param].name, catalogue[param].kind));
    let [description, help] = [&code.description, &code.help].map(|text| shown(text.as_deref().unwrap_or_default()));
    vec![
        code.name.clone(),
        code.http_status.to_string(),
        shown(&message),
        description,
        // Behind the description of a schema, it is a paragraph.
        help.trim_end_matches('\n').to_owned(),
        format!("{:?}", params.collect::<Vec<_>>()),
        format!("deprecated: {}, internal: {}", code.deprecated.is_some(), code.internal),
    ]
}

/// For others, and for those who may see internal codes.
const OUTPUTS: [&str; 2] = [
    "outputs: {markdown: {}, html: {}, json: {}, openapi: {}}",
    "outputs: {markdown: {internal: true}, html: {internal: true}, json: {internal: true}, openapi: {version: '3.0'}}",
];

/// How a document imported again differs from its catalogue, if it does.
fn difference(text: &str, outputs_line: &str) -> Option<String> {
    let with_documents = text.replacen("\ncodes:", &format!("\n{outputs_line}\ncodes:"), 1);
    let catalogue = Catalogue::parse("errors.yaml", with_documents.as_bytes());
    let catalogue = catalogue.unwrap_or_else(|mistakes| panic!("{mistakes}\n{text}"));
    let documents = outputs(&catalogue).into_iter().filter(|artifact| artifact.path.extension() != Some("rs".as_ref()));
    let documents: Vec<_> = documents.collect();
    assert_eq!(documents.len(), DOCUMENTS.len());
    DOCUMENTS.iter().zip(documents).find_map(|((name, shown), Artifact { path, text: document, .. })| {
        let with_internal = outputs_line.contains("internal") && *name != "openapi";
        let public: Vec<_> = catalogue.codes().iter().filter(|code| with_internal || !code.internal).collect();
        let imported = errcat::import(&path.to_string_lossy(), document.as_bytes(), &ImportOptions::default());
        if public.is_empty() {
            return imported.catalogue.map(|found| format!("{name} has codes: {found}"));
        }
        let Some(found) = &imported.catalogue else { return Some(format!("{name} has no codes")) };
        let again = Catalogue::parse("errors.yaml", found.as_bytes());
        let again = again.unwrap_or_else(|mistakes| panic!("{mistakes}\n{found}"));
        let was: Vec<_> = public.into_iter().map(|code| facts(&catalogue, code, *shown)).collect();
        let is: Vec<_> = again.codes().iter().map(|code| facts(&again, code, *shown)).collect();
        let differing = was.iter().zip(&is).find(|(was, is)| was != is);
        (was != is).then(|| format!("{name}: {differing:#?}\n{found}\n{}", imported.findings))
    })
}

/// A catalogue without its own outputs.
fn without_outputs(source: &str) -> String {
    let mut is_outputs = false;
    let lines = source.split_inclusive('\n').filter(|line| {
        if !line.starts_with([' ', '#', '\n']) {
            is_outputs = line.starts_with("outputs:");
        }
        !is_outputs
    });
    lines.collect()
}

#[test]
fn documents_imported_again_are_the_catalogue() {
    let own = ["errors.yaml", "examples/own-catalogue/errors.yaml", "tests/operations/errors.yaml"];
    let public = repository().join("tests/public-catalogues/catalogues");
    let public = fs::read_dir(public).expect("there are catalogues").map(|it| it.expect("it can be read").path());
    let paths: Vec<PathBuf> = own.iter().map(|path| repository().join(path)).chain(public).collect();
    assert_eq!(paths.len(), 12);
    for path in paths {
        let source = fs::read_to_string(&path).expect("the catalogue is there");
        for outputs_line in OUTPUTS {
            if let Some(difference) = difference(&without_outputs(&source), outputs_line) {
                panic!("{}: {difference}", path.display());
            }
        }
    }
}

#[test]
fn documents_of_random_catalogues_imported_again_are_the_catalogue() {
    for seed in 0..rounds(150) {
        for taste in [Taste::Clean, Taste::Odd] {
            let mut choices = Choices::of_seed(seed as u64);
            let Random { catalogue, .. } = random_catalogues::Catalogue::random(&mut choices, taste);
            let catalogue = random_catalogues::Catalogue { rust: None, ..catalogue };
            if let Some(difference) = difference(&catalogue.yaml(), OUTPUTS[seed % 2]) {
                panic!("{taste:?} {seed}: {difference}\n{}", catalogue.yaml());
            }
        }
    }
}

#[test]
fn a_document_on_disk_is_imported_as_any_other_file() {
    let args = ["generated/openapi.json", "--compare", "errors.yaml", "--max-findings", "0"];
    for document in ["generated/openapi.json", "generated/errors.html", "generated/errors.json", "generated/ERRORS.md"]
    {
        let import = import_in(&repository(), &[&[document], &args[1..]].concat());
        assert_eq!((import.status, &*import.yaml), (0, ""), "{document}: {}", import.findings);
        let output = errcat(&repository(), &["import", document, "--max-findings", "0"]);
        assert!(text(&output.stdout).contains("catalogue:\n  name: Vidu API\n"), "{document}");
        assert!(!text(&output.stdout).contains("uessed"), "{document}: {}", text(&output.stdout));
    }
}
