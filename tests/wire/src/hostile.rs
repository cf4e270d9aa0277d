//! Bodies for [`crate::kratos`] and [`crate::problem`] that are made to take long, or much memory.

/// The bodies, each with a name and of about this size in bytes.
#[must_use]
pub fn bodies(size: usize) -> Vec<(&'static str, Vec<u8>)> {
    let filled = |before: &str, part: &str, after: &str| {
        let text = part.repeat(size / part.len());
        format!("{before}{}{after}", text.strip_suffix(',').unwrap_or(&text)).into_bytes()
    };
    let message =
        |code: &str, part: &str| filled(&format!(r#"{{"code":400,"reason":"{code}","message":""#), part, "\"}");
    let short = |code: &str, part: &str| {
        let text = part.repeat(8000 / part.len());
        format!(r#"{{"code":400,"reason":"{code}","message":"{text}"}}{}"#, " ".repeat(size)).into_bytes()
    };
    let named = |name: fn(usize) -> String| {
        let members: Vec<_> = (0..size / 6).map(name).collect();
        format!(r#"{{"reason":"Plain","metadata":{{{}}}}}"#, members.join(",")).into_bytes()
    };
    vec![
        ("digits behind a string", message("Digits", "1")),
        ("digits behind a string, in a short message", short("Digits", "1")),
        ("digits and signs, in a short message", short("Digits", "1-")),
        ("digits around a number, in a short message", short("Ratio", "0")),
        ("separators of texts, in a short message", short("Three", ", ")),
        ("separators of lists, in a short message", short("Lists", "; ")),
        ("a param that is shown twice, in a short message", short("Same", "ab")),
        ("separators in a list", filled(r#"{"reason":"Missing","metadata":{"fields":""#, ", ", "\"}}")),
        ("escapes in a list", filled(r#"{"reason":"Missing","metadata":{"fields":""#, "\\\\", "\"}}")),
        ("violations", filled(r#"{"reason":"Invalid","metadata":{"wrong":""#, "a: b; ", "c: d\"}}")),
        ("a number", filled(r#"{"reason":"Plain","metadata":{"a":"#, "1", "}}")),
        ("a number for a param", filled(r#"{"reason":"Invalid","metadata":{"ratio":"#, "1", "}}")),
        ("many members", named(|at| format!("\"{at}\":1"))),
        ("one member many times", named(|_| "\"a\":1".to_owned())),
        ("one param many times", filled(r#"{"code":"Named","type":"","#, r#""name":"x","#, "}")),
        ("many members of a problem", filled(r#"{"code":"Named","type":"a","#, r#""name_":"x","#, "}")),
        ("lists in lists", filled(r#"{"reason":"Plain","a":"#, "[", "")),
        ("objects in objects", filled("", r#"{"a":"#, "")),
        ("empty lists", filled(r#"{"reason":"Plain","a":["#, "[],", "]}")),
        ("empty objects", filled(r#"{"reason":"Plain","a":["#, "{},", "]}")),
        ("a list", filled(r#"{"reason":"Missing","metadata":{"fields":["#, "\"a\",", "]}}")),
        ("escapes", message("Named", "\\u0041")),
        ("half surrogates", message("Named", "\\ud800")),
        ("invalid UTF-8", {
            let mut body = br#"{"reason":"Named","message":""#.to_vec();
            body.extend([0xff_u8, 0x41].repeat(size / 2));
            body.extend(b"\"}");
            body
        }),
        ("infinite numbers", filled(r#"{"reason":"Plain","a":["#, "1e999,", "]}")),
        ("numbers that are no JSON", filled(r#"{"reason":"Plain","a":["#, "NaN,", "]}")),
        ("a long infinite number", filled(r#"{"reason":"Plain","a":"#, "9", "e9}")),
        ("quotes", filled("{", "\"", "")),
        (
            "a pointer",
            filled(r##"{"code":"Invalid","type":"a","errors":[{"pointer":"#"##, "/~1%41", r#"","detail":"a"}]}"#),
        ),
    ]
}
