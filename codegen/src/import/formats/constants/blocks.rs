//! Constants that belong together, and the maps from constants to more about them.

use std::collections::HashMap;
use std::ops::Range;

use super::values::{Part, Value};
use crate::diagnostics::Sink;
use crate::import::columns::{Field, fits};
use crate::import::names::listed;
use crate::rules::RuleId;
use crate::source::{FileId, Span};

/// Constants in one place: an enum, an object, a `const (…)`.
#[derive(Default)]
pub(super) struct Block {
    pub(super) title: Option<String>,
    pub(super) start: usize,
    pub(super) kind: Kind,
    pub(super) entries: Vec<Entry>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// All constants are of one kind.
    #[default]
    Regular,
    /// Statements, each kind of which is a block of its own.
    Loose,
    /// Keys that are constants of another block.
    Map,
    /// Cases of a function, which are codes only if they are constants of another block.
    Cases,
}

/// A constant.
#[derive(Default)]
pub(super) struct Entry {
    /// `None` for an element of a list.
    pub(super) name: Option<String>,
    pub(super) range: Range<usize>,
    pub(super) comment: Vec<String>,
    pub(super) is_deprecated: bool,
    /// `None` if the value has to be computed.
    pub(super) parts: Option<Vec<Part>>,
}

impl Entry {
    pub(super) fn comment_of(docs: &[&str], remark: Option<&str>) -> Vec<String> {
        docs.iter().copied().chain(remark).map(str::to_owned).collect()
    }

    fn shown(&self) -> &str {
        self.name.as_deref().unwrap_or("an element")
    }
}

/// The blocks without what can't be read, which is reported, and with what maps say about their constants.
pub(super) fn settle(mut blocks: Vec<Block>, file: FileId, sink: &mut Sink) -> Vec<Block> {
    for block in &mut blocks {
        let computed: Vec<_> = block.entries.extract_if(.., |entry| entry.parts.is_none()).collect();
        let rule = if block.kind == Kind::Regular { RuleId::NotImported } else { RuleId::LeftOut };
        report(&computed, rule, "not read: the value is neither a text, a number nor an object of them", file, sink);
        let without_text: Vec<_> = block.entries.iter_mut().filter_map(without_computed_texts).collect();
        report(&without_text, RuleId::LeftOut, "read without a text that is not written here", file, sink);
    }
    let blocks = blocks.into_iter().flat_map(by_kind_of_value).filter(|block| !block.entries.is_empty());
    let (maps, mut blocks): (Vec<_>, Vec<_>) = blocks.partition(|block| matches!(block.kind, Kind::Map | Kind::Cases));
    let mut index = Index::default();
    for (at, block) in blocks.iter().enumerate() {
        index.add(at, block);
    }
    for map in maps {
        if let Some(unknown) = join(map, &mut blocks, &index) {
            index.add(blocks.len(), &unknown);
            blocks.push(unknown);
        }
    }
    blocks.sort_by_key(|block| block.start);
    blocks
}

/// Takes out texts that only name something else. Returns the name of the entry that had some.
fn without_computed_texts(entry: &mut Entry) -> Option<Entry> {
    let is_text = |name: &String| [Field::Message, Field::Description].iter().any(|field| fits(name, field).is_some());
    let is_computed = |part: &Part| matches!(part.value, Value::Word(_)) && part.name.as_ref().is_some_and(is_text);
    let parts = entry.parts.as_mut()?;
    let count = parts.len();
    parts.retain(|part| !is_computed(part));
    let name = entry.name.clone();
    (parts.len() < count).then(|| Entry { name, range: entry.range.clone(), ..Entry::default() })
}

/// A block of statements as a block for each kind of value: errors among other constants are a table of their own.
fn by_kind_of_value(block: Block) -> Vec<Block> {
    if block.kind != Kind::Loose {
        return vec![block];
    }
    let kind = |entry: &Entry| {
        let kinds = entry.parts.iter().flatten().map(|part| (part.name.clone(), std::mem::discriminant(&part.value)));
        kinds.collect::<Vec<_>>()
    };
    let mut places = HashMap::new();
    let mut blocks: Vec<Block> = Vec::new();
    for entry in block.entries {
        let at = *places.entry(kind(&entry)).or_insert(blocks.len());
        if at == blocks.len() {
            blocks.push(Block { title: block.title.clone(), start: entry.range.start, ..Block::default() });
        }
        blocks[at].entries.push(entry);
    }
    blocks
}

