//! `outputs.html`, read with an HTML parser. `tests/page` looks at it in a browser.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::catalogues::{everything, generated, html_of, read, vidu, vidu_table, with_outputs};
use crate::hostile_texts as hostile;
use crate::html_page::Page;
use crate::support::{errcat, text};

#[test]
fn every_cell_of_the_vendors_table_reads_back() {
    let entries = Page::parse(&html_of(&vidu())).entries();
    let cells = entries.iter().map(|entry| {
        assert!(entry.blocks.iter().any(|block| block.contains(&format!("ErrorCode::{}", entry.name))), "{entry:?}");
        [entry.name.clone(), entry.message.clone(), entry.description.clone().unwrap_or_default()]
    });
    assert_eq!(cells.collect::<Vec<_>>(), vidu_table());
    let lacking = &entries[1];
    assert_eq!(lacking.fact("HTTP status"), Some("400 Bad Request client error"));
    assert_eq!(lacking.fact("retry"), Some("The request must be changed first."));
    assert_eq!(lacking.tags, ["retry after fix"]);
    assert_eq!(lacking.params, [["fields", "list of texts", "the request fields at fault"].map(str::to_owned)]);
}

#[test]
fn a_page_shows_everything_that_a_catalogue_can_say() {
    let help = "    http_status: 409\n    help: Order *less*, or wait.\n";
    let page = Page::parse(&html_of(&everything().replace("    http_status: 409\n", help)));
    assert_eq!(page.text("h1"), "Everything error codes");
    assert_eq!(page.text("header .text"), "Of each kind one:\n\n- a list\n- of two\n");
    assert_eq!(page.text("header p"), "5 codes, 1 deprecated");
    let entries = page.entries();
    let new = &entries[1];
    assert_eq!((&*new.name, &*new.status, &*new.message), ("New", "409", "new: {{.new}} for {{.old}}"));
    assert_eq!((new.description.as_deref(), new.help.as_deref()), (Some("It is new."), Some("Order *less*, or wait.")));
    assert_eq!(new.fact("Number"), Some("-2"));
    let attributes = ["new", "retry", "single", "default", "weight", "len", "is new"].map(|name| new.fact(name));
    assert_eq!(attributes, ["old", "never", "only", "…", "-1", "1", "yes"].map(Some));
    assert_eq!(new.fact("Given by"), Some("new find_new "));
    assert_eq!(new.params[1], ["old", "text", ""].map(str::to_owned));
    assert!(new.fact("Params").is_some_and(|params| params.contains("never sent")), "{new:?}");
    let typed = &entries[2];
    assert_eq!((&typed.aliases[..], typed.fact("gRPC")), (&["Kinds".to_owned()][..], Some("DATA_LOSS")));
    let missing = &entries[3];
    assert_eq!((&*missing.message, missing.status.as_str()), ("没有找到", "404"));
    assert_eq!(missing.deprecation.as_deref(), Some("Deprecated since 1.2.0. Use Typed instead. Use Typed."));
    assert!(page.attributes("a", "href").contains(&"#Typed".to_owned()));
    assert!(page.attributes("a", "href").contains(&"https://errors.example/default".to_owned()));
    assert_eq!(entries[4].message, "{{{{.count}}");
}

#[test]
fn every_text_reads_back_unchanged_and_is_no_markup() {
    let html = html_of(&hostile::catalogue());
    let page = Page::parse(&html);
    let texts = hostile::texts();
    assert_eq!(page.text("title"), format!("{}: error codes", texts.concat()));
    assert_eq!(page.text("header .text"), texts.concat());
    let entries = page.entries();
    assert_eq!(entries.len(), texts.len());
    for (entry, text) in entries.iter().zip(&texts) {
        assert_eq!(entry.message, hostile::message(text).replace("{{\"{{\"}}", "{{"));
        let said = [&entry.description, &entry.help, &entry.note].map(Option::as_deref);
        assert_eq!(said, [Some(&**text); 3]);
        assert_eq!(entry.fact("note"), Some(&**text));
        assert_eq!(entry.params[0][2], *text);
    }
    assert_eq!(page.elements("script").len(), 1);
    assert_eq!(page.elements("style").len(), 1);
    assert_eq!(page.elements("img, iframe, object, embed, form, base, [onerror], [onclick], [style], [src]").len(), 0);
    let is_safe = |link: &String| link.starts_with('#') || link.starts_with("https://x.example/a_b?c=d&e=f");
    assert!(page.attributes("a", "href").iter().all(is_safe));
}

