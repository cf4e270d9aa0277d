//! Values of the wrong type.

use random_catalogues::{Choices, Node, Value};

use super::{Planter, missing_code, planter};
use crate::catalogue::Catalogue;

/// The type that a key expects.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Text,
    Number,
    Boolean,
    Word,
    List,
    Map,
    /// A text or a map, but no boolean.
    Deprecated,
    TextOrMap,
    WordOrMap,
}

/// The keys of the format; `*` is a name that the author chooses.
const FIELDS: &[(&str, Kind)] = &[
    ("catalogue", Kind::Map),
    ("catalogue name", Kind::Text),
    ("catalogue description", Kind::Text),
    ("catalogue docs_url", Kind::Text),
    ("catalogue domain", Kind::Text),
    ("catalogue wire", Kind::WordOrMap),
    ("catalogue wire at", Kind::Text),
    ("catalogue wire *", Kind::Text),
    ("catalogue fallback", Kind::TextOrMap),
    ("catalogue fallback *", Kind::Text),
    ("outputs", Kind::Map),
    ("outputs rust", Kind::Map),
    ("outputs rust path", Kind::Text),
    ("outputs rust features", Kind::List),
    ("outputs rust exhaustive", Kind::Boolean),
    ("params", Kind::Map),
    ("params *", Kind::Word),
    ("params * type", Kind::Word),
    ("params * description", Kind::Text),
    ("params * sensitive", Kind::Boolean),
    ("attributes", Kind::Map),
    ("attributes *", Kind::Map),
    ("attributes * type", Kind::Word),
    ("attributes * description", Kind::Text),
    ("reserved", Kind::List),
    ("accepted", Kind::List),
    ("lints", Kind::Map),
    ("lints *", Kind::Word),
    ("groups", Kind::Map),
    ("groups *", Kind::List),
    ("operations", Kind::Map),
    ("operations *", Kind::Map),
    ("operations * description", Kind::Text),
    ("operations * errors", Kind::List),
    ("operations * exhaustive", Kind::Boolean),
    ("codes", Kind::Map),
    ("codes *", Kind::Map),
    ("codes * http_status", Kind::Number),
    ("codes * message", Kind::Text),
    ("codes * description", Kind::Text),
    ("codes * params", Kind::List),
    ("codes * attributes", Kind::Map),
    ("codes * deprecated", Kind::Deprecated),
    ("codes * deprecated since", Kind::Text),
    ("codes * deprecated note", Kind::Text),
    ("codes * deprecated replaced_by", Kind::Text),
    ("codes * aliases", Kind::List),
    ("codes * number", Kind::Number),
    ("codes * docs_url", Kind::Text),
    ("codes * rust_name", Kind::Text),
    ("codes * grpc", Kind::Word),
    ("codes * allow", Kind::List),
];

/// The lists of texts.
const LISTS: &[&str] = &[
    "outputs rust features",
    "reserved",
    "attributes * values",
    "groups *",
    "operations * errors",
    "codes * params",
    "codes * aliases",
    "codes * allow",
];