fn report(entries: &[Entry], rule: RuleId, what: &str, file: FileId, sink: &mut Sink) {
    let Some(first) = entries.first() else { return };
    let verb = if entries.len() == 1 { "is" } else { "are" };
    let text = format!("{} {verb} {what}", listed(entries.iter().map(Entry::shown)));
    sink.report(rule, Span::new(file, first.range.clone()), text);
}

/// Adds what a map says to the block that has most of its keys. Returns a map of its own if there is none.
fn join(map: Block, blocks: &mut [Block], index: &Index) -> Option<Block> {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for (block, _) in map.entries.iter().flat_map(|entry| index.get(entry)) {
        *counts.entry(*block).or_default() += 1;
    }
    let best = counts.into_iter().max_by_key(|(block, count)| (*count, std::cmp::Reverse(*block)));
    let Some((at, _)) = best.filter(|(_, count)| *count * 2 >= map.entries.len()) else {
        return Some(map).filter(|map| map.kind == Kind::Map);
    };
    let block = &mut blocks[at];
    let column = column_of(&map, block);
    for mut entry in map.entries {
        for part in entry.parts.iter_mut().flatten() {
            part.name = part.name.take().or_else(|| Some(column.clone()));
        }
        match index.get(&entry).iter().find(|(of, _)| *of == at) {
            Some((_, place)) => {
                let parts = block.entries[*place].parts.get_or_insert_default();
                parts.extend(entry.parts.into_iter().flatten());
            }
            None if map.kind == Kind::Map => block.entries.push(entry),
            None => {}
        }
    }
    None
}

/// Where constants are, by their names and by their numbers: each with its block and its place in it.
#[derive(Default)]
struct Index(HashMap<String, Vec<(usize, usize)>>);

impl Index {
    fn add(&mut self, at: usize, block: &Block) {
        /// No name has so many meanings.
        const MAX_BLOCKS: usize = 16;
        for (place, entry) in block.entries.iter().enumerate() {
            let numbers = entry.parts.iter().flatten().filter_map(|part| match part.value {
                Value::Number(number) => Some(number.to_string()),
                _ => None,
            });
            for key in entry.name.clone().into_iter().chain(numbers) {
                let places = self.0.entry(key).or_default();
                if places.len() < MAX_BLOCKS {
                    places.push((at, place));
                }
            }
        }
    }

    /// The places of the constant that is the key of an entry.
    fn get(&self, entry: &Entry) -> &[(usize, usize)] {
        entry.name.as_ref().and_then(|name| self.0.get(last(name))).map_or(&[], Vec::as_slice)
    }
}

/// The last name of a path.
fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

/// The heading of the column that a map becomes: by its own name, or else the first one with texts has the messages.
fn column_of(map: &Block, block: &Block) -> String {
    let title = map.title.as_deref().unwrap_or("(map)");
    let title = title.strip_prefix("get").unwrap_or(title);
    let mut columns = block.entries.iter().flat_map(|entry| entry.parts.iter().flatten());
    let is_free = |name: &str| columns.clone().all(|part| part.name.as_deref() != Some(name));
    let fields = [Field::Message, Field::Description, Field::Help, Field::HttpStatus];
    if fields.iter().any(|field| fits(title, field).is_some()) && is_free(title) {
        return title.to_owned();
    }
    let is_message = |part: &Part| {
        part.name.as_ref().is_some_and(|name| fits(name, &Field::Message).is_some())
            || matches!(&part.value, Value::Text(text) if part.name.is_none() && text.contains(' '))
    };
    let first = map.entries.iter().flat_map(|entry| entry.parts.iter().flatten()).map(|part| &part.value).next();
    match first {
        Some(Value::Text(_)) if !columns.clone().any(is_message) => "message".to_owned(),
        Some(Value::Number(_) | Value::Word(_)) if columns.all(|part| part.name.as_deref() != Some("http status")) => {
            "http status".to_owned()
        }
        _ => title.to_owned(),
    }
}
