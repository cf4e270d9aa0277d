//! What the catalogue says about each code.

#![allow(deprecated, reason = "deprecated codes are in the table too")]

use awkward_names::errors::{
    Box_, Error_, ErrorCode, Many, Message, Option_, Result_, ResultExt_, Single, String_, Type, UnknownErrorCode,
    Violation_,
};

type Row = (ErrorCode, &'static str, i64, u16, &'static str, &'static str);

#[rustfmt::skip]
const CODES: &[Row] = &[
    (ErrorCode::Self_, "Self", 0, 400, "the self {{.self}}", ""),
    (ErrorCode::Type, "Type", 1, 400, "a {{.type}} of {{.self}}", ""),
    (ErrorCode::Error, "Error", 2, 500, "errors: {{.error}}", ""),
    (ErrorCode::ErrorCode, "ErrorCode", 3, 500, "{{.message}} has code {{.code}}", ""),
    (ErrorCode::Source, "Source", 4, 502, "{{.source}} and again {{.source}}", ""),
    (ErrorCode::Code, "Code", 5, 400, "code {{.code}}", ""),
    (ErrorCode::Ok, "Ok", 6, 200, "ok", ""),
    (ErrorCode::None, "None", 7, 404, "none", ""),
    (ErrorCode::Some, "Some", 8, 404, "some", ""),
    (ErrorCode::Err, "Err", 9, 500, "err", ""),
    (ErrorCode::Result, "Result", 10, 500, "result", ""),
    (ErrorCode::Option, "Option", 11, 500, "option", ""),
    (ErrorCode::String, "String", 12, 422, "a string {{.to_string}}, {{.str}}", ""),
    (ErrorCode::Vec, "Vec", 13, 422, "a vec of {{.params}} and {{.metadata}}", ""),
    (ErrorCode::Box, "Box", 14, 422, "a box with {{.owned}}", ""),
    (ErrorCode::Cow, "Cow", 15, 422, "cow", ""),
    (ErrorCode::Into, "Into", 16, 422, "into {{.into_account}} from {{.from_account}}", ""),
    (ErrorCode::Value, "Value", 17, 422, "the value {{.value}}", ""),
    (ErrorCode::Violation, "Violation", 1017, 422, "a {{.float}} of {{.violations}}", ""),
    (ErrorCode::Retry, "Retry", 18, 429, "retry", ""),
    (ErrorCode::Iterator, "Iterator", 19, 500, "iterate over {{.iter}}", ""),
    (ErrorCode::Plain, "Plain", 20, 400, "plain {{.plain}}", ""),
    (ErrorCode::WithParams, "WithParams", 21, 400, "with {{.with_params}}", ""),
    (ErrorCode::Clone, "Clone", 22, 409, "clone: {{.clone}}", ""),
    (ErrorCode::Default, "Default", 23, 409, "default", ""),
    (ErrorCode::New, "New", 24, 409, "new", ""),
    (ErrorCode::Reason, "Reason", 25, 409, "because {{.reason}}", ""),
    (ErrorCode::HttpStatus, "HttpStatus", 26, 599, "http status", ""),
    (ErrorCode::Params, "Params", 27, 499, "params", ""),
    (ErrorCode::Metadata, "Metadata", 28, 499, "metadata", ""),
    (ErrorCode::WithMetadata, "WithMetadata", 29, 499, "with metadata", ""),
    (ErrorCode::WithSource, "WithSource", 30, 499, "with source", ""),
    (ErrorCode::UnknownErrorCode, "UnknownErrorCode", 31, 500, "{{.formatter}} on {{.f}}", ""),
    (ErrorCode::Fmt, "Fmt", 32, 500, "fmt", ""),
    (ErrorCode::From, "From", 33, 500, "from", ""),
    (ErrorCode::Drop, "Drop", 34, 500, "drop", ""),
    (ErrorCode::Hash, "Hash", 35, 500, "hash", ""),
    (ErrorCode::RetryAfter, "RetryAfter", 36, 500, "retry after {{.retry_after}}", ""),
    (ErrorCode::WithRetryAfter, "WithRetryAfter", 37, 500, "with retry after", ""),
    (ErrorCode::Eq, "Eq", 38, 500, "equal: {{.eq}}", ""),

    (ErrorCode::Code2faConfirm, "2FA_CONFIRM", 100, 401, "confirm", ""),
    (ErrorCode::Code22e01, "22E01", 101, 400, "numeric", ""),
    (ErrorCode::Code123, "123", 102, 400, "one two three", ""),
    (ErrorCode::Code0x1F, "0x1F", 103, 400, "hexadecimal", ""),
    (ErrorCode::Code1e3, "1e3", 104, 400, "exponent", ""),
    (ErrorCode::Code7, "-7", 105, 400, "negative", ""),
    (ErrorCode::Inf, ".inf", 106, 400, "infinite", ""),
    (ErrorCode::True, "true", 107, 400, "true", ""),
    (ErrorCode::Null, "null", 108, 400, "null", ""),
    (ErrorCode::Off, "off", 109, 400, "404", ""),
    (ErrorCode::CardDeclined, "card.declined", 110, 402, "22E01", ""),
    (ErrorCode::KebabCase, "kebab-case", 111, 400, "1.50", ""),
    (ErrorCode::ScreamingSnake, "SCREAMING_SNAKE", 112, 400, "~", ""),
    (ErrorCode::ALL_, "A-L-L", 118, 400, "all", ""),
    (ErrorCode::AB, "a:b", 113, 400, "-1", ""),
    (ErrorCode::Underscored, "__underscored__", 114, 400, "{{.name}}", ""),
    (ErrorCode::HTTP, "h2o.level-3", 116, 400, "letters and digits", ""),
    (ErrorCode::Renamed2, "lowercase", 117, 400, "len {{.len}}, open {{.is_open}}: {{.as_text}}", ""),

    (ErrorCode::Abstract, "Abstract", 200, 400, "keyword", ""),
    (ErrorCode::As, "As", 201, 400, "keyword", ""),
    (ErrorCode::Async, "Async", 202, 400, "keyword", ""),
    (ErrorCode::Await, "Await", 203, 400, "keyword", ""),
    (ErrorCode::Become, "Become", 204, 400, "keyword", ""),
    (ErrorCode::Break, "Break", 205, 400, "keyword", ""),
    (ErrorCode::Const, "Const", 206, 400, "keyword", ""),
    (ErrorCode::Continue, "Continue", 207, 400, "keyword", ""),
    (ErrorCode::Crate, "Crate", 208, 400, "keyword", ""),
    (ErrorCode::Do, "Do", 209, 400, "keyword", ""),
    (ErrorCode::Dyn, "Dyn", 210, 400, "keyword", ""),
    (ErrorCode::Else, "Else", 211, 400, "keyword", ""),
    (ErrorCode::Enum, "Enum", 212, 400, "keyword", ""),
    (ErrorCode::Extern, "Extern", 213, 400, "keyword", ""),
    (ErrorCode::False, "False", 214, 400, "keyword", ""),
    (ErrorCode::Finally, "final", 215, 400, "{{.final}}", ""),
    (ErrorCode::Fn, "Fn", 216, 400, "keyword", ""),
    (ErrorCode::For, "For", 217, 400, "keyword", ""),
    (ErrorCode::Gen, "Gen", 218, 400, "generation {{.gen}}", ""),
    (ErrorCode::If, "If", 219, 400, "keyword", ""),
    (ErrorCode::Impl, "Impl", 220, 400, "keyword", ""),
    (ErrorCode::In, "In", 221, 400, "keyword", ""),
    (ErrorCode::Let, "Let", 222, 400, "keyword", ""),
    (ErrorCode::Loop, "Loop", 223, 400, "keyword", ""),
    (ErrorCode::Macro, "Macro", 224, 400, "keyword", ""),
    (ErrorCode::Match, "Match", 225, 400, "keyword", ""),
    (ErrorCode::Mod, "Mod", 226, 400, "keyword", ""),
    (ErrorCode::Move, "Move", 227, 400, "keyword", ""),
    (ErrorCode::Mut, "Mut", 228, 400, "keyword", ""),
    (ErrorCode::Override, "Override", 229, 400, "keyword", ""),
    (ErrorCode::Priv, "Priv", 230, 400, "keyword", ""),
    (ErrorCode::Pub, "Pub", 231, 400, "keyword", ""),
    (ErrorCode::Ref, "Ref", 232, 400, "keyword", ""),
    (ErrorCode::Return, "Return", 233, 400, "keyword", ""),
    (ErrorCode::Static, "Static", 234, 400, "keyword", ""),
    (ErrorCode::Struct, "Struct", 235, 400, "keyword", ""),
    (ErrorCode::Super, "Super", 236, 400, "keyword", ""),
    (ErrorCode::Trait, "Trait", 237, 400, "keyword", ""),
    (ErrorCode::Try, "Try", 238, 400, "keyword", ""),
    (ErrorCode::Typeof, "Typeof", 239, 400, "keyword", ""),
    (ErrorCode::Union, "Union", 240, 400, "keyword", ""),
    (ErrorCode::Unsafe, "Unsafe", 241, 400, "keyword", ""),
    (ErrorCode::Unsized, "Unsized", 242, 400, "keyword", ""),
    (ErrorCode::Use, "Use", 243, 400, "keyword", ""),
    (ErrorCode::Virtual, "Virtual", 244, 400, "keyword", ""),
    (ErrorCode::Where, "Where", 245, 400, "keyword", ""),
    (ErrorCode::While, "While", 246, 400, "keyword", ""),
    (ErrorCode::Yield, "Yield", 247, 400, "keyword", ""),
    (ErrorCode::MacroRules, "MacroRules", 248, 400, "keyword", ""),

    (ErrorCode::CommentEnd, "CommentEnd", 300, 400,
        r#"*/ "quoted" \ back\slash \n /* // ///"#, r#"*/ "quoted" \ back\slash \n /* // /// ending in \"#),
    (ErrorCode::Backticks, "Backticks", 301, 400, "`one` ``two`` ```three", "`one` ``two`` ```three"),
    (ErrorCode::Brackets, "Brackets", 302, 400,
        "[link] [a](b) ![i](j) [^1] [x]: y", "[link] [a](b) ![i](j) [^1] [x]: y [`Error`]"),
    (ErrorCode::Html, "Html", 303, 400,
        "<b>html</b> &amp; <!-- comment --> Vec<u8> <script>", "<b>html</b> &amp; <!-- comment --> Vec<u8> <script>"),
    (ErrorCode::Url, "Url", 304, 400,
        "see https://errors.example/a_b?c=d&e=f#g",
        "see https://errors.example/a_b?c=d&e=f#g, <https://errors.example>, www.errors.example, me@errors.example"),
    (ErrorCode::Tabs, "Tabs", 305, 400, "\ta\tb\t", "\ta\tb\t"),
    (ErrorCode::Wide, "Wide", 306, 400, "🦀 👩‍👩‍👧 日本語 한국어 ｆｕｌｌ", "🦀 👩‍👩‍👧 日本語 한국어 ｆｕｌｌ"),
    (ErrorCode::Unnormalised, "Unnormalised", 307, 400,
        "\u{2126} \u{212b} e\u{301} \u{1100}\u{1161}", "\u{2126} \u{212b} e\u{301} \u{1100}\u{1161}"),
    (ErrorCode::Bidirectional, "Bidirectional", 308, 400,
        "\u{200f}right\u{200e} \u{202e}left\u{202c} \u{2067}isolated\u{2069} \u{5e9}\u{5dc}\u{5d5}\u{5dd}",
        "\u{200f}right\u{200e} \u{202e}left\u{202c} \u{2067}isolated\u{2069} \u{5e9}\u{5dc}\u{5d5}\u{5dd}"),
    (ErrorCode::ZeroWidth, "ZeroWidth", 309, 400,
        "zero\u{200b}width\u{feff} \u{ad}\u{2060}", "zero\u{200b}width\u{feff} \u{ad}\u{2060}"),
    (ErrorCode::Nul, "Nul", 310, 400, "a\0b\x001\x1b\x7f", "a\0b\x001\x1b\x7f"),
    (ErrorCode::Invisible, "Invisible", 311, 400, "\u{202e}", "\u{202e}"),
    (ErrorCode::Indented, "Indented", 312, 400, "    indented", "    indented\n\n        more"),
    (ErrorCode::Heading, "Heading", 313, 400, "# heading", "# heading\n## two\n#three"),
    (ErrorCode::Dashes, "Dashes", 314, 400, "- dash", "- dash\n+ plus\n* star\n---"),
    (ErrorCode::Numbered, "Numbered", 315, 400, "1. one", "1. one\n2) two\n12345 three"),
    (ErrorCode::Underlined, "Underlined", 316, 400, "===", "title\n===\nother\n---"),
    (ErrorCode::Emphasis, "Emphasis", 317, 400,
        "_a_ *b* __c__ **d** ~~e~~ f_g_h", "_a_ *b* __c__ **d** ~~e~~ f_g_h"),
    (ErrorCode::Table, "Table", 318, 400,
        "| a | b |", "| a | b |\n|---|---|\n| c | d |\n> quote\n~~~\n- [ ] task"),
    (ErrorCode::Typography, "Typography", 319, 400,
        "it's \"so\" -- or --- ... (c)", "it's \"so\" -- or --- ... (c)"),
    (ErrorCode::LineEnds, "LineEnds", 320, 400,
        "one\r\ntwo\rthree\nfour\u{2028}five\u{85}six", "one\r\ntwo\rthree\nfour\u{2028}five\u{85}six"),
    (ErrorCode::Paragraphs, "Paragraphs", 321, 400,
        "first: {{.name}}\n\nsecond\n",
        "\nThe first paragraph\nhas two lines.\n\nThe second one.\n\n\nThe third one.\n"),
    (ErrorCode::Braces, "Braces", 322, 400,
        "{} {0} {name} }{ }} %s ${x}", "{} {0} {name} }{ }} %s ${x} {{.name}}"),
    (ErrorCode::LiteralBraces, "LiteralBraces", 323, 400,
        "{{\"{{\"}}.name}} is {{ .name }}, {{ \"{{\" }}{{\t.name\t}}", ""),
    (ErrorCode::NestedBraces, "NestedBraces", 324, 400, "{ {{.name}}} {{\"{{\"}}{{.name}}{{.value}}}}}", ""),
    (ErrorCode::Empty, "Empty", 325, 400, "", ""),
    (ErrorCode::Blank, "Blank", 326, 400, "   ", " \n "),
    (ErrorCode::Exclamation, "Exclamation", 327, 400,
        "! not an inner doc comment", "! not an inner doc comment\n/ nor a comment"),
    (ErrorCode::Long, "Long", 328, 400, "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé{{.foo}}{{.f}}{{.a}}{{.b}}{{.c}}{{.d}}{{.part}}{{.port}}{{.str}}{{.code}}{{                                                                                                                                                                                              .name}} éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé{{                                                                                                                                                                                              \"{{\"                                                                                                                                                                                              }}éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé", "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"),

    (ErrorCode::Many, "Many", 400, 400, "{{.f}} {{.code}} {{.source}} {{.str}} {{.error}} {{.bool}}", ""),
    (ErrorCode::Opinions, "Opinions", 402, 400,
        "{{.foo}}, {{.f}}, {{.a}}{{.b}}{{.c}}{{.d}}, {{.part}}/{{.port}}", ""),
    (ErrorCode::Sensitive, "Sensitive", 401, 403, "{{.name}}: {{.secret}}, {{.secrets}}, {{.pin}}", ""),

    (ErrorCode::Marked, "Marked", 500, 400, "marked", ""),
    (ErrorCode::MarkedOtherwise, "MarkedOtherwise", 501, 400, "marked otherwise", ""),
    (ErrorCode::MarkedToo, "MarkedToo", 502, 400, "marked too", ""),

    (ErrorCode::DeprecatedSince, "DeprecatedSince", 600, 410, "deprecated since a version", ""),
    (ErrorCode::DeprecatedSinceTwoNumbers, "DeprecatedSinceTwoNumbers", 601, 410, "deprecated since two numbers", ""),
    (ErrorCode::DeprecatedWithNote, "DeprecatedWithNote", 602, 410, "deprecated with a note: {{.name}}", ""),
    (ErrorCode::DeprecatedWithNothing, "DeprecatedWithNothing", 603, 410, "deprecated with nothing", ""),
    (ErrorCode::Replaced, "Replaced", i64::MIN, 410, "replaced", ""),
    (ErrorCode::Last, "Last", i64::MAX, 400, "last", ""),
];

const ALIASES: &[(&str, ErrorCode)] = &[
    ("OldOne", ErrorCode::DeprecatedSince),
    ("old.one", ErrorCode::DeprecatedSince),
    ("456", ErrorCode::DeprecatedSince),
    ("OLD:ONE", ErrorCode::DeprecatedSince),
    ("Ok.", ErrorCode::Replaced),
    ("-8", ErrorCode::Replaced),
    ("789", ErrorCode::Replaced),
];

const MARKED: [ErrorCode; 3] = [ErrorCode::Marked, ErrorCode::MarkedOtherwise, ErrorCode::MarkedToo];

#[test]
fn all_codes_in_order() {
    let expected: Vec<_> = CODES.iter().map(|row| row.0).collect();
    assert_eq!(ErrorCode::ALL, expected);
    assert!(ErrorCode::ALL.is_sorted());
}

#[test]
fn texts_and_statuses() {
    for &(code, name, _, http_status, message, description) in CODES {
        assert_eq!(code.as_str(), name);
        assert_eq!(code.http_status(), http_status, "{name}");
        assert_eq!(code.message(), message, "{name}");
        assert_eq!(code.description(), description, "{name}");
        assert_eq!(code.to_string(), name);
        assert_eq!(format!("{code:?}"), name);
        assert_eq!(<ErrorCode as AsRef<str>>::as_ref(&code), name);
    }
    assert_eq!(format!("{:>6}|{:<6}|{:.1}", ErrorCode::Ok, ErrorCode::Ok, ErrorCode::Ok), "    Ok|Ok    |O");
}

#[test]
fn names_and_aliases_are_found() {
    let names = CODES.iter().map(|row| (row.1, row.0));
    for (name, code) in names.chain(ALIASES.iter().copied()) {
        assert_eq!(name.parse(), Ok(code));
        assert_eq!(ErrorCode::try_from(name), Ok(code));
    }
}

#[test]
fn near_misses_are_unknown() {
    let known: Vec<_> = CODES.iter().map(|row| row.1).chain(ALIASES.iter().map(|alias| alias.0)).collect();
    let mut misses = vec![String::new(), " ".into(), "\0".into(), "Old".into(), "404".into(), "x".repeat(10_000)];
    for name in &known {
        misses.extend([format!("{name} "), format!(" {name}"), format!("{name}\0"), format!("{name}{name}")]);
        misses.extend([
            name[1..].to_owned(),
            name[..name.len() - 1].to_owned(),
            name.to_uppercase(),
            name.to_lowercase(),
        ]);
    }
    misses.retain(|name| !known.contains(&&**name));
    for name in misses {
        let unknown: UnknownErrorCode = name.parse::<ErrorCode>().unwrap_err();
        assert_eq!(unknown.as_str(), name);
        assert_eq!(unknown.to_string(), format!("unknown error code {name:?}"));
        assert_eq!(ErrorCode::try_from(&*name), Err(unknown));
    }
}

#[test]
fn numbers() {
    for &(code, name, number, ..) in CODES {
        assert_eq!(code.number(), number, "{name}");
        assert_eq!(ErrorCode::from_number(number), Some(code));
    }
    for number in [39, 99, 115, 599, 605, 0x8000_0000, i64::from(u32::MAX), i64::MAX - 1, -1] {
        assert_eq!(ErrorCode::from_number(number), None, "{number}");
    }
}

#[test]
fn docs_urls() {
    for &(code, name, ..) in CODES {
        let expected = match code {
            ErrorCode::Replaced => "https://errors.example/own?page=<b>&x".to_owned(),
            ErrorCode::Last => r#"not a url `"\"#.to_owned(),
            _ => format!("https://errors.example/codes?a=b&c=d#{name}"),
        };
        assert_eq!(code.docs_url(), Some(expected));
    }
}

#[test]
fn deprecated_codes() {
    let deprecated: Vec<_> = ErrorCode::ALL.iter().copied().filter(|code| code.is_deprecated()).collect();
    let expected = [
        ErrorCode::DeprecatedSince,
        ErrorCode::DeprecatedSinceTwoNumbers,
        ErrorCode::DeprecatedWithNote,
        ErrorCode::DeprecatedWithNothing,
        ErrorCode::Replaced,
    ];
    assert_eq!(deprecated, expected);
}

#[test]
fn attributes_by_default() {
    for code in ErrorCode::ALL.iter().copied().filter(|code| !MARKED.contains(code)) {
        assert_eq!(code.string(), String_::None);
        assert_eq!(code.option(), Option_::None);
        assert_eq!(code.error(), Error_::Error);
        assert_eq!(code.message_(), Message::Message);
        assert_eq!(code.box_(), Box_::Box);
        assert_eq!(code.result(), Result_::Ok);
        assert_eq!(code.violation(), Violation_::Violation);
        assert_eq!(code.type_(), Type::Type);
        assert_eq!(code.single(), Single::Only);
        assert_eq!(code.result_ext(), ResultExt_::Only);
        assert_eq!(code.many(), Many::V1);
        assert_eq!(code.text(), "");
        assert_eq!(code.signed(), 0);
        assert_eq!(code.number_(), 0);
        assert_eq!(code.len(), 1);
        assert!(!code.flag());
        assert_eq!(code.from_version(), "1.50");
    }
}

#[test]
fn given_attributes() {
    let [marked, otherwise, too] = MARKED;
    assert_eq!(MARKED.map(ErrorCode::string), [String_::Self_, String_::Value1st, String_::KebabCase]);
    assert_eq!(MARKED.map(ErrorCode::option), [Option_::Some, Option_::None, Option_::None]);
    assert_eq!(MARKED.map(ErrorCode::error), [Error_::Self_, Error_::Err, Error_::Error]);
    assert_eq!(MARKED.map(ErrorCode::message_), [Message::ShoutedWord, Message::Message, Message::Message]);
    assert_eq!(MARKED.map(ErrorCode::box_), [Box_::Null, Box_::Value404, Box_::True]);
    assert_eq!(MARKED.map(ErrorCode::result), [Result_::Err, Result_::Ok, Result_::Ok]);
    assert_eq!(MARKED.map(ErrorCode::type_), [Type::AB, Type::Type, Type::Type]);
    assert_eq!(MARKED.map(ErrorCode::text), ["a \"b\" \\ {{.c}} 3:d\0\r\n\u{202e}", "22E01", "null"]);
    assert_eq!(MARKED.map(ErrorCode::signed), [i64::MIN, i64::MAX, -1]);
    assert_eq!(MARKED.map(ErrorCode::number_), [u64::MAX, 1 << 63, 0]);
    assert_eq!(MARKED.map(ErrorCode::from_version), ["2.0", "1.50", "1.50"]);
    assert_eq!((marked.len(), otherwise.len(), too.len()), (0, 1, 1));
    assert_eq!(MARKED.map(ErrorCode::flag), [true, false, false]);
}

#[test]
fn words_of_attributes() {
    let words = [
        (String_::Self_.to_string(), "self"),
        (String_::None.to_string(), "none"),
        (String_::Some.to_string(), "some"),
        (String_::Value1st.to_string(), "1st"),
        (String_::KebabCase.to_string(), "kebab-case"),
        (Error_::Self_.to_string(), "Self"),
        (Message::ShoutedWord.to_string(), "SHOUTED_WORD"),
        (Box_::True.to_string(), "true"),
        (Box_::Null.to_string(), "null"),
        (Box_::Value404.to_string(), "404"),
        (Type::AB.to_string(), "a:b"),
        (Many::V105.to_string(), "v105"),
    ];
    for (shown, word) in words {
        assert_eq!(shown, word);
    }
    assert_eq!(String_::Value1st.as_str(), "1st");
    assert_eq!(format!("{:>6}|", Result_::Ok), "    ok|");
    assert!(String_::Self_ < String_::None);
}

#[test]
fn what_is_const() {
    const NAME: &str = ErrorCode::Self_.as_str();
    const MESSAGE: &str = ErrorCode::CommentEnd.message();
    const DESCRIPTION: &str = ErrorCode::Nul.description();
    const HTTP_STATUS: u16 = ErrorCode::HttpStatus.http_status();
    const IS_DEPRECATED: bool = ErrorCode::Replaced.is_deprecated();
    const NUMBER: i64 = ErrorCode::Last.number();
    const STRING: String_ = ErrorCode::Marked.string();
    const WORD: &str = STRING.as_str();
    const TEXT: &str = ErrorCode::MarkedToo.text();
    const SIGNED: i64 = ErrorCode::Marked.signed();
    const UNSIGNED: u64 = ErrorCode::Marked.number_();
    const FLAG: bool = ErrorCode::Marked.flag();
    const LAST: ErrorCode = ErrorCode::ALL[ErrorCode::ALL.len() - 1];
    assert_eq!((NAME, MESSAGE), ("Self", r#"*/ "quoted" \ back\slash \n /* // ///"#));
    assert_eq!((DESCRIPTION, HTTP_STATUS, NUMBER), ("a\0b\x001\x1b\x7f", 599, i64::MAX));
    assert_eq!((STRING, WORD, TEXT), (String_::Self_, "self", "null"));
    assert_eq!((SIGNED, UNSIGNED), (i64::MIN, u64::MAX));
    assert_eq!([IS_DEPRECATED, FLAG], [true; 2]);
    assert_eq!(LAST, ErrorCode::Last);
}
