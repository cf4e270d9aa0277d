//! The catalogue is written as a person would.

use std::path::Path;

use crate::import;

#[test]
fn the_file_is_as_reviewed() {
    let source = "Code,HTTP status,Message,Description,Help,Params,Aliases\n\
                  SoldOut,409,{article}: sold out,Nothing is left.,Come back tomorrow.,article shop,OutOfStock Gone\n\
                  Closed,503,closed,\"Two\nlines: one, two\",,,\n\
                  Long,500,long,This description is so long that nobody would write it on one line of a file that other people read as well.,,,\n";
    let import = import("shop.csv", source, &[]);
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/shop.yaml");
    if std::env::var_os("ERRCAT_BLESS").is_some() {
        std::fs::write(&golden, &import.yaml).expect("the file can be written");
    }
    let expected = std::fs::read_to_string(&golden).expect("the golden file can be read");
    assert_eq!(import.yaml, expected, "review the change, then run with ERRCAT_BLESS=1");
    import.catalogue();
}

#[test]
fn any_text_is_written_so_that_it_is_read_again() {
    for text in [
        "true",
        "12",
        "0x1F",
        "~",
        "null",
        "- a",
        "a: b",
        "a #b",
        "#a",
        "'a'",
        "\"a\"",
        "a\\b",
        "[a]",
        "{a",
        "é ü 日本",
        "a\u{1b}[2J",
        "%a",
        "@a",
        "`a`",
        "!a",
        "&a",
        "*a",
        "|a",
        ">a",
        "? a",
        "a:",
        "a  b",
        "line one\nline two",
        "line one\n  indented\n\nlast: #x",
        "tab\tin",
        "\u{202e}abc",
        "a\u{2028}b",
        "2020-01-01",
        "=",
        "<<",
        "a\n\tb",
        "one \ntwo",
    ] {
        let long = format!("{text} {}", "and so on ".repeat(20).trim_end());
        for text in [text, &long] {
            let json = serde_json::json!([{"code": "A1", "message": "a", "description": text}]);
            let import = import("errors.json", json.to_string(), &[]);
            assert_eq!(import.catalogue().codes()[0].description.as_deref(), Some(text), "{}", import.yaml);
        }
    }
}

#[test]
fn codes_with_one_name_in_rust_get_another() {
    let import = import("errors.csv", "code,message\nsold_out,a\nSOLD_OUT,b\nSoldOut,c\n", &[]);
    let catalogue = import.catalogue();
    let names: Vec<_> = catalogue.codes().iter().map(|code| code.rust_name.as_deref()).collect();
    assert_eq!(names, [None, Some("SoldOut2"), Some("SoldOut3")]);
}
