//! Texts of several lines as Markdown that shows their paragraphs, lists and indented lines.

mod marker;

use self::marker::Marker;
use super::docs::{line, visible};

/// A text as lines of Markdown.
pub(super) fn lines(text: &str) -> Vec<String> {
    Markdown { lines: Vec::new(), last: Block::Nothing }.read_text(text)
}

/// What a text is about, and the text.
pub(super) fn lines_after(lead: &str, text: &str) -> Vec<String> {
    Markdown { lines: vec![lead.to_owned()], last: Block::Lead }.read_text(text)
}

/// The same as an item of a list. Lists with other bullets, `- ` and `* `, are never one.
pub(super) fn item(bullet: &str, lead: &str, text: &str) -> Vec<String> {
    hanging(bullet, lines_after(lead, text)).collect()
}

/// Lines that are indented so far are shown as they are.
const CODE_INDENT: usize = 2;

/// In an item of a list, people indent its text by two or four.
const CODE_INDENT_IN_ITEM: usize = 4;

/// Lists within so many others are shown as text.
const MAX_DEPTH: usize = 8;

struct Markdown {
    lines: Vec<String>,
    last: Block,
}

/// What a line belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Block {
    Nothing,
    /// What the text is about.
    Lead,
    Paragraph,
    Code,
    /// An item of a list, and its number if it has one.
    Item(Option<u32>),
}

impl Markdown {
    fn read_text(mut self, text: &str) -> Vec<String> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', "    ");
        let lines: Vec<_> = text.split('\n').map(str::trim_end).collect();
        self.read(&without_common_indent(&lines), CODE_INDENT, 0);
        let end = self.lines.iter().rposition(|line| !line.is_empty()).map_or(0, |at| at + 1);
        self.lines.truncate(end);
        self.lines
    }

    fn read(&mut self, mut source: &[&str], code_indent: usize, depth: usize) {
        let is_code = |line: &str| indent(line) >= code_indent;
        while let [text, rest @ ..] = source {
            let length = if text.is_empty() {
                self.push_empty();
                1
            } else if let Some(fence) = fence(text) {
                let closes =
                    |line: &&str| line.trim().starts_with(fence) && line.trim().bytes().all(|byte| byte == b'`');
                let end = rest.iter().position(closes).unwrap_or(rest.len());
                self.push_code(&rest[..end]);
                source.len().min(end + 2)
            } else if let Some(marker) = Marker::read(text).filter(|it| depth < MAX_DEPTH && self.can_have(it)) {
                let length = count(source, |line| indent(line) >= indent(text) + 2);
                self.push_item(&marker, &source[1..length], depth);
                length
            } else if is_code(text) {
                let length = count(source, is_code);
                self.push_code(&source[..length]);
                length
            } else {
                self.push_paragraph(text);
                1
            };
            source = &source[length..];
        }
    }

    /// Whether a marker starts an item here. Markdown counts items itself, and a number is rather a part of a paragraph.
    fn can_have(&self, marker: &Marker<'_>) -> bool {
        match (marker.number, self.last) {
            (Some(number), Block::Item(Some(before))) => number == before + 1,
            (Some(number), Block::Paragraph) => number == 1 || self.is_after_empty(),
            _ => true,
        }
    }

    fn is_after_empty(&self) -> bool {
        self.lines.last().is_none_or(String::is_empty)
    }

    fn push_empty(&mut self) {
        if !self.is_after_empty() && self.last != Block::Lead {
            self.lines.push(String::new());
        }
    }

    /// Ends the last block where Markdown would take the next one for a part of it.
    fn start(&mut self, block: Block) {
        if self.last == Block::Lead {
            self.lines.iter_mut().for_each(|lead| lead.push(':'));
        }
        let is_part = match (self.last, block) {
            (Block::Item(_), Block::Paragraph | Block::Code) => true,
            (Block::Item(None) | Block::Lead, Block::Item(Some(number))) => number != 1,
            _ => false,
        };
        if is_part && !self.is_after_empty() {
            self.lines.push(String::new());
        }
        self.last = block;
    }

    fn push_paragraph(&mut self, text: &str) {
        let is_after_lead = self.last == Block::Lead;
        self.start(Block::Paragraph);
        match self.lines.last_mut() {
            Some(lead) if is_after_lead => *lead = format!("{lead} {}", line(text)),
            _ => self.lines.push(line(text)),
        }
    }

    fn push_code(&mut self, source: &[&str]) {
        self.start(Block::Code);
        let source = without_common_indent(source);
        let longest = source.iter().flat_map(|line| line.split(|c| c != '`')).map(str::len).max().unwrap_or_default();
        let fence = "`".repeat(longest.max(2) + 1);
        // In another language it might be compiled as an example.
        self.lines.push(format!("{fence}text"));
        self.lines.extend(source.iter().map(|line| visible(line)));
        self.lines.push(fence);
    }

    fn push_item(&mut self, marker: &Marker<'_>, rest: &[&str], depth: usize) {
        self.start(Block::Item(marker.number));
        let rest = rest.iter().map(|line| &line[indent(line).min(marker.columns)..]);
        let source: Vec<_> = std::iter::once(marker.text).chain(rest).collect();
        let mut item = Self { lines: Vec::new(), last: Block::Nothing };
        item.read(&source, CODE_INDENT_IN_ITEM, depth + 1);
        let marker = marker.number.map_or("- ".to_owned(), |number| format!("{number}. "));
        self.lines.extend(hanging(&marker, item.lines));
    }
}

