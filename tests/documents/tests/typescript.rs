//! `outputs.typescript`, compiled by tsc and run by node.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use documents::{COMPILED, Compiled, Tools};
use errcat::{Artifact, Catalogue, outputs};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The strictest options, and nothing that a browser or node would add.
const STRICT: [&str; 14] = [
    "--strict",
    "--noUncheckedIndexedAccess",
    "--exactOptionalPropertyTypes",
    "--verbatimModuleSyntax",
    "--isolatedModules",
    "--noUnusedLocals",
    "--noUnusedParameters",
    "--noImplicitReturns",
    "--noPropertyAccessFromIndexSignature",
    "--target",
    "ES2020",
    "--lib",
    "ES2020",
    "--module",
];
const TSC: &str = "typescript/bin/tsc";

/// The module of a catalogue.
fn module(yaml: &str) -> String {
    let yaml = yaml.split("\noutputs:").next().unwrap_or_default();
    let yaml = format!("{yaml}\noutputs: {{typescript: errors.ts}}\n");
    let [Artifact { text, .. }] = &outputs(&parse(&yaml))[..] else { panic!("one document") };
    text.clone()
}

fn parse(yaml: &str) -> Catalogue {
    Catalogue::parse("errors.yaml", yaml.as_bytes()).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

/// What tsc says about files that import a module.
fn tsc(folder: &Path, files: &[&str]) -> Result<(), String> {
    let arguments = [&STRICT[..], &["ES2020"], files].concat();
    let output = Tools::Node.run(TSC, folder, &arguments);
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stdout).into_owned()) }
}

fn folder_with(module: &str) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder can be created");
    write(folder.path(), "errors.ts", module);
    write(folder.path(), "package.json", r#"{"type": "module"}"#);
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("the disk is writable");
}

/// What the module in a folder reads of each of these.
fn read(folder: &Path, lines: &[Value]) -> Vec<Value> {
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/node/read.mjs");
    let mut node = Command::new("node");
    node.arg(program).arg(folder.join("errors.js")).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = node.spawn().expect("node starts");
    let mut input = child.stdin.take().expect("it has an input");
    let text = lines.iter().map(|line| format!("{line}\n")).collect::<Vec<_>>().concat();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().expect("node runs");
    assert!(output.status.success(), "it throws");
    writer.join().expect("the thread ends").expect("node reads its input");
    let output = String::from_utf8(output.stdout).expect("JSON is UTF-8");
    output.lines().map(|line| serde_json::from_str(line).expect("it prints JSON")).collect()
}

