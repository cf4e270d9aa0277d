//! A catalogue's text can't control the output: no control character reaches a terminal, and no line starts with text
//! of the catalogue, which a CI runner or cargo could take for a command.

use errcat::{Catalogue, Diagnostics, render_summary};

/// Texts that a runner or a terminal would act on, as YAML escapes.
const COMMANDS: &[&str] = &[
    r"a\n::error file=x::y",
    r"a\n   ::stop-commands::z",
    r"a\r\n::add-mask::b",
    r"a\ncargo::warning=c",
    r"a\ncargo:rustc-env=d=e",
    r"a\e[2J\x9b31m\x7f",
    r"a\u2028::debug::f\u202e",
    r"##[error]g\n##vso[task.logissue]h",
];

/// Catalogues with `@` where such a text goes.
const PLACES: &[&str] = &[
    "\"@\": 1\ncodes: {A: {http_status: 400, message: a}}",
    "params: {\"@\": string}\ncodes: {A: {http_status: 400, message: a}}",
    "params: {a: \"@\"}\ncodes: {A: {http_status: 400, message: a}}",
    "params: [\"@\"]\ncodes: {A: {http_status: 400, message: a}}",
    "attributes: {a: {values: [\"@\", \"@\"]}}\ncodes: {A: {http_status: 400, message: a, attributes: {\"@\": \"@\"}}}",
    "codes: {\"@\": {http_status: 400, message: a}}",
    "codes: {A: {http_status: \"@\", message: a}}",
    "codes: {A: {http_status: 400, message: \"{{@}} {{.@}}\"}}",
    "codes: {A: {http_status: 400, message: \"@\", description: \"@\", docs_url: \"@\"}}",
    "codes: {A: {http_status: 400, message: \"@.\", deprecated: {since: \"@\", note: \"@\", replaced_by: A}}}",
    "codes: {A: {http_status: 400, message: a, deprecated: {replaced_by: \"@\"}, rust_name: \"@\", aliases: [\"@\"]}}",
    "codes: {A: {http_status: 400, message: a, grpc: \"@\", allow: [\"@\"], params: [\"@\"]}}",
    "lints: {\"@\": \"@\"}\nreserved: [\"@\"]\ncodes: {A: {http_status: 400, message: a}}",
    "outputs: {rust: {path: \"@:\", features: [\"@\"]}}\ncodes: {A: {http_status: 400, message: a}}",
];

fn assert_is_harmless(printed: &str, text: &str) {
    let control = printed.chars().find(|char| char.is_control() && *char != '\n');
    assert_eq!(control, None, "{printed:?} of {text}");
    for line in printed.lines().map(str::trim_start) {
        let commands = ["::", "##", "cargo:"];
        assert!(!commands.iter().any(|command| line.starts_with(command)), "{line:?} in {printed} of {text}");
    }
}

fn check(diagnostics: &Diagnostics, text: &str) {
    assert_is_harmless(&diagnostics.to_string(), text);
    for finding in diagnostics {
        for line in [Some(finding.message()), finding.help()].into_iter().flatten() {
            assert!(!line.contains('\n'), "{line:?}");
            assert_is_harmless(line, text);
        }
    }
}

#[test]
fn a_catalogue_cannot_print_commands() {
    let mut explained = 0;
    for place in PLACES {
        for command in COMMANDS {
            let text = format!("errcat: 1\ncatalogue: {{name: \"{command}\"}}\n{}\n", place.replace('@', command));
            match Catalogue::parse("errors.yaml", text.as_bytes()) {
                Ok(catalogue) => {
                    catalogue.warnings().into_iter().for_each(|warnings| check(warnings, &text));
                    let summary =
                        render_summary(&catalogue, &catalogue.codes()[0].name).expect("the catalogue has the code");
                    assert_is_harmless(&summary, &text);
                    explained += 1;
                }
                Err(mistakes) => check(&mistakes, &text),
            }
        }
    }
    assert!(explained >= 2 * COMMANDS.len(), "{explained} of the catalogues are valid");
}

#[test]
fn a_path_cannot_print_commands() {
    for path in ["a\n::error::b.yaml", "a\u{1b}[2J.yaml", "\r\ncargo::warning=c"] {
        let diagnostics = Catalogue::parse(path, b"codes: 1\n").expect_err("it is no catalogue");
        assert_is_harmless(&diagnostics.to_string(), path);
    }
}

#[test]
fn characters_that_act_on_a_terminal_are_not_shown_from_the_file() {
    for char in ['\u{85}', '\u{9b}', '\u{61c}', '\u{200e}', '\u{202e}', '\u{2028}', '\u{2066}', '\u{1b}', '\u{7f}'] {
        let text =
            format!("errcat: 1\ncatalogue: {{name: T}}\ncodes: {{A: {{http_status: 4, message: 'a{char}b'}}}}\n");
        let printed = Catalogue::parse("errors.yaml", text.as_bytes()).expect_err("the status is invalid").to_string();
        assert!(!printed.contains(char), "{char:?}: {printed:?}");
    }
}
