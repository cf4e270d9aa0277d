//! Writing a tree as YAML, in styles that change from node to node, and keeping track of the mark.

use crate::choices::Choices;
use crate::tree::{Mark, Node, Value};

/// A catalogue's text, and the byte at which a finding is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The text.
    pub text: String,
    /// The byte.
    pub marked: Option<usize>,
}

/// Writes a tree.
pub fn write(root: &Node, choices: &mut Choices) -> Written {
    let mut writer = Writer {
        newline: if choices.chance(25) { "\r\n" } else { "\n" },
        out: String::new(),
        marked: None,
        anchored: Vec::new(),
        anchors: 0,
        is_one_line: false,
        is_behind_block: false,
        choices,
    };
    let head =
        writer.choices.pick(&["", "# a. é {{.x}}\n", "---\n", "\u{feff}", "%YAML 1.1\n---\n", "--- # c\n", "\n"]);
    writer.out += &head.replace('\n', writer.newline);
    if root.mark == Mark::File {
        writer.marked = Some(0);
    }
    if writer.choices.chance(20) {
        writer.bare(root, 0, Context::Block);
    } else {
        writer.block(root, 0, true);
    }
    writer.end_line();
    let tail = writer.choices.pick(&["", "# end", "\n\n", "...\n"]);
    writer.out += &tail.replace('\n', writer.newline);
    Written { text: writer.out, marked: writer.marked }
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Context {
    Block,
    Flow,
    /// A key, which is on one line.
    Key,
}

pub(super) struct Writer<'n, 'c> {
    pub(super) choices: &'c mut Choices,
    pub(super) out: String,
    pub(super) newline: &'static str,
    /// The last marked position so far.
    marked: Option<usize>,
    /// The nodes that an alias can refer to.
    anchored: Vec<(String, &'n Node)>,
    anchors: usize,
    pub(super) is_one_line: bool,
    /// Whether this follows a block scalar: nothing else fits on its last line.
    pub(super) is_behind_block: bool,
}

const COMMENTS: &[&str] = &[" # c", "  #é😀 漢", " # A. {{.x}} {{ &x1 *x1 : [", " #\"'"];

impl<'n> Writer<'n, '_> {
    pub(super) fn mark_here(&mut self) {
        self.marked = self.marked.max(Some(self.out.len()));
    }

    fn comment(&mut self) {
        if self.choices.chance(20) {
            self.out += self.choices.pick(COMMENTS);
        }
    }

    fn end_line(&mut self) {
        if !std::mem::take(&mut self.is_behind_block) {
            self.comment();
        }
        self.out += self.newline;
    }

    /// Ends the line and starts another.
    fn line(&mut self, indent: usize) {
        self.end_line();
        if self.choices.chance(10) {
            self.out += &" ".repeat(self.choices.below(indent + 1));
            self.out += self.choices.pick(&["# a comment: [é", "", "# {{.x}}"]);
            self.out += self.newline;
        }
        self.out += &" ".repeat(indent);
    }

    /// Separates a node from the one before it, in brackets or not. Lines are indented by at least `min`.
    fn gap(&mut self, min: usize) {
        match self.choices.below(if self.is_one_line { 9 } else { 12 }) {
            0..=7 => self.out.push(' '),
            8 => self.out += "   ",
            _ => {
                let indent = min + self.choices.below(4);
                self.line(indent);
            }
        }
    }

    /// An alias after whitespace, if an equal node has an anchor.
    fn alias(&mut self, node: &Node, lead: &str) -> bool {
        let known = self.anchored.iter().find(|(_, other)| *other == node && !node.has_mark());
        let Some(name) = known.map(|(name, _)| name.clone()) else { return false };
        let is_alias = self.choices.chance(60);
        if is_alias {
            self.out.extend([lead, "*", &name]);
        }
        is_alias
    }

    /// The anchor and the tag of a node, if any, each followed by a space.
    fn properties(&mut self, node: &'n Node, tag: &str) {
        let mut properties = Vec::new();
        if self.choices.chance(10) {
            self.anchors += 1;
            let name = format!("{}{}", self.choices.pick(&["x", "a-b_"]), self.anchors);
            properties.push(format!("&{name} "));
            self.anchored.push((name, node));
        }
        if !tag.is_empty() && self.choices.chance(7) {
            properties.push(self.choices.pick(&[format!("!!{tag} "), format!("!<tag:yaml.org,2002:{tag}> ")]));
        }
        self.choices.shuffle(&mut properties);
        self.out += &properties.concat();
    }

    /// A node after `key:` or `-`.
    fn value(&mut self, node: &'n Node, min: usize, is_item: bool) {
        if self.alias(node, " ") {
            return;
        }
        let is_filled = match &node.value {
            Value::List(items) => !items.is_empty(),
            Value::Map(entries) => !entries.is_empty(),
            _ => false,
        };
        if !is_filled || self.choices.chance(30) {
            if node.value == Value::Plain("") {
                self.out.push(' ');
                self.properties(node, "");
                self.out.truncate(self.out.trim_end_matches(' ').len());
                return;
            }
            self.gap(min);
            self.bare(node, min, Context::Block);
            return;
        }
        if is_item && self.choices.chance(60) {
            let blanks = 1 + self.choices.below(3);
            self.out += &" ".repeat(blanks);
            return self.block(node, min + blanks, true);
        }
        self.out.push(' ');
        self.properties(node, if matches!(node.value, Value::List(_)) { "seq" } else { "map" });
        self.out.truncate(self.out.trim_end_matches(' ').len());
        let is_level = matches!(node.value, Value::List(_)) && !is_item && self.choices.chance(30);
        let indent = if is_level { min - 1 } else { min + self.choices.below(4) };
        self.block(node, indent, false);
    }

    /// A list or a map without brackets, whose first line may have begun.
    fn block(&mut self, node: &'n Node, indent: usize, is_begun: bool) {
        let is_marked = node.mark == Mark::Start;
        let count = if let Value::List(items) = &node.value { items.len() } else { node.entries().len() };
        for at in 0..count {
            if at > 0 || !is_begun {
                self.line(indent);
            }
            let mut start = self.out.len();
            if let Value::List(items) = &node.value {
                self.out.push('-');
                self.value(&items[at], indent + 1, true);
            } else {
                let (key, value) = &node.entries()[at];
                if self.choices.chance(4) {
                    self.out += "? ";
                    self.key(key);
                    self.line(indent);
                } else {
                    // A map without brackets starts where its first key does.
                    start = self.key(key);
                    self.out += self.choices.pick(&["", "", " "]);
                }
                self.out.push(':');
                self.value(value, indent + 1, false);
            }
            if is_marked && at == 0 {
                self.marked = self.marked.max(Some(start));
            }
        }
    }

    /// A key, and where it starts after its properties.
    fn key(&mut self, node: &'n Node) -> usize {
        let start = self.out.len();
        if self.alias(node, "") {
            // A map that starts with an alias starts there.
            self.out.push(' ');
            return start;
        }
        let was_one_line = std::mem::replace(&mut self.is_one_line, true);
        let start = self.bare(node, 0, Context::Key);
        self.is_one_line = was_one_line;
        start
    }

    /// Writes a scalar, or a list or a map in brackets. Returns where it starts.
    fn bare(&mut self, node: &'n Node, min: usize, context: Context) -> usize {
        let tag = match &node.value {
            Value::Text(_) | Value::Quoted(_) => "str",
            Value::List(_) => "seq",
            Value::Map(_) => "map",
            _ => "",
        };
        self.properties(node, tag);
        if let Value::Tagged(_) = node.value {
            self.out += "!secret ";
        }
        let start = self.out.len();
        if node.mark == Mark::Start {
            self.mark_here();
        }
        match &node.value {
            Value::Text(text) | Value::Quoted(text) => self.scalar(text, node, min, context),
            Value::Plain(text) | Value::Tagged(text) => self.out += text,
            Value::Number(number) => {
                let is_hexadecimal = *number >= 0 && self.choices.chance(5);
                let number = if is_hexadecimal { format!("0x{number:X}") } else { number.to_string() };
                self.out += &number;
            }
            Value::List(items) => {
                self.out.push('[');
                for (at, item) in items.iter().enumerate() {
                    self.separator(at, min);
                    if !self.alias(item, "") {
                        self.bare(item, min, Context::Flow);
                    }
                }
                self.close(!items.is_empty(), ']');
            }
            Value::Map(entries) => {
                self.out.push('{');
                for (at, (key, value)) in entries.iter().enumerate() {
                    self.separator(at, min);
                    self.key(key);
                    self.out += self.choices.pick(&["", "", " "]);
                    self.out.push(':');
                    if !self.alias(value, " ") {
                        self.gap(min);
                        self.bare(value, min, Context::Flow);
                    }
                }
                self.close(!entries.is_empty(), '}');
            }
        }
        start
    }

    fn separator(&mut self, at: usize, min: usize) {
        if at > 0 {
            self.out.push(',');
            self.gap(min);
        } else if self.choices.chance(30) {
            self.gap(min);
        }
    }

    fn close(&mut self, is_filled: bool, bracket: char) {
        if is_filled {
            self.out += self.choices.pick(&["", "", "", " ", ",", " , "]);
        }
        self.out.push(bracket);
    }
}
