//! Texts that are code and markup of every kind read back unchanged and do nothing.

use serde_json::Value;

use crate::catalogues::{json_of, markdown_of, openapi_of};
use crate::hostile_texts::{catalogue, message, texts};
use crate::markdown_page::Page;
use crate::openapi::{codes, plain};

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
