//! Each mistake is found with its id and its span, in one run with the others.

use errcat::{Catalogue, Diagnostics, Severity};

const HEAD: &str = "errcat: 1\ncatalogue: {name: Test}\n";

fn mistakes(text: &str) -> Diagnostics {
    Catalogue::parse("errors.yaml", text.as_bytes()).expect_err("the catalogue has a mistake")
}

/// Expects one finding in a catalogue, at the place marked by `^` in the text, which may start with its own `catalogue`.
#[track_caller]
fn assert_one(id: &str, text: &str) {
    let head = if text.contains("catalogue:") { "errcat: 1\n" } else { HEAD };
    let text = format!("{head}{text}");
    let at = text.find('^').expect("the span is marked");
    let line = text[..at].matches('\n').count() + 1;
    let column = text[..at].chars().rev().take_while(|c| *c != '\n').count() + 1;
    let diagnostics = mistakes(&text.replacen('^', "", 1));
    let mistakes = diagnostics.iter().filter(|finding| finding.severity() == Severity::Error);
    let found: Vec<_> =
        mistakes.map(|finding| (finding.id(), finding.location().line, finding.location().column)).collect();
    assert_eq!(found, [(id, line, column)], "{diagnostics}");
}

#[test]
fn values_with_meanings() {
    const CODES: &str = "codes: {A: {http_status: 400, message: a}}\n";
    for (id, values) in [
        ("invalid-attribute", "^{}"),
        ("invalid-name", "{a: x, ^b c: y}"),
        ("duplicate-key", "{a: x, ^a: y}"),
        ("wrong-type", "{a: ^[x]}"),
        ("wrong-type", "^a"),
    ] {
        assert_one(id, &format!("attributes: {{retry: {{values: {values}, default: a}}}}\n{CODES}"));
    }
    let text = format!("{HEAD}attributes: {{retry: {{values: {{a: x, b: , 1: '2'}}, default: 1}}}}\n{CODES}");
    let catalogue = Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    let retry = &catalogue.attributes()[0];
    assert_eq!(retry.meaning(&catalogue.codes()[0].attributes[0]), Some("2"));
}

#[test]
fn keys() {
    assert_one("unknown-key", "codes:\n  A: {http_status: 400, message: a, ^mesage: b}\n");
    assert_one("unknown-key", "codes:\n  A: {http_status: 400, message: a}\n^code: {}\n");
    assert_one("unknown-key", "codes:\n  A:\n    ^<<: {http_status: 400}\n    http_status: 400\n    message: a\n");
    assert_one("missing-key", "codes:\n  ^A: {message: a}\n");
    assert_one(
        "missing-key",
        "codes:\n  B: {http_status: 400, message: b}\n  ^A:\n    http_status: 400\n    message:\n",
    );
    assert_one("duplicate-key", "codes:\n  A: {http_status: 400, message: a}\n  ^A: {http_status: 400, message: a}\n");
    assert_one("duplicate-key", "codes:\n  A: {http_status: 400, message: a, ^http_status: 404}\n");
}

