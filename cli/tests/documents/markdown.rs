//! `outputs.markdown`, read with a `CommonMark` parser.

use crate::catalogues::{everything, markdown_of, vidu, vidu_table};
use crate::markdown_page::Page;

#[test]
fn every_cell_of_the_vendors_table_reads_back() {
    let page = Page::parse(&markdown_of(&vidu()));
    let codes = &page.tables[0];
    assert_eq!(codes[0], ["Code", "HTTP status", "Message", "Description", "retry", "Params"]);
    let cells = codes[1..].iter().map(|row| [row[0].clone(), row[2].clone(), row[3].clone()]);
    assert_eq!(cells.collect::<Vec<_>>(), vidu_table());
    let lacking = ["FieldLacking", "400", "field is missing or empty: {{.fields}}"];
    assert_eq!(codes[2][..3], lacking);
    assert_eq!(codes[2][4..], ["after_fix", "fields"]);
    assert_eq!(page.tables[2][1], ["fields", "list", "the request fields at fault"]);
    assert!(page.tables[3][1][1].contains("after_fix: The request must be changed first."), "{:?}", page.tables[3]);
}

#[test]
fn placeholders_are_readable_in_the_source() {
    let page = markdown_of(&vidu());
    assert!(
        page.contains(" | `field is missing or empty: {{.fields}}` | Missing fields, see error message for "),
        "{page}"
    );
}

#[test]
fn every_code_has_an_anchor_and_links_lead_to_them() {
    let page = Page::parse(&markdown_of(&vidu()));
    let names: Vec<_> = vidu_table().into_iter().map(|[name, ..]| name).collect();
    assert_eq!(page.anchors, names);
    let statuses = &page.tables[1];
    assert_eq!(page.headings[1], "By HTTP status");
    assert_eq!(statuses[2], ["401", "Unauthorized"]);
    assert_eq!(statuses[6], ["429", "QuotaExceeded, TooManyRequests, SystemThrottling"]);
    let mut linked: Vec<_> = page.links.iter().map(|link| link.trim_start_matches('#')).collect();
    let mut names: Vec<_> = names.iter().map(String::as_str).collect();
    linked.sort_unstable();
    names.sort_unstable();
    assert_eq!(linked, names);
}

#[test]
fn a_page_shows_everything_that_a_catalogue_can_say() {
    let help = "    http_status: 409\n    help: Order *less*, or wait.\n";
    let page = Page::parse(&markdown_of(&everything().replace("    http_status: 409\n", help)));
    assert_eq!(
        page.headings,
        ["Everything: error codes", "By HTTP status", "Operations", "Params", "Attributes", "Deprecated codes"]
    );
    assert_eq!(page.paragraphs, ["Of each kind one:\n\n- a list\n- of two"]);
    let [codes, _, operations, params, attributes, deprecated] = &page.tables[..] else {
        panic!("{} tables", page.tables.len())
    };
    assert_eq!(operations[1], ["new", "Unknown, Default, New", ""]);
    let headings = [
        "Code",
        "Number",
        "HTTP status",
        "Message",
        "Description",
        "Help",
        "new",
        "retry",
        "single",
        "default",
        "weight",
        "len",
        "is_new",
        "Params",
        "Aliases",
    ];
    assert_eq!(codes[0], headings);
    let new = [
        "New",
        "-2",
        "409",
        "new: {{.new}} for {{.old}}",
        "It is new.",
        "Order *less*, or wait.",
        "old",
        "never",
        "only",
        "…",
        "-1",
        "1",
        "true",
        "new, old",
        "",
    ];
    assert_eq!(codes[2], new);
    assert_eq!(codes[3].last().map(String::as_str), Some("Kinds"));
    assert_eq!(codes[4][0], "NotFound (deprecated)");
    assert_eq!(params[2], ["old", "string (sensitive: redacted, never sent)", ""]);
    assert_eq!(attributes[1], ["new", "new, old, 404", "How new it is."]);
    assert_eq!(deprecated[1], ["NotFound", "1.2.0", "Typed", "Use Typed."]);
    assert!(page.links.contains(&"https://errors.example/default".to_owned()), "{:?}", page.links);
}
