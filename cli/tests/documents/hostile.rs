//! A catalogue whose texts are code and markup of every kind: each reads back unchanged and does nothing.

use serde_json::Value;

use crate::catalogues::{json_of, markdown_of, openapi_of};
use crate::markdown_page::Page;
use crate::openapi::{codes, plain};

/// One for each code.
pub fn texts() -> Vec<String> {
    let texts = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</style><!-- --> ]]> -->",
        "a | b || c \\| d \\",
        "`code` ``more`` ` one",
        "${x} $y$ $$z$$ #{x} %{x} <%= x %>",
        "{{ and }} {% raw %} {{.fields}",
        "line\u{2028}paragraph\u{2029}next\u{85}line",
        "right \u{202e}to left\u{2066} isolate \u{200f}mark",
        "*a* **b** _c_ __d__ ~~e~~ snake_case _x",
        "[a](javascript:alert(1)) ![b](https://x.example/a.png) [c]: d",
        "# heading",
        "- item\n- item\n\n1. one\n\n> quote\n\n    code\n\n```\nfence\n```",
        "| a | b |\n|---|---|\n| c | d |",
        "=== \n---",
        "&lt; &amp;amp; &#60; &copy;",
        "https://x.example/a_b?c=d&e=f www.x.example a@b.example <https://x.example>",
        ":smile: a:b:c :+1: 12:30",
        "tab\there, bell\u{7}, escape\u{1b}[2J, delete\u{7f}",
        "  blanks at both ends  ",
        "\u{feff}mark, \u{200b}no space, e\u{301}, 🚀, 漢字",
        "@someone #12 !3 ~label 0123456789abcdef0123456789abcdef01234567",
    ];
    let mut texts: Vec<_> = texts.iter().map(ToString::to_string).collect();
    texts.push("W".repeat(10_000));
    texts
}

/// A text in YAML, with everything escaped that could be.
fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|char| {
        if char.is_ascii_alphanumeric() { char.to_string() } else { format!("\\U{:08X}", u32::from(char)) }
    });
    format!("\"{}\"", escaped.collect::<Vec<_>>().concat())
}

pub fn message(text: &str) -> String {
    text.replace("{{", "{{\"{{\"}}").trim_end().to_owned()
}

/// The texts as messages, descriptions, helps, attributes, notes, and descriptions of params.
pub fn catalogue() -> String {
    let texts = texts();
    let all = quoted(&texts.concat());
    let head = format!(
        "errcat: 1\ncatalogue: {{name: {all}, description: {all}}}\nlints: {{message-style: allow, unused-param: allow}}\n"
    );
    let texts = texts.iter().enumerate();
    let params = texts.clone().map(|(at, text)| format!("  p{at}: {{type: string, description: {}}}\n", quoted(text)));
    let codes = texts.map(|(at, text)| {
        let (message, text) = (quoted(&message(text)), quoted(text));
        format!(
            "  C{at}:\n    http_status: 400\n    message: {message}\n    params: [p{at}]\n    description: {text}\n    \
             help: {text}\n    docs_url: {text}\n    attributes: {{note: {text}}}\n    \
             deprecated: {{since: {text}, note: {text}}}\n"
        )
    });
    let (params, codes) = (params.collect::<Vec<_>>().concat(), codes.collect::<Vec<_>>().concat());
    format!("{head}attributes: {{note: string}}\nparams:\n{params}codes:\n{codes}")
}

#[test]
fn json_says_every_text_unchanged() {
    let document = json_of(&catalogue());
    let texts = texts();
    assert_eq!(document["name"], texts.concat());
    assert_eq!(document["codes"].as_array().map(Vec::len), Some(texts.len()));
    for (at, text) in texts.iter().enumerate() {
        let code = &document["codes"][at];
        let said = [&code["description"], &code["help"], &code["attributes"]["note"], &code["deprecated"]["note"]];
        assert!(said.iter().all(|said| *said == text), "{text:?}: {said:?}");
        assert_eq!(code["message"]["text"], message(text));
        let pieces = code["message"]["pieces"].as_array().into_iter().flatten().filter_map(Value::as_str);
        assert_eq!(pieces.collect::<String>(), text.trim_end());
        assert_eq!(document["params"][at]["description"], *text);
    }
}

#[test]
fn markdown_shows_every_text_unchanged() {
    let page = markdown_of(&catalogue());
    let source_is_safe = |char: char| char == '\n' || !errcat::printable(&char.to_string()).starts_with('\\');
    assert!(page.chars().filter(|char| !matches!(char, '\\' | '\u{7f}'..='\u{9f}')).all(source_is_safe));
    let page = Page::parse(&page);
    let texts = texts();
    assert_eq!(page.headings[0], format!("{}: error codes", texts.concat().replace('\n', " ")));
    assert_eq!(page.paragraphs[0], texts.concat());
    let [codes, _, params, _, deprecated] = &page.tables[..] else { panic!("{} tables", page.tables.len()) };
    assert_eq!(codes[0], ["Code", "HTTP status", "Message", "Description", "Help", "note", "Params"]);
    for (at, text) in texts.iter().enumerate() {
        let (name, param, message) = (format!("C{at}"), format!("p{at}"), message(text));
        let label = format!("{name} (deprecated)");
        assert_eq!(codes[at + 1], [&label, "400", &message, text, text, text, &param]);
        assert_eq!(params[at + 1], [&param, "string", text]);
        assert_eq!(deprecated[at + 1], [&name, text, "", text]);
    }
    let is_safe = |link: &String| link.starts_with('#') || link.starts_with("https://x.example/a_b?c=d&e=f");
    assert!(page.links.iter().all(is_safe), "{:?}", page.links);
}

#[test]
fn openapi_says_every_text_unchanged() {
    let document = openapi_of(&catalogue());
    let texts = texts();
    assert_eq!(document["info"]["title"], format!("{}: error codes", texts.concat()));
    assert_eq!(plain(&document["info"]["description"]), texts.concat());
    let codes: Vec<_> = codes(&document).collect();
    assert_eq!(codes.len(), texts.len());
    for (at, (text, code)) in texts.iter().zip(codes).enumerate() {
        assert_eq!(plain(&code["description"]), format!("{text}\n\n{text}\n\nDeprecated since {text}. {text}"));
        let properties = &code["properties"];
        assert_eq!(plain(&properties["message"]["description"]), message(text));
        assert_eq!(plain(&properties["metadata"]["properties"][format!("p{at}")]["description"]), *text);
        let example = &document["components"]["examples"][format!("C{at}Error")];
        assert_eq!(example["value"]["message"], text.trim_end());
    }
}
