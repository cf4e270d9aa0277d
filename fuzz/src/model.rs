//! Catalogues that are valid by construction.

use std::collections::HashSet;
use std::fmt::Write;

use arbitrary::{Arbitrary, Result, Unstructured};

use crate::rust::Row;
use crate::yaml::quoted;

/// A catalogue and what the generated table must say of it.
#[derive(Debug)]
pub struct Model {
    /// The file.
    pub yaml: String,
    /// The row of each code.
    pub rows: Vec<Row>,
    /// The aliases, each with the index of its code.
    pub aliases: Vec<(String, usize)>,
}

impl<'a> Arbitrary<'a> for Model {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut yaml = String::from("errcat: 1\n");
        let params = params(u, &mut yaml)?;
        let attributes = attributes(u, &mut yaml)?;
        let is_numbered = u.arbitrary()?;
        let mut names = Names::default();
        let codes = names.codes(u)?;
        let mut model = Self { yaml, rows: Vec::new(), aliases: Vec::new() };
        model.yaml += "codes:\n";
        for index in 0..codes.len() {
            model.code(u, index, &codes, &params, &attributes, is_numbered, &mut names)?;
        }
        let reserved = names.others(u)?;
        if !reserved.is_empty() {
            let _ = writeln!(model.yaml, "reserved: [{}]", reserved.join(", "));
        }
        if u.arbitrary()? {
            let (lint, level) = (u.choose(LINTS)?, u.choose(&["allow", "warn"])?);
            let _ = writeln!(model.yaml, "lints: {{{lint}: {level}}}");
        }
        let mut about = vec![format!("name: {}", quoted(&text(u)?))];
        if u.arbitrary()? {
            about.push(format!("description: {}", quoted(&text(u)?)));
            about.push(format!("docs_url: {}", quoted(&text(u)?)));
            about.push(format!("fallback: {}", quoted(&u.choose(&codes)?.name)));
        }
        let _ = writeln!(model.yaml, "catalogue: {{{}}}", about.join(", "));
        let features: Vec<_> = FEATURES.iter().filter(|_| u.ratio(1, 3).unwrap_or_default()).copied().collect();
        let _ = writeln!(model.yaml, "outputs: {{rust: {{features: [{}]}}}}", features.join(", "));
        Ok(model)
    }
}

impl Model {
    #[allow(clippy::too_many_arguments)]
    fn code(
        &mut self,
        u: &mut Unstructured,
        index: usize,
        codes: &[Name],
        params: &[String],
        attributes: &[Attribute],
        is_numbered: bool,
        names: &mut Names,
    ) -> Result<()> {
        let Name { name, rust_name } = &codes[index];
        let mut listed = Vec::new();
        for param in params {
            if u.ratio(1, 4)? {
                listed.push(param.as_str());
            }
        }
        let mut used = listed.clone();
        let (message, shown) = message(u, params, &mut used)?;
        let http_status = u.int_in_range(200..=599)?;
        let description = text(u)?;
        let mut entries = vec![
            format!("http_status: {http_status}"),
            format!("message: {}", quoted(&message)),
            format!("description: {}", quoted(&description)),
        ];
        if !listed.is_empty() {
            entries.push(format!("params: [{}]", listed.join(", ")));
        }
        let (mut values, mut given) = (Vec::new(), Vec::new());
        for attribute in attributes {
            let value = match &attribute.default {
                Some(default) if u.arbitrary()? => default.clone(),
                _ => {
                    let value = attribute.value(u)?;
                    given.push(format!("{}: {}", attribute.name, value.yaml));
                    value
                }
            };
            values.push(value.text);
        }
        if !given.is_empty() {
            entries.push(format!("attributes: {{{}}}", given.join(", ")));
        }
        let is_deprecated = u.ratio(1, 3)?;
        if is_deprecated {
            let deprecation = if u.arbitrary()? {
                quoted(&text(u)?)
            } else {
                let since = u.choose(&["1.2.3", "1.4", "", "1.0.0-rc"])?;
                let replaced_by = quoted(&u.choose(codes)?.name);
                format!("{{since: \"{since}\", note: {}, replaced_by: {replaced_by}}}", quoted(&text(u)?))
            };
            entries.push(format!("deprecated: {deprecation}"));
        }
        let aliases = names.others(u)?;
        if !aliases.is_empty() {
            entries.push(format!("aliases: [{}]", aliases.join(", ")));
            self.aliases.extend(aliases.iter().map(|alias| (alias.trim_matches('"').to_owned(), index)));
        }
        let mut number = String::new();
        if is_numbered {
            number = (u32::from(u.arbitrary::<u16>()?) << 8 | u32::try_from(index).unwrap()).to_string();
            entries.push(format!("number: {number}"));
        }
        let docs_url = if u.ratio(1, 4)? { text(u)? } else { String::new() };
        entries.push(format!("docs_url: {}", quoted(&docs_url)));
        let mut grpc = "";
        if u.ratio(1, 4)? {
            let (name, number) = *u.choose(GRPC_CODES)?;
            entries.push(format!("grpc: {name}"));
            grpc = number;
        }
        entries.extend(rust_name.as_ref().map(|name| format!("rust_name: {name}")));
        if u.ratio(1, 4)? {
            entries.push(format!("allow: [{}]", u.choose(&LINTS[..CODE_LINTS])?));
        }
        let first = u.choose_index(entries.len())?;
        entries.rotate_left(first);
        let key = if u.arbitrary()? { quoted(name) } else { name.clone() };
        let _ = if u.arbitrary()? {
            writeln!(self.yaml, "  {key}: {{{}}}", entries.join(", "))
        } else {
            writeln!(self.yaml, "  {key}:\n    {}", entries.join("\n    "))
        };
        let mut cells = vec![name.clone(), message, description];
        cells.append(&mut values);
        cells.extend([used.join(" "), docs_url, number, grpc.to_owned()]);
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        let shown = shown.into_iter().map(|shown| match shown {
            Shown::Text(text) => text,
            Shown::Param(name) => format!("<{}>", used.iter().position(|used| *used == name).expect("it is used")),
        });
        let shown = shown.collect();
        self.rows.push(Row { http_status, is_deprecated, cells, shown });
        Ok(())
    }
}

