//! Lists as texts, for metadata that contains only texts.

use std::borrow::Cow;
use std::string::ToString;
use std::vec::Vec;

use crate::Value;
use crate::text::{Joined, split};

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
        assert_eq!(split(joined), elements, "{joined}");
    }
}

#[test]
fn lists_from_other_programs_are_split_unescaped() {
    assert_eq!(split("a,b"), ["a,b"]);
    assert_eq!(split("a\\b, c\\"), ["a\\b", "c\\"]);
    assert_eq!(split(", "), ["", ""]);
}

#[test]
fn other_values_are_shown_as_texts() {
    for (value, text) in [(Value::Str("a, b\\"), "a, b\\"), (Value::Int(-1), "-1"), (Value::Bool(true), "true")] {
        assert_eq!(Joined(value).to_string(), text);
    }
}
