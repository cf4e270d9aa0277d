//! Params and attributes: their names, and their use in codes.

use random_catalogues::Node;

use super::{Planter, misspelt, planter};

pub const ALL: &[Planter] = &[
    planter("invalid-name", "a param's name", |it, choices| {
        let name = choices.pick(&["Planted", "plan ted", "planted_", "é", "2nd"]);
        it.declare_param(Node::from(name).marked(), "string".into(), choices)
    }),
    planter("invalid-name", "an attribute's name", |it, choices| {
        let name = choices.pick(&["Planted", "plan ted", "planted_", "é", "2nd"]);
        it.declare_attribute(name, Node::map([("type", "string".into())]), &"x".into(), choices)?;
        it.root.get("attributes")?.entry(name)?.0.mark();
        Some(())
    }),
    planter("invalid-name", "a value of an attribute", |it, choices| {
        let mut about = Node::map([("values", Node::list(["x"]))]);
        about.insert_item("values", Node::from(choices.pick(&["two words", "é", "--"])).marked(), choices)?;
        it.declare_attribute("planted", about, &"x".into(), choices)
    }),
    planter("unknown-param", "a param in a list that is not declared", |it, choices| {
        it.code(choices)?.1.insert_item("params", Node::from("zork").marked(), choices)
    }),
    planter("unknown-param", "a misspelt param in a list", |it, choices| {
        let mut listed: Vec<_> = it.code_with("params", choices)?.1.get("params")?.items()?.iter_mut().collect();
        let at = choices.below(listed.len());
        *listed[at] = Node::from(misspelt(listed[at].text()?)).marked();
        Some(())
    }),
    planter("several-violations", "a code with two params of this type", |it, choices| {
        let names = ["planted", "planted_too"];
        let (key, code) = it.code(choices)?;
        for name in names {
            code.insert_item("params", name.into(), choices)?;
        }
        key.mark();
        names.into_iter().try_for_each(|name| it.section("params", choices)?.insert(name, "violations".into(), choices))
    }),
    planter("invalid-attribute", "an attribute that is not declared", |it, choices| {
        let (_, code) = it.code(choices)?;
        if !code.has("attributes") {
            code.insert("attributes", Node::map::<&str>([]), choices)?;
        }
        code.get("attributes")?.insert(Node::from("zork").marked(), "x".into(), choices)
    }),
    planter("invalid-attribute", "a misspelt attribute", |it, choices| {
        let given = it.code_with("attributes", choices)?.1.get("attributes")?.entries_mut()?;
        let at = choices.below(given.len());
        let (key, _) = given.get_mut(at)?;
        *key = Node::from(misspelt(key.text()?)).marked();
        Some(())
    }),
    planter("invalid-attribute", "a value that the attribute doesn't have", |it, choices| {
        let about = Node::map([("values", Node::list(["aa", "bb"]))]);
        it.declare_attribute("planted", about, &"aa".into(), choices)?;
        let value = choices.pick(&["cc".into(), 1.into(), true.into(), Node::plain("~")]);
        it.code(choices)?.1.get("attributes")?.set("planted", value.marked(), choices)
    }),
    planter("invalid-attribute", "a default that the attribute doesn't have", |it, choices| {
        let about = Node::map([("values", Node::list(["aa", "bb"])), ("default", Node::from("cc").marked())]);
        it.declare_attribute("planted", about, &"aa".into(), choices)
    }),
    planter("invalid-attribute", "values and a type", |it, choices| {
        let about = Node::map([("values", Node::list(["aa", "bb"])), ("type", Node::from("string").marked())]);
        it.declare_attribute("planted", about, &"aa".into(), choices)
    }),
    planter("invalid-attribute", "no values", |it, choices| {
        let about = Node::map([("values", Node::list::<Node>([]).marked())]);
        it.declare_attribute("planted", about, &"aa".into(), choices)
    }),
    planter("missing-attribute", "a code without an attribute", |it, choices| {
        let about = choices.pick(&[
            Node::map([("values", Node::list(["aa", "bb"]))]),
            Node::map([("type", "string".into())]),
            Node::map([("type", "string".into()), ("default", Node::plain(""))]),
        ]);
        it.declare_attribute("planted", about, &"aa".into(), choices)?;
        let (key, code) = it.code(choices)?;
        key.mark();
        let given = code.get("attributes")?;
        if choices.chance(40) {
            *given.get("planted")? = Node::plain("");
        } else {
            given.remove("planted")?;
            if given.entries().is_empty() && choices.chance(50) {
                code.remove("attributes")?;
            }
        }
        Some(())
    }),
];
