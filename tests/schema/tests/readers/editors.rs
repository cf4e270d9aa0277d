use std::fs;
use std::path::Path;

use end_to_end_tests::{copy, repository};
use errcat::{Catalogue, render_schema};

use crate::{NODE, write};

const SHOP: &str = "# yaml-language-server: $schema=shop.schema.json
errcat: 1
catalogue: {name: Shop, fallback: Unknown}
params:
  article: {type: string, description: the article's name}
  left: unsigned
attributes:
  retry: {description: What the caller can do., values: {later: The same request may succeed later., never: It can't succeed.}, default: never}
  public: {type: boolean, default: true, description: Whether everybody may see it.}
groups:
  common: [Unknown]
operations:
  buy: {errors: [common, SoldOut]}
codes:
  SoldOut:
    http_status: 409
    message: \"{{.article}} is sold out: {{.left}} left\"
    attributes:
      retry: later
      public: false
  Unknown:
    http_status: 500
    message: something went wrong
";

#[test]
fn an_editor_completes_explains_and_checks_a_catalogue() {
    if !NODE.are_there("editors with yaml-language-server") {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("catalogues");
    copy(&repository().join("codegen/schema"), &folder.join("codegen/schema"), &|_| true);
    write(&folder, "errors.yaml", &fs::read_to_string(repository().join("errors.yaml")).expect("it is there"));
    let shop = Catalogue::parse("shop.yaml", SHOP.as_bytes()).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    write(&folder, "shop.yaml", SHOP);
    write(&folder, "shop.schema.json", &render_schema(Some(&shop)));
    NODE.succeed("editor.test.js", &folder, &[]);
}
