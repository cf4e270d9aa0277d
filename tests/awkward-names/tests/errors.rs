//! Errors made with the constructors.

#![allow(deprecated, reason = "deprecated codes have constructors too")]

use std::borrow::Cow;
use std::error::Error as _;

use awkward_names::errors::{Error, ErrorCode, Value};

type Case = (Error, ErrorCode, &'static str);

/// An error of each code, in the catalogue's order, with its message.
fn all() -> Vec<Case> {
    [items(), names(), keywords(), texts(), others()].concat()
}

/// Names of what the generated code and the prelude declare.
#[rustfmt::skip]
fn items() -> Vec<Case> {
    vec![
        (Error::self_("own"), ErrorCode::Self_, "the self own"),
        (Error::type_("kind", String::from("own")), ErrorCode::Type, "a kind of own"),
        (Error::error(["one", "two"]), ErrorCode::Error, "errors: one, two"),
        (Error::error_code(-5, "it"), ErrorCode::ErrorCode, "it has code -5"),
        (Error::source(7), ErrorCode::Source, "7 and again 7"),
        (Error::code_(i64::MIN), ErrorCode::Code, "code -9223372036854775808"),
        (Error::ok(), ErrorCode::Ok, "ok"),
        (Error::none(), ErrorCode::None, "none"),
        (Error::some(), ErrorCode::Some, "some"),
        (Error::err(), ErrorCode::Err, "err"),
        (Error::result(), ErrorCode::Result, "result"),
        (Error::option(), ErrorCode::Option, "option"),
        (Error::string("a", "b"), ErrorCode::String, "a string a, b"),
        (Error::vec(vec!["a"], Vec::<String>::new()), ErrorCode::Vec, "a vec of a and "),
        (Error::box_(Cow::Borrowed("own")), ErrorCode::Box, "a box with own"),
        (Error::cow(), ErrorCode::Cow, "cow"),
        (Error::into("2", "1"), ErrorCode::Into, "into 1 from 2"),
        (Error::value(i64::MAX), ErrorCode::Value, "the value 9223372036854775807"),
        (Error::violation(0.1, [("here", "why")]), ErrorCode::Violation, "a 0.1 of here"),
        (Error::retry(), ErrorCode::Retry, "retry"),
        (Error::iterator([String::from("a, b"), String::new()]), ErrorCode::Iterator, "iterate over a, b, "),
        (Error::plain("text"), ErrorCode::Plain, "plain text"),
        (Error::with_params(u64::MAX), ErrorCode::WithParams, "with 18446744073709551615"),
        (Error::clone(true), ErrorCode::Clone, "clone: true"),
        (Error::default(), ErrorCode::Default, "default"),
        (Error::new(), ErrorCode::New, "new"),
        (Error::reason_("{{.reason}}"), ErrorCode::Reason, "because {{.reason}}"),
        (Error::http_status_(), ErrorCode::HttpStatus, "http status"),
        (Error::params_(), ErrorCode::Params, "params"),
        (Error::metadata_(), ErrorCode::Metadata, "metadata"),
        (Error::with_metadata_(), ErrorCode::WithMetadata, "with metadata"),
        (Error::with_source_(), ErrorCode::WithSource, "with source"),
        (Error::unknown_error_code(false, "f"), ErrorCode::UnknownErrorCode, "f on false"),
        (Error::fmt(), ErrorCode::Fmt, "fmt"),
        (Error::from(), ErrorCode::From, "from"),
        (Error::drop(), ErrorCode::Drop, "drop"),
        (Error::hash(), ErrorCode::Hash, "hash"),
        (Error::retry_after_(-1), ErrorCode::RetryAfter, "retry after -1"),
        (Error::with_retry_after_(), ErrorCode::WithRetryAfter, "with retry after"),
        (Error::eq(true), ErrorCode::Eq, "equal: true"),
    ]
}

/// Names whose Rust name is another.
#[rustfmt::skip]
fn names() -> Vec<Case> {
    vec![
        (Error::code2fa_confirm(), ErrorCode::Code2faConfirm, "confirm"),
        (Error::code22e01(), ErrorCode::Code22e01, "numeric"),
        (Error::code123(), ErrorCode::Code123, "one two three"),
        (Error::code0x1_f(), ErrorCode::Code0x1F, "hexadecimal"),
        (Error::code1e3(), ErrorCode::Code1e3, "exponent"),
        (Error::code7(), ErrorCode::Code7, "negative"),
        (Error::inf(), ErrorCode::Inf, "infinite"),
        (Error::true_(), ErrorCode::True, "true"),
        (Error::null(), ErrorCode::Null, "null"),
        (Error::off(), ErrorCode::Off, "404"),
        (Error::card_declined(), ErrorCode::CardDeclined, "22E01"),
        (Error::kebab_case(), ErrorCode::KebabCase, "1.50"),
        (Error::screaming_snake(), ErrorCode::ScreamingSnake, "~"),
        (Error::all(), ErrorCode::ALL_, "all"),
        (Error::ab(), ErrorCode::AB, "-1"),
        (Error::underscored("{{\"{{\"}}"), ErrorCode::Underscored, "{{\"{{\"}}"),
        (Error::http(), ErrorCode::HTTP, "letters and digits"),
        (Error::renamed2("t", true, 3), ErrorCode::Renamed2, "len 3, open true: t"),
    ]
}

#[rustfmt::skip]
fn keywords() -> Vec<Case> {
    vec![
        (Error::abstract_(), ErrorCode::Abstract, "keyword"),
        (Error::as_(), ErrorCode::As, "keyword"),
        (Error::async_(), ErrorCode::Async, "keyword"),
        (Error::await_(), ErrorCode::Await, "keyword"),
        (Error::become_(), ErrorCode::Become, "keyword"),
        (Error::break_(), ErrorCode::Break, "keyword"),
        (Error::const_(), ErrorCode::Const, "keyword"),
        (Error::continue_(), ErrorCode::Continue, "keyword"),
        (Error::crate_(), ErrorCode::Crate, "keyword"),
        (Error::do_(), ErrorCode::Do, "keyword"),
        (Error::dyn_(), ErrorCode::Dyn, "keyword"),
        (Error::else_(), ErrorCode::Else, "keyword"),
        (Error::enum_(), ErrorCode::Enum, "keyword"),
        (Error::extern_(), ErrorCode::Extern, "keyword"),
        (Error::false_(), ErrorCode::False, "keyword"),
        (Error::finally("end"), ErrorCode::Finally, "end"),
        (Error::fn_(), ErrorCode::Fn, "keyword"),
        (Error::for_(), ErrorCode::For, "keyword"),
        (Error::gen_(3), ErrorCode::Gen, "generation 3"),
        (Error::if_(), ErrorCode::If, "keyword"),
        (Error::impl_(), ErrorCode::Impl, "keyword"),
        (Error::in_(), ErrorCode::In, "keyword"),
        (Error::let_(), ErrorCode::Let, "keyword"),
        (Error::loop_(), ErrorCode::Loop, "keyword"),
        (Error::macro_(), ErrorCode::Macro, "keyword"),
        (Error::match_(), ErrorCode::Match, "keyword"),
        (Error::mod_(), ErrorCode::Mod, "keyword"),
        (Error::move_(), ErrorCode::Move, "keyword"),
        (Error::mut_(), ErrorCode::Mut, "keyword"),
        (Error::override_(), ErrorCode::Override, "keyword"),
        (Error::priv_(), ErrorCode::Priv, "keyword"),
        (Error::pub_(), ErrorCode::Pub, "keyword"),
        (Error::ref_(), ErrorCode::Ref, "keyword"),
        (Error::return_(), ErrorCode::Return, "keyword"),
        (Error::static_(), ErrorCode::Static, "keyword"),
        (Error::struct_(), ErrorCode::Struct, "keyword"),
        (Error::super_(), ErrorCode::Super, "keyword"),
        (Error::trait_(), ErrorCode::Trait, "keyword"),
        (Error::try_(), ErrorCode::Try, "keyword"),
        (Error::typeof_(), ErrorCode::Typeof, "keyword"),
        (Error::union(), ErrorCode::Union, "keyword"),
        (Error::unsafe_(), ErrorCode::Unsafe, "keyword"),
        (Error::unsized_(), ErrorCode::Unsized, "keyword"),
        (Error::use_(), ErrorCode::Use, "keyword"),
        (Error::virtual_(), ErrorCode::Virtual, "keyword"),
        (Error::where_(), ErrorCode::Where, "keyword"),
        (Error::while_(), ErrorCode::While, "keyword"),
        (Error::yield_(), ErrorCode::Yield, "keyword"),
        (Error::macro_rules(), ErrorCode::MacroRules, "keyword"),
    ]
}

#[rustfmt::skip]
fn texts() -> Vec<Case> {
    vec![
        (Error::comment_end(), ErrorCode::CommentEnd, r#"*/ "quoted" \ back\slash \n /* // ///"#),
        (Error::backticks(), ErrorCode::Backticks, "`one` ``two`` ```three"),
        (Error::brackets(), ErrorCode::Brackets, "[link] [a](b) ![i](j) [^1] [x]: y"),
        (Error::html(), ErrorCode::Html, "<b>html</b> &amp; <!-- comment --> Vec<u8> <script>"),
        (Error::url(), ErrorCode::Url, "see https://errors.example/a_b?c=d&e=f#g"),
        (Error::tabs(), ErrorCode::Tabs, "\ta\tb\t"),
        (Error::wide(), ErrorCode::Wide, "🦀 👩‍👩‍👧 日本語 한국어 ｆｕｌｌ"),
        (Error::unnormalised(), ErrorCode::Unnormalised, "\u{2126} \u{212b} e\u{301} \u{1100}\u{1161}"),
        (Error::bidirectional(), ErrorCode::Bidirectional,
            "\u{200f}right\u{200e} \u{202e}left\u{202c} \u{2067}isolated\u{2069} \u{5e9}\u{5dc}\u{5d5}\u{5dd}"),
        (Error::zero_width(), ErrorCode::ZeroWidth, "zero\u{200b}width\u{feff} \u{ad}\u{2060}"),
        (Error::nul(), ErrorCode::Nul, "a\0b\x001\x1b\x7f"),
        (Error::invisible(), ErrorCode::Invisible, "\u{202e}"),
        (Error::indented(), ErrorCode::Indented, "    indented"),
        (Error::heading(), ErrorCode::Heading, "# heading"),
        (Error::dashes(), ErrorCode::Dashes, "- dash"),
        (Error::numbered(), ErrorCode::Numbered, "1. one"),
        (Error::underlined(), ErrorCode::Underlined, "==="),
        (Error::emphasis(), ErrorCode::Emphasis, "_a_ *b* __c__ **d** ~~e~~ f_g_h"),
        (Error::table(), ErrorCode::Table, "| a | b |"),
        (Error::typography(), ErrorCode::Typography, "it's \"so\" -- or --- ... (c)"),
        (Error::line_ends(), ErrorCode::LineEnds, "one\r\ntwo\rthree\nfour\u{2028}five\u{85}six"),
        (Error::paragraphs("\n"), ErrorCode::Paragraphs, "first: \n\n\nsecond\n"),
        (Error::braces(), ErrorCode::Braces, "{} {0} {name} }{ }} %s ${x}"),
        (Error::literal_braces("n"), ErrorCode::LiteralBraces, "{{.name}} is n, {{n"),
        (Error::nested_braces("n", 1), ErrorCode::NestedBraces, "{ n} {{n1}}}"),
        (Error::empty(), ErrorCode::Empty, ""),
        (Error::blank(), ErrorCode::Blank, "   "),
        (Error::exclamation(), ErrorCode::Exclamation, "! not an inner doc comment"),
        (Error::long(7, true, "name", "str", "foo", 1, 2, 3, 4, 6, 5), ErrorCode::Long, "ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééfootrue123456str7name éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé{{éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé"),
    ]
}

/// Many params, many attributes, and deprecated codes.
#[rustfmt::skip]
fn others() -> Vec<Case> {
    vec![
        (Error::many(true, false, true, -1, 2, false, ["e"], ""), ErrorCode::Many, "false -1 2  e true"),
        (Error::opinions(true, "foo", 1, 2, 3, 4, 6, 5), ErrorCode::Opinions, "foo, true, 1234, 5/6"),
        (Error::sensitive("key", "sk_live", ["a", "b"], 1234), ErrorCode::Sensitive,
            "key: [redacted], [redacted], [redacted]"),

        (Error::marked(), ErrorCode::Marked, "marked"),
        (Error::marked_otherwise(), ErrorCode::MarkedOtherwise, "marked otherwise"),
        (Error::marked_too(), ErrorCode::MarkedToo, "marked too"),

        (Error::deprecated_since(), ErrorCode::DeprecatedSince, "deprecated since a version"),
        (Error::deprecated_since_two_numbers(), ErrorCode::DeprecatedSinceTwoNumbers, "deprecated since two numbers"),
        (Error::deprecated_with_note("n"), ErrorCode::DeprecatedWithNote, "deprecated with a note: n"),
        (Error::deprecated_with_nothing(), ErrorCode::DeprecatedWithNothing, "deprecated with nothing"),
        (Error::replaced(), ErrorCode::Replaced, "replaced"),
        (Error::last(), ErrorCode::Last, "last"),
    ]
}

#[test]
fn every_constructor() {
    let all = all();
    assert_eq!(all.iter().map(|(_, code, _)| *code).collect::<Vec<_>>(), ErrorCode::ALL);
    for (error, code, message) in all {
        assert_eq!(error.code(), code);
        assert_eq!(error.reason(), code.as_str());
        assert_eq!(error.http_status(), code.http_status());
        assert_eq!(error.to_string(), message, "{code}");
        assert!(error.source().is_none());
        assert_eq!(error.metadata().count(), 0);
    }
}

#[test]
fn accessors_of_all_types() {
    let many = Error::many(true, false, true, -1, 2, false, ["e", "f"], "text");
    assert_eq!(many.bool(), Some(true));
    assert_eq!(many.clone_(), Some(false));
    assert_eq!(many.is_open(), Some(true));
    assert_eq!(many.f(), Some(false));
    assert_eq!(many.code__(), Some(-1));
    assert_eq!(many.source_(), Some(2));
    assert_eq!(many.str(), Some("text"));
    assert_eq!(many.error_(), Some(&["e".into(), "f".into()][..]));
    let list = [Cow::from("e"), Cow::from("f")];
    let expected = [
        ("bool", Value::Bool(true)),
        ("clone", Value::Bool(false)),
        ("is_open", Value::Bool(true)),
        ("code", Value::Int(-1)),
        ("source", Value::Uint(2)),
        ("f", Value::Bool(false)),
        ("error", Value::List(&list)),
        ("str", Value::Str("text")),
    ];
    assert_eq!(many.params().collect::<Vec<_>>(), expected);
    let shown: Vec<_> = many.params().map(|(_, value)| value.to_string()).collect();
    assert_eq!(shown, ["true", "false", "true", "-1", "2", "false", "e, f", "text"]);
}

#[test]
fn accessors_with_taken_names() {
    assert_eq!(Error::type_("kind", "own").type__(), Some("kind"));
    assert_eq!(Error::type_("kind", "own").self__(), Some("own"));
    assert_eq!(Error::error_code(1, "text").message(), Some("text"));
    assert_eq!(Error::unknown_error_code(true, "text").formatter(), Some("text"));
    assert_eq!(Error::underscored("text").name(), Some("text"));
    assert_eq!(Error::value(i64::MIN).value_(), Some(i64::MIN));
    assert_eq!(Error::vec(["a"], ["b"]).params__(), Some(&["a".into()][..]));
    assert_eq!(Error::vec(["a"], ["b"]).metadata__(), Some(&["b".into()][..]));
    assert_eq!(Error::plain("text").plain_(), Some("text"));
    assert_eq!(Error::with_params(1).with_params_(), Some(1));
    assert_eq!(Error::box_("text").owned(), Some("text"));
    assert_eq!(Error::string("a", "b").to_string_(), Some("a"));
    assert_eq!(Error::reason_("text").reason__(), Some("text"));
    assert_eq!(Error::gen_(1).gen__(), Some(1));
    assert_eq!(Error::finally("text").final_(), Some("text"));
    assert_eq!(Error::retry_after_(-1).retry_after__(), Some(-1));
    assert_eq!(Error::eq(true).eq_(), Some(true));
    assert!(Error::eq(true) == Error::eq(true) && Error::eq(true) != Error::eq(false));
    assert_eq!(Error::into("b", "a").into_account(), Some("a"));
    assert_eq!(Error::into("b", "a").from_account(), Some("b"));
    assert_eq!(Error::renamed2("text", true, 1).len(), Some(1));
    assert_eq!(Error::renamed2("text", true, 1).as_text(), Some("text"));
    assert_eq!(Error::iterator(["a"]).iter(), Some(&["a".into()][..]));
    let opinions = Error::opinions(true, "foo", 1, 2, 3, 4, 6, 5);
    assert_eq!(opinions.foo(), Some("foo"));
    assert_eq!(
        [opinions.a(), opinions.b(), opinions.c(), opinions.d(), opinions.part(), opinions.port()],
        [1, 2, 3, 4, 5, 6].map(Some)
    );
}

#[test]
fn an_accessor_of_another_code_s_param_is_none() {
    assert_eq!(Error::ok().name(), None);
    assert_eq!(Error::underscored("text").value_(), None);
    assert_eq!(Error::ok().params().count(), 0);
}

#[test]
fn sensitive_params_are_not_shown() {
    let error = Error::sensitive("key", "sk_live", ["a", "b"], 1234).with_metadata("trace_id", "t");
    assert_eq!(error.to_string(), "key: [redacted], [redacted], [redacted]");
    let debug = "Error { code: Sensitive, name: \"key\", secret: [redacted], secrets: [redacted], pin: [redacted], \
                 metadata: [(\"trace_id\", \"t\")] }";
    assert_eq!(format!("{error:?}"), debug);
    assert!(!format!("{error:#?}").contains("sk_live"));
    assert_eq!(error.secret(), Some("sk_live"));
    assert_eq!(error.secrets(), Some(&["a".into(), "b".into()][..]));
    assert_eq!(error.pin(), Some(1234));
    assert_eq!(error.params().collect::<Vec<_>>(), [("name", Value::Str("key"))]);
}

#[test]
fn debug() {
    assert_eq!(format!("{:?}", Error::ok()), "Error { code: Ok }");
    let error = Error::many(true, false, true, -1, 2, false, ["e"], "\"").with_source("cause");
    let expected = "Error { code: Many, bool: true, clone: false, is_open: true, code: -1, source: 2, f: false, \
                    error: [\"e\"], str: \"\\\"\", source: \"cause\" }";
    assert_eq!(format!("{error:?}"), expected);
}

#[test]
fn metadata() {
    let error = Error::underscored("n")
        .with_metadata("name", "changed")
        .with_metadata("b", "1")
        .with_metadata(String::from("a"), String::from("2"))
        .with_metadata("b", "3")
        .with_metadata("code", "another's param")
        .with_metadata("", "no key");
    let expected = [("b", "3"), ("a", "2"), ("code", "another's param"), ("", "no key")];
    assert_eq!(error.metadata().collect::<Vec<_>>(), expected);
    assert_eq!(error.name(), Some("n"));
    assert_eq!(error.to_string(), "n");
    assert_eq!(error.params().count(), 1);
}

#[test]
fn metadata_of_a_code_without_params() {
    let error = Error::ok().with_metadata("name", "x").with_metadata("", "no key");
    assert_eq!(error.metadata().collect::<Vec<_>>(), [("name", "x"), ("", "no key")]);
}

#[test]
fn source() {
    let error = Error::source(7).with_source(Error::none().with_source(std::fmt::Error));
    let cause = error.source().expect("a cause");
    assert_eq!(cause.downcast_ref::<Error>().map(Error::code), Some(ErrorCode::None));
    assert!(cause.source().is_some_and(|cause| cause.is::<std::fmt::Error>()));
    assert_eq!(error.source_(), Some(7));
    assert_eq!(error.to_string(), "7 and again 7");
}

#[test]
fn a_clone_is_independent() {
    let error = Error::underscored("n").with_metadata("a", "1").with_source("cause");
    let clone = error.clone().with_metadata("a", "2");
    assert_eq!(error.metadata().collect::<Vec<_>>(), [("a", "1")]);
    assert_eq!(clone.metadata().collect::<Vec<_>>(), [("a", "2")]);
    assert_eq!((clone.code(), clone.name()), (error.code(), error.name()));
    assert_eq!(clone.source().map(ToString::to_string), Some("cause".to_owned()));
}

#[test]
fn small_and_sendable() {
    fn sendable<T: std::error::Error + Clone + Send + Sync + Unpin + 'static>() {}
    sendable::<Error>();
    assert_eq!(size_of::<Error>(), 16);
    assert_eq!(size_of::<Option<Error>>(), 16);
    assert_eq!(size_of::<ErrorCode>(), 1);
}

#[test]
fn question_mark_and_boxes() {
    fn fails() -> Result<(), Error> {
        Err(Error::err())?;
        Ok(())
    }
    fn boxes() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        fails()?;
        Ok(())
    }
    let boxed = boxes().expect_err("it fails");
    assert_eq!(boxed.downcast_ref::<Error>().map(Error::reason), Some("Err"));
}
