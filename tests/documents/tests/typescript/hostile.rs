//! Texts of a catalogue and bodies that mean harm.

use std::time::{Duration, Instant};

use documents::{COMPILED, NODE};
use serde_json::{Value, json};

use crate::{folder_with, module, read, run, tsc};

#[test]
fn no_body_takes_long_or_throws() {
    if !NODE.are_there("errors.ts with hostile bodies") {
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

#[test]
fn hostile_texts_read_back_unchanged() {
    if !NODE.are_there("errors.ts with hostile texts") {
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