/// The names of a code.
struct Name {
    name: String,
    rust_name: Option<String>,
}

/// Names that are taken.
#[derive(Default)]
struct Names {
    wire: HashSet<String>,
    /// Without case and punctuation: what differs so differs in Rust.
    rust: HashSet<String>,
}

impl Names {
    fn codes(&mut self, u: &mut Unstructured) -> Result<Vec<Name>> {
        let mut codes = Vec::new();
        for _ in 0..u.int_in_range(1..=6)? {
            let base = wire_name(u)?;
            let rust_name = u.ratio(1, 4)?.then(|| u.choose(PASCAL_NAMES)).transpose()?;
            let name = distinct(&base, "-x", |name| {
                !self.wire.contains(name) && (rust_name.is_some() || !self.rust.contains(&loose(name, "code")))
            });
            let rust_name = rust_name.map(|base| distinct(base, "X", |name| !self.rust.contains(&loose(name, "code"))));
            self.wire.insert(name.clone());
            self.rust.insert(loose(rust_name.as_ref().unwrap_or(&name), "code"));
            codes.push(Name { name, rust_name });
        }
        Ok(codes)
    }

    /// Aliases or reserved names, as YAML.
    fn others(&mut self, u: &mut Unstructured) -> Result<Vec<String>> {
        let mut others = Vec::new();
        if u.ratio(1, 3)? {
            for _ in 0..u.int_in_range(1..=3)? {
                let name = distinct(&wire_name(u)?, "-x", |name| !self.wire.contains(name));
                self.wire.insert(name.clone());
                others.push(word(u, &name)?);
            }
        }
        Ok(others)
    }
}

struct Attribute {
    name: String,
    kind: Kind,
    default: Option<Value>,
}

enum Kind {
    Words(Vec<String>),
    String,
    Integer,
    Unsigned,
    Boolean,
}

#[derive(Clone)]
struct Value {
    yaml: String,
    text: String,
}

impl Attribute {
    fn value(&self, u: &mut Unstructured) -> Result<Value> {
        let text = match &self.kind {
            Kind::Words(words) => {
                let text = u.choose(words)?;
                return Ok(Value { yaml: word(u, text)?, text: text.clone() });
            }
            Kind::String => {
                let text = text(u)?;
                return Ok(Value { yaml: quoted(&text), text });
            }
            Kind::Integer => u.arbitrary::<i64>()?.to_string(),
            Kind::Unsigned => u.arbitrary::<u64>()?.to_string(),
            Kind::Boolean => u.arbitrary::<bool>()?.to_string(),
        };
        Ok(Value { yaml: text.clone(), text })
    }
}

fn params(u: &mut Unstructured, yaml: &mut String) -> Result<Vec<String>> {
    let mut seen = HashSet::new();
    for _ in 0..u.int_in_range(0..=4)? {
        let name = snake_name(u, |name| !seen.contains(name))?;
        if seen.is_empty() {
            *yaml += "params:\n";
        }
        let kind = u.choose(&["string", "integer", "unsigned", "boolean", "list"])?;
        let _ = if u.arbitrary()? {
            writeln!(yaml, "  {name}: {kind}")
        } else {
            let (description, sensitive) = (quoted(&text(u)?), u.arbitrary::<bool>()?);
            writeln!(yaml, "  {name}: {{type: {kind}, description: {description}, sensitive: {sensitive}}}")
        };
        seen.insert(name);
    }
    let mut params: Vec<_> = seen.into_iter().collect();
    params.sort();
    Ok(params)
}

