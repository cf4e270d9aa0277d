//! Objects in JSON or YAML as tables: lists of objects, and maps from names to objects.

use std::collections::HashMap;

use crate::diagnostics::Sink;
use crate::import::table::{Cell, Row, Table};
use crate::rules::RuleId;
use crate::source::Span;
use crate::yaml::{Entry, Kind, Node, Value};

/// The heading of the keys of a map.
const KEY: &str = "(key)";
/// The heading of the values of a map of texts.
const TEXT: &str = "message";
const MAX_DEPTH: usize = 16;

/// All tables of a document. Maps of texts count only if there is nothing else.
pub(super) fn tables(root: &Node<'_>, sink: &mut Sink) -> Vec<Table> {
    let mut tables = Vec::new();
    find(root, "", MAX_DEPTH, &mut tables, sink);
    if tables.is_empty() {
        find_texts(root, "", MAX_DEPTH, &mut tables);
    }
    tables
}

fn find(node: &Node<'_>, path: &str, depth: usize, tables: &mut Vec<Table>, sink: &mut Sink) {
    let Some(depth) = depth.checked_sub(1) else { return };
    match &node.kind {
        Kind::List(elements) if elements.iter().any(is_map) => {
            let mut rows = Rows::default();
            for element in elements {
                rows.add(element, None, sink);
            }
            tables.push(rows.into_table(path, node.span));
        }
        Kind::Map(entries) if is_map_of_objects(entries) => {
            let mut rows = Rows::default();
            for entry in entries {
                rows.add(&entry.value, Some(&entry.key), sink);
            }
            tables.push(rows.into_table(path, node.span));
        }
        Kind::Map(entries) => {
            for entry in entries {
                find(&entry.value, &joined(path, entry), depth, tables, sink);
            }
        }
        _ => {}
    }
}

fn find_texts(node: &Node<'_>, path: &str, depth: usize, tables: &mut Vec<Table>) {
    let (Some(depth), Kind::Map(entries)) = (depth.checked_sub(1), &node.kind) else { return };
    let texts = entries.iter().filter(|entry| entry.value.value() == Some(Value::Text));
    let mut rows = Rows::default();
    for entry in texts {
        let mut cells = vec![(rows.column(KEY, entry.key.span), cell(&entry.key))];
        cells.push((rows.column(TEXT, entry.key.span), cell(&entry.value)));
        rows.all.push(Row::sparse(entry.key.span, cells));
    }
    if !rows.all.is_empty() {
        tables.push(rows.into_table(path, node.span));
    }
    for entry in entries {
        find_texts(&entry.value, &joined(path, entry), depth, tables);
    }
}

fn is_map(node: &Node<'_>) -> bool {
    matches!(node.kind, Kind::Map(_))
}

/// Whether a map is one from names to objects that have something in common, or at least a text.
fn is_map_of_objects(entries: &[Entry<'_>]) -> bool {
    let is_object = |entry: &Entry<'_>| match &entry.value.kind {
        Kind::Map(members) => members.iter().any(|member| member.value.text().is_some() || is_texts(&member.value)),
        _ => false,
    };
    !entries.is_empty() && entries.iter().all(is_object) && (entries.len() > 1 || has_text(&entries[0].value))
}

fn has_text(node: &Node<'_>) -> bool {
    matches!(&node.kind, Kind::Map(members) if members.iter().any(|member| member.value.value() == Some(Value::Text)))
}

/// Whether a node is a list of texts.
fn is_texts(node: &Node<'_>) -> bool {
    matches!(&node.kind, Kind::List(elements) if !elements.is_empty() && elements.iter().all(|it| it.text().is_some()))
}

