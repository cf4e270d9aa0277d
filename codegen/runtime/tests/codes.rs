//! The facts about a code, and finding it.

use std::string::ToString;
use std::vec::Vec;

use crate::tables::CELLS;
use crate::{ErrorCode, Retry, error, row};

#[test]
fn a_code_has_the_facts_of_the_catalogue() {
    let code = ErrorCode::Listed;
    assert_eq!((code.as_str(), code.http_status()), ("Listed", 422));
    assert_eq!((code.message(), code.description()), ("wrong: {{.fields}}", "With one param at the end."));
    assert_eq!((code.retry(), code.weight()), (Retry::Later, 12));
    assert_eq!((ErrorCode::Plain.retry(), ErrorCode::Plain.weight()), (Retry::Never, -7));
}

#[test]
fn a_code_has_its_own_page_or_a_section_of_the_catalogues() {
    assert_eq!(ErrorCode::Secret.docs_url().as_deref(), Some("https://runtime.example/secret"));
    assert_eq!(ErrorCode::Plain.docs_url().as_deref(), Some("https://runtime.example/errors#Plain"));
}

#[test]
fn a_deprecated_code_keeps_its_status() {
    let deprecated: Vec<_> = ErrorCode::ALL.iter().filter(|code| code.is_deprecated()).collect();
    assert_eq!(deprecated.iter().map(|code| code.as_str()).collect::<Vec<_>>(), ["Gone"]);
    assert_eq!(deprecated[0].http_status(), 410);
}

#[test]
fn params_have_the_order_of_the_arguments() {
    let params = |code| error::param_names(code).collect::<Vec<_>>();
    assert_eq!(params(ErrorCode::Plain), Vec::<&str>::new());
    assert_eq!(params(ErrorCode::Mixed), ["name", "left", "limit", "strict"]);
}

#[test]
fn an_omitted_cell_is_empty() {
    assert_eq!(row::cell(ErrorCode::Mixed, CELLS.grpc), "10");
    assert_eq!(row::cell(ErrorCode::Plain, CELLS.grpc), "");
}

#[test]
fn a_cell_of_digits_is_a_number() {
    for (text, number) in [
        ("0", 0),
        ("-7", -7),
        ("18446744073709551615", i128::from(u64::MAX)),
        ("-9223372036854775808", i128::from(i64::MIN)),
        ("", 0),
    ] {
        assert_eq!(row::integer(text), number);
    }
}

#[test]
fn names_and_aliases_are_found() {
    for &code in ErrorCode::ALL {
        assert_eq!(code.as_str().parse(), Ok(code));
    }
    assert_eq!("OldSecret".parse(), Ok(ErrorCode::Secret));
    assert_eq!(ErrorCode::try_from("ancient.secret"), Ok(ErrorCode::Secret));
}

#[test]
fn other_names_are_not_found() {
    for name in ["", "plain", "Plai", "Plain ", "Plain\0", "OldSecre", "Gone2", "NoSuchNameOfAnyCode"] {
        assert_eq!(
            name.parse::<ErrorCode>().expect_err("there is none").to_string(),
            std::format!("unknown error code {name:?}")
        );
    }
}