fn attributes(u: &mut Unstructured, yaml: &mut String) -> Result<Vec<Attribute>> {
    let mut attributes: Vec<Attribute> = Vec::new();
    let mut seen = HashSet::new();
    for _ in 0..u.int_in_range(0..=3)? {
        let name = snake_name(u, |name| !seen.contains(&loose(name, "")))?;
        seen.insert(loose(&name, ""));
        let (kind, declared) = match u.int_in_range(0..=5)? {
            0 => (Kind::String, "type: string".to_owned()),
            1 => (Kind::Integer, "type: integer".to_owned()),
            2 => (Kind::Unsigned, "type: unsigned".to_owned()),
            3 => (Kind::Boolean, "type: boolean".to_owned()),
            _ => {
                let (mut words, mut values, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
                for _ in 0..u.int_in_range(1..=4)? {
                    let name = distinct(&wire_name(u)?, "-x", |name| !seen.contains(&loose(name, "value")));
                    seen.insert(loose(&name, "value"));
                    values.push(word(u, &name)?);
                    words.push(name);
                }
                (Kind::Words(words), format!("values: [{}]", values.join(", ")))
            }
        };
        let mut attribute = Attribute { name, kind, default: None };
        if u.arbitrary()? {
            attribute.default = Some(attribute.value(u)?);
        }
        let default = attribute.default.as_ref().map(|default| format!(", default: {}", default.yaml));
        let default = default.unwrap_or_default();
        if attributes.is_empty() {
            *yaml += "attributes:\n";
        }
        let _ = writeln!(yaml, "  {}: {{description: {}, {declared}{default}}}", attribute.name, quoted(&text(u)?));
        attributes.push(attribute);
    }
    Ok(attributes)
}

/// A message, and the params that it uses behind the ones that are there.
fn message<'p>(
    u: &mut Unstructured,
    params: &'p [String],
    used: &mut Vec<&'p str>,
) -> Result<(String, Vec<Shown<'p>>)> {
    let (mut message, mut shown) = (String::new(), Vec::new());
    for _ in 0..u.int_in_range(0..=4)? {
        match u.int_in_range(0..=3)? {
            0 | 1 => {
                let start = message.len();
                for c in text(u)?.chars() {
                    part_braces(&mut message, c == '{');
                    message.push(c);
                }
                shown.push(Shown::Text(message[start..].to_owned()));
            }
            2 if !params.is_empty() => {
                let param = u.choose(params)?;
                let (before, behind) = (u.choose(BLANKS)?, u.choose(BLANKS)?);
                shown.push(Shown::Text(part_braces(&mut message, true).to_owned()));
                let _ = write!(message, "{{{{{before}.{param}{behind}}}}}");
                shown.push(Shown::Param(param));
                if !used.contains(&&**param) {
                    used.push(param);
                }
            }
            _ => {
                shown.push(Shown::Text(part_braces(&mut message, true).to_owned() + "{{"));
                message += "{{\"{{\"}}";
            }
        }
    }
    Ok((message, shown))
}

/// What a part of a message shows.
enum Shown<'p> {
    Text(String),
    Param(&'p str),
}

/// Keeps two braces apart that would open an action, by what it gives.
fn part_braces(message: &mut String, is_brace: bool) -> &'static str {
    let blank = if is_brace && message.ends_with('{') { " " } else { "" };
    message.push_str(blank);
    blank
}

/// A text with what formats and renderers may stumble over.
fn text(u: &mut Unstructured) -> Result<String> {
    let mut text = String::new();
    for _ in 0..u.int_in_range(0..=3)? {
        if u.arbitrary()? {
            text += u.choose(HOSTILE)?;
        } else {
            let len = u.int_in_range(0..=12)?;
            let bytes = u.bytes(len.min(u.len()))?;
            text += &String::from_utf8_lossy(bytes);
        }
    }
    Ok(text)
}

/// A name on the wire.
fn wire_name(u: &mut Unstructured) -> Result<String> {
    if u.arbitrary()? {
        return Ok((*u.choose(WIRE_NAMES)?).to_owned());
    }
    let mut name = String::new();
    for _ in 0..u.int_in_range(1..=10)? {
        name.push(char::from(*u.choose(WIRE_CHARS)?));
    }
    if !name.contains(|c: char| c.is_ascii_alphanumeric()) {
        name.push('0');
    }
    Ok(name)
}

/// A name in `snake_case` that is free.
fn snake_name(u: &mut Unstructured, is_free: impl Fn(&str) -> bool) -> Result<String> {
    Ok(distinct(u.choose(SNAKE_NAMES)?, "_x", is_free))
}

