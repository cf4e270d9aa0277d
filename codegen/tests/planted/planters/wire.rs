//! Mistakes in what a catalogue says about the wire.

use random_catalogues::{Choices, Node, Value};

use super::{Planter, missing_code, planter};
use crate::catalogue::Catalogue;

pub const ALL: &[Planter] = &[
    planter("missing-key", "an envelope without the code", |it, choices| {
        let envelope = Node::map([("message", Node::from("msg"))]);
        it.root.get("catalogue")?.set("wire", envelope, choices)?;
        it.root.get("catalogue")?.entry("wire")?.0.mark();
        Some(())
    }),
    planter("duplicate-name", "a member twice in an envelope", |it, choices| {
        let mut keys = [("code", Node::from("type").marked()), ("params", Node::from("type").marked())];
        choices.shuffle(&mut keys);
        it.root.get("catalogue")?.set("wire", Node::map(keys), choices)
    }),
    planter("invalid-name", "a member that can't have this name", |it, choices| {
        let key = choices.pick(&["message", "params", "status"]);
        let name = choices.pick(&["", "a\tb", "\u{7f}", "\n"]);
        envelope(it, key, Value::Quoted(name.to_owned()).into(), choices)
    }),
    planter("invalid-name", "a path that leads nowhere", |it, choices| {
        let path = choices.pick(&[
            "a..b",
            ".a",
            "a.",
            "errors[1]",
            "errors[0",
            "[0]",
            "errors.0",
            "a[0][0]",
            "a[0]b",
            "a.\u{7f}",
        ]);
        envelope(it, "at", Value::Quoted(path.to_owned()).into(), choices)
    }),
    planter("missing-number", "an envelope with the number of codes that have none", |it, choices| {
        it.codes()?.iter_mut().for_each(|(_, code)| drop(code.remove("number")));
        let envelope = Node::map([("number", Node::from("code").marked())]);
        it.root.get("catalogue")?.set("wire", envelope, choices)
    }),
    planter("wrong-type", "shared numbers in an envelope", |it, choices| {
        it.code_with("number", choices)?;
        let about = it.root.get("catalogue")?;
        about.set("wire", Node::map([("number", Node::from("code"))]), choices)?;
        about.insert("numbers", Node::from("shared").marked(), choices)
    }),
    planter("missing-key", "fallbacks without `else`", |it, choices| {
        let statuses = choices.pick(&["429", "5xx"]);
        let code = public_code(it, choices)?;
        it.root.get("catalogue")?.set("fallback", Node::map([(statuses, code)]), choices)?;
        it.root.get("catalogue")?.entry("fallback")?.0.mark();
        Some(())
    }),
    planter("invalid-http-status", "a fallback for a status that is no error", |it, choices| {
        let status = choices.pick(&["399", "600", "200", "0429", "42", "99999999999"]);
        let status = choices.pick(&[Node::from(status), Value::Quoted(status.to_owned()).into()]);
        let code = public_code(it, choices)?;
        fallback(it, status.marked(), code, choices)
    }),
    planter("unknown-code", "a fallback for a status that is not there", |it, choices| {
        let code = missing_code(it, choices)?;
        let statuses = choices.pick(&["429", "4xx"]);
        fallback(it, statuses.into(), code, choices)
    }),
    planter("internal-fallback", "an internal code and no fallback", |it, choices| {
        it.root.get("catalogue")?.remove("fallback");
        it.codes()?.iter_mut().for_each(|(_, code)| drop(code.remove("internal")));
        it.code(choices)?.1.set("internal", Node::plain("true").marked(), choices)
    }),
    planter("internal-fallback", "a fallback that is internal", |it, choices| {
        let (name, code) = it.code(choices)?;
        code.set("internal", Node::plain("true"), choices)?;
        let name = Node::from(name.text()?.to_owned()).marked();
        it.root.get("catalogue")?.set("fallback", name, choices)
    }),
];

/// An envelope with this value, in which there is a mistake.
fn envelope(it: &mut Catalogue, key: &str, value: Node, choices: &mut Choices) -> Option<()> {
    let mut keys = [("code", Node::from("type")), (key, value.marked())];
    choices.shuffle(&mut keys);
    it.root.get("catalogue")?.set("wire", Node::map(keys), choices)
}

/// The name of a code that can be a fallback.
fn public_code(it: &mut Catalogue, choices: &mut Choices) -> Option<Node> {
    let (name, code) = it.code(choices)?;
    code.remove("internal");
    Some(name.clone())
}

/// Fallbacks with this one among them.
fn fallback(it: &mut Catalogue, status: Node, code: Node, choices: &mut Choices) -> Option<()> {
    let other = public_code(it, choices)?;
    let mut fallbacks = [(Node::from("else"), other), (status, code)];
    choices.shuffle(&mut fallbacks);
    it.root.get("catalogue")?.set("fallback", Node::map(fallbacks), choices)
}
