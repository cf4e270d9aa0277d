//! Which code a pasted text is an error of.

use errcat::{Catalogue, RecognisedBy, recognise};

const SHOP: &str = "\
errcat: 1
catalogue: {name: Shop, http_status: 409, fallback: Unknown}
params:
  article: string
  left: unsigned
  fields: list
  token: {type: string, sensitive: true}
codes:
  OutOfStock: {message: 'only {{.left}} of {{.article}} left', aliases: [SoldOut], number: 1042}
  Missing: {message: 'missing: {{.fields}}', number: 7}
  Expired: {message: 'the token {{.token}} has expired', number: 8}
  Anything: {message: '{{.article}}', number: 9}
  Twice: {message: '{{.article}} and {{.article}}', number: 10}
  Gone: {message: 'missing: nothing', number: 11}
  Unknown: {message: something went wrong, number: 12}
";

fn shop(settings: &str) -> Catalogue {
    let text = SHOP.replace("fallback: Unknown", &format!("fallback: Unknown{settings}"));
    Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

/// The codes that a text is recognised as, each with its params.
fn found(catalogue: &Catalogue, text: &str) -> Vec<String> {
    let found = recognise(catalogue, text).into_iter().map(|found| {
        let params = found.params.iter().map(|(id, text)| format!(" {}={text}", catalogue[*id].name));
        format!("{}{}", catalogue[found.code].name, params.collect::<String>())
    });
    found.collect()
}

#[test]
fn a_message_gives_its_code_and_params() {
    for (text, expected) in [
        ("only 3 of tea left", &["OutOfStock article=tea left=3"][..]),
        (" something went wrong\n", &["Unknown"]),
        ("the token [redacted] has expired", &["Expired"]),
        ("missing: a, b", &["Missing fields=a, b"]),
        // The one with more of its own text comes first.
        ("missing: nothing", &["Gone", "Missing fields=nothing"]),
        // Both must be the same value, and it isn't known where one ends.
        ("tea and tea", &["Twice article=tea"]),
        ("only three of tea left", &["Anything article=only three of tea left"]),
        ("", &[]),
    ] {
        assert_eq!(found(&shop(""), text), expected, "{text}");
    }
}

#[test]
fn a_template_without_a_text_of_its_own_comes_last_and_alone() {
    assert_eq!(found(&shop(""), "only three of tea left"), ["Anything article=only three of tea left"]);
    assert_eq!(found(&shop(""), "missing: a"), ["Missing fields=a"]);
}

#[test]
fn a_body_gives_the_code_that_it_names() {
    let kratos = r#"{"code":409,"reason":"SoldOut","message":"?","metadata":{"left":"3","article":"tea"}}"#;
    assert_eq!(found(&shop(""), kratos), ["OutOfStock article=tea left=3"]);
    let problem = r#"{"type":"about:blank","status":409,"code":"Missing","detail":"missing: a","fields":["a","b"]}"#;
    assert_eq!(found(&shop(""), problem), ["Missing fields=a, b"]);
    let old = r#"{"code":409,"reason":"OutOfStock","message":"only 3 of tea left"}"#;
    assert_eq!(found(&shop(""), old), ["OutOfStock article=tea left=3"]);
    assert_eq!(recognise(&shop(""), old)[0].by, RecognisedBy::Code);
}

#[test]
fn a_body_in_the_catalogues_own_envelope() {
    let catalogue = shop(", wire: {at: \"errors[0]\", number: status, message: msg, params: args}");
    let body = r#"{"errors":[{"status":1042,"msg":"?","args":{"left":3,"article":"tea"}}]}"#;
    assert_eq!(found(&catalogue, body), ["OutOfStock article=tea left=3"]);
    let unknown = r#"{"errors":[{"status":5,"msg":"missing: a"}]}"#;
    assert_eq!(found(&catalogue, unknown), ["Missing fields=a"]);
}

#[test]
fn a_body_without_a_known_code_is_recognised_by_its_message() {
    assert_eq!(found(&shop(""), r#"{"error":{"code":400,"message":"missing: a"}}"#), ["Missing fields=a"]);
    assert_eq!(recognise(&shop(""), r#"{"detail":"missing: a"}"#)[0].by, RecognisedBy::Message);
}

#[test]
fn a_line_of_a_log() {
    for (line, expected) in [
        (r#"12:00 WARN shop: 409 {"reason":"Missing","metadata":{"fields":"a"}} retrying"#, "Missing fields=a"),
        ("12:00 WARN shop: only 3 of tea left", "OutOfStock article=tea left=3"),
        ("12:00 WARN shop failed with OutOfStock: only 3 of tea left", "OutOfStock article=tea left=3"),
        ("code=SoldOut.", "OutOfStock"),
    ] {
        assert_eq!(found(&shop(""), line), [expected], "{line}");
    }
}

#[test]
fn hostile_texts_take_no_longer_than_they_should() {
    let catalogue = shop("");
    for part in ["{", "{\"a\":", "only 1 of ", "missing: ", "OutOfStock ", "1", "\u{0}", "漢"] {
        let text = part.repeat(200_000 / part.len());
        let _ = recognise(&catalogue, &text);
        let _ = recognise(&catalogue, &text[..text.floor_char_boundary(8000)]);
    }
}