pub const ALL: &[Planter] = &[
    planter("wrong-type", "a value of another type", wrong_type),
    planter("wrong-type", "an item of a list that is no text", |it, choices| {
        let (path, key) = resolve(it, choices.pick(LISTS), choices)?;
        let map = it.root.at(&path)?;
        if key == "values" && !map.has(&key) {
            return None;
        }
        let item = not_text(choices);
        map.insert_item(&key, item.marked(), choices)
    }),
    planter("wrong-type", "a value of an attribute of another type", |it, choices| {
        let (kind, good, bad): (&str, Node, Vec<Node>) = choices.pick(&[
            ("integer", (-3).into(), vec!["x".into(), "1.5".into(), true.into(), Value::Quoted("3".into()).into()]),
            ("unsigned", 3.into(), vec!["x".into(), (-3).into(), Node::list(["a"])]),
            ("boolean", true.into(), vec!["x".into(), 1.into(), Value::Quoted("true".into()).into()]),
            ("string", "x".into(), vec![Node::list(["a"]), Node::map::<&str>([]), Value::Tagged("x").into()]),
        ]);
        let mut about = Node::map([("type", kind.into())]);
        let bad = choices.pick(&bad).marked();
        if choices.chance(30) {
            about.insert("default", bad, choices)?;
            return it.declare_attribute("planted", about, &good, choices);
        }
        it.declare_attribute("planted", about, &good, choices)?;
        it.code(choices)?.1.get("attributes")?.set("planted", bad, choices)
    }),
    planter("invalid-http-status", "a number that is no status", |it, choices| {
        let status = choices.pick(&[99, 600, 0, 199, 70_000, -1]);
        it.code(choices)?.1.set("http_status", Node::from(status).marked(), choices)
    }),
    planter("unsupported-version", "another format", |it, choices| {
        let version = choices.pick(&[
            2.into(),
            0.into(),
            "one".into(),
            Value::Quoted("1".into()).into(),
            Node::plain("1.0"),
            Node::list(["1"]),
        ]);
        it.root.set("errcat", version.marked(), choices)
    }),
    planter("unsupported-version", "another format and other mistakes", |it, choices| {
        let (path, key) = resolve(it, choices.pick(FIELDS).0, choices)?;
        it.root.at(&path)?.set(&key, Value::Tagged("x").into(), choices)?;
        it.root.set("errcat", Node::from(2).marked(), choices)
    }),
    planter("unknown-code", "a fallback that is not there", |it, choices| {
        let name = missing_code(it, choices)?;
        it.root.get("catalogue")?.set("fallback", name, choices)
    }),
    planter("unknown-code", "a replacement that is not there", |it, choices| {
        let name = missing_code(it, choices)?;
        it.code(choices)?.1.set("deprecated", Node::map([("replaced_by", name)]), choices)
    }),
    planter("duplicate-number", "a number twice", |it, choices| {
        let [(_, first), (_, second)] = it.two_codes(choices)?;
        let number = first.get("number")?;
        second.set("number", number.clone().marked(), choices)?;
        number.mark();
        Some(())
    }),
    planter("missing-number", "a code without a number", |it, choices| {
        let [(key, code), _] = it.two_codes(choices)?;
        key.mark();
        code.remove("number").map(|_| ())
    }),
    planter("unknown-lint", "a lint that is not there", |it, choices| {
        let name = choices.pick(&["no-such-lint", "mesage-style", "wrong-type"]);
        it.section("lints", choices)?.insert(Node::from(name).marked(), "warn".into(), choices)
    }),
    planter("unknown-lint", "a lint that no code can switch off", |it, choices| {
        let name = choices.pick(&["no-such-lint", "mesage-style", "unused-param", "unused-attribute"]);
        it.code(choices)?.1.insert_item("allow", Node::from(name).marked(), choices)
    }),
];

fn wrong_type(it: &mut Catalogue, choices: &mut Choices) -> Option<()> {
    let (pattern, kind) = choices.pick(FIELDS);
    let (path, key) = resolve(it, pattern, choices)?;
    let is_only = it.codes()?.len() == 1;
    let map = it.root.at(&path)?;
    // If one code has a number, the others need one too.
    if key == "number" && !map.has(&key) && !is_only {
        return None;
    }
    // An attribute has either words or a type.
    if pattern == "attributes * type" && !map.has(&key) {
        return None;
    }
    let map_of_texts = Node::map([("a", Node::from("b"))]);
    let value = match kind {
        Kind::Text => not_text(choices),
        Kind::Number => {
            let quoted = Value::Quoted("400".into()).into();
            choices.pick(&["x".into(), quoted, Node::plain("4.5"), true.into(), Node::list(["a"]), map_of_texts])
        }
        Kind::Boolean => choices.pick(&["maybe".into(), Value::Quoted("true".into()).into(), 1.into(), map_of_texts]),
        // A param with more than a type is a map.
        Kind::Word if pattern == "params *" => choices.pick(&["strng".into(), 1.into(), Node::list(["string"])]),
        Kind::Word => choices.pick(&["nothing".into(), 1.into(), Node::list(["warn"]), map_of_texts]),
        Kind::List => choices.pick(&["x".into(), 1.into(), true.into(), map_of_texts, Node::map::<&str>([])]),
        Kind::Map => choices.pick(&["x".into(), 1.into(), Node::list(["a"]), Node::list::<Node>([])]),
        Kind::Deprecated => choices.pick(&[true.into(), Node::list(["a"])]),
        Kind::TextOrMap => choices.pick(&[Node::list(["a"]), Node::list::<Node>([]), Value::Tagged("x").into()]),
        Kind::WordOrMap => {
            choices.pick(&["nothing".into(), 1.into(), Node::list(["kratos"]), Value::Tagged("x").into()])
        }
    };
    map.set(&key, value.marked(), choices)
}

/// The map that can hold a field of the format, and the field's key in it.
fn resolve(it: &mut Catalogue, pattern: &str, choices: &mut Choices) -> Option<(Vec<String>, String)> {
    let mut path: Vec<String> = Vec::new();
    for part in pattern.split(' ') {
        let names = it.root.at(&path)?.keys();
        path.push(match part {
            "*" if names.is_empty() => return None,
            "*" => choices.pick(&names),
            key => key.to_owned(),
        });
    }
    let key = path.pop()?;
    it.root.at(&path)?.entries_mut()?;
    Some((path, key))
}

fn not_text(choices: &mut Choices) -> Node {
    choices.pick(&[
        Node::list(["a"]),
        Node::list::<Node>([]),
        Node::map([("a", Node::from("b"))]),
        Node::map::<&str>([]),
        Node::list([Node::list(["a"])]),
        Value::Tagged("x").into(),
    ])
}
