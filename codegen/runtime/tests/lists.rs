//! Lists as one text, for metadata that holds nothing else.

use std::borrow::Cow;
use std::string::ToString;
use std::vec::Vec;

use crate::Value;
use crate::text::{Joined, split};

#[test]
fn a_list_is_read_as_it_was_joined() {
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
fn what_others_joined_is_taken_as_it_stands() {
    assert_eq!(split("a,b"), ["a,b"]);
    assert_eq!(split("a\\b, c\\"), ["a\\b", "c\\"]);
    assert_eq!(split(", "), ["", ""]);
}

#[test]
fn other_values_are_their_texts() {
    for (value, text) in [(Value::Str("a, b\\"), "a, b\\"), (Value::Int(-1), "-1"), (Value::Bool(true), "true")] {
        assert_eq!(Joined(value).to_string(), text);
    }
}
