//! Splitting messages into pieces.

use std::format;
use std::string::String;

use crate::pieces::Pieces;

/// What a message shows, each param as `<index>`.
fn shown(message: &str, places: &str) -> String {
    let mut pieces = Pieces::new(message, places);
    let mut shown = String::new();
    for (text, param) in &mut pieces {
        shown += text;
        shown += &param.map(|index| format!("<{index}>")).unwrap_or_default();
    }
    shown + pieces.rest
}

#[test]
fn a_message_without_places_is_one_text() {
    assert_eq!(shown("bad request", ""), "bad request");
    assert_eq!(shown("", ""), "");
    assert_eq!(shown("{{.x}}", " 015:Invalid request"), "{{.x}}");
}

#[test]
fn params_are_at_the_given_places() {
    assert_eq!(shown("{{.a}}", "{00+06=0"), "<0>");
    assert_eq!(shown("a {{.a}} b {{.b}} c", "{02+06=0{03+06=1 015:Invalid request"), "a <0> b <1> c");
}

#[test]
fn an_index_has_as_many_digits_as_it_needs() {
    assert_eq!(shown("{{.a}}!", "{00+06=12"), "<12>!");
    assert_eq!(shown("{{.a}}{{.b}}", "{00+06=0{00+06=105 001:b"), "<0><105>");
}

#[test]
fn a_place_without_an_index_only_hides() {
    assert_eq!(shown("{{\"{{\"}}.a}}", "{00+03={02+03="), "{{.a}}");
}