#[test]
fn values() {
    assert_one("wrong-type", "codes:\n  A: {http_status: ^\"400\", message: a}\n");
    assert_one("wrong-type", "codes:\n  A: {http_status: 400, message: ^[a]}\n");
    assert_one("wrong-type", "codes:\n  A: {http_status: 400, message: a, grpc: ^NOT_FOND}\n");
    assert_one("wrong-type", "codes:\n  A: ^text\n");
    assert_one("wrong-type", "codes: ^[A]\n");
    assert_one("wrong-type", "params: {x: ^strin}\ncodes:\n  A: {http_status: 400, message: \"{{.x}}\"}\n");
    assert_one("wrong-type", "codes:\n  A: {http_status: 400, message: a, deprecated: ^true}\n");
    assert_one("wrong-type", "codes:\n  A: {http_status: 400, message: a, description: !secret ^x}\n");
    assert_one("wrong-type", "codes:\n  A: {http_status: 400, message: a, grpc: ^OK}\n");
    assert_one(
        "wrong-type",
        "outputs: {rust: {features: [serde, ^sered]}}\ncodes:\n  A: {http_status: 400, message: a}\n",
    );
    assert_one(
        "duplicate-name",
        "outputs: {rust: {features: [serde, ^serde]}}\ncodes:\n  A: {http_status: 400, message: a}\n",
    );
    assert_one("invalid-http-status", "codes:\n  A: {http_status: ^4000, message: a}\n");
    assert_one("invalid-name", "codes:\n  ^'A b': {http_status: 400, message: a}\n");
    assert_one("invalid-name", "codes:\n  ^---x---é: {http_status: 400, message: a}\n");
    assert_one("invalid-name", "params: {^Name: string}\ncodes:\n  A: {http_status: 400, message: \"{{.Name}}\"}\n");
    assert_one("invalid-name", "codes:\n  A: {http_status: 400, message: a, rust_name: ^lower}\n");
    assert_one("unknown-lint", "lints: {^mesage-style: warn}\ncodes:\n  A: {http_status: 400, message: a}\n");
    assert_one("unknown-lint", "codes:\n  A: {http_status: 400, message: a, allow: [^nothing]}\n");
}

#[test]
fn a_number_that_is_no_whole_number_is_shown() {
    for (number, found) in [
        ("9223372036854775808", "the number 9223372036854775808"),
        ("1.5", "the number 1.5"),
        ("1e30", "the number 1e30"),
        (&"9".repeat(41), "a number"),
        ("one", "a text"),
    ] {
        let text = format!(
            "errcat: 1\ncatalogue: {{name: T}}\ncodes:\n  A: {{http_status: 400, message: a, number: {number}}}\n"
        );
        let findings = Catalogue::parse("errors.yaml", text.as_bytes()).expect_err("it is no number of a code");
        let messages: Vec<_> = findings.iter().map(|finding| finding.message().to_owned()).collect();
        assert_eq!(messages, [format!("`number` must be a whole number from -2^63 to 2^63 - 1, found {found}")]);
    }
}

#[test]
fn templates() {
    assert_one("bad-template", "codes:\n  A: {http_status: 400, message: \"a ^{{range .x}}\"}\n");
    assert_one("bad-template", "codes:\n  A: {http_status: 400, message: \"a ^{{.x\"}\n");
    assert_one("bad-template", "codes:\n  A: {http_status: 400, message: \"a ^{{.}}\"}\n");
    assert_one("unknown-param", "codes:\n  A: {http_status: 400, message: \"wide: 漢字 ^{{.x}}\"}\n");
    assert_one("unknown-param", "codes:\n  A:\n    http_status: 400\n    message: |\n      one\n      two ^{{.x}}\n");
    assert_one("unknown-param", "params: {y: list}\ncodes:\n  A: {http_status: 400, message: a, params: [y, ^x]}\n");
    assert_one("duplicate-name", "params: {y: list}\ncodes:\n  A: {http_status: 400, message: a, params: [y, ^y]}\n");
}

#[test]
fn attributes() {
    let retry = "attributes: {retry: {values: [a, b]}}\ncodes:\n";
    assert_one("missing-attribute", &format!("{retry}  ^A: {{http_status: 400, message: a}}\n"));
    assert_one(
        "invalid-attribute",
        &format!("{retry}  A: {{http_status: 400, message: a, attributes: {{retry: ^c}}}}\n"),
    );
    let code = "codes:\n  A: {http_status: 400, message: a, attributes: {retry: a}}\n";
    assert_one("invalid-attribute", &format!("attributes: {{retry: {{values: [a], type: ^string}}}}\n{code}"));
    assert_one("invalid-attribute", &format!("attributes: {{retry: {{values: [a], default: ^b}}}}\n{code}"));
    assert_one("missing-key", &format!("attributes: {{^retry: {{description: a}}}}\n{code}"));
    assert_one("duplicate-name", &format!("attributes: {{retry: {{values: [a, ^a]}}}}\n{code}"));
    for declaration in ["^strin", "^[a]", "{values: ^a}"] {
        // A mistake in the declaration is not reported for each code.
        let text = format!("attributes: {{team: {declaration}}}\ncodes:\n  A: {{http_status: 400, message: a}}\n");
        assert_one("wrong-type", &text);
    }
    let text = "attributes: {team: string}\ncodes:\n  A: {http_status: 400, message: a, attributes: {team: b}}\n";
    assert!(Catalogue::parse("errors.yaml", format!("{HEAD}{text}").as_bytes()).is_ok());
    let bare = "codes:\n  A: {http_status: 400, message: a, attributes: {^retry: a}}\n";
    assert_one("invalid-attribute", bare);
}

