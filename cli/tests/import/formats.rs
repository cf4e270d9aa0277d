//! Each format gives the same codes.

use crate::import;

const EXPECTED: &[(&str, u16, &str)] = &[("SoldOut", 409, "{{.article}} is sold out"), ("Lost", 500, "lost | found")];

#[test]
fn csv_with_each_delimiter() {
    for delimiter in [",", ";", "\t"] {
        let source = "code;message;http status\nSoldOut;{article} is sold out;409\nLost;lost | found;500\n";
        import("errors.csv", source.replace(';', delimiter), &[]).assert_codes(EXPECTED);
    }
    let quoted = "\u{feff}code,message,http status\r\n\"SoldOut\",\"{article} is sold out\",409\r\n\"Lost\",\"lost | found\",\"500\"\r\n";
    import("errors.csv", quoted, &[]).assert_codes(EXPECTED);
    import(
        "errors.tsv",
        "code\tmessage\thttp status\nSoldOut\t{article} is sold out\t409\nLost\tlost | found\t500\n",
        &[],
    )
    .assert_codes(EXPECTED);
}

#[test]
fn comments_and_empty_lines_in_csv_are_no_rows() {
    let source = "## General\n\nSoldOut,409,sold out\n\n# Rare\nLost,500,lost\n";
    import("errors.csv", source, &[]).assert_codes(&[("SoldOut", 409, "sold out"), ("Lost", 500, "lost")]);
}

#[test]
fn markdown_with_and_without_outer_pipes() {
    let with = "# Errors\n\n| Code | Message | HTTP status |\n|---|:---:|---|\n| `SoldOut` | {article} is **sold** out | 409 |\n| [Lost](#x) | lost \\| found | 500 |\n";
    import("errors.md", with, &[]).assert_codes(EXPECTED);
    let without = "Code | Message | HTTP status\n---|---|---\nSoldOut | {article} is sold out | 409\nLost | lost \\| found | 500\n";
    import("errors.md", without, &[]).assert_codes(EXPECTED);
}

#[test]
fn several_tables_in_one_file() {
    let source = "## Client\n\n|Code|Message|Status|\n|--|--|--|\n|SoldOut|{article} is sold out|409|\n\n## Server\n\n\
                  |Code|Message|Status|\n|--|--|--|\n|Lost|lost \\| found|500|\n\n## Limits\n\n|Plan|Limit|\n|--|--|\n|free|10|\n";
    let all = import("errors.md", source, &[]);
    all.assert_codes(EXPECTED);
    all.assert_finds("warning[left-out]: this table is not about codes: its columns are \"Plan\", \"Limit\"");
    import("errors.md", source, &["--table", "server"]).assert_codes(&EXPECTED[1..]);
    import("errors.md", source, &["--table", "#1"]).assert_codes(&EXPECTED[..1]);
    let none = import("errors.md", source, &["--table", "Gateway"]);
    assert_eq!((none.status, &*none.yaml), (1, ""));
    none.assert_finds("nothing here is called Gateway");
    none.assert_finds("help: there are: Client, Server, Limits");
}

#[test]
fn line_breaks_and_unknown_tags_in_markdown_are_text() {
    let source = "|Code|Message|Description|\n|--|--|--|\n|A1|no <file_name> here|one<br>two <b>three</b>|\n";
    let import = import("errors.md", source, &[]);
    import.assert_codes(&[("A1", 500, "no {{.file_name}} here")]);
    assert_eq!(import.catalogue().codes()[0].description.as_deref(), Some("one\ntwo three"));
}

#[test]
fn html_tables_with_all_that_html_allows() {
    let source = "<!DOCTYPE html><title>x</title><script>var a = '<table><tr><td>Evil<td>evil';</script>
        <h2>Errors</h2><table><thead><tr><th>Code<th>Message<th>Status</thead>
        <tr><td><code>SoldOut</code></td><td>{article} is <em>sold</em>\n   out</td><td rowspan=1>409</tr>
        <TR><TD>Lost<TD>lost &#124; found<TD>500</table><p>The end";
    import("errors.html", source, &[]).assert_codes(EXPECTED);
}