/// Lines of which the first follows a marker.
fn hanging(marker: &str, lines: Vec<String>) -> impl Iterator<Item = String> {
    let mut indent = marker.to_owned();
    lines.into_iter().map(move |line| {
        let line = if line.is_empty() { line } else { format!("{indent}{line}") };
        indent = " ".repeat(indent.len());
        line
    })
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn without_common_indent<'t>(lines: &[&'t str]) -> Vec<&'t str> {
    let common = lines.iter().filter(|line| !line.is_empty()).map(|line| indent(line)).min().unwrap_or_default();
    lines.iter().map(|line| line.get(common..).unwrap_or_default()).collect()
}

/// How many lines belong to the first one, with the empty lines between them.
fn count(lines: &[&str], belongs: impl Fn(&str) -> bool) -> usize {
    let length = lines[1..].iter().position(|line| !line.is_empty() && !belongs(line)).map_or(lines.len(), |at| at + 1);
    lines[..length].iter().rposition(|line| !line.is_empty()).map_or(length, |last| last + 1)
}

/// The backticks that open a block of code.
fn fence(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let rest = line.trim_start_matches('`');
    let fence = &line[..line.len() - rest.len()];
    (fence.len() >= 3 && !rest.contains('`')).then_some(fence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_indented_lines_are_kept() {
        for (text, expected) in [
            ("one\r\ntwo\rthree\n\n\nfour\n", "one\ntwo\nthree\n\nfour"),
            ("\n    only\n    indented", "only\nindented"),
            ("Send:\n- *a*\n  more\n- b\nDone.", "Send:\n- \\*a\\*\n  more\n- b\n\nDone."),
            ("Send:\n  * a\n    + b\n\n  * c", "Send:\n- a\n  - b\n\n- c"),
            ("1. a\n   - b\n2) c\n\n  d", "1. a\n   - b\n2. c\n\n   d"),
            ("a\n\n7. b\n8. c\n5. d", "a\n\n7. b\n8. c\n\n5\\. d"),
            ("It was in\n2024. Or\n1. not", "It was in\n2024\\. Or\n1. not"),
            ("Call:\n  let a = *b;\n\n    c``d\nor not", "Call:\n```text\nlet a = *b;\n\n  c``d\n```\nor not"),
            ("- a\n      b```c\n- d", "- a\n  ````text\n  b```c\n  ````\n- d"),
            ("a\n```rust\nfn main() {}\n```\nb", "a\n```text\nfn main() {}\n```\nb"),
            ("```\nnot closed", "```text\nnot closed\n```"),
            ("-5 or - 5\n-\n- ", "\\-5 or - 5\n\\-\n\\-"),
        ] {
            assert_eq!(lines(text).join("\n"), expected, "{text:?}");
        }
    }

    #[test]
    fn a_text_follows_what_it_is_about() {
        for (text, expected) in [
            ("", "x"),
            ("\na\nb", "x: a\nb"),
            ("- a", "x:\n- a"),
            ("3. a", "x:\n\n3. a"),
            ("```\na", "x:\n```text\na\n```"),
        ] {
            assert_eq!(lines_after("x", text).join("\n"), expected, "{text:?}");
        }
        assert_eq!(item("* ", "x", "a\n\n- b").join("\n"), "* x: a\n\n  - b");
    }

    #[test]
    fn nested_lists_end_somewhere() {
        let deepest = lines(&"- ".repeat(10_000)).concat();
        assert!(deepest.starts_with(&("- ".repeat(MAX_DEPTH) + "\\- - ")), "{}", &deepest[..40]);
    }
}