#[test]
fn names_across_codes() {
    let a = "codes:\n  A: {http_status: 400, message: a}\n";
    assert_one("duplicate-name", &format!("{a}  B: {{http_status: 400, message: b, aliases: [^A]}}\n"));
    assert_one("duplicate-name", &format!("reserved: [A]\n{}", a.replace("A:", "^A:")));
    assert_one("duplicate-rust-name", &format!("{}  ^a_b: {{http_status: 400, message: a}}\n", a.replace("A:", "AB:")));
    assert_one("unknown-code", &format!("{a}  B: {{http_status: 400, message: b, deprecated: {{replaced_by: ^C}}}}\n"));
    assert_one(
        "duplicate-rust-name",
        "attributes: {x: {values: [a-b, ^a_b], default: a-b}}\ncodes:\n  A: {http_status: 400, message: a}\n",
    );
    let numbered = "codes:\n  A: {http_status: 400, message: a, number: 1}\n";
    assert_one("missing-number", &format!("{numbered}  ^B: {{http_status: 400, message: b}}\n"));
    assert_one("duplicate-number", &format!("{numbered}  B: {{http_status: 400, message: b, number: ^1}}\n"));
}

#[test]
fn envelopes() {
    for (id, wire) in [
        ("wrong-type", "wire: ^envelope"),
        ("wrong-type", "wire: ^[kratos]"),
        ("missing-key", "^wire: {message: msg}"),
        ("unknown-key", "wire: {code: type, ^detail: msg}"),
        ("duplicate-name", "wire: {code: type, message: ^type}"),
        ("invalid-name", "wire: {code: ^\"\"}"),
        ("invalid-name", "wire: {code: ^\"a\\tb\"}"),
        ("invalid-name", "wire: {at: ^\"errors[1]\", code: type}"),
        ("invalid-name", "wire: {at: ^errors.0, code: type}"),
        ("missing-number", "wire: {number: ^code}"),
    ] {
        assert_one(id, &format!("catalogue: {{name: Test, {wire}}}\ncodes:\n  A: {{http_status: 400, message: a}}\n"));
    }
    let codes = "codes:\n  A: {http_status: 400, message: a, number: 1}\n";
    assert_one("wrong-type", &format!("catalogue: {{name: Test, numbers: ^shared, wire: {{number: code}}}}\n{codes}"));
    let second = "  ^B: {http_status: 400, message: b}\n";
    assert_one("missing-number", &format!("catalogue: {{name: Test, wire: {{number: code}}}}\n{codes}{second}"));
    let path = ["a"; 17].join(".");
    assert_one("too-large", &format!("catalogue: {{name: Test, wire: {{at: ^{path}, code: type}}}}\n{codes}"));
}

#[test]
fn fallbacks() {
    for (id, fallback) in [
        ("wrong-type", "^[A]"),
        ("missing-key", "{429: A}"),
        ("unknown-key", "{else: A, ^3yy: A}"),
        ("unknown-key", "{^els: A}"),
        ("duplicate-key", "{429: A, ^\"429\": A, else: A}"),
        ("invalid-http-status", "{^399: A, else: A}"),
        ("invalid-http-status", "{^600: A, else: A}"),
        ("invalid-http-status", "{^0429: A, else: A}"),
        ("unknown-code", "{429: ^B, else: A}"),
        ("unknown-code", "{else: ^B}"),
        ("wrong-type", "{5xx: ^[A], else: A}"),
    ] {
        let key = if id == "missing-key" { "^fallback" } else { "fallback" };
        let catalogue = format!("catalogue: {{name: Test, {key}: {fallback}}}");
        assert_one(id, &format!("{catalogue}\ncodes:\n  A: {{http_status: 400, message: a}}\n"));
    }
}