fn joined(path: &str, entry: &Entry<'_>) -> String {
    let name = entry.key.text().map_or("", |name| &**name);
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn cell(node: &Node<'_>) -> Cell {
    Cell::new(node.text().map_or("", |text| &**text), node.span)
}

/// Rows with the columns that their members are in.
#[derive(Default)]
struct Rows {
    columns: HashMap<String, usize>,
    headings: Vec<Cell>,
    all: Vec<Row>,
    /// Members that were reported.
    reported: Vec<String>,
}

impl Rows {
    fn into_table(self, path: &str, span: Span) -> Table {
        let title = Some(path.to_owned()).filter(|path| !path.is_empty());
        Table { title, span, headings: self.headings, rows: self.all }
    }

    fn column(&mut self, name: &str, span: Span) -> usize {
        let next = self.headings.len();
        if let Some(column) = self.columns.get(name) {
            return *column;
        }
        self.columns.insert(name.to_owned(), next);
        self.headings.push(Cell { text: name.to_owned(), span });
        next
    }

    /// Adds a row for an object, and for each object that is a part of it.
    fn add(&mut self, node: &Node<'_>, key: Option<&Node<'_>>, sink: &mut Sink) {
        let Kind::Map(members) = &node.kind else {
            sink.report(RuleId::NotImported, node.span, format!("this is {} among objects", node.describe()));
            return;
        };
        let mut cells = Vec::new();
        if let Some(key) = key {
            cells.push((self.column(KEY, key.span), cell(key)));
        }
        self.add_members(members, "", MAX_DEPTH, &mut cells, sink);
        let span = key.map_or(node.span, |key| key.span);
        let parts: Vec<_> = members.iter().filter(|member| is_part(member, members)).collect();
        self.all.push(Row::sparse(span, cells.clone()));
        for part in parts {
            self.add_parts(part, key, members, sink);
        }
    }

    /// The objects of a member that has some: `PARENT.CHILD`, whose texts follow those of the parent.
    fn add_parts(&mut self, part: &Entry<'_>, key: Option<&Node<'_>>, members: &[Entry<'_>], sink: &mut Sink) {
        let (Kind::Map(children), Some(parent)) = (&part.value.kind, key) else { return };
        for child in children {
            let Kind::Map(own) = &child.value.kind else { continue };
            let name = format!("{}.{}", cell(parent).text, cell(&child.key).text);
            let mut cells = vec![(self.column(KEY, child.key.span), Cell::new(&name, child.key.span))];
            self.add_members(own, "", MAX_DEPTH, &mut cells, sink);
            for member in own.iter().filter(|member| is_texts(&member.value)) {
                let same = members.iter().find(|it| it.key.text() == member.key.text()).map(|it| &it.value);
                let column = self.column(&joined("", member), member.key.span);
                if let (Some(first), Some((_, cell))) = (same, cells.iter_mut().find(|(at, _)| *at == column)) {
                    cell.text = format!("{} {}", list_text(first), cell.text);
                }
            }
            self.all.push(Row::sparse(child.key.span, cells));
        }
    }

    fn add_members(
        &mut self,
        members: &[Entry<'_>],
        path: &str,
        depth: usize,
        cells: &mut Vec<(usize, Cell)>,
        sink: &mut Sink,
    ) {
        for member in members {
            let name = joined(path, member);
            match &member.value.kind {
                Kind::Scalar(_) => {
                    let column = self.column(&name, member.key.span);
                    cells.push((column, cell(&member.value)));
                }
                Kind::List(texts) if is_texts(&member.value) => {
                    let column = self.column(&name, member.key.span);
                    cells.push((column, Cell::new(&list_text(&member.value), texts[0].span)));
                }
                Kind::List(elements) if elements.is_empty() || elements.iter().any(is_text_or_param) => {}
                Kind::Map(_) if path.is_empty() && is_part(member, members) => {}
                Kind::Map(inner) if depth > 0 => self.add_members(inner, &name, depth - 1, cells, sink),
                _ => self.report(&name, member, sink),
            }
        }
    }

    /// Reports a member that isn't read, once for all rows.
    fn report(&mut self, name: &str, member: &Entry<'_>, sink: &mut Sink) {
        if !self.reported.iter().any(|known| known == name) {
            self.reported.push(name.to_owned());
            let text = format!("`{name}` is {}, which is not read", member.value.describe());
            sink.report(RuleId::LeftOut, member.key.span, text);
        }
    }
}

/// Whether a member holds objects that have a member in common with the one it belongs to.
fn is_part(member: &Entry<'_>, members: &[Entry<'_>]) -> bool {
    let Kind::Map(children) = &member.value.kind else { return false };
    let has_common = |child: &Entry<'_>| match &child.value.kind {
        Kind::Map(own) => {
            own.iter().any(|it| is_texts(&it.value) && members.iter().any(|of| of.key.text() == it.key.text()))
        }
        _ => false,
    };
    !children.is_empty() && children.iter().all(has_common)
}

/// A piece of a message, as errcat's own JSON has beside its text.
fn is_text_or_param(node: &Node<'_>) -> bool {
    matches!(&node.kind, Kind::Map(members) if members.iter().any(|it| it.key.text().is_some_and(|it| it == "param")))
}

/// The texts of a list, each on a line.
fn list_text(node: &Node<'_>) -> String {
    let Kind::List(elements) = &node.kind else { return node.text().map_or(String::new(), ToString::to_string) };
    let texts = elements.iter().filter_map(Node::text).map(|text| &**text);
    texts.collect::<Vec<_>>().join("\n")
}
