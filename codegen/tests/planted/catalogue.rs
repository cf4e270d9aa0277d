//! Random catalogues in which there is nothing to find.

use crate::choices::Choices;
use crate::tree::{Node, Value};

pub struct Catalogue {
    pub root: Node,
    /// A code that can be added.
    pub spare: (Node, Node),
}

/// Names of codes: no two are similar. With each another name that comes out the same in Rust, and what that is.
pub const NAMES: &[(&str, &str, &str)] = &[
    ("FieldLacking", "field_lacking", "FieldLacking"),
    ("CREDIT_INSUFFICIENT", "credit-insufficient", "CreditInsufficient"),
    ("task-not-found", "task:not:found", "TaskNotFound"),
    ("user.banned", "UserBanned", "UserBanned"),
    ("null", "NULL", "Null"),
    ("22E01", "-22E01", "Code22e01"),
    ("123", ".123", "Code123"),
    ("true", "True", "True"),
    ("quota:exceeded", "QUOTA_EXCEEDED", "QuotaExceeded"),
    ("Self", "self", "Self_"),
];

const PARAMS: &[&str] = &["fields", "limit", "max_len", "owner", "region2"];
const ATTRIBUTES: &[&str] = &["retry", "audience", "weight", "paged"];
const WORDS: &[&str] = &["backoff", "after_fix", "never", "OnCall", "7", "true"];
/// No one is the beginning of another.
const MESSAGES: &[&str] = &[
    "alpha",
    "beta gamma delta",
    "日本語 の テキスト",
    "x: y",
    "it's said",
    "say \"hi\" \\ twice",
    "😀 z",
    "c#d # e",
    " lead",
    "é {x} }",
    "404",
    "I/O failed",
    "- dash",
    "{{\"{{\"}} open",
];
const DESCRIPTIONS: &[&str] = &[
    "What it means.",
    "Wide 漢字: and more",
    "two\nlines: here",
    "~",
    "1.10",
    "Don't {{.panic}}",
    "trailing ",
    "&not *it",
];
const LEVELS: &[&str] = &["warn", "deny"];
pub const LINTS: &[&str] = &["message-style", "missing-description", "similar-codes", "status-not-an-error"];

/// An attribute and the values that it can have.
struct Attribute {
    name: &'static str,
    values: Vec<Node>,
    declaration: Node,
    has_default: bool,
}

/// A catalogue without mistakes and without anything that a lint would tell.
pub fn catalogue(choices: &mut Choices) -> Catalogue {
    let count = 1 + choices.below(4);
    let names = choices.some(NAMES, count + 1);
    let messages = choices.some(MESSAGES, count + 1);
    let how_many = choices.below(PARAMS.len());
    let params = choices.some(PARAMS, how_many);
    let how_many = choices.below(ATTRIBUTES.len());
    let attributes: Vec<_> =
        choices.some(ATTRIBUTES, how_many).into_iter().map(|name| attribute(name, choices)).collect();
    let is_numbered = choices.chance(50);
    let first_number = choices.below(3);

    let mut codes: Vec<(Node, Node)> = Vec::new();
    // Every param and every attribute is used somewhere.
    let param_users: Vec<_> = params.iter().map(|_| choices.below(count)).collect();
    let attribute_users: Vec<_> = attributes.iter().map(|_| choices.below(count)).collect();
    for index in 0..=count {
        let has = |users: &[usize], at: usize| users[at] == index;
        let mut used: Vec<_> = Vec::new();
        for (at, param) in params.iter().enumerate() {
            if has(&param_users, at) || choices.chance(20) {
                used.push(*param);
            }
        }
        let mut given: Vec<(Node, Node)> = Vec::new();
        for (at, attribute) in attributes.iter().enumerate() {
            if !attribute.has_default || has(&attribute_users, at) || choices.chance(20) {
                given.push((attribute.name.into(), choices.pick(&attribute.values)));
            }
        }
        let mut code = code(messages[index], &used, given, choices);
        if is_numbered {
            code.push(("number".into(), i64::try_from(first_number + index * 7).unwrap_or_default().into()));
        }
        if choices.chance(30) {
            code.push(("aliases".into(), Node::list([format!("Old{index}"), format!("older.{index}")])));
        }
        if choices.chance(30) {
            let replacement = names[choices.below(count)].0;
            code.push(("deprecated".into(), deprecation(replacement, choices)));
        }
        if choices.chance(20) {
            code.push(("rust_name".into(), format!("Named{index}").into()));
        }
        choices.shuffle(&mut code);
        codes.push((names[index].0.into(), Value::Map(code).into()));
    }
    let spare = codes.pop().expect("there is one more than are needed");
    let fallback = names[choices.below(count)].0;
    let root = root(&params, attributes, codes, fallback, choices);
    Catalogue { root, spare }
}