/// The name, or one that begins with it, that is free.
fn distinct(base: &str, join: &str, is_free: impl Fn(&str) -> bool) -> String {
    let mut names = (0..).map(|count| if count == 0 { base.to_owned() } else { format!("{base}{join}{count}") });
    names.find(|name| is_free(name)).unwrap()
}

/// A name without case and punctuation, with `prefix` in front of a digit.
fn loose(name: &str, prefix: &str) -> String {
    let mut loose: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    if loose.starts_with(|c: char| c.is_ascii_digit()) {
        loose.insert_str(0, prefix);
    }
    loose.to_ascii_lowercase()
}

/// A name as a scalar within brackets.
fn word(u: &mut Unstructured, name: &str) -> Result<String> {
    let is_plain = name.chars().all(|c| c.is_ascii_alphanumeric() || "._".contains(c));
    Ok(if is_plain && u.arbitrary()? { name.to_owned() } else { quoted(name) })
}

/// How many of the lints are about a code.
const CODE_LINTS: usize = 4;

const LINTS: &[&str] = &[
    "message-style",
    "missing-description",
    "similar-codes",
    "status-not-an-error",
    "unused-param",
    "unused-attribute",
];

const BLANKS: &[&str] = &["", " ", "  ", "\t", "\n"];

#[rustfmt::skip]
const HOSTILE: &[&str] = &[
    "{", "}", "}}", "\"", "\\", "'", "`", "``", "#", "\"#", "*/", "/*", "//", "\n", "\r", "\r\n", "\t", "\0", " ", "    ",
    "\u{85}", "\u{a0}", "\u{feff}", "\u{2028}", "\u{2029}", "\u{202e}", "\u{2066}", "\u{7f}", "\u{1b}[0m", "\u{fffd}",
    "\u{10ffff}", "é", "e\u{301}", "漢字", "🦀", "<b>", "</script>", "[a](b)", "[`Error`]", "https://a.b", "- ", "1. ", "---",
    "...", "%", "&a", "*a", "!a", ": ", " #", "| a", "```rust", "\\n", "\\u{0}", "\\x00", "12:34", " 3:abc", "{0}", "{}", "a",
    "Ä.", "ID",
];

const WIRE_CHARS: &[u8] = b"abAB01_-.:yneE";

#[rustfmt::skip]
const WIRE_NAMES: &[&str] = &[
    "Self", "self", "true", "False", "null", "NULL", "no", "22E01", "0x1F", "0o17", "1e9", "1e999", "-1", ".5", "1.", "00",
    "404", "1_000", "12:30", ".nan", ".inf", "-.INF", "18446744073709551616", "Error", "ErrorCode", "code", "new", "a:b",
    "a:", ":a", "-a", "--0", "Option", "None", "Some", "Ok", "Err", "String", "Vec", "Cow", "Owned", "with_source", "reason",
    "metadata", "Params", "crate", "super", "dyn", "gen", "async", "u8", "str", "i64", "alloc", "core", "Value", "ALL",
    "from_number", "BadRequest", "bad_request", "BAD-REQUEST", "bad.request", "HTTPError", "ABc", "aBC",
];

#[rustfmt::skip]
const PASCAL_NAMES: &[&str] = &["Self", "Error", "A", "B2", "ErrorCode", "Some", "HTTPError", "Code1", "Box", "Fields"];

#[rustfmt::skip]
const GRPC_CODES: &[(&str, &str)] = &[("CANCELLED", "1"), ("UNKNOWN", "2"), ("DATA_LOSS", "15"), ("UNAUTHENTICATED", "16")];
const FEATURES: &[&str] = &["serde", "http", "axum", "actix-web", "tonic", "utoipa"];
const SNAKE_NAMES: &[&str] = &[
    "a",
    "b",
    "a_2",
    "x2",
    "type",
    "self",
    "crate",
    "super",
    "gen",
    "async",
    "dyn",
    "code",
    "reason",
    "http_status",
    "params",
    "metadata",
    "with_metadata",
    "with_source",
    "source",
    "fmt",
    "clone",
    "to_string",
    "message",
    "number",
    "from_number",
    "as_str",
    "docs_url",
    "is_deprecated",
    "description",
    "value",
    "error",
    "error_code",
    "unknown_error_code",
    "string",
    "option",
    "result",
    "vec",
    "none",
    "some",
    "copy",
    "default",
    "u8",
    "str",
    "retry",
    "null",
    "true",
    "no",
    "core",
    "alloc",
    "row",
    "tables",
    "attributes",
    "cell",
    "into",
    "from",
    "hash",
    "eq",
    "cmp",
    "raw_body",
    "from_response_parts",
    "serialize",
];
