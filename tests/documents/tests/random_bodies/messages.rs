//! Messages, rendered by TypeScript and by Rust.

use documents::{COMPILED, NODE};
use errcat::{Catalogue, ParamType};
use serde_json::{Map, Value, json};

use crate::compare;
use crate::module::Module;
use crate::random::Random;

const ROUNDS: usize = 100;

/// A value of a param, as a text.
fn text(kind: ParamType, random: &mut Random) -> String {
    let texts = ["", "pear", "a, b", "ä\u{1f600}\u{2028}", "${x} `", "<article>", "{{.left}}", "\"\\"];
    let floats = [0.0, -0.0, 1.5, -2.0, 1e21, 1.5e300, 1e-7, -1.25e-10, 123_456.789, f64::MAX, f64::MIN_POSITIVE, 0.1];
    let integers: [i64; 6] = [0, 1, -1, 42, 9_007_199_254_740_991, -9_007_199_254_740_991];
    match kind {
        ParamType::String => texts[random.below(texts.len())].to_owned(),
        ParamType::Integer => integers[random.below(integers.len())].to_string(),
        ParamType::Unsigned => integers[random.below(integers.len())].unsigned_abs().to_string(),
        ParamType::Float => floats[random.below(floats.len())].to_string(),
        ParamType::Boolean => (random.below(2) == 0).to_string(),
        ParamType::List => {
            let texts: Vec<_> = (0..=random.below(3)).map(|_| format!("e{}", random.below(4))).collect();
            texts.join(", ")
        }
        ParamType::Violations => {
            let fields: Vec<_> = (0..=random.below(4)).map(|_| format!("f{}: r", random.below(2))).collect();
            fields.join("; ")
        }
    }
}

#[test]
fn typescript_takes_messages_apart_and_renders_them_as_rust_does() {
    if !NODE.are_there("messages in TypeScript") {
        return;
    }
    let mut random = Random::new(7);
    for compiled in COMPILED.iter().filter(|compiled| compiled.name.ends_with("_kratos")) {
        let module = Module::compile(compiled);
        let catalogue = Catalogue::parse("errors.yaml", compiled.yaml.as_bytes()).expect("it was compiled");
        let (mut with_params, mut with_message) = (Vec::new(), Vec::new());
        for code in catalogue.codes().iter().filter(|code| !code.internal).flat_map(|code| [code; ROUNDS]) {
            let params = code.params.iter().map(|&param| &catalogue[param]).filter(|param| !param.sensitive);
            let metadata: Map<_, _> =
                params.map(|param| (param.name.clone(), text(param.kind, &mut random).into())).collect();
            let body = json!({"reason": code.name, "metadata": metadata}).to_string();
            let message = (compiled.read)(200, &body)["message"].clone();
            with_params.push((200, body));
            with_message.push((200, json!({"reason": code.name, "message": message}).to_string()));
        }
        compare(compiled, &module, &with_params);
        compare(compiled, &module, &with_message);
        // What is read has all params, so that rendering it gives the message of Rust.
        for error in module.read(&with_params) {
            assert!(error["rendered"].is_null() || error["rendered"] == error["message"], "{error}");
        }
        let has_params = |error: &Value| error["params"].as_object().is_some_and(|params| !params.is_empty());
        assert!(module.read(&with_message).iter().filter(|error| has_params(error)).count() > with_message.len() / 10);
    }
}