fn root(
    params: &[&'static str],
    attributes: Vec<Attribute>,
    codes: Vec<(Node, Node)>,
    fallback: &str,
    choices: &mut Choices,
) -> Node {
    let mut about: Vec<(Node, Node)> = vec![("name".into(), choices.pick(MESSAGES).into())];
    optional(&mut about, "description", choices.pick(DESCRIPTIONS).into(), choices);
    optional(&mut about, "docs_url", "https://docs.example/errors".into(), choices);
    let wire = choices.pick(&["kratos", "problem"]);
    optional(&mut about, "wire", wire.into(), choices);
    optional(&mut about, "fallback", fallback.into(), choices);
    choices.shuffle(&mut about);

    let mut root: Vec<(Node, Node)> = vec![
        ("errcat".into(), 1.into()),
        ("catalogue".into(), Value::Map(about).into()),
        ("codes".into(), Value::Map(codes).into()),
    ];
    if !params.is_empty() {
        root.push(("params".into(), Node::map(params.iter().map(|name| (*name, param(choices))))));
    }
    if !attributes.is_empty() {
        root.push(("attributes".into(), Node::map(attributes.into_iter().map(|it| (it.name, it.declaration)))));
    }
    optional(&mut root, "reserved", Node::list(["Gone1", "gone.for-good"]), choices);
    let mut lints = LINTS.to_vec();
    lints.extend(["unused-param", "unused-attribute"]);
    let lints = choices.some(&lints, 2).into_iter().map(|lint| (lint, choices.pick(LEVELS).into()));
    let lints = Node::map(lints.collect::<Vec<_>>());
    optional(&mut root, "lints", lints, choices);
    let features = choices.some(&["serde", "http", "axum", "actix-web", "tonic", "utoipa"], 3);
    let rust = Node::map([("path", Node::from("generated/src")), ("features", Node::list(features))]);
    optional(&mut root, "outputs", Node::map([("rust", rust)]), choices);
    choices.shuffle(&mut root);
    Value::Map(root).into()
}

fn param(choices: &mut Choices) -> Node {
    let kind: Node = choices.pick(&["string", "integer", "unsigned", "boolean", "list"]).into();
    if choices.chance(50) {
        return kind;
    }
    let mut param = vec![("type".into(), kind)];
    optional(&mut param, "description", choices.pick(DESCRIPTIONS).into(), choices);
    optional(&mut param, "sensitive", choices.chance(50).into(), choices);
    choices.shuffle(&mut param);
    Value::Map(param).into()
}

fn attribute(name: &'static str, choices: &mut Choices) -> Attribute {
    let mut words = choices.some(WORDS, 3);
    let (key, kind, values): (&str, Node, Vec<Node>) = match choices.below(5) {
        0 => ("values", Node::list(words.clone()), words.drain(..).map(Node::from).collect()),
        1 => ("type", "string".into(), words.drain(..).map(Node::from).collect()),
        2 => ("type", "integer".into(), vec![(-5).into(), 0.into(), 7.into()]),
        3 => ("type", "unsigned".into(), vec![0.into(), 7.into()]),
        _ => ("type", "boolean".into(), vec![true.into(), false.into()]),
    };
    let mut declaration: Vec<(Node, Node)> = vec![(key.into(), kind)];
    let has_default = choices.chance(40);
    if has_default {
        declaration.push(("default".into(), choices.pick(&values)));
    }
    optional(&mut declaration, "description", choices.pick(DESCRIPTIONS).into(), choices);
    choices.shuffle(&mut declaration);
    Attribute { name, values, declaration: Value::Map(declaration).into(), has_default }
}

fn code(message: &str, used: &[&str], given: Vec<(Node, Node)>, choices: &mut Choices) -> Vec<(Node, Node)> {
    let mut message = message.to_owned();
    let mut listed: Vec<&str> = Vec::new();
    for param in used {
        let place = choices.below(3);
        if place != 1 {
            message += &choices.pick(&[" {{.p}}", " and {{ .p }}", ": {{.p}}!"]).replace('p', param);
        }
        if place > 0 {
            listed.push(param);
        }
    }
    message += choices.pick(&["", " at the end", "...", " {{\"{{\"}}"]);
    let status = 400 + choices.below(200);
    let status =
        if choices.chance(5) { Node::plain("0x1F4") } else { i64::try_from(status).unwrap_or_default().into() };
    let mut code: Vec<(Node, Node)> = vec![
        ("http_status".into(), status),
        ("message".into(), message.into()),
        ("description".into(), choices.pick(DESCRIPTIONS).into()),
    ];
    if !listed.is_empty() {
        code.push(("params".into(), Node::list(listed)));
    }
    if !given.is_empty() {
        code.push(("attributes".into(), Value::Map(given).into()));
    }
    optional(&mut code, "docs_url", "https://docs.example/one".into(), choices);
    optional(&mut code, "grpc", choices.pick(&["ABORTED", "NOT_FOUND", "INTERNAL"]).into(), choices);
    let allowed = choices.some(LINTS, 2);
    optional(&mut code, "allow", Node::list(allowed), choices);
    code
}

fn deprecation(replacement: &str, choices: &mut Choices) -> Node {
    if choices.chance(50) {
        return choices.pick(DESCRIPTIONS).into();
    }
    let mut map: Vec<(Node, Node)> = vec![("since".into(), "1.4".into())];
    optional(&mut map, "note", choices.pick(DESCRIPTIONS).into(), choices);
    optional(&mut map, "replaced_by", replacement.into(), choices);
    Value::Map(map).into()
}

fn optional(map: &mut Vec<(Node, Node)>, key: &str, value: Node, choices: &mut Choices) {
    if choices.chance(40) {
        map.push((key.into(), value));
    }
}
