//! Which lines belong to an entry of a map in block style.

use std::ops::Range;

/// Where the line of an offset starts.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |at| at + 1)
}

/// The range of an entry whose key starts at an offset: from its line to its last one, without that one's end. Empty
/// lines and comments behind it belong to what follows.
pub(super) fn entry(text: &str, key: usize) -> Range<usize> {
    let start = line_start(text, key);
    let indent = key - start;
    let mut end = start;
    let mut at = start;
    for (number, line) in text[start..].split_inclusive('\n').enumerate() {
        let written = line.trim_end();
        let depth = line.len() - line.trim_start_matches(' ').len();
        let is_blank = written.trim_start().is_empty();
        let is_comment = written.trim_start().starts_with('#') && depth <= indent;
        if number > 0 && !is_blank && !is_comment && depth <= indent {
            break;
        }
        let is_of_entry = number == 0 || !is_comment;
        if is_of_entry && !is_blank {
            end = at + written.len();
        }
        at += line.len();
    }
    start..end
}

/// Where the comments directly above a line start.
pub(super) fn above(text: &str, line: usize) -> usize {
    let mut start = line;
    while start > 0 {
        let previous = line_start(text, start - 1);
        if !text[previous..start].trim_start().starts_with('#') {
            break;
        }
        start = previous;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_behind_an_entry_belong_to_the_next() {
        let text =
            "codes:\n  A: # a\n    message: |-\n      # text\n\n      more\n    # of A\n\n  # of B\n  B: {}\nlast: 1\n";
        let range = |key: &str| &text[entry(text, text.find(key).expect("it is there"))];
        assert_eq!(range("A:"), "  A: # a\n    message: |-\n      # text\n\n      more\n    # of A");
        assert_eq!(range("message"), "    message: |-\n      # text\n\n      more");
        assert_eq!(range("B:"), "  B: {}");
        assert_eq!(range("last"), "last: 1");
        assert_eq!(above(text, text.find("  B:").expect("it is there")), text.find("  # of B").expect("it is there"));
    }
}
