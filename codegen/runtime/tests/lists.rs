//! Lists and violations as texts, for metadata that contains only texts, and fields as pointers.

use std::borrow::Cow;
use std::string::ToString;
use std::vec::Vec;

use crate::text::{self, Joined, Pointer, split};
use crate::{Value, Violation};

#[test]
fn a_list_is_split_as_it_was_joined() {
    let lists: [(&[&str], &str); 9] = [
        (&[], ""),
        (&[""], "\\"),
        (&["a"], "a"),
        (&["a", "b c"], "a, b c"),
        (&["", ""], ", "),
        (&["a,b", " c"], "a\\,b,  c"),
        (&["\\", ","], "\\\\, \\,"),
        (&["a, b", "é\\,"], "a\\, b, é\\\\\\,"),
        (&["{}", "\n"], "{}, \n"),
    ];
    for (elements, joined) in lists {
        let elements: Vec<_> = elements.iter().map(|&element| Cow::Borrowed(element)).collect();
        assert_eq!(Joined(Value::List(&elements)).to_string(), joined);
        assert_eq!(split(joined).expect("there are few elements"), elements, "{joined}");
    }
}

#[test]
fn lists_from_other_programs_are_split_unescaped() {
    assert_eq!(split("a,b").expect("there are few elements"), ["a,b"]);
    assert_eq!(split("a\\b, c\\").expect("there are few elements"), ["a\\b", "c\\"]);
    assert_eq!(split(", ").expect("there are few elements"), ["", ""]);
}

#[test]
fn violations_are_split_as_they_were_joined() {
    let violations: [(&[(&str, &str)], &str); 7] = [
        (&[], ""),
        (&[("", "")], ": "),
        (&[("a", "is missing")], "a: is missing"),
        (&[("a", "x: y"), ("b", "x; y")], "a: x: y; b: x\\; y"),
        (&[("a: b", ""), ("a;", "\\")], "a\\: b: ; a\\;: \\\\"),
        (&[("é", ", "), (" ", " ")], "é: , ;  :  "),
        (&[(":", ";"), ("\\:", "\\;")], "\\:: \\;; \\\\\\:: \\\\\\;"),
    ];
    for (violations, joined) in violations {
        let violations: Vec<Violation> = violations.iter().map(|&violation| violation.into()).collect();
        assert_eq!(Joined(Value::Violations(&violations)).to_string(), joined);
        assert_eq!(text::violations(joined), Some(violations), "{joined}");
    }
}

#[test]
fn violations_from_other_programs_are_split_unescaped() {
    assert_eq!(text::violations("a:b: c\\;d"), Some(Vec::from([Violation::new("a:b", "c;d")])));
    for no_violations in ["prompt", "prompt, size", "a: b; c", "; a: b", "a:b"] {
        assert_eq!(text::violations(no_violations), None, "{no_violations}");
    }
}

#[test]
fn a_pointer_leads_back_to_its_field() {
    for (field, pointer) in [
        ("", "#"),
        ("age", "#/age"),
        ("items.0.size", "#/items/0/size"),
        ("a/b~c~1", "#/a~1b~0c~01"),
        (".", "#//"),
        ("é %", "#/%C3%A9%20%25"),
        ("items[0]", "#/items%5B0%5D"),
    ] {
        assert_eq!(Pointer(field).to_string(), pointer);
        assert_eq!(text::field(pointer), field);
    }
}

#[test]
fn pointers_from_other_programs_lead_to_a_field() {
    for (pointer, field) in
        [("/profile/color", "profile.color"), ("age", "age"), ("#age", "age"), ("#/%zz", "#/%zz"), ("/a%20", "a%20")]
    {
        assert_eq!(text::field(pointer), field);
    }
}

#[test]
fn other_values_are_shown_as_texts() {
    for (value, text) in [
        (Value::Str("a, b\\"), "a, b\\"),
        (Value::Int(-1), "-1"),
        (Value::Bool(true), "true"),
        (Value::Float(-1.0), "-1"),
    ] {
        assert_eq!(Joined(value).to_string(), text);
    }
}
