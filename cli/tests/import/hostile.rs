//! Sources that nobody should have written: findings, no panic, and nothing lost without a word.

use crate::import;

#[test]
fn an_unbalanced_quote_is_reported() {
    let import = import("errors.csv", "code,message\nA1,\"a\nB1,b\nC1,c\n", &[]);
    assert_eq!(import.status, 1);
    import.assert_finds("error[not-imported]: a quote in this row is never closed\n --> errors.csv:2:1");
}

#[test]
fn quotes_that_are_text() {
    let tabs = import("errors.tsv", "code\tmessage\nA1\t\"a\" b\nB1\t\"c\nC1\td\n", &[]);
    tabs.assert_codes(&[("A1", 500, "\"a\" b"), ("B1", 500, "\"c"), ("C1", 500, "d")]);
    let commas = import("errors.csv", "code,message\nA1,\"a\" b\nB1,\"c \"\"d\"\"\"\n", &[]);
    commas.assert_codes(&[("A1", 500, "a b"), ("B1", 500, "c \"d\"")]);
    commas.assert_finds(
        "warning[converted]: text follows the closing quote of a cell, so the quotes are left out\n --> errors.csv:2:1",
    );
}

#[test]
fn mixed_line_ends_and_a_byte_order_mark() {
    let import = import("errors.csv", "\u{feff}code,message\r\nA1,a\nB1,b\rC1,c\r\n", &[]);
    import.assert_codes(&[("A1", 500, "a"), ("B1", 500, "b"), ("C1", 500, "c")]);
}

#[test]
fn utf_16() {
    let text = "\u{feff}code\tmessage\nA1\tä 😀\n";
    let units: Vec<u16> = text.encode_utf16().collect();
    for bytes in [
        units.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<_>>(),
        units.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
    ] {
        import("errors.txt", &bytes, &[]).assert_codes(&[("A1", 500, "ä 😀")]);
        let cut = import("errors.txt", &bytes[..bytes.len() - 1], &[]);
        assert_eq!(cut.status, 1);
        cut.assert_finds("a byte that is not UTF-8");
    }
}

#[test]
fn other_encodings_are_reported_where_they_show() {
    let import = import("errors.csv", b"code,message\nA1,\xe4\n", &[]);
    assert_eq!((import.status, &*import.yaml), (1, ""));
    import.assert_finds("error[not-imported]: a byte that is not UTF-8\n --> errors.csv:2:4");
}

#[test]
fn a_source_that_is_too_large() {
    let import = import("errors.csv", vec![b'a'; 100 << 20], &[]);
    assert_eq!((import.status, &*import.yaml), (1, ""));
    import.assert_finds("error[too-large]: a source can have at most 64 MiB");
}

#[test]
fn a_line_of_16_megabytes() {
    let import = import("errors.csv", format!("code,message\nA1,{}\n", "a b ".repeat(4 << 20)), &[]);
    assert_eq!(import.status, 0, "{}", &import.findings[..200.min(import.findings.len())]);
    assert!(import.findings.ends_with("1 code imported\n"));
}

#[test]
fn a_thousand_columns_and_more() {
    let row = |cell| format!("{}\n", (0..1200).map(|at| format!("{cell}{at}")).collect::<Vec<_>>().join(","));
    let source = format!("code,message,{}A1,a,{}", row('x'), row('y'));
    let import = import("errors.csv", source, &["--max-findings", "3"]);
    import.assert_codes(&[("A1", 500, "a")]);
    import.assert_finds("1197 more, not shown");
}

#[test]
fn rows_of_any_length_and_empty_cells() {
    let import = import("errors.csv", "code,message,description\nA1\n,,\nB1,b,c,extra\n,lonely,\nC1,,\n", &[]);
    import.assert_codes(&[("A1", 500, "a1"), ("B1", 500, "b"), ("C1", 500, "c1")]);
    import.assert_finds("error[not-imported]: this row has no code\n --> errors.csv:5:1");
    import.assert_finds("warning[left-out]: the column #4 is not imported");
}

