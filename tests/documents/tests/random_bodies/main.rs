//! Random bodies and messages, and hostile ones: TypeScript reads what Rust reads.

mod messages;
mod module;
mod random;

use std::time::{Duration, Instant};

use documents::{COMPILED, Compiled, NODE};
use serde_json::Value;

use crate::module::{Module, comparable};
use crate::random::Random;

/// What is almost JSON, and what is none.
fn broken() -> Vec<(u16, String)> {
    let kratos = |text: &str| format!(r#"{{"code":409,"reason":"SoldOut","message":{text}}}"#);
    let bodies = [
        String::new(),
        "null".to_owned(),
        "\"SoldOut\"".to_owned(),
        "[]".to_owned(),
        "[[[{\"reason\":\"SoldOut\"}]]]".to_owned(),
        "<html>bad gateway</html>".to_owned(),
        "\u{feff}".to_owned() + &kratos("\"m\""),
        kratos("\"m\"") + "\0\0",
        kratos("\"a\nb\u{1b}\""),
        kratos(r#""m","rate":NaN,"low":-Infinity,"text":"NaN""#),
        kratos(r#""\ud83d!\ud83d\ude00\udc00""#),
        kratos("\"m"),
        r#"{"code":"Named","type":"","name":"\udc00","other\ud800":"\ud800"}"#.to_owned(),
        r#"{"reason":"\ud83d"}"#.to_owned(),
        format!(r#"{{"reason":"SoldOut","a":{}}}"#, "[".repeat(100)),
        "[".repeat(100_000),
        format!("{}1{}", r#"{"error":"#.repeat(50_000), "}".repeat(50_000)),
        format!(r#"{{"reason":"SoldOut","a":"{}"#, "\\\"".repeat(100_000)),
        r#"{"__proto__":{"reason":"SoldOut"},"constructor":1,"toString":2}"#.to_owned(),
        r#"{"reason":"__proto__"}"#.to_owned(),
        r#"{"reason":"toString","metadata":{"__proto__":"a","hasOwnProperty":"b"}}"#.to_owned(),
    ];
    bodies.into_iter().flat_map(|body| [(200, body.clone()), (409, body)]).collect()
}

/// What the generated code sends in all formats.
fn sent() -> Vec<Value> {
    let bodies = COMPILED.iter().flat_map(|compiled| (compiled.bodies)());
    bodies.map(|(_, body)| serde_json::from_str(&body).expect("a body is JSON")).collect()
}

/// Reads responses in both languages.
fn compare(compiled: &Compiled, module: &Module, responses: &[(u16, String)]) {
    let mut differences = Vec::new();
    for ((status, body), mut found) in responses.iter().zip(module.read(responses)) {
        found.as_object_mut().and_then(|members| members.remove("rendered"));
        let expected = comparable((compiled.read)(*status, body));
        if found != expected {
            let body: String = body.chars().take(1000).collect();
            differences.push(format!("{} reads {status} {body}:\n  {found}\n  {expected}", compiled.name));
        }
    }
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
}

#[test]
fn typescript_reads_random_and_broken_bodies_as_rust_does() {
    if !NODE.are_there("random bodies read by TypeScript") {
        return;
    }
    let mut random = Random::new(15);
    let sent = sent();
    for compiled in COMPILED {
        let module = Module::compile(&compiled);
        let mut responses = broken();
        responses.extend((0..400).map(|_| {
            let mut body = sent[random.below(sent.len())].clone();
            (0..=random.below(3)).for_each(|_| random.change(&mut body));
            ([200, 409, 429, 503][random.below(4)], body.to_string())
        }));
        compare(&compiled, &module, &responses);
    }
}

#[test]
fn a_hostile_body_takes_no_longer_and_keeps_its_code() {
    const SIZE: usize = 500_000;
    if !NODE.are_there("hostile bodies read by TypeScript") {
        return;
    }
    let compiled = COMPILED.iter().find(|compiled| compiled.name == "types_kratos").expect("it is compiled");
    let module = Module::compile(compiled);
    for (name, body) in wire::hostile::bodies(SIZE) {
        let body = String::from_utf8_lossy(&body).into_owned();
        let expected = (compiled.read)(400, &body);
        let before = Instant::now();
        let found = &module.read(&[(400, body)])[0];
        let time = before.elapsed();
        for member in ["code", "reason", "isKnown"] {
            assert_eq!(found[member], expected[member], "{name}");
        }
        assert!(time < Duration::from_secs(60), "{name}: {time:?}");
    }
}
