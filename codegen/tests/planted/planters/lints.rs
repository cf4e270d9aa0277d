//! What is legal but probably a mistake.

use random_catalogues::{Choices, Mark, Node, Value};

use super::{Planter, planter};
use crate::catalogue::Catalogue;

pub const ALL: &[Planter] = &[
    planter("message-style", "a message that starts with a capital", |it, choices| {
        let text = choices.pick(&["Planted", "A thing", "Éa é", "Ж ж", "Planted A."]);
        let text = if text.ends_with('.') { format!("{text}..") } else { text.to_owned() };
        let end = text.chars().next()?.len_utf8();
        style(it, text, 0..end, choices)
    }),
    planter("message-style", "a message that ends in a full stop", |it, choices| {
        let text = choices.pick(&["planted.", "1.5 of v2.", "é: wide 漢字。", "a... b."]);
        let (last, _) = text.char_indices().next_back()?;
        style(it, text.to_owned(), last..text.len(), choices)
    }),
    planter("message-style", "a message that ends in a line break", |it, choices| {
        let text = choices.pick(&["planted\n", "two\nlines\n"]);
        let (_, code) = it.code(choices)?;
        replace_message(code, Node::from(text).marked())
    }),
    planter("missing-description", "a code without a description", |it, choices| {
        it.section("lints", choices)?.set("missing-description", "warn".into(), choices)?;
        let (key, code) = it.code(choices)?;
        key.mark();
        code.remove("allow");
        match choices.below(3) {
            0 => code.remove("description").map(|_| ()),
            1 => code.set("description", Node::plain(""), choices),
            _ => code.set("description", Value::Quoted(" ".into()).into(), choices),
        }
    }),
    planter("similar-codes", "names that differ in a letter", |it, choices| {
        let (key, code) = it.code(choices)?;
        code.remove("allow");
        key.mark();
        let name = key.text()?;
        // Within a word, from its second letter on.
        let is_word = |part: &[u8]| part.iter().all(u8::is_ascii_lowercase);
        let words: Vec<_> =
            (0..name.len().saturating_sub(3)).filter(|&at| is_word(&name.as_bytes()[at..at + 4])).collect();
        let at = if words.is_empty() { return None } else { choices.pick(&words) } + choices.below(3) + 1;
        it.spare.0 = Node::from(format!("{}q{}", &name[..at], &name[at..])).marked();
        it.spare.1.remove("allow");
        it.add_spare(choices)
    }),
    planter("similar-codes", "a code twice under other names", |it, choices| {
        let (key, code) = it.code(choices)?;
        code.remove("allow");
        key.mark();
        let facts = ["message", "description", "http_status", "attributes"].map(|key| (key, code.get(key).cloned()));
        it.spare.0.mark();
        it.spare.1.remove("allow");
        for (key, value) in facts {
            it.spare.1.remove(key);
            if let Some(value) = value {
                it.spare.1.set(key, value, choices)?;
            }
        }
        it.add_spare(choices)
    }),
    planter("ambiguous-messages", "a message that another can be too", |it, choices| {
        it.section("lints", choices)?.set("ambiguous-messages", "warn".into(), choices)?;
        let codes = it.codes()?;
        let [(_, first), (_, second), ..] = &mut codes[..] else { return None };
        second.remove("allow");
        let message = Node::from("a message for two");
        replace_message(first, message.clone())?;
        replace_message(second, message.marked())
    }),
    planter("status-not-an-error", "a status of success", |it, choices| {
        let status = choices.pick(&[200, 204, 302, 399]);
        let (_, code) = it.code(choices)?;
        code.remove("allow");
        code.set("http_status", Node::from(status).marked(), choices)
    }),
    planter("unused-param", "a param that no code uses", |it, choices| {
        it.section("params", choices)?.insert(Node::from("planted").marked(), "string".into(), choices)
    }),
    planter("renamed-in-rust", "a param with the name of a method", |it, choices| {
        let name = choices.pick(&["reason", "code", "source", "type", "to_string"]);
        it.section("params", choices)?.insert(Node::from(name).marked(), "string".into(), choices)?;
        it.code(choices)?.1.insert_item("params", name.into(), choices)
    }),
    planter("renamed-in-rust", "an attribute with the name of a method", |it, choices| {
        let name = choices.pick(&["message", "number", "match", "clone"]);
        it.declare_attribute(name, Node::map([("type", "boolean".into())]), &true.into(), choices)?;
        it.root.get("attributes")?.entry(name)?.0.mark();
        Some(())
    }),
    planter("unused-attribute", "an attribute that no code gives", |it, choices| {
        let about = Node::map([("type", "boolean".into()), ("default", true.into())]);
        it.section("attributes", choices)?.insert(Node::from("planted").marked(), about, choices)
    }),
];

/// Gives a code a message in another style than most others have.
fn style(it: &mut Catalogue, text: String, part: std::ops::Range<usize>, choices: &mut Choices) -> Option<()> {
    let codes = it.codes()?;
    let at = choices.below(codes.len());
    codes.rotate_left(at);
    let [(_, code), (_, second), (_, third), ..] = &mut codes[..] else { return None };
    replace_message(code, Node { mark: Mark::Part(part), ..Node::from(text) })?;
    replace_message(second, "one like most".into())?;
    replace_message(third, "another like most".into())
}

/// Replaces the message of a code, which then lists the params that it used to show.
fn replace_message(code: &mut Node, message: Node) -> Option<()> {
    code.remove("allow");
    let old = std::mem::replace(code.get("message")?, message);
    let text = old.text()?;
    let mut listed = code.remove("params").unwrap_or_else(|| Node::list::<Node>([]));
    for (at, _) in text.match_indices("{{") {
        let name = text[at..].trim_start_matches(['{', ' ', '.']).split(['}', ' ']).next()?;
        let is_listed = listed.items()?.iter().any(|item| item.text() == Some(name));
        if !name.starts_with('"') && !is_listed {
            listed.items()?.push(name.into());
        }
    }
    code.entries_mut()?.push(("params".into(), listed));
    Some(())
}
