//! What YAML can contain.

use crate::{CODES, Cases, HEAD, ROW, message, name, status, utf16, with};

/// The characters of a file.
pub fn characters(cases: &mut Cases) {
    let plain = with("");
    cases.add("byte order mark, UTF-8", format!("\u{feff}{plain}"), ROW);
    cases.add("byte order mark, UTF-8", format!("\u{feff}x: 1\n{plain}"), "unknown-key 1:1");
    cases.add("byte order mark elsewhere", message("a\u{feff}b"), "400 A 005:a\u{feff}b 001:d");
    cases.add("byte order mark elsewhere", format!("\u{feff}\u{feff}{plain}"), "yaml-syntax 2:1");
    let little: Vec<u8> = utf16(&format!("\u{feff}{plain}"), u16::to_le_bytes);
    let big: Vec<u8> = utf16(&format!("\u{feff}{plain}"), u16::to_be_bytes);
    cases.add("UTF-16 with a byte order mark", little, "yaml-syntax 1:1");
    cases.add("UTF-16 with a byte order mark", big, "yaml-syntax 1:1");
    cases.add("UTF-16 without one", utf16(&plain, u16::to_le_bytes), "yaml-syntax 1:2");
    cases.add("UTF-16 without one", utf16(&plain, u16::to_be_bytes), "yaml-syntax 1:1");
    cases.add("invalid UTF-8", [HEAD.as_bytes(), b"x: \xff\n"].concat(), "yaml-syntax 3:4");
    cases.add("invalid UTF-8", [HEAD.as_bytes(), b"x: \xed\xa0\x80\n"].concat(), "yaml-syntax 3:4");
    cases.add("invalid UTF-8", [HEAD.as_bytes(), b"x: \xc3"].concat(), "yaml-syntax 3:4");
    cases.add("invalid UTF-8", [HEAD.as_bytes(), b"x: \xc0\x80\n"].concat(), "yaml-syntax 3:4");
    cases.add("NUL byte", message("a\0b"), "yaml-syntax 6:15");
    cases.add("NUL byte", format!("{plain}\0"), "yaml-syntax 5:1");
    for control in ['\u{7}', '\u{1b}', '\u{7f}', '\u{80}', '\u{9f}', '\u{fffe}', '\u{ffff}'] {
        cases.add("control character", message(&format!("a{control}b")), "yaml-syntax 6:15");
    }
    cases.messages("escapes", &[(r#""\0\a\e\x41\u00e9\U0001F600""#, "\0\u{7}\u{1b}Aé😀")]);
    cases.add("escape of half a surrogate pair", message(r#""\ud83d\ude00""#), "yaml-syntax 6:17");
    cases.add("unknown escape", message(r#""a\c""#), "yaml-syntax 6:16");
    cases.messages("any other character", &[("漢字 é 😀", "漢字 é 😀"), ("'e\u{301}'", "e\u{301}")]);
    cases.add("Windows line ends", plain.replace('\n', "\r\n"), ROW);
    cases.add("Windows line ends", message("|\n      a\n      b").replace('\n', "\r\n"), "400 A 004:a\nb\n 001:d");
    cases.add("carriage returns as line ends", plain.replace('\n', "\r"), ROW);
    cases.add("carriage returns as line ends", with("x: 1\n").replace('\n', "\r"), "unknown-key 1:35");
    let breaks = "U+0085, U+2028, U+2029 in a text";
    for char in ['\u{85}', '\u{2028}', '\u{2029}'] {
        cases.add(breaks, message(&format!("a{char}b")), "yaml-syntax 6:15");
        cases.add(breaks, message(&format!("|\n      a{char}b")), "yaml-syntax 7:8");
        cases.add(breaks, message(&format!("\"a{char}b\"")), "yaml-syntax 6:16");
    }
    cases.messages(breaks, &[(r#""a\Nb\Lc\Pd""#, "a\u{85}b\u{2028}c\u{2029}d")]);
    cases.add("no line end at the end", plain.trim_end(), ROW);
    cases.add("tab as indentation", "errcat: 1\ncatalogue:\n\tname: Test\n", "yaml-syntax 3:1");
    cases.add("tab as indentation", "errcat: 1\ncatalogue:\n  name: Test\n\tx: y\n", "yaml-syntax 4:1");
    cases.add("tab as separation", with("").replace(": ", ":\t"), ROW);
    cases.add("tab as separation", with("").replace('{', "{\t").replace(", ", ",\t"), ROW);
    cases.messages("tab in a text", &[("a\tb", "a\tb"), ("'a\tb'", "a\tb"), ("a\t", "a"), ("|\n      a\tb", "a\tb\n")]);
}

/// The document as a whole.
pub fn documents(cases: &mut Cases) {
    cases.all("empty file", &["", "\u{feff}"], "missing-key 1:1");
    cases.all("only blank lines", &["\n", "  \n", "\r\n"], "missing-key 1:1");
    cases.all("only comments", &["# nothing\n", "# one\r\n"], "missing-key 1:1");
    cases.all("only `---`", &["---\n", "---", "--- # nothing\n", "---\n...\n"], "missing-key 1:1");
    cases.all("`null` at the top", &["~\n", "null\n", "--- null\n"], "missing-key 1:1");
    cases.all(
        "scalar at the top",
        &["text\n", "1\n", "\"errcat: 1\"\n", "|\n errcat: 1\n", "--- text\n"],
        "wrong-type 1:1",
    );
    cases.all("list at the top", &["[]\n", "- errcat: 1\n"], "wrong-type 1:1");
    cases.all("empty map at the top", &["{}\n"], "missing-key 1:1 / missing-key 1:1 / missing-key 1:1");
    cases.add("`---` and `...` around the catalogue", format!("---\n{}...\n", with("")), ROW);
    cases.add("`---` and `...` around the catalogue", format!("# c\n---\n{}...\n# c\n", with("")), ROW);
    cases.add("several documents", format!("{}---\n{}", with(""), with("")), "yaml-syntax 6:1");
    cases.add("several documents", format!("{}---\n", with("")), "yaml-syntax 6:1");
    cases.add("several documents", format!("---\n---\n{}", with("")), "yaml-syntax 3:1");
    cases.add("several documents", format!("{}...\n{}", with(""), with("")), "yaml-syntax 6:1");
    cases.add("several documents", format!("{}---\n[", with("")), "yaml-syntax 6:1");
    cases.add("`%YAML` directive", format!("%YAML 1.1\n---\n{}", with("")), ROW);
    cases.add("`%YAML` directive", format!("%YAML 1.2\n---\n{}", with("")), ROW);
    cases.add("`%YAML` directive of another version", format!("%YAML 1.3\n---\n{}", with("")), "yaml-syntax 1:1");
    cases.add("`%YAML` directive of another version", format!("%YAML 2.0\n---\n{}", with("")), "yaml-syntax 1:1");
    cases.add("`%TAG` directive", format!("%TAG !e! tag:example.com,2000:\n---\n{}", with("")), ROW);
    cases.add("any other directive", format!("%FOO bar\n---\n{}", with("")), "yaml-syntax 1:5");
    cases.add("`codes: []`", format!("{HEAD}codes: []\n"), "wrong-type 3:8");
    cases.add("`codes: {}`", format!("{HEAD}codes: {{}}\n"), "missing-key 3:1");
    cases.add("`codes:` without a value", format!("{HEAD}codes:\n"), "missing-key 1:1");
    cases.add("`codes: ~`", format!("{HEAD}codes: ~\n"), "wrong-type 3:8");
}

pub fn duplicate_keys(cases: &mut Cases) {
    let twice = "duplicate keys at any level";
    cases.add(twice, with("errcat: 1\n"), "duplicate-key 3:1");
    cases.add(twice, with("\"errcat\": 1\n"), "duplicate-key 3:1");
    cases.add(twice, format!("errcat: 1\ncatalogue: {{name: Test, name: Test}}\n{CODES}"), "duplicate-key 2:25");
    cases.add(twice, with("outputs: {rust: {path: a}, rust: {path: a}}\n"), "duplicate-key 3:28");
    cases.add(twice, with("outputs: {rust: {path: a, path: a}}\n"), "duplicate-key 3:27");
    cases.add(twice, with("params: {x: list, x: list}\n"), "duplicate-key 3:19");
    cases.add(twice, with("params: {x: {type: list, type: list}}\n"), "duplicate-key 3:26");
    cases.add(twice, with("attributes: {x: {values: [a], default: a}, x: {}}\n"), "duplicate-key 3:44");
    cases.add(twice, with("attributes: {x: {values: [a], default: a, default: a}}\n"), "duplicate-key 3:43");
    cases.add(twice, with("lints: {message-style: warn, message-style: deny}\n"), "duplicate-key 3:30");
    cases.add(twice, with("") + "  A: {http_status: 400, message: a, description: d}\n", "duplicate-key 5:3");
    cases.add(twice, message("a\n    message: b"), "duplicate-key 7:5");
    let attributes =
        "attributes: {x: {type: string}}\ncodes:\n  A: {http_status: 400, message: a, attributes: {x: a, x: b}}\n";
    cases.add(twice, format!("{HEAD}{attributes}"), "duplicate-key 5:56");
    cases.add(twice, message("a\n    deprecated: {note: a, note: b}"), "duplicate-key 7:27");
}

/// A code with the row that is expected of it.
const ONE: &str = "{http_status: 400, message: a, description: d}";

pub fn keys(cases: &mut Cases) {
    let (one, other) = (ONE, "{http_status: 400, message: b, description: d}");
    cases.add(
        "keys that differ as they are written",
        format!("{HEAD}codes:\n  1: {one}\n  0x1: {other}\n"),
        "400 1 001:a 001:d / 400 0x1 001:b 001:d",
    );
    cases.add(
        "keys that differ in their quotes",
        format!("{HEAD}codes:\n  1: {one}\n  '1': {one}\n"),
        "duplicate-key 5:3",
    );
    cases.names(
        "number, boolean or `null` as a name",
        &["1", "-1", "true", "False", "null", "Null", "1.5", "18446744073709551616"],
    );
    cases.add("number, boolean or `null` as a name", name("~"), "invalid-name 4:3");
    cases.add("empty key", name(""), "yaml-syntax 4:3");
    cases.add("empty key", name("''"), "invalid-name 4:3");
    cases.add("list or map as a key", name("[a]"), "wrong-type 4:3");
    cases.add("list or map as a key", name("{a: b}"), "wrong-type 4:3");
    cases.add("list or map as a key", format!("{HEAD}codes:\n  ? - a\n  : b\n"), "wrong-type 4:5");
    cases.add("key with `?`", format!("{HEAD}codes:\n  ? A\n  : {one}\n"), ROW);
    cases.add("key over several lines", format!("{HEAD}codes:\n  A\n  B: {one}\n"), "yaml-syntax 5:4");
}

pub fn merge_keys(cases: &mut Cases) {
    let one = ONE;
    cases.add("merge key", format!("{HEAD}codes:\n  A:\n    <<: {one}\n"), "unknown-key 5:5");
    cases.add(
        "merge key",
        format!("{HEAD}codes:\n  A: &a {one}\n  B:\n    <<: *a\n    message: b\n"),
        "unknown-key 6:5",
    );
    cases.add("merge key", format!("{HEAD}codes:\n  A: &a {one}\n  B:\n    <<: [*a]\n"), "unknown-key 6:5");
    cases.add("merge key", with("<<: {}\n"), "unknown-key 3:1");
    cases.add("merge key", name("<<"), "unknown-key 4:3");
    let declared = "params: {<<: {x: list}}\nattributes: {<<: {y: {type: integer}}}\n";
    let used = with(declared).replace("message: a", "message: \"{{.x}}\", attributes: {y: 1}");
    cases.add("merge key", used, "unknown-key 3:10 / unknown-key 4:14");
    let attribute = with("attributes: {y: {type: integer}}\n");
    let given = attribute.replace("message: a", "message: a, attributes: {<<: {y: 1}}");
    cases.add("merge key", given, "unknown-key 5:50");
    cases.add("`\"<<\"` in quotes", name("\"<<\""), "unknown-key 4:3");
    cases.add("`<<` in a text", message("<< a"), "400 A 004:<< a 001:d");
}

pub fn aliases(cases: &mut Cases) {
    let one = ONE;
    cases.add("anchor and alias", message("&m a\n    docs_url: *m"), "400 A 001:a 001:d 001:a");
    cases.add(
        "anchor and alias",
        format!("{HEAD}codes:\n  A: &a {one}\n  B: *a\n"),
        "400 A 001:a 001:d / 400 B 001:a 001:d",
    );
    cases.add(
        "alias as a key",
        format!("{HEAD}codes:\n  A: {{http_status: 400, message: &m b, description: d}}\n  *m : {one}\n"),
        "400 A 001:b 001:d / 400 b 001:a 001:d",
    );
    cases.add(
        "anchor on a key",
        format!("{HEAD}codes:\n  A: {one}\n  &k B: {{http_status: 400, message: *k, description: d}}\n"),
        "400 A 001:a 001:d / 400 B 001:B 001:d",
    );
    cases.add(
        "anchor on a key",
        format!("{HEAD}codes:\n  &k A: {{http_status: 400, message: *k, description: d}}\n"),
        "400 A 001:A 001:d",
    );
    cases.add("anchor that nothing refers to", message("&m a"), ROW);
    cases.add("alias without an anchor", message("*m"), "yaml-syntax 6:14");
    cases.add("alias before its anchor", message("*m\n    docs_url: &m a"), "yaml-syntax 6:14");
    cases.add("alias of what it is in", with("params: &p {x: *p}\n"), "too-large 3:9");
    cases.add(
        "two anchors with one name",
        message("&m a\n    docs_url: &m b\n    number: 1\n    aliases: [*m]"),
        "yaml-syntax 7:15",
    );
}

/// How scalars are read.
pub fn scalars(cases: &mut Cases) {
    cases.names("Norway", &["no", "NO", "No", "yes", "on", "off", "y", "n"]);
    cases.messages("Norway", &[("no", "no"), ("yes", "yes"), ("Off", "Off")]);
    cases.add("`yes` for a boolean", with("params: {x: {type: list, sensitive: yes}}\n"), "wrong-type 3:37");
    cases.names("octal-looking name", &["010", "0777", "0o17", "0x1F", "0b11", "00"]);
    cases.names("float-looking name", &["22E01", "1e3", "1.0", "1.10", ".5", ".inf", ".NaN", "-1.5", "6.02e-23"]);
    cases.names("date or time as a name", &["2024-01-01", "12:30:45", "2001-12-14T21:59:43.10-05:00"]);
    cases.names("digits with `_`", &["1_000"]);
    cases.all("`+` in a name", &[&*name("+1"), &name("+.inf")], "invalid-name 4:3");
    cases.messages(
        "number, boolean or `null` as a text",
        &[
            ("404", "404"),
            ("1.10", "1.10"),
            ("0x1F", "0x1F"),
            ("+1", "+1"),
            ("true", "true"),
            ("~", "~"),
            ("-0", "-0"),
            ("null", "null"),
        ],
    );
    cases.all("empty value", &[&*message(""), &message("# c"), &message("&m")], "missing-key 4:3");
    cases.messages("empty text in quotes", &[("''", ""), ("\"\"", "")]);
    for written in ["400", "0x190", "0o620", "+400"] {
        cases.add("whole number", status(written), ROW);
    }
    for written in
        ["400.0", "4e2", "0400", "1_00", "\"400\"", "4OO", "99999999999999999999", "0b", ".inf", "[400]", "true"]
    {
        cases.add("not a whole number", status(written), "wrong-type 5:18");
    }
    cases.add("not a whole number", status("-400"), "invalid-http-status 5:18");
    cases.add(
        "not a whole number",
        with("").replace("message", "number: 9223372036854775808, message"),
        "wrong-type 4:33",
    );
}

/// How texts are written.
pub fn texts(cases: &mut Cases) {
    cases.messages(
        "quotes in a text",
        &[("'it''s'", "it's"), (r#""a\"b\\""#, "a\"b\\"), ("it's", "it's"), ("a \"b\"", "a \"b\"")],
    );
    cases.messages(
        "block text",
        &[
            ("|\n      a\n       b\n", "a\n b\n"),
            (">\n      a\n      b\n", "a b\n"),
            ("|-\n      a\n\n", "a"),
            ("|+\n      a\n", "a\n\n"),
            ("|2\n        a", "  a\n"),
            ("a\n      b\n\n      c", "a b\nc"),
        ],
    );
    cases.messages("` #` in a text", &[("a #b", "a"), ("a#b", "a#b"), ("'a #b'", "a #b")]);
    cases.add("`: ` in a text", message("a: b"), "yaml-syntax 6:15");
    cases.messages("`: ` in a text", &[("'a: b'", "a: b"), ("a:b", "a:b")]);
    cases.add("`{{` at the start of a text", message("{{.x}}"), "wrong-type 6:14");
    cases.add("`{{` at the start of a text", message("{{.x}} a"), "yaml-syntax 6:21");
    cases.add("`%`, `@` or a backtick at the start of a text", message("@a"), "yaml-syntax 6:14");
    cases.add("`%`, `@` or a backtick at the start of a text", message("`a`"), "yaml-syntax 6:14");
    cases.add("`%`, `@` or a backtick at the start of a text", message("%a"), "yaml-syntax 6:14");
    cases.add("quote without its end", message("\"a"), "yaml-syntax 8:1");
    cases.add("bracket without its end", message("[a"), "yaml-syntax 7:16");
}

pub fn tags(cases: &mut Cases) {
    cases.all("own tag", &[&*message("!x a"), &message("!x [a]"), &message("!x \"a\"")], "wrong-type 6:17");
    cases.add("own tag", message("!x"), "wrong-type 6:16");
    cases.add("own tag", message("!include other.yaml"), "wrong-type 6:23");
    cases.add("own tag", message("! 404"), "wrong-type 6:16");
    cases.add("own tag", with("params: !x {y: list}\n"), "wrong-type 3:12");
    cases.add("own tag", name("!x A"), "wrong-type 4:6");
    cases.add("own tag", format!("!x\n{}", with("")), "wrong-type 1:1");
    cases.messages("tag with an address", &[("!<x> a", "a"), ("!<tag:example.com,2000:x> a", "a")]);
    cases.add("tag with an address", format!("%TAG !e! tag:example.com,2000:\n---\n{}", message("!e!x a")), ROW);
    cases.messages("`!!str`", &[("!!str 404", "404"), ("!!str a", "a"), ("!!str", ""), ("!!str null", "null")]);
    cases.add("`!!str`", status("!!str 400"), "wrong-type 5:24");
    cases.add("`!!int` and the like", status("!!int 400"), ROW);
    cases.add("`!!int` and the like", status("!!int \"400\""), ROW);
    cases.add("`!!int` and the like", status("!!float 400"), "wrong-type 5:26");
    cases.add("`!!int` and the like", message("!!int a"), "yaml-syntax 6:14");
    cases.add("`!!int` and the like", message("!!bool a"), "yaml-syntax 6:14");
    cases.add("`!!int` and the like", message("!!null a"), "yaml-syntax 6:14");
    cases.add("`!!int` and the like", message("!!null"), "yaml-syntax 6:14");
    cases.messages("`!!binary` and any other `!!` tag", &[("!!binary YQ==", "YQ=="), ("!!x a", "a")]);
    cases.add("`!!map`, `!!seq`", with("").replace("{http", "!!map {http"), ROW);
    cases.add("`!!map`, `!!seq`", message("a\n    aliases: !!seq [b]"), ROW);
    cases.add("`!!set`, `!!omap`", with("params: !!set {x, y}\n"), "missing-key 3:16 / missing-key 3:19");
    cases.add("`!!set`, `!!omap`", with("params: !!omap [x: list]\n"), "wrong-type 3:16");
    cases.add("undeclared tag handle", message("!e!x a"), "yaml-syntax 6:14");
}
