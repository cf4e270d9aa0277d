//! Invalid and duplicate names.

use random_catalogues::{Choices, NAMES, Node, Value};

use super::{Planter, planter};

const NOT_NAMES: &[&str] = &["two words", "é", "--", "a+b", "日本", "x,y"];

pub const ALL: &[Planter] = &[
    planter("invalid-name", "a code's name", |it, choices| {
        it.spare.0 = not_a_name(choices);
        it.add_spare(choices)
    }),
    planter("invalid-name", "an alias", |it, choices| {
        let name = not_a_name(choices);
        it.code(choices)?.1.insert_item("aliases", name, choices)
    }),
    planter("invalid-name", "a reserved name", |it, choices| {
        let name = not_a_name(choices);
        it.root.insert_item("reserved", name, choices)
    }),
    planter("invalid-name", "a name in Rust", |it, choices| {
        let name = choices.pick(&["not_pascal", "two Words", "É", "2nd", ""]);
        let name = if name.is_empty() { Value::Quoted(String::new()).into() } else { Node::from(name) };
        it.code(choices)?.1.set("rust_name", name.marked(), choices)
    }),
    planter("duplicate-rust-name", "two codes", |it, choices| {
        let (key, code) = it.code(choices)?;
        let names = NAMES.iter().find(|names| key.text() == Some(names.0))?;
        // The code's name in Rust: its `rust_name`, or what its name on the wire becomes.
        let variant = if let Some(name) = code.get("rust_name") {
            name.mark();
            name.text()?.to_owned()
        } else {
            key.mark();
            names.2.to_owned()
        };
        let derives = !code.has("rust_name") && choices.chance(50);
        if derives || !variant.bytes().all(|b| b.is_ascii_alphanumeric()) {
            it.spare.0 = names.1.into();
            it.spare.1.remove("rust_name");
            it.spare.0.mark();
            if variant != names.2 {
                return None;
            }
        } else {
            it.spare.1.set("rust_name", Node::from(variant).marked(), choices)?;
        }
        it.add_spare(choices)
    }),
    planter("duplicate-rust-name", "two values of an attribute", |it, choices| {
        let mut words: Vec<_> = ["on-call".into(), "OnCall".into()].map(Node::marked).into();
        words.push("x".into());
        choices.shuffle(&mut words);
        it.declare_attribute("planted", Node::map([("values", Node::list(words))]), &"x".into(), choices)
    }),
    planter("duplicate-rust-name", "two attributes", |it, choices| {
        for name in ["planted_1", "planted1"] {
            let about = Node::map([("values", Node::list(["x", "y"]))]);
            it.declare_attribute(name, about, &"y".into(), choices)?;
            it.root.get("attributes")?.entry(name)?.0.mark();
        }
        Some(())
    }),
    planter("duplicate-name", "an alias that is a code", |it, choices| {
        let (key, _) = it.code(choices)?;
        key.mark();
        let name = key.clone();
        it.code(choices)?.1.insert_item("aliases", name, choices)
    }),
    planter("duplicate-name", "an alias twice", |it, choices| {
        for _ in 0..2 {
            it.code(choices)?.1.insert_item("aliases", Node::from("Planted").marked(), choices)?;
        }
        Some(())
    }),
    planter("duplicate-name", "a reserved name that is a code", |it, choices| {
        let (key, _) = it.code(choices)?;
        key.mark();
        let name = key.clone();
        it.root.insert_item("reserved", name, choices)
    }),
    planter("duplicate-name", "a reserved name that is an alias", |it, choices| {
        it.code(choices)?.1.insert_item("aliases", Node::from("Planted").marked(), choices)?;
        it.root.insert_item("reserved", Node::from("Planted").marked(), choices)
    }),
    planter("duplicate-name", "a reserved name twice", |it, choices| {
        it.root.insert_item("reserved", Node::from("Planted").marked(), choices)?;
        it.root.insert_item("reserved", Node::from("Planted").marked(), choices)
    }),
    planter("duplicate-name", "a param twice in a list", |it, choices| {
        let params = it.root.get("params")?.keys();
        let (_, code) = it.code(choices)?;
        let name = choices.pick(&params);
        if let Some(items) = code.get("params").and_then(Node::items) {
            items.retain(|item| item.text() != Some(&name));
        }
        code.insert_item("params", Node::from(name.clone()).marked(), choices)?;
        code.insert_item("params", Node::from(name).marked(), choices)
    }),
    planter("duplicate-name", "a value twice in an attribute", |it, choices| {
        let mut words: Vec<_> = ["on-call".into(), "on-call".into()].map(Node::marked).into();
        words.push("x".into());
        choices.shuffle(&mut words);
        it.declare_attribute("planted", Node::map([("values", Node::list(words))]), &"on-call".into(), choices)
    }),
];

fn not_a_name(choices: &mut Choices) -> Node {
    let long = "n".repeat(257);
    let at = choices.below(NOT_NAMES.len() + 1);
    Node::from(NOT_NAMES.get(at).copied().unwrap_or(&long)).marked()
}