#[test]
fn some_mistakes_stop_the_reading() {
    for (id, text) in [
        ("yaml-syntax", "errcat: 1\n  bad: [\n"),
        ("yaml-syntax", "errcat: 1\n---\nerrcat: 1\n"),
        ("unsupported-version", "errcat: 2\nanything: goes\n"),
    ] {
        let ids: Vec<_> = mistakes(text).iter().map(errcat::Finding::id).collect();
        assert_eq!(ids, [id], "{text}");
    }
    let invalid = Catalogue::parse("errors.yaml", b"errcat: 1\nname: \xff\n").expect_err("a byte that is not UTF-8");
    let finding = invalid.iter().next().expect("a finding");
    assert_eq!((finding.id(), finding.location().line, finding.location().column), ("yaml-syntax", 2, 7));
}

#[test]
fn an_empty_catalogue_is_a_mistake() {
    for text in ["", "# nothing\n", "~\n", "{}\n", "[]\n", "text\n", "errcat: 1\ncatalogue: {name: A}\ncodes: {}\n"] {
        assert!(mistakes(text).iter().count() > 0, "{text}");
    }
}

#[test]
fn a_mistake_in_an_anchored_node_is_shown_once() {
    let text = "attributes: {x: {type: unsigned}}\ncodes:\n  \
                A: {http_status: 400, message: a, attributes: &it {x: ^no}}\n  \
                B: {http_status: 400, message: b, attributes: *it}\n  \
                C: {http_status: 400, message: c, attributes: *it}\n";
    assert_one("wrong-type", text);
}

#[test]
fn any_scalar_can_be_a_text() {
    let text = format!(
        "{HEAD}codes:\n  \
         22E01: {{http_status: 400, message: 404}}\n  \
         123: {{http_status: 400, message: true, description: ~}}\n  \
         true: {{http_status: 400, message: 1.10, description: null}}\n  \
         null: {{http_status: 0x190, message: \"\"}}\n  \
         0x1F: {{http_status: 400, message: -0, description: .inf}}\n  \
         x:\n    http_status: 400\n    message: e\n    description:\n"
    );
    let catalogue = Catalogue::parse("errors.yaml", text.as_bytes()).expect("any scalar can be a text");
    let codes = catalogue.codes().iter();
    let read: Vec<_> = codes.map(|code| (&*code.name, code.message.as_str(), code.description.as_deref())).collect();
    let expected = [
        ("22E01", "404", None),
        ("123", "true", Some("~")),
        ("true", "1.10", Some("null")),
        ("null", "", None),
        ("0x1F", "-0", Some(".inf")),
        ("x", "e", None),
    ];
    assert_eq!(read, expected);
    assert!(catalogue.codes().iter().all(|code| code.http_status == 400));
}

#[test]
fn spans_are_within_the_file_and_between_characters() {
    for text in ["-", "errcat: 1\ncatalogue:\n  name:\n    é: 1\ncodes: {A: {http_status: 400, message: m}}\n"] {
        for finding in &mistakes(text) {
            let place = finding.location();
            assert!(text.get(place.start..place.end).is_some(), "{place:?} in {text:?}");
        }
    }
}

#[test]
fn a_carriage_return_is_not_shown() {
    let text = "errcat: 1\r\ncatalogue: {name: X}\r\ncodes:\r\n  A: {http_status: 900, message: m, description: d}\r\n";
    assert!(!mistakes(text).to_string().contains(['\r', '␍']));
}

