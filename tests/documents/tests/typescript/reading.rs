//! What a front end reads, beside what Rust reads.

use documents::{COMPILED, Compiled, NODE};
use serde_json::{Value, json};

use crate::{folder_with, module, parse, read, tsc};

/// Bodies of other programs, as their documentation shows them.
fn foreign() -> impl Iterator<Item = (u16, String)> {
    include_str!("../../../wire/data/bodies.jsonl").lines().map(|line| {
        let row: Value = serde_json::from_str(line).expect("it is JSON");
        let status = row["http_status"].as_u64().and_then(|status| status.try_into().ok());
        (status.expect("a body has a status"), row["body"].as_str().expect("a body is a text").to_owned())
    })
}

/// Bodies of one catalogue, what is left of them without some members, and names of codes.
fn own(compiled: &Compiled) -> Vec<(u16, String)> {
    let mut bodies = Vec::new();
    for (_, body) in (compiled.bodies)() {
        let value: Value = serde_json::from_str(&body).expect("a body is JSON");
        for member in value.as_object().into_iter().flat_map(|members| members.keys()) {
            let mut rest = value.clone();
            rest.as_object_mut().and_then(|members| members.remove(member)).expect("it was there");
            bodies.push((418, rest.to_string()));
        }
        bodies.push((418, body));
    }
    let catalogue = parse(compiled.yaml);
    for code in catalogue.codes().iter().filter(|code| !code.internal) {
        for name in code.aliases.iter().chain([&code.name]) {
            bodies.push((200, json!({ "reason": name }).to_string()));
            bodies.push((0, json!({ "code": name, "title": "" }).to_string()));
        }
        let page =
            json!({"type": catalogue.docs_url_of(code), "title": "t", "status": 410, "a": {"b": [1, null, "c"]}});
        bodies.push((302, page.to_string()));
    }
    bodies
}

/// Messages and params that differ between languages, for each code.
fn odd(compiled: &Compiled) -> Vec<(u16, String)> {
    let catalogue = parse(compiled.yaml);
    let texts = [
        "",
        "3",
        "-3",
        "+3",
        "03",
        "1.5",
        "-0",
        "1e21",
        "1e-7",
        "0.1",
        "123456789012345680000",
        "inf",
        "NaN",
        "-Infinity",
        "true",
        "a, b\\, c",
        "\\",
        "a: b; c\\: d: e",
        ": is empty",
        "\u{1f600} \u{2028} </script>",
        "[redacted]",
        "<article>",
    ];
    let mut bodies = Vec::new();
    for code in catalogue.codes().iter().filter(|code| !code.internal) {
        for text in texts {
            let metadata: serde_json::Map<_, _> =
                code.params.iter().map(|&param| (catalogue[param].name.clone(), text.into())).collect();
            let number: Value = serde_json::from_str(text).unwrap_or_default();
            let mut problem = json!({"type": "about:blank", "status": 409, "code": code.name, "detail": ""});
            for &param in &code.params {
                problem[&catalogue[param].name] = if number.is_number() { number.clone() } else { text.into() };
            }
            let message: String = code
                .message
                .pieces()
                .map(|piece| match piece {
                    errcat::Piece::Text(text) => text,
                    errcat::Piece::Param(_) => text,
                })
                .collect();
            let bare = json!({"reason": code.name, "message": message, "metadata": {"trace_id": "t-1"}});
            let bodies_of_text = [json!({"reason": code.name, "metadata": metadata}), bare, problem];
            bodies.extend(bodies_of_text.map(|body| (418, body.to_string())));
        }
    }
    bodies
}

/// JavaScript doesn't know how a number in JSON was written, so the metadata has it in a form of its own.
fn respell_numbers(error: &mut Value) {
    for text in error["metadata"].as_object_mut().into_iter().flat_map(|metadata| metadata.values_mut()) {
        if let Some(number) = text.as_str().and_then(|text| text.parse::<f64>().ok()) {
            *text = number.abs().to_string().into();
        }
    }
}

#[test]
fn front_ends_read_what_rust_reads() {
    if !NODE.are_there("errors.ts with tsc and node") {
        return;
    }
    let mut rendered_count = 0;
    for (at, compiled) in COMPILED.iter().enumerate() {
        let folder = folder_with(&module(compiled.yaml));
        tsc(folder.path(), &["errors.ts"]).unwrap_or_else(|errors| panic!("{}: {errors}", compiled.name));
        let mut bodies: Vec<_> = foreign().chain(odd(compiled)).collect();
        // And those of another catalogue.
        bodies.extend(own(compiled).into_iter().chain(own(&COMPILED[(at + 1) % COMPILED.len()])));
        let lines: Vec<_> = bodies.iter().map(|(status, body)| json!({"status": status, "body": body})).collect();
        let found = read(folder.path(), &lines);
        assert_eq!(found.len(), bodies.len());
        let mut differences = Vec::new();
        for ((status, body), mut found) in bodies.iter().zip(found) {
            let rendered = found.as_object_mut().and_then(|members| members.remove("rendered"));
            let mut expected = (compiled.read)(*status, body);
            respell_numbers(&mut found);
            respell_numbers(&mut expected);
            if found != expected {
                differences.push(format!("{status} {body}\n  {found}\n  {expected}"));
            }
            // Only a known code without a message shows that of the catalogue.
            let is_shown = expected["isKnown"] == true && body.contains("\"metadata\"") && body.contains("\"reason\"");
            if is_shown && !["message", "detail", "msg", "title"].iter().any(|name| body.contains(name)) {
                let is_whole = rendered.as_ref().is_some_and(|rendered| !rendered.is_null());
                assert!(!is_whole || rendered.as_ref() == Some(&expected["message"]), "{} {body}", compiled.name);
                rendered_count += usize::from(is_whole);
            }
        }
        assert!(
            differences.is_empty(),
            "{}, {}: {}",
            compiled.name,
            differences.len(),
            differences[..differences.len().min(12)].join("\n")
        );
    }
    assert!(rendered_count > 100, "{rendered_count}");
}

#[test]
fn the_vendors_bodies_say_what_the_file_says() {
    if !NODE.are_there("errors.ts on the vendor's bodies") {
        return;
    }
    let folder = folder_with(include_str!("../../../../generated/errors.ts"));
    tsc(folder.path(), &["errors.ts"]).expect("it compiles");
    let rows = include_str!("../../../over-tcp/data/vidu-bodies.jsonl").lines();
    let rows: Vec<Value> = rows.map(|row| serde_json::from_str(row).expect("it is JSON")).collect();
    let lines = rows.iter().map(|row| match &row["carrier"] {
        carrier if carrier == "task" => json!({"field": row["body"]["err_code"]}),
        _ => {
            let body = row["body"].as_str().map_or_else(|| row["body"].to_string(), Into::into);
            json!({"status": row["http_status"], "body": body})
        }
    });
    let found = read(folder.path(), &lines.collect::<Vec<_>>());
    assert_eq!(found.len(), rows.len());
    for (row, found) in rows.iter().zip(found) {
        match &row["expect"] {
            Value::Object(expected) => {
                for (name, value) in expected {
                    assert_eq!(found[name], *value, "{row}");
                }
            }
            Value::Null => assert_eq!(found, Value::Null),
            _ => assert_eq!((&found["isKnown"], &found["status"]), (&json!(false), &row["http_status"]), "{row}"),
        }
    }
}