#[test]
fn a_code_that_is_there_twice() {
    let import = import("errors.csv", "code,message\nA1,a\nA1,a\nA1,b\n", &[]);
    assert_eq!(import.status, 1);
    import.assert_codes(&[("A1", 500, "a")]);
    import.assert_finds("warning[left-out]: `A1` is here twice, with the same texts\n --> errors.csv:3:1");
    import.assert_finds("error[not-imported]: `A1` is here twice; the first one counts\n --> errors.csv:4:1");
}

#[test]
fn names_that_are_not_valid() {
    let long = "a".repeat(257);
    let import = import("errors.csv", format!("code,message\nnot found!,a\n日本,b\n{long},c\nok/x,d\n"), &[]);
    assert_eq!(import.status, 1);
    import.assert_codes(&[("not_found", 500, "a"), ("ok/x", 500, "d")]);
    import.assert_finds("warning[converted]: the name `not found!` became `not_found`\n --> errors.csv:2:1");
    import.assert_finds("`日本` has no ASCII letter or digit to name a code with\n --> errors.csv:3:1");
    import.assert_finds("this name has 257 bytes, and a code's name can have 256\n --> errors.csv:4:1");
}

#[test]
fn numbers_that_some_codes_lack() {
    let import = import("errors.csv", "code,number,message\nA1,1,a\nB1,,b\nC1,x,c\n", &["--column", "number=number"]);
    assert_eq!(import.status, 1);
    import.assert_codes(&[("A1", 500, "a"), ("B1", 500, "b"), ("C1", 500, "c")]);
    import.assert_finds("`x` is not a whole number\n --> errors.csv:4:1");
    import.assert_finds("this code has no number, and 1 others have one, so the catalogue has no numbers");
}

#[test]
fn html_with_scripts_styles_and_comments() {
    let source = "<table><tr><th>Code<th>Message<tr><td>A1<script>document.write('x')</script><td>a<style>b{}</style><!-- c -->\
                  <tr><td>B1<td><img src=x onerror=alert(1)>b<table><tr><td>x</table></table></table></td><b";
    let import = import("errors.html", source, &[]);
    import.assert_codes(&[("A1", 500, "a"), ("B1", 500, "b")]);
}

#[test]
fn brackets_without_end() {
    for (name, source) in [
        ("a.json", "[".repeat(100_000)),
        ("a.json", "{\"a\":".repeat(100_000)),
        ("a.yaml", "[".repeat(100_000)),
        ("a.html", "<table>".repeat(100_000)),
        ("a.html", "<td>".repeat(100_000)),
        ("a.go", "const (".repeat(100_000)),
        ("a.go", "var x = ".to_owned() + &"f(".repeat(100_000)),
        ("a.java", "enum A {".repeat(100_000)),
        ("a.java", "enum A { B(".to_owned() + &"(".repeat(100_000)),
        ("a.ts", "const a = ".to_owned() + &"{a:".repeat(100_000)),
        ("a.ts", "class A {".repeat(100_000)),
        ("a.md", ">".repeat(100_000)),
        ("a.md", "[".repeat(100_000)),
    ] {
        let import = import(name, source, &[]);
        assert_eq!((import.status, &*import.yaml), (1, ""), "{name}");
    }
}

#[test]
fn control_characters_are_never_printed() {
    let import = import("errors.csv", "code,message\nA\u{1b}[2J1,a\u{7}b {x\u{202e}}\n", &[]);
    assert!(!import.yaml.contains('\u{1b}') && !import.findings.contains('\u{1b}'));
    assert_eq!(import.catalogue().codes()[0].message.as_str(), "a\u{7}b {x\u{202e}}");
}

