//! The parts of random names and texts.

/// Names of codes, no two of them similar; each with another name that becomes the same in Rust, and the Rust name.
pub const NAMES: &[(&str, &str, &str)] = &[
    ("FieldLacking", "field_lacking", "FieldLacking"),
    ("CREDIT_INSUFFICIENT", "credit-insufficient", "CreditInsufficient"),
    ("task-not-found", "task:not:found", "TaskNotFound"),
    ("user.banned", "UserBanned", "UserBanned"),
    ("null", "NULL", "Null"),
    ("22E01", "-22E01", "Code22e01"),
    ("123", ".123", "Code123"),
    ("true", "True", "True"),
    ("quota:exceeded", "QUOTA_EXCEEDED", "QuotaExceeded"),
    ("Self", "self", "Self_"),
];

/// The lints about single codes.
pub const LINTS_OF_A_CODE: &[&str] = &["message-style", "missing-description", "similar-codes", "status-not-an-error"];

pub(crate) const PARAM_NAMES: &[&str] = &["fields", "limit", "max_len", "owner", "region2"];
pub(crate) const PARAM_TYPES: &[&str] = &["string", "integer", "unsigned", "float", "boolean", "list", VIOLATIONS];
/// A code can have only one param of this type.
pub(crate) const VIOLATIONS: &str = "violations";
pub(crate) const ATTRIBUTE_NAMES: &[&str] = &["retry", "audience", "weight", "paged"];
pub(crate) const ATTRIBUTE_WORDS: &[&str] = &["backoff", "after_fix", "never", "OnCall", "7", "true"];
pub(crate) const FEATURES: &[&str] = &["serde", "http", "http-body", "axum", "actix-web", "tonic", "utoipa"];
pub(crate) const GRPC_CODES: &[&str] =
    &["ABORTED", "NOT_FOUND", "INTERNAL", "CANCELLED", "UNKNOWN", "DATA_LOSS", "UNAUTHENTICATED"];

/// None is a prefix of another.
#[rustfmt::skip]
pub(crate) const MESSAGES: &[&str] = &[
    "alpha", "beta gamma delta", "日本語 の テキスト", "x: y", "it's said", "say \"hi\" \\ twice", "😀 z", "c#d # e", " lead",
    "é {x} }", "404", "I/O failed", "- dash",
];

#[rustfmt::skip]
pub(crate) const DESCRIPTIONS: &[&str] = &[
    "What it means.", "Wide 漢字: and more", "two\nlines: here", "~", "1.10", "Don't {{.panic}}", "trailing ",
    "&not *it",
];

pub(crate) const BLANKS: &[&str] = &["", " ", "  ", "\t", "\n"];

#[rustfmt::skip]
pub(crate) const HOSTILE: &[&str] = &[
    "{", "}", "}}", "\"", "\\", "'", "`", "``", "#", "\"#", "*/", "/*", "//", "\n", "\r", "\r\n", "\t", "\0", " ", "    ",
    "\u{85}", "\u{a0}", "\u{feff}", "\u{2028}", "\u{2029}", "\u{202e}", "\u{2066}", "\u{7f}", "\u{1b}[0m", "\u{fffd}",
    "\u{10ffff}", "é", "e\u{301}", "漢字", "🦀", "<b>", "</script>", "[a](b)", "[`Error`]", "https://a.b", "- ", "1. ", "---",
    "...", "%", "&a", "*a", "!a", ": ", " #", "| a", "```rust", "\\n", "\\u{0}", "\\x00", "12:34", " 3:abc", "{0}", "{}", "a",
    "Ä.", "ID",
];

#[rustfmt::skip]
pub(crate) const ODD_NAMES: &[&str] = &[
    "Self", "self", "true", "False", "null", "NULL", "no", "22E01", "0x1F", "0o17", "1e9", "1e999", "-1", ".5", "1.", "00",
    "404", "1_000", "12:30", ".nan", ".inf", "-.INF", "18446744073709551616", "Error", "ErrorCode", "code", "new", "a:b",
    "a:", ":a", "-a", "--0", "Option", "None", "Some", "Ok", "Err", "String", "Vec", "Cow", "Owned", "with_source", "reason",
    "metadata", "Params", "crate", "super", "dyn", "gen", "async", "u8", "str", "i64", "alloc", "core", "Value", "ALL",
    "from_number", "BadRequest", "bad_request", "BAD-REQUEST", "bad.request", "HTTPError", "ABc", "aBC",
];

#[rustfmt::skip]
pub(crate) const ODD_PASCAL_NAMES: &[&str] = &["Self", "Error", "A", "B2", "ErrorCode", "Some", "HTTPError", "Code1", "Box", "Fields"];

#[rustfmt::skip]
pub(crate) const ODD_SNAKE_NAMES: &[&str] = &[
    "a", "b", "a_2", "x2", "type", "self", "crate", "super", "gen", "async", "dyn", "code", "reason", "http_status",
    "params", "metadata", "with_metadata", "with_source", "source", "fmt", "clone", "to_string", "message", "number",
    "from_number", "as_str", "docs_url", "is_deprecated", "description", "value", "error", "error_code",
    "unknown_error_code", "string", "option", "result", "vec", "none", "some", "copy", "default", "u8", "str",
    "retry", "null", "true", "no", "core", "alloc", "row", "tables", "attributes", "cell", "into", "from", "hash",
    "eq", "cmp", "raw_body", "from_response_parts", "serialize",
];
