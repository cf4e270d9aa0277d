//! What is too much, and what operations can list.

use std::fmt::Write;

use crate::{CODES, Cases, HEAD, ROW, cell, message, name, with};

/// Large inputs, within the limits and beyond. Some are smaller than their labels say, which makes no difference.
pub fn sizes(cases: &mut Cases) {
    let long = "word ".repeat(20_000);
    cases.messages("1 MB message", &[(&*long, long.trim_end())]);
    cases.add("1 MB message", message(&format!("{long}{{{{.x}}}}")), "unknown-param 6:100014");
    let mut params = format!("{HEAD}params:\n");
    for param in 0..10_000 {
        let _ = writeln!(params, "  p{param}: string");
    }
    let message = |count: usize| (0..count).fold(String::new(), |text, param| text + &format!("{{{{.p{param}}}}}"));
    let code = |text: &str| format!("{params}codes:\n  A: {{http_status: 400, message: '{text}', description: d}}\n");
    cases.add("10,000 params", code("a"), "400 A 001:a 001:d");
    cases.add("64 params in a code", code(&message(64)), format!("400 A {} 001:d", cell(&message(64))));
    cases.add("more params in a code", code(&message(65)), "too-large 10005:3");
    cases.add("more params in a code", code(&message(10_000)), "too-large 10005:3");
    let attributes = |count: usize| {
        let declared = (0..count).map(|at| format!("  a{at}: {{type: integer, default: 0}}\n"));
        format!("{HEAD}attributes:\n{}{CODES}", declared.collect::<String>())
    };
    cases.add("64 attributes", attributes(64), ROW);
    cases.add("more attributes", attributes(65), "too-large 68:3");
    let given = attributes(10_000).replace("description: d", "description: d, attributes: {a9999: 1}");
    cases.add("more attributes", given, "too-large 68:3");
    let default =
        |length: usize| with(&format!("attributes: {{a: {{type: string, default: {}}}}}\n", "d".repeat(length)));
    cases.add("default of 1,000 bytes", default(1000), ROW);
    cases.add("longer default", default(1001), "too-large 3:41");
    let path = |steps: usize| {
        let path = vec!["a"; steps].join(".");
        with("").replacen("name: ", &format!("wire: {{at: {path}, code: c}}, name: "), 1)
    };
    cases.add("16 members to an envelope", path(16), ROW);
    cases.add("more members to an envelope", path(17), "too-large 2:24");
    // After the name of a key its colon, all within 1,024 characters.
    let long = |length: usize| with(&format!("{}: 1\n", "a".repeat(length)));
    cases.add("key of 1,024 characters", long(1024), "unknown-key 3:1");
    cases.add("longer key", long(1025), "yaml-syntax 3:1026");
    cases.add("longer key behind `?`", with(&format!("? {}\n: 1\n", "a".repeat(2000))), "unknown-key 3:3");
    cases.add("name of 256 characters", name(&"a".repeat(256)), format!("400 {} 001:a 001:d", "a".repeat(256)));
    cases.add("longer name", name(&"a".repeat(257)), "invalid-name 4:3");
    cases.add("longer name", name(&format!("? {}\n  ", "a".repeat(10_000))), "invalid-name 4:5");
}

pub fn operations(cases: &mut Cases) {
    let groups = |count: usize| {
        let group = |at: usize| if at == 0 { "  g0: [A]\n".to_owned() } else { format!("  g{at}: [g{}]\n", at - 1) };
        with(&format!("groups:\n{}", (0..count).map(group).collect::<String>()))
    };
    let accepted = "400 A 001:a 001:d";
    cases.add("1,000 groups, each in the next", groups(1000), accepted);
    cases.add("more groups", groups(1001), "too-large 1004:3");
    let codes = |count: usize| {
        let names: Vec<_> = (0..count).map(|at| format!("C{at}")).collect();
        let code = |name: &String| format!("  {name}: {{http_status: 400, message: c}}\n");
        let codes: String = names.iter().map(code).collect();
        format!("{HEAD}operations: {{op: {{errors: [{}]}}}}\ncodes:\n{codes}", names.join(", "))
    };
    let rows: Vec<_> = (0..1000).map(|at| format!("400 C{at} 001:c")).collect();
    cases.add("1,000 codes in an operation", codes(1000), rows.join(" / "));
    cases.add("more codes in an operation", codes(1001), "too-large 3:14");
}

pub fn limits(cases: &mut Cases) {
    cases.add("more than 100 directives", format!("{}---\n{}", "%X y\n".repeat(101), with("")), "too-large 1:1");
    let text_brackets = "[{".repeat(1000);
    cases.add(
        "brackets in texts and comments",
        with(&format!("# {text_brackets}\n")).replace("message: a", &format!("message: '{text_brackets}'")),
        format!("400 A {} 001:d", cell(&text_brackets)),
    );
    cases.add("100 MB file", vec![b'#'; 100 << 20], "too-large 1:1");
    cases.add("more than 4,000,000 lines and commas", vec![b','; 4_000_001], "too-large 1:1");
    cases.add("100,000 brackets left open", "[".repeat(100_000), "too-large 1:1");
    cases.add("100,000 brackets left open", "{".repeat(100_000), "too-large 1:1");
    let nested = |depth: usize| with(&format!("x: {}{}\n", "[".repeat(depth), "]".repeat(depth)));
    for (label, depth, expected) in [
        ("128 levels", 127, "unknown-key 3:1"),
        ("more levels", 128, "too-large 3:131"),
        ("more levels", 200, "too-large 3:131"),
        ("more than 200 open brackets", 201, "too-large 1:1"),
    ] {
        cases.add(label, nested(depth), expected);
    }
    cases.add("more levels", with(&format!("x:\n  {}a\n", "- ".repeat(2000))), "too-large 4:257");
    cases.add("more levels", with(&format!("x:\n  {}a\n", "? ".repeat(2000))), "too-large 4:257");
    let mut bomb = "x:\n  - &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..10 {
        let alias = format!("*a{}", level - 1);
        let _ = writeln!(bomb, "  - &a{level} [{}]", [&*alias; 10].join(", "));
    }
    cases.add("alias bomb", with(&bomb), "too-large 4:5");
    let long = "x".repeat(1 << 20);
    let aliases = ["*a"; 300].join(", ");
    cases.add("alias bomb", with(&format!("x: [&a {long}, {aliases}]\n")), "too-large 3:5");
}