#[test]
fn a_fallback_of_the_wrong_type_is_reported_even_without_codes() {
    let ids: Vec<_> = mistakes("errcat: 1\ncatalogue: {name: A, fallback: [B]}\ncodes: {}\n")
        .iter()
        .map(errcat::Finding::id)
        .collect();
    assert_eq!(ids, ["wrong-type", "missing-key"]);
}

#[test]
fn a_no_break_space_is_text() {
    // A plain scalar, although a quote follows the space.
    let code = "codes:\n  A: {http_status: 400, message: &a \u{a0}\"\\xaé {{.x}}\"}\n";
    assert!(!mistakes(&format!("{HEAD}{code}")).is_empty());
    let code = "codes:\n  A:\n    http_status: 400\n    message: !!str \u{a0}\"\\xaé {{.x}}\"\n";
    let ids: Vec<_> = mistakes(&format!("{HEAD}{code}")).iter().map(errcat::Finding::id).collect();
    assert!(ids.contains(&"unknown-param"), "{ids:?}");
}

#[test]
fn many_names_that_collide_in_rust_are_reported_in_a_moment() {
    use std::fmt::Write;

    let mut text = format!("{HEAD}codes:\n");
    for code in 0..3000_u32 {
        let dashes: String = (0..12).map(|bit| if code >> bit & 1 == 1 { '-' } else { '.' }).collect();
        let _ = writeln!(text, "  A{dashes}: {{http_status: 400, message: m{code}}}");
    }
    let diagnostics = mistakes(&text);
    assert_eq!(diagnostics.iter().filter(|finding| finding.id() == "duplicate-rust-name").count(), 2999);
}

#[test]
fn operations() {
    const CODES: &str = "codes:\n  A: {http_status: 400, message: a}\n  B: {http_status: 400, message: b}\n";
    for (id, text) in [
        ("unknown-code", "operations: {op: {errors: [A, ^C]}}\n"),
        ("unknown-code", "groups: {g: [^h]}\n"),
        ("duplicate-name", "groups: {g: [A]}\noperations: {op: {errors: [g, A, ^g]}}\n"),
        ("missing-key", "operations: {^op: {}}\n"),
        ("missing-key", "operations: {op: {errors: ^[]}}\n"),
        ("missing-key", "groups: {^g: }\n"),
        ("circular-group", "groups: {g: [A, h], h: [i, B], i: [A, ^g]}\n"),
        ("duplicate-rust-name", "operations: {find_it: {errors: [A]}, ^FindIt: {errors: [B]}}\n"),
        ("wrong-type", "operations: {op: {errors: [A, ^[B]]}}\n"),
    ] {
        assert_one(id, &format!("{text}{CODES}"));
    }
    // A code that a group has in common with the list is no mistake, and an alias is not the code's name.
    let text = format!("{HEAD}groups: {{g: [A, B]}}\noperations: {{op: {{errors: [B, g]}}}}\n{CODES}");
    let catalogue = Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_or_else(|found| panic!("{found}"));
    let errors: Vec<_> = catalogue.operations()[0].errors.iter().map(|&code| &*catalogue[code].name).collect();
    assert_eq!((errors, catalogue.warnings().is_none()), (vec!["B", "A"], true));
    assert_one(
        "unknown-code",
        "operations: {op: {errors: [^Old]}}\ncodes:\n  A: {http_status: 400, message: a, aliases: [Old]}\n",
    );
}

#[test]
fn a_code_can_say_that_it_is_in_no_operation() {
    let unused = |code: &str| {
        let text = format!(
            "{HEAD}operations: {{op: {{errors: [A]}}}}\ncodes:\n  A: {{http_status: 400, message: a}}\n  Unlisted: {code}\n"
        );
        let catalogue = Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_or_else(|found| panic!("{found}"));
        catalogue.warnings().map(|warnings| warnings.iter().map(|finding| finding.id().to_owned()).collect::<Vec<_>>())
    };
    assert_eq!(unused("{http_status: 404, message: unlisted}"), Some(vec!["unused-code".to_owned()]));
    assert_eq!(unused("{http_status: 404, message: unlisted, allow: [unused-code]}"), None);
}
