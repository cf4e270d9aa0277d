//! Properties of the rendered text, whatever the catalogue.

use std::fmt::Write;

use errcat::{Catalogue, render_crate, render_module};

fn catalogue(text: &str) -> Catalogue {
    Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
}

/// A catalogue of codes with names that are the same in `alike` characters at both ends.
fn numbered(count: usize, message: impl Fn(usize) -> String) -> String {
    let mut text =
        "errcat: 1\ncatalogue: {name: Test}\noutputs: {rust: {path: src}}\nparams: {fields: list}\ncodes:\n".to_owned();
    for code in 0..count {
        let message = message(code);
        let _ = writeln!(
            text,
            "  Code{code}End:\n    http_status: 400\n    message: {message:?}\n    description: Code {code}."
        );
    }
    text
}

/// The lines that a change to the catalogue removes and adds.
fn changed_lines(before: &str, after: &str) -> (usize, usize) {
    let (before, after) = (render_crate(&catalogue(before)), render_crate(&catalogue(after)));
    let lines = |files: &[(String, String)]| -> Vec<String> {
        files.iter().flat_map(|(name, text)| text.lines().map(move |line| format!("{name}: {line}"))).collect()
    };
    let (mut before, mut after) = (lines(&before), lines(&after));
    let all = after.clone();
    after.retain(|line| !before.contains(line));
    before.retain(|line| !all.contains(line));
    (before.len(), after.len())
}

#[test]
fn rendering_twice_gives_the_same_bytes() {
    let text = include_str!("../../errors.yaml");
    assert_eq!(render_crate(&catalogue(text)), render_crate(&catalogue(text)));
    assert_eq!(render_module(&catalogue(text)), render_module(&catalogue(text)));
}

#[test]
fn a_changed_message_is_a_small_diff() {
    let before = numbered(50, |code| format!("message {code}: {{{{.fields}}}}"));
    let after = numbered(50, |code| {
        if code == 7 {
            "changed, with a\ttab and }} : {{.fields}}".to_owned()
        } else {
            format!("message {code}: {{{{.fields}}}}")
        }
    });
    assert_eq!(changed_lines(&before, &after), (3, 3));
}

#[test]
fn a_new_code_changes_one_other_line() {
    let before = numbered(50, |code| format!("message {code}"));
    let mut after = before.clone();
    after.push_str("  Another: {http_status: 404, message: another}\n");
    let (removed, _) = changed_lines(&before, &after);
    assert_eq!(removed, 1);
}

#[test]
fn every_file_parses_as_rust() {
    let text = numbered(20, |code| format!("message {code}: \\ \" {{{{.fields}}}}"));
    for (name, text) in render_crate(&catalogue(&text)) {
        assert!(syn::parse_file(&text).is_ok(), "{name}");
    }
    assert!(syn::parse_file(&render_module(&catalogue(&text))).is_ok());
}

#[test]
fn nothing_unused_is_imported() {
    for (params, message, has_cow) in [
        ("", "a", false),
        ("params: {x: unsigned}\n", "{{.x}}", false),
        ("params: {x: string}\n", "{{.x}}", true),
        ("params: {x: list}\nlints: {unused-param: allow}\n", "a", true),
    ] {
        let text = format!(
            "errcat: 1\ncatalogue: {{name: T}}\n{params}codes:\n  A: {{http_status: 400, message: '{message}'}}\n"
        );
        let files = render_crate(&catalogue(&text));
        let (_, constructors) =
            files.iter().find(|(name, _)| name == "constructors.rs").expect("there are constructors");
        assert_eq!(constructors.contains("::Cow;"), has_cow, "{text}");
        assert_eq!(constructors.contains("Cow<"), has_cow, "{text}");
    }
}

#[test]
fn the_repr_grows_with_the_catalogue() {
    for (count, repr) in [(1, "u8"), (256, "u8"), (257, "u16")] {
        let files = render_crate(&catalogue(&numbered(count, |code| format!("message {code}"))));
        let code = &files.iter().find(|(name, _)| name == "code.rs").expect("there is the enum").1;
        assert!(code.contains(&format!("#[cfg_attr(not(doc), repr({repr}))]")), "{count}");
    }
}

#[test]
fn a_long_text_is_not_repeated_for_each_code() {
    let text = numbered(500, |code| format!("message {code}: {{{{.fields}}}}"));
    let len = |description: &str| {
        let param = format!("fields: {{type: list, description: {description}}}");
        render_crate(&catalogue(&text.replace("fields: list", &param)))
            .iter()
            .map(|(_, text)| text.len())
            .sum::<usize>()
    };
    let (short, long) = (len("a"), len(&"word ".repeat(10_000)));
    // 50 KB where the param is declared, and 300 characters for each constructor.
    assert!(long < short + 500 * 400 + 200_000, "{short} and {long} bytes");
}
