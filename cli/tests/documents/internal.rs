//! Codes with `internal: true`.

use crate::catalogues::{generated, read};
use crate::html_page::Page;
use crate::support::{errcat, text};

const CATALOGUE: &str = r#"errcat: 1
catalogue: {name: Shop, fallback: {503: Busy, else: Unknown}}
params:
  shard: {type: unsigned, description: which shard}
  article: string
codes:
  Unknown: {http_status: 500, message: unknown}
  Busy: {http_status: 503, message: try again}
  SoldOut:
    http_status: 409
    message: "{{.article}} is sold out"
    deprecated: {replaced_by: ShardLost}
  ShardLost:
    http_status: 503
    message: "shard {{.shard}} of {{.article}} is lost"
    description: Nobody outside may know.
    internal: true
"#;

#[test]
fn internal_codes_are_in_no_document_that_does_not_ask_for_them() {
    let outputs = "outputs: {markdown: ERRORS.md, html: errors.html, json: errors.json, openapi: openapi.json, typescript: errors.ts}\n";
    let folder = generated(&format!("{CATALOGUE}{outputs}"));
    for path in ["ERRORS.md", "errors.html", "errors.json", "openapi.json", "errors.ts"] {
        let document = read(folder.path(), path);
        for secret in ["ShardLost", "shard", "lost", "Nobody"] {
            assert!(!document.contains(secret), "{secret} is in {path}");
        }
        assert!(document.contains("SoldOut") && document.contains("article"), "{path}");
    }
}

#[test]
fn internal_codes_are_in_the_documents_that_ask_for_them() {
    let outputs = "outputs: {markdown: {path: ERRORS.md, internal: true}, html: {path: errors.html, internal: true}, json: {path: errors.json, internal: true}}\n";
    let folder = generated(&format!("{CATALOGUE}{outputs}"));
    assert!(read(folder.path(), "ERRORS.md").contains("`ShardLost` (internal)"));
    let entries = Page::parse(&read(folder.path(), "errors.html")).entries();
    assert_eq!((&*entries[3].name, &*entries[3].tags), ("ShardLost", &["internal".to_owned()][..]));
    assert_eq!(entries[2].deprecation.as_deref(), Some("Deprecated. Use ShardLost instead."));
    let document: serde_json::Value = serde_json::from_str(&read(folder.path(), "errors.json")).expect("it is JSON");
    assert_eq!(document["codes"][3]["name"], "ShardLost");
    assert_eq!(document["codes"][3]["internal"], true);
    assert_eq!(document["codes"][2]["deprecated"]["replaced_by"], "ShardLost");
    let explained = errcat(folder.path(), &["explain", "ShardLost"]);
    assert!(
        text(&explained.stdout).contains("  internal     yes: sent as the fallback, and not in published documents\n")
    );
}