#[test]
fn documents_with_our_mark_that_errcat_didn_t_write() {
    let html = "<!-- @generated by errcat -->\n<details id=\"A1\"><summary><h3>A1</h3><span>404</span><span class=message>no \
                <var>x<b></var> {{ <script>alert(1)</script></span></summary><i data-type=list></i><details id=\"B 1\"><dt>a<dt>b";
    let import_html = import("errors.html", html, &[]);
    import_html.assert_finds("the name `B 1` became `B_1`");
    assert_eq!(import_html.codes().iter().map(|(name, ..)| &**name).collect::<Vec<_>>(), ["A1", "B_1"]);
    let json = r#"{"$comment": "@generated by errcat", "codes": [1, {}, {"name": "A1", "http_status": 7, "number": "x",
        "message": {"text": "{{.a}} {{.b c}} {{"}, "params": ["a", 1, []], "aliases": ["A1", "ä"]}, {"name": "A1"}],
        "params": [{"name": "a", "type": "what"}]}"#;
    let import_json = import("errors.json", json, &[]);
    assert_eq!(import_json.status, 1);
    import_json.assert_finds("`7` is not an HTTP status from 200 to 599");
    import_json.assert_finds("`x` is not a whole number");
    import_json.assert_codes(&[("A1", 500, "{{.a}} {{\"{{\"}}.b c}} {{\"{{\"}}")]);
    let openapi = r#"{"x-generated": "@generated by errcat", "openapi": "3.1.0", "components": {"examples": {"A": {}, "B": 1},
        "schemas": {"A": {"title": "A", "x-params": {"ä": "list", "b": 1}, "x-message": "{{.b}}", "description": "\\"}}}}"#;
    import("errors.json", openapi, &[]).assert_codes(&[("A", 500, "{{.b}}")]);
    let markdown = "<!-- @generated by errcat -->\n\n|Code|HTTP status|Message|\n|--|--|--|\n|A1|404|{x}|\n||500|y|\n";
    let import_markdown = import("errors.md", markdown, &[]);
    import_markdown.assert_codes(&[("A1", 404, "{x}")]);
    import_markdown.assert_finds("this row has no code");
}

#[test]
fn constants_that_nobody_should_have_written() {
    for end in ["\n", "\r\n", "\r"] {
        let go = format!("\u{feff}// Codes.{end}const ({end}\t// One.{end}\tA Code = iota{end}\tB // two{end}){end}");
        let import = import("errors.go", go, &[]);
        import.assert_codes(&[("A", 500, "One."), ("B", 500, "two")]);
    }
    let unclosed = import("errors.go", "const (\n\tA = \"a b\n\tB = \"c d\"\n\tC = `e\n", &[]);
    unclosed.assert_codes(&[("B", 500, "c d")]);
    unclosed.assert_finds("`A`, `C` are not read");
    let comment = import("E.java", "enum E { A1(1, \"a b\"), /* B1(2, \"b c\")", &[]);
    comment.assert_codes(&[("A1", 500, "a b")]);
    let many = (0..2000).map(|at| format!("\"text {at}\"")).collect::<Vec<_>>().join(", ");
    let wide = import("E.java", format!("enum E {{ A1({many}) }}"), &["--max-findings", "3"]);
    wide.assert_codes(&[("A1", 500, "text 0")]);
    wide.assert_finds("1995 more, not shown");
    let twice = import("e.ts", "enum E { A = 1, A = 2, 'not valid!' = 3, '\u{202e}' = 4, [x]: 5 }", &["--table", "E"]);
    assert_eq!(twice.status, 1);
    twice.assert_finds("`A` is here twice; the first one counts");
    twice.assert_finds("the name `not valid!` became `not_valid`");
    twice.assert_finds("has no ASCII letter or digit to name a code with");
    let controls = import("e.ts", "export const E = { A1: { message: '\u{1b}[2J \\u001b \u{202e}' } }", &[]);
    assert!(!controls.yaml.contains('\u{1b}') && !controls.findings.contains('\u{1b}'));
    assert_eq!(controls.catalogue().codes()[0].message.as_str(), "\u{1b}[2J \u{1b} \u{202e}");
}