/// Bodies of other programs, as their documentation shows them.
fn foreign() -> impl Iterator<Item = (u16, String)> {
    include_str!("../../wire/data/bodies.jsonl").lines().map(|line| {
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
    if !Tools::Node.are_there("errors.ts with tsc and node") {
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
    if !Tools::Node.are_there("errors.ts on the vendor's bodies") {
        return;
    }
    let folder = folder_with(include_str!("../../../generated/errors.ts"));
    tsc(folder.path(), &["errors.ts"]).expect("it compiles");
    let rows = include_str!("../../over-tcp/data/vidu-bodies.jsonl").lines();
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

#[test]
fn no_body_takes_long_or_throws() {
    if !Tools::Node.are_there("errors.ts with hostile bodies") {
        return;
    }
    let long = |text: &str| text.repeat(1 << 20);
    let texts = [
        long("["),
        format!("{}1{}", long("{\"a\":"), long("}")),
        format!("{{\"reason\":\"{}", long("\\a")),
        json!({"code": "FewLeft", "title": "t", "left": 3, long("_") + "x": 1}).to_string(),
        json!({"reason": "TooHeavy", "metadata": {"weight": long("1") + "x", "items": long(", ")}}).to_string(),
        json!({"reason": "OrderInvalid", "metadata": {"fields": long("a: b; ")}}).to_string(),
        json!({"reason": "TooHeavy", "message": format!("{} kg of {}", "1.".repeat(1 << 10), "1 kg of ".repeat(1 << 9))}).to_string(),
        json!({"details": [{"@type": "google.rpc.ErrorInfo", "value": long("=") + "x"}]}).to_string(),
        json!({"details": [{"@type": "google.rpc.ErrorInfo", "value": long("Cgdh")}]}).to_string(),
        json!({"error": vec![json!({"errors": [{"error": {}}]}); 1 << 16]}).to_string(),
        format!("{{{} \"reason\": \"SoldOut\"}}", (0..1 << 18).map(|at| format!("\"k{at}\": {at},")).collect::<Vec<_>>().concat()),
    ];
    let compiled = &COMPILED[0];
    let folder = folder_with(&module(compiled.yaml));
    tsc(folder.path(), &["errors.ts"]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let lines: Vec<_> = texts.iter().map(|text| json!({"status": 418, "body": text})).collect();
    let start = Instant::now();
    let found = read(folder.path(), &lines);
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    for (text, found) in texts.iter().zip(found) {
        let expected = (compiled.read)(418, text);
        assert_eq!((&found["code"], &found["params"]), (&expected["code"], &expected["params"]), "{}", &text[..80]);
    }
}

/// What a front end writes.
const FRONT_END: &str = r#"
import { errors, isErrorCode, parse, parseField, render } from "./errors.js";
import type { AnyError, ErrorCode, ParamsByCode } from "./errors.js";

export const texts = { SoldOut: "Ausverkauft", Busy: "Besetzt", Unknown: "Fehler" } as const satisfies Record<ErrorCode, string>;

export function advice(code: ErrorCode): string {
  switch (code) {
    case "SoldOut": return "another";
    case "Busy": return "wait";
    case "Unknown": return "call";
  }
}

export function left(error: AnyError): number | undefined {
  return error.code === "SoldOut" ? error.params.left : undefined;
}

export const status: 409 = errors.SoldOut.status;
export const message: string = render("SoldOut", { left: 2, articles: ["pear"] }) + render("Busy");
export const code: ErrorCode | undefined = isErrorCode("SoldOut") ? "SoldOut" : parseField("Busy")?.code;
export const metadata: string | undefined = parse(409, "{}").metadata["trace_id"];
export type Left = ParamsByCode["SoldOut"]["left"];
"#;

const SHOP: &str = "errcat: 1\ncatalogue: {name: Shop, http_status: 409, fallback: Unknown}\n\
                    params: {left: unsigned, articles: list}\ncodes:\n  \
                    SoldOut: {message: '{{.left}} of {{.articles}} left'}\n  Busy: {message: busy}\n  Unknown: {message: unknown}\n";

#[test]
fn a_new_code_stops_a_front_ends_compilation_and_so_does_a_wrong_param() {
    if !Tools::Node.are_there("front ends with errors.ts") {
        return;
    }
    let folder = folder_with(&module(SHOP));
    let compile = |front_end: &str| {
        write(folder.path(), "front_end.ts", front_end);
        tsc(folder.path(), &["front_end.ts"])
    };
    compile(FRONT_END).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    for (before, after, mistake) in [
        ("left: 2, articles", "left: \"2\", articles", "TS2322"),
        ("left: 2, articles", "articles", "TS2345"),
        ("render(\"Busy\")", "render(\"Busier\")", "TS2345"),
        ("error.code === \"SoldOut\" ? ", "error.isKnown ? ", "TS2339"),
        ("{ left: 2, articles: [\"pear\"] }", "", "TS2554"),
        ("): number | undefined", "): number", "TS2322"),
        ("case \"Busy\"", "case \"Busier\"", "TS2678"),
        (", Busy: \"Besetzt\"", "", "TS1360"),
    ] {
        let front_end = FRONT_END.replace(before, after);
        assert_ne!(front_end, FRONT_END);
        let mistakes = compile(&front_end).expect_err(after);
        assert!(mistakes.contains(mistake), "{after}: {mistakes}");
    }
    write(folder.path(), "errors.ts", &module(&format!("{SHOP}  New: {{message: new}}\n")));
    let mistakes = compile(FRONT_END).expect_err("a new code is neither in the table nor in the switch");
    assert!(mistakes.contains("TS1360") && mistakes.contains("TS2366"), "{mistakes}");
}

#[test]
fn without_a_fallback_an_unknown_code_is_no_code() {
    if !Tools::Node.are_there("errors.ts of a catalogue without a fallback") {
        return;
    }
    let folder = folder_with(&module(&SHOP.replace(", fallback: Unknown", "")));
    let front_end = r#"import { parse } from "./errors.js";
const error = parse(418, JSON.stringify({ reason: "New", message: "m", metadata: { a: 1 } }));
if (error.code !== undefined) throw error.code;
const isKnown: false = error.isKnown;
export const told = [error.reason, isKnown, error.status, error.message, error.metadata["a"]];
"#;
    write(folder.path(), "front_end.ts", front_end);
    tsc(folder.path(), &["front_end.ts"]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let program = "import { told } from './front_end.js';\nprocess.stdout.write(JSON.stringify(told));\n";
    assert_eq!(run(folder.path(), program), json!(["New", false, 418, "m", "1"]));
}

#[test]
fn hostile_texts_read_back_unchanged() {
    if !Tools::Node.are_there("errors.ts with hostile texts") {
        return;
    }
    let texts = [
        "*/ throw 1; /*",
        "`${x}`",
        "</script><script>alert(1)</script>",
        "<!--",
        "-->",
        "\u{2028}\u{2029}x",
        "\\",
        "\"'",
        "\u{202e}x\u{2066}",
        "@deprecated",
        "{@link x}",
        "a\n * @deprecated\n b",
        "*\\/",
        "// \u{85}x",
        "__proto__",
        "\\u0041",
    ];
    let escaped = |char: char| {
        if char.is_ascii() { char.to_string() } else { format!("\\u{:04x}", u32::from(char)) }
    };
    let yaml = |text: &str| Value::from(text).to_string().chars().map(escaped).collect::<String>();
    let codes = texts.iter().enumerate().map(|(at, text)| {
        let text = yaml(text);
        format!("  C{at}: {{message: {text}, description: {text}, help: {text}, params: [p{at}]}}\n")
    });
    let param = |(at, text): (usize, &&str)| format!("  p{at}: {{type: string, description: {}}}\n", yaml(text));
    let head = format!("catalogue: {{name: Shop, description: {}, http_status: 409}}", yaml(&texts.concat()));
    let params: String = texts.iter().enumerate().map(param).collect();
    let module = module(&format!("errcat: 1\n{head}\nparams:\n{params}codes:\n{}", codes.collect::<String>()));
    for end in ["</script", "<script", "<!--", "-->", "\u{2028}", "\u{202e}"] {
        assert!(!module.contains(end), "{end:?}");
    }
    let tags = module.lines().filter(|line| line.trim_start_matches([' ', '*', '/']).starts_with('@'));
    assert_eq!(tags.count(), 1, "the mark");
    let folder = folder_with(&module);
    tsc(folder.path(), &["errors.ts"]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let program = "import { errors, isErrorCode, parse } from './errors.js';\n\
                   const texts = Object.values(errors).map((it) => [it.message.join(''), it.description, it.help]);\n\
                   const isCode = [isErrorCode('C0'), isErrorCode('toString'), isErrorCode('__proto__')];\n\
                   const { metadata } = parse(409, '{\"reason\":\"x\",\"metadata\":{\"__proto__\":\"p\"}}');\n\
                   process.stdout.write(JSON.stringify({ texts, isCode, metadata: Object.entries(metadata) }));\n";
    let found = run(folder.path(), program);
    for (at, text) in texts.iter().enumerate() {
        assert_eq!(found["texts"][at], json!([text, text, text]));
    }
    assert_eq!(found["isCode"], json!([true, false, false]));
    assert_eq!(found["metadata"], json!([["__proto__", "p"]]));
}

/// What a program prints beside the compiled modules.
fn run(folder: &Path, program: &str) -> Value {
    write(folder, "program.js", program);
    let printed = Tools::Node.succeed(&folder.join("program.js").to_string_lossy(), folder, &[]);
    serde_json::from_str(&printed).expect("it prints JSON")
}
