//! Unknown, missing and duplicate keys.

use random_catalogues::{Choices, Mark, Node};

use super::{Planter, misspelt, planter};
use crate::catalogue::Catalogue;

pub const ALL: &[Planter] = &[
    planter("unknown-key", "a key that no map has", |it, choices| unknown(it, "zzqqxx", choices)),
    planter("unknown-key", "a merge key", |it, choices| unknown(it, "<<", choices)),
    planter("unknown-key", "a misspelt key", misspelt_key),
    planter("unknown-key", "a merge key among names", |it, choices| {
        let paths: Vec<_> = it.root.maps().into_iter().filter(|path| is_authors(path)).collect();
        it.root.at(&choices.pick(&paths))?.insert(Node::from("<<").marked(), Node::map::<&str>([]), choices)
    }),
    planter("wrong-type", "a list or a map as a key", |it, choices| {
        let path = choices.pick(&it.root.maps());
        let key = choices.pick(&[Node::list(["a", "b"]), Node::map([("a", Node::from("b"))]), Node::list::<Node>([])]);
        it.root.at(&path)?.insert(key.marked(), "x".into(), choices)
    }),
    planter("duplicate-key", "a key twice", duplicate),
    planter("missing-key", "a catalogue without `errcat`", |it, choices| top(it, "errcat", choices)),
    planter("missing-key", "a catalogue without `catalogue`", |it, choices| top(it, "catalogue", choices)),
    planter("missing-key", "a catalogue without `codes`", |it, choices| top(it, "codes", choices)),
    planter("missing-key", "no codes", |it, _| {
        let (key, codes) = it.root.entry("codes")?;
        key.mark();
        codes.entries_mut()?.clear();
        it.root.get("catalogue")?.remove("fallback");
        Some(())
    }),
    planter("missing-key", "a catalogue without a name", |it, choices| {
        let (key, about) = it.root.entry("catalogue")?;
        key.mark();
        lose(about, "name", choices)
    }),
    planter("missing-key", "a code without a status", |it, choices| {
        let (key, code) = it.code(choices)?;
        key.mark();
        lose(code, "http_status", choices)
    }),
    planter("missing-key", "a code without a message", |it, choices| {
        let (key, code) = it.code(choices)?;
        key.mark();
        lose(code, "message", choices)
    }),
    planter("missing-key", "a param without a type", |it, choices| {
        let about = choices.pick(&[
            Node::plain(""),
            Node::map([("type", Node::plain(""))]),
            Node::map([("description", "text".into())]),
            Node::map::<&str>([]),
        ]);
        it.declare_param(Node::from("planted").marked(), about, choices)
    }),
    planter("missing-key", "an attribute without values and type", |it, choices| {
        it.declare_attribute("planted", Node::map([("description", "text".into())]), &"x".into(), choices)?;
        it.root.get("attributes")?.entry("planted")?.0.mark();
        Some(())
    }),
];

/// Whether the author chooses the keys of a map.
fn is_authors(path: &[String]) -> bool {
    match path {
        [part] => ["params", "attributes", "lints", "groups", "operations", "codes"].contains(&&**part),
        [_, _, part] => part == "attributes",
        _ => false,
    }
}

fn maps_of_the_format(it: &Catalogue) -> Vec<Vec<String>> {
    it.root.maps().into_iter().filter(|path| !is_authors(path)).collect()
}

fn unknown(it: &mut Catalogue, key: &str, choices: &mut Choices) -> Option<()> {
    let path = choices.pick(&maps_of_the_format(it));
    let value = choices.pick(&[
        "text".into(),
        1.into(),
        Node::plain(""),
        Node::list(["a"]),
        Node::map([("b", Node::from("c"))]),
        Node::list::<Node>([]),
    ]);
    it.root.at(&path)?.insert(Node::from(key).marked(), value, choices)
}

/// One typo is one finding: what was meant is neither missing nor unused.
fn misspelt_key(it: &mut Catalogue, choices: &mut Choices) -> Option<()> {
    let path = choices.pick(&maps_of_the_format(it));
    let entries = it.root.at(&path)?.entries_mut()?;
    let at = choices.below(entries.len().max(1));
    let (key, _) = entries.get_mut(at)?;
    // Of a status, any other number is another status.
    if path.last().is_some_and(|map| map == "fallback") && key.text()?.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    *key = Node::from(misspelt(key.text()?)).marked();
    Some(())
}

fn duplicate(it: &mut Catalogue, choices: &mut Choices) -> Option<()> {
    let path = choices.pick(&it.root.maps());
    let entries = it.root.at(&path)?.entries_mut()?;
    let first = choices.below(entries.len().max(1));
    let (key, value) = entries.get(first)?.clone();
    let second = first + 1 + choices.below(entries.len() - first);
    entries.insert(second, (key.marked(), value));
    Some(())
}

/// Removes a value from a map, or the whole entry.
fn lose(map: &mut Node, key: &str, choices: &mut Choices) -> Option<()> {
    if choices.chance(40) {
        *map.get(key)? = Node::plain("");
    } else {
        map.remove(key)?;
    }
    Some(())
}

fn top(it: &mut Catalogue, key: &str, choices: &mut Choices) -> Option<()> {
    it.root.mark = Mark::File;
    lose(&mut it.root, key, choices)
}
