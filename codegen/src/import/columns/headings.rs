//! The headings that people write, and what they mean.

use heck::ToSnakeCase;

use crate::import::table::Row;

/// What a column can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) enum Field {
    Code,
    Number,
    HttpStatus,
    Message,
    Description,
    Help,
    Params,
    Aliases,
    DocsUrl,
    /// The type of a param, in a table of params.
    Type,
    /// An attribute of the catalogue, with this name.
    Attribute(String),
}

/// The headings that people write for a field, the clearest first.
pub(super) type Headings = (Field, &'static [&'static str]);

#[rustfmt::skip]
pub(super) const HEADINGS: &[Headings] = &[
    (Field::Code, &[
        "code", "error code", "errorcode", "name", "error name", "code name", "constant", "symbol", "identifier", "key",
        "reason", "error reason", "condition", "error condition", "condition name", "error", "slug", "error type",
        "exception", "error key", "error id", "id", "type", "variant", "string code", "(key)", "错误码", "错误代码", "エラーコード",
    ]),
    (Field::HttpStatus, &[
        "http status", "http status code", "http code", "http", "status code", "status", "http response code",
        "response code", "http response", "http response status code", "http 状态码", "状态码",
    ]),
    (Field::Message, &[
        "message", "error message", "message text", "message template", "template", "msg", "errmsg", "error msg", "text",
        "title", "error text", "error string", "default message", "错误信息", "错误消息", "エラーメッセージ",
    ]),
    (Field::Description, &[
        "description", "error description", "meaning", "explanation", "details", "detail", "desc", "documentation",
        "comment", "comments", "notes", "note", "cause", "summary", "when", "reason phrase", "(comment)", "说明", "描述", "错误描述", "説明",
    ]),
    (Field::Help, &[
        "help", "solution", "solutions", "resolution", "remedy", "what to do", "recommended action", "suggested action",
        "action", "how to fix", "fix", "hint", "troubleshooting", "recommendation", "处理方式", "解决方案", "対処",
    ]),
    (Field::Number, &[
        "number", "error number", "numeric code", "error code", "error no", "errno", "no", "code number", "value", "num",
        "code value", "int value", "code",
    ]),
    (Field::Params, PARAMS),
    (Field::Aliases, &["aliases", "alias", "also known as"]),
    (Field::DocsUrl, &["docs url", "doc url", "documentation url", "url", "link", "more info", "help url"]),
];

pub(super) const PARAMS: &[&str] =
    &["params", "parameters", "arguments", "args", "placeholders", "param", "parameter", "argument"];

/// The fields that a user can name, with the names for them.
const NAMES: &[(&str, Field)] = &[
    ("code", Field::Code),
    ("number", Field::Number),
    ("status", Field::HttpStatus),
    ("http_status", Field::HttpStatus),
    ("message", Field::Message),
    ("description", Field::Description),
    ("help", Field::Help),
    ("params", Field::Params),
    ("aliases", Field::Aliases),
    ("docs_url", Field::DocsUrl),
];

impl Field {
    /// The field that a user names; any other name is that of an attribute.
    pub(in crate::import) fn named(name: &str) -> Self {
        let known = NAMES.iter().find(|(known, _)| *known == name);
        known.map_or_else(|| Self::Attribute(name.to_owned()), |(_, field)| field.clone())
    }

    pub(in crate::import) fn name(&self) -> &str {
        match self {
            Self::Attribute(name) => name,
            Self::Type => "type",
            _ => NAMES.iter().find(|(_, field)| field == self).map_or("", |(name, _)| name),
        }
    }
}

/// The words of a heading: `Error_Code` and `errorCode` are `error code`.
pub(super) fn words(heading: &str) -> String {
    let last = heading.rsplit('.').next().unwrap_or(heading);
    if last.starts_with('(') { last.to_owned() } else { last.to_snake_case().replace('_', " ") }
}

/// How well a heading fits a field; 0 is best.
pub(super) fn rank(heading: &str, headings: &[&str]) -> Option<usize> {
    let depth = heading.matches('.').count();
    let words = words(heading);
    headings.iter().position(|known| *known == words).map(|rank| rank + 100 * depth)
}

/// Whether a row has headings: two that are known, half of them, or one that the user names.
pub(in crate::import) fn is_heading(row: &Row, named: &[(String, String)]) -> bool {
    let cells: Vec<_> = row.filled().map(|(_, cell)| &*cell.text).collect();
    let known = cells.iter().filter(|cell| is_known_heading(cell)).count();
    let is_named = |cell: &&str| named.iter().any(|(_, heading)| is_same(heading, cell));
    known > 0 && known * 2 >= cells.len().min(4) || cells.iter().any(is_named)
}

pub(super) fn is_same(heading: &str, other: &str) -> bool {
    heading.trim().to_lowercase() == other.to_lowercase()
}

/// Whether a text is a heading that is known, whatever its case.
pub(in crate::import) fn is_known_heading(text: &str) -> bool {
    let words = words(text);
    HEADINGS.iter().any(|(_, headings)| headings.contains(&&*words))
}

/// How well a name fits a field; 0 is best.
pub(in crate::import) fn fits(name: &str, field: &Field) -> Option<usize> {
    let (_, headings) = HEADINGS.iter().find(|(known, _)| known == field)?;
    rank(name, headings)
}
