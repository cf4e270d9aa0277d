//! Whatever the catalogue, its documents are well-formed and say the same.

use errcat::{Artifact, Catalogue, Piece, outputs};
use random_catalogues::{Choices, Taste};
use serde_json::Value;

use crate::html_page;
use crate::json::{close, schema};
use crate::markdown_page::Page;

const CASES: u64 = 200;

#[test]
fn documents_of_random_catalogues_are_well_formed_and_have_every_public_code() {
    let mut schema = schema();
    close(&mut schema);
    let schema = jsonschema::validator_for(&schema).expect("the schema is valid");
    let mut hidden = 0;
    for seed in 0..CASES {
        let written = random_catalogues::Catalogue::random(&mut Choices::of_seed(seed), Taste::Odd).catalogue;
        let written = random_catalogues::Catalogue { rust: None, ..written };
        let text = format!("{}outputs: {{markdown: {{}}, html: {{}}, json: {{}}, openapi: {{}}}}\n", written.yaml());
        let catalogue = Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
        let [page, html, document, openapi] = &outputs(&catalogue)[..] else { panic!("four documents") };
        let [page, html, document, openapi] = [page, html, document, openapi].map(|Artifact { text, .. }| text);

        let document: Value = serde_json::from_str(document).expect("it is JSON");
        let errors: Vec<_> = schema.iter_errors(&document).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{seed}: {errors:?}");
        let public: Vec<_> = catalogue.codes().iter().filter(|code| !code.internal).collect();
        hidden += catalogue.codes().len() - public.len();
        let codes = document["codes"].as_array().into_iter().flatten();
        assert!(codes.map(|code| &code["name"]).eq(public.iter().map(|code| &*code.name)), "{seed}");

        let entries = html_page::Page::parse(html).entries();
        assert!(entries.iter().map(|entry| &entry.name).eq(public.iter().map(|code| &code.name)), "{seed}");
        for (entry, code) in entries.iter().zip(&public) {
            assert_eq!(entry.status, code.http_status.to_string(), "{seed}");
            let pieces = code.message.pieces().map(|piece| match piece {
                Piece::Text(text) => text.replace('\0', "\u{fffd}"),
                Piece::Param(param) => format!("{{{{.{}}}}}", catalogue[param].name),
            });
            assert_eq!(entry.message, pieces.collect::<String>(), "{seed}");
        }

        let openapi: Value = serde_json::from_str(openapi).expect("it is JSON");
        assert!(crate::openapi::codes(&openapi).map(|code| &code["title"]).eq(public.iter().map(|code| &*code.name)));

        let page = Page::parse(page);
        assert!(page.anchors.iter().eq(public.iter().map(|code| &code.name)), "{seed}");
        let rows = page.tables.iter().find(|table| table[0][0] == "Code").map_or(&[][..], |table| &table[1..]);
        for (row, code) in rows.iter().zip(&public) {
            assert!(row.contains(&code.http_status.to_string()), "{seed}: {row:?}");
            let message = code.message.as_str().trim_end_matches('\n').replace('\0', "\u{fffd}");
            assert!(message.is_empty() || row.contains(&message), "{seed}: {message:?} is not in {row:?}");
        }
    }
    assert!(hidden > 0, "no catalogue has an internal code");
}