#[test]
fn cells_over_several_rows_and_columns() {
    let source =
        "<table><tr><th>Status<th>Code<th>Message<tr><td rowspan=2>409<td>A1<td>a<tr><td>B1<td>b<tr><td>500<td>C1<td>c
        <tr><td colspan=3>and so on</table>";
    let import = import("errors.html", source, &[]);
    import.assert_codes(&[("A1", 409, "a"), ("B1", 409, "b"), ("C1", 500, "c")]);
    import.assert_finds("error[not-imported]: this row has no code\n --> errors.html:2:9");
}

#[test]
fn a_list_of_terms() {
    let source = "<dl><dt>SoldOut</dt><dd>sold out</dd><dd>or nearly so</dd><dt>Lost<dd>lost</dl>";
    import("errors.html", source, &["--status", "400"])
        .assert_codes(&[("SoldOut", 400, "sold out\nor nearly so"), ("Lost", 400, "lost")]);
}

#[test]
fn html_in_markdown() {
    let source =
        "# Errors\n\n<table>\n<tr><th>Code</th><th>Message</th></tr>\n\n<tr><td>A1</td><td>a</td></tr>\n</table>\n";
    import("errors.md", source, &[]).assert_codes(&[("A1", 500, "a")]);
}

#[test]
fn json_lists_and_maps_of_objects() {
    let list = r#"{"errors": [{"code": "SoldOut", "message": "{article} is sold out", "httpStatus": 409},
        {"code": "Lost", "message": "lost | found", "httpStatus": 500}]}"#;
    import("errors.json", list, &[]).assert_codes(EXPECTED);
    let map = r#"{"SoldOut": {"message": "{article} is sold out", "http": {"status": 409}},
        "Lost": {"message": ["lost | found"], "http": {"status": 500}}, /* a comment */}"#;
    import("errors.json", map, &[]).assert_codes(EXPECTED);
    let texts = r#"{"locale": "en", "errors": {"SoldOut": "sold \ud83d\ude00 out", "Lost": "lost"}}"#;
    let import = import("errors.json", texts, &["--table", "errors"]);
    import.assert_codes(&[("SoldOut", 500, "sold 😀 out"), ("Lost", 500, "lost")]);
}

#[test]
fn an_object_in_an_object_is_a_code_of_its_own() {
    let source = r#"{"CANNOT_READ": {"message": ["Cannot read <path>."], "sqlState": "58030",
        "subClass": {"LOCKED": {"message": ["It is locked."]}, "GONE": {"message": ["It is", "gone."]}}}}"#;
    import("conditions.json", source, &[]).assert_codes(&[
        ("CANNOT_READ", 500, "Cannot read {{.path}}."),
        ("CANNOT_READ.LOCKED", 500, "Cannot read {{.path}}. It is locked."),
        ("CANNOT_READ.GONE", 500, "Cannot read {{.path}}. It is\ngone."),
    ]);
}

#[test]
fn yaml_maps_of_objects() {
    let source = "errors:\n  SoldOut:\n    message: '{article} is sold out'\n    status: 409\n  Lost: {message: lost | found, status: 500}\n";
    import("errors.yml", source, &[]).assert_codes(EXPECTED);
}

#[test]
fn the_text_of_a_page() {
    let source = "Home\nDocs\n\nCode\nMessage\nHTTP status\nSoldOut\n{article} is sold out\n409\nLost\nlost | found\n500\nOn this page\n";
    let import = import("page.txt", source, &[]);
    import.assert_codes(EXPECTED);
    import.assert_finds("these 2 lines are not part of a table\n --> page.txt:1:1");
    import.assert_finds("this line is not part of a table\n  --> page.txt:13:1");
}

#[test]
fn a_format_can_be_named() {
    let source = "code,message\nA1,a\n";
    import("errors.dat", source, &[]).assert_codes(&[("A1", 500, "a")]);
    import("errors.json", source, &["--as", "csv"]).assert_codes(&[("A1", 500, "a")]);
    let wrong = import("errors.csv", source, &["--as", "json"]);
    assert_eq!((wrong.status, &*wrong.yaml), (1, ""));
    wrong.assert_finds("error[not-imported]: this is not JSON: ");
}