#[test]
fn a_page_allows_its_own_style_and_script_and_nothing_else() {
    for catalogue in [vidu(), everything(), hostile::catalogue()] {
        let page = Page::parse(&html_of(&catalogue));
        let policy = page.attributes("meta[http-equiv=Content-Security-Policy]", "content").concat();
        let hash = |element| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(page.text(element))));
        let expected = format!(
            "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'",
            hash("style"),
            hash("script")
        );
        assert_eq!(policy, expected);
        assert_eq!(page.attributes("link", "href"), ["data:,"]);
    }
}

#[test]
fn the_page_of_38_codes_is_under_80_kb_and_the_same_each_time() {
    let html = html_of(&vidu());
    assert!(html.len() < 80_000, "{}", html.len());
    assert_eq!(html, html_of(&vidu()));
}

#[test]
fn names_and_aliases_are_the_only_ids() {
    let page = Page::parse(&html_of(&everything()));
    assert_eq!(page.attributes("[id]", "id"), ["Unknown", "New", "Typed", "Kinds", "NotFound", "Default"]);
}

#[test]
fn filters_are_what_codes_can_be_told_apart_by() {
    let page = Page::parse(&html_of(&everything()));
    let values = page.attributes(".filters button", "value");
    let expected = [
        "status=4xx",
        "status=5xx",
        "new=new",
        "new=old",
        "default=…",
        "is_new=true",
        "is_new=false",
        "operation=new",
        "operation=find_new",
        "deprecated=yes",
        "order=status",
    ];
    assert_eq!(values, expected);
    // Each is in as many codes as it says.
    for (value, toggle) in values.iter().zip(page.texts(".filters button small")) {
        let codes = page.attributes("main data", "value").iter().filter(|facet| *facet == value).count();
        assert_eq!(codes.to_string(), toggle, "{value}");
    }
}

#[test]
fn an_accent_is_any_colour_and_a_mistake_is_reported() {
    for (accent, expected) in
        [("'#0a7d5a'", "--accent:#0a7d5a"), ("0A7D5A", "--accent:#0a7d5a"), ("'#000'", "--accent:#000000")]
    {
        let folder = generated(&with_outputs(&vidu(), &format!("{{html: {{path: errors.html, accent: {accent}}}}}")));
        assert!(read(folder.path(), "errors.html").contains(expected), "{accent}");
    }
    for outputs in ["html: {accent: teal}", "html: {accent: '#12'}", "html: {accent: }", "html:\n    accent: #0a7d5a"] {
        let folder = generated(&vidu());
        let catalogue = with_outputs(&vidu(), "").replace("outputs: \n", &format!("outputs:\n  {outputs}\n"));
        std::fs::write(folder.path().join("errors.yaml"), catalogue).expect("the disk is writable");
        let output = errcat(folder.path(), &["check"]);
        assert!(
            text(&output.stdout).starts_with("error[wrong-type]: `accent` must be a colour"),
            "{outputs}: {}",
            text(&output.stdout)
        );
    }
    let folder = generated(&vidu());
    let catalogue = with_outputs(&vidu(), "{markdown: {accent: '#123456'}}");
    std::fs::write(folder.path().join("errors.yaml"), catalogue).expect("the disk is writable");
    assert!(text(&errcat(folder.path(), &["check"]).stdout).starts_with("error[unknown-key]: unknown key `accent`"));
}

#[test]
fn other_documents_are_linked_from_where_the_page_is() {
    for (outputs, expected) in [
        (
            "{html: a/b/errors.html, markdown: ERRORS.md, json: a/c/x y.json}",
            vec!["./../../ERRORS.md", "./../c/x%20y.json"],
        ),
        ("{html: errors.html, json: 'generated/errors.json'}", vec!["./generated/errors.json"]),
        ("{html: errors.html}", vec![]),
    ] {
        let folder = generated(&with_outputs(&vidu(), outputs));
        let path = if outputs.contains("a/b") { "a/b/errors.html" } else { "errors.html" };
        let page = Page::parse(&read(folder.path(), path));
        assert_eq!(page.attributes("header a", "href"), expected, "{outputs}");
    }
}
