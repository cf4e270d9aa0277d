//! Operations, and groups of codes.

use random_catalogues::{Choices, Node};

use super::{Planter, missing_code, planter};
use crate::catalogue::Catalogue;

pub const ALL: &[Planter] = &[
    planter("missing-key", "an operation without codes", |it, choices| {
        let about = choices.pick(&[Node::map::<&str>([]), Node::map([("errors", Node::plain(""))])]);
        it.section("operations", choices)?.insert(Node::from("planted").marked(), about, choices)
    }),
    planter("missing-key", "a list without codes", |it, choices| {
        let errors = Node::list::<Node>([]).marked();
        if choices.chance(50) {
            return it.section("groups", choices)?.insert("planted", errors, choices);
        }
        operation(it, "planted", errors, choices)
    }),
    planter("invalid-name", "the name of an operation or a group", |it, choices| {
        let name = Node::from(choices.pick(&["two words", "é", "--", "a+b"])).marked();
        let code = it.code(choices)?.0.clone();
        if choices.chance(50) {
            return it.section("groups", choices)?.insert(name, Node::list([code]), choices);
        }
        it.section("operations", choices)?.insert(name, Node::map([("errors", Node::list([code]))]), choices)?;
        allow_unused(it, choices)
    }),
    planter("unknown-code", "a code of an operation or a group that is not there", |it, choices| {
        let code = missing_code(it, choices)?;
        if choices.chance(50) {
            return it.section("groups", choices)?.insert("planted", Node::list([code]), choices);
        }
        operation(it, "planted", Node::list([code]), choices)
    }),
    planter("duplicate-name", "a code twice in a list", |it, choices| {
        let code = it.code(choices)?.0.clone().marked();
        operation(it, "planted", Node::list([code.clone(), code]), choices)
    }),
    planter("duplicate-name", "a group with the name of a code", |it, choices| {
        let (key, _) = it.code(choices)?;
        let listed = key.clone();
        key.mark();
        let name = key.clone();
        it.section("groups", choices)?.insert(name, Node::list([listed]), choices)
    }),
    planter("circular-group", "a group in itself", |it, choices| {
        let group = Node::list([Node::from("planted").marked()]);
        it.section("groups", choices)?.insert("planted", group, choices)
    }),
    planter("circular-group", "a group in one that it contains", |it, choices| {
        // The first one is followed to the end.
        let groups = it.section("groups", choices)?.entries_mut()?;
        groups.push(("planted".into(), Node::list(["planted-too"])));
        groups.push(("planted-too".into(), Node::list([Node::from("planted").marked()])));
        Some(())
    }),
    planter("duplicate-rust-name", "two operations or groups", |it, choices| {
        let code = it.code(choices)?.0.clone();
        let is_group = choices.chance(50);
        for name in ["planted-1", "planted1"] {
            let name = Node::from(name).marked();
            let errors = Node::list([code.clone()]);
            if is_group {
                it.section("groups", choices)?.insert(name, errors, choices)?;
            } else {
                it.section("operations", choices)?.insert(name, Node::map([("errors", errors)]), choices)?;
            }
        }
        allow_unused(it, choices)
    }),
    planter("unused-code", "a code in no operation", |it, choices| {
        if !it.root.has("operations") {
            return None;
        }
        it.section("lints", choices)?.set("unused-code", "warn".into(), choices)?;
        it.spare.0.mark();
        it.spare.1.remove("allow");
        it.add_spare(choices)
    }),
];

/// An operation with these codes.
fn operation(it: &mut Catalogue, name: &str, errors: Node, choices: &mut Choices) -> Option<()> {
    it.section("operations", choices)?.insert(name, Node::map([("errors", errors)]), choices)?;
    allow_unused(it, choices)
}

/// The other codes may be in no operation.
fn allow_unused(it: &mut Catalogue, choices: &mut Choices) -> Option<()> {
    it.section("lints", choices)?.set("unused-code", "allow".into(), choices)
}
