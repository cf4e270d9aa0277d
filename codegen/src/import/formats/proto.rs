//! Enums in Protocol Buffers: those that go-kratos makes errors of, or else all of them.

use super::tokens::{Token, tokens};
use crate::diagnostics::Sink;
use crate::import::builder::RawCode;
use crate::import::group::Group;
use crate::import::status::is_status;
use crate::import::table::Cell;
use crate::rules::RuleId;
use crate::source::{FileId, Span};

/// The option with the status of a value, and the one with that of values that have none.
const CODE: &str = "errors.code";
const DEFAULT_CODE: &str = "errors.default_code";

struct Enum {
    group: Group,
    /// Whether the enum has one of the options.
    is_annotated: bool,
}

pub(super) fn groups(text: &str, file: FileId, sink: &mut Sink) -> Vec<Group> {
    let tokens = tokens(text);
    let mut enums = Vec::new();
    for (at, window) in tokens.windows(3).enumerate() {
        if window[0].text == "enum" && window[2].text == "{" {
            let mut reader = Reader { tokens: &tokens[at + 3..], file, sink };
            enums.push(reader.read(&window[1]));
        }
    }
    let is_annotated = enums.iter().any(|it| it.is_annotated);
    let (wanted, others): (Vec<_>, Vec<_>) = enums.into_iter().partition(|it| it.is_annotated || !is_annotated);
    for Enum { group, .. } in others {
        let text = format!("the enum `{}` has no `{CODE}` as others here have", group.title);
        sink.report(RuleId::LeftOut, group.span, text);
    }
    wanted.into_iter().map(|it| without_numbers(it.group, is_annotated)).collect()
}

/// The numbers of values are not what go-kratos sends.
fn without_numbers(mut group: Group, is_annotated: bool) -> Group {
    for code in group.codes.iter_mut().filter(|_| is_annotated) {
        code.number = None;
    }
    group
}

struct Reader<'r, 't> {
    tokens: &'r [Token<'t>],
    file: FileId,
    sink: &'r mut Sink,
}

impl<'t> Reader<'_, 't> {
    fn read(&mut self, name: &Token<'_>) -> Enum {
        let (mut codes, mut default) = (Vec::new(), None);
        let mut is_annotated = false;
        while let Some(statement) = self.statement() {
            let option = |name: &str| option(&statement, name);
            let first = &statement[0];
            let docs = (first.docs.clone(), statement.last().and_then(|last| last.remark));
            if first.text == "option" {
                default = option(DEFAULT_CODE).and_then(|value| self.status(value)).or(default);
                is_annotated |= option(DEFAULT_CODE).is_some();
            } else if let [name, equals, ..] = &statement[..]
                && equals.text == "="
            {
                is_annotated |= option(CODE).is_some();
                let status = option(CODE).and_then(|value| self.status(value));
                codes.push(self.code(name, number(&statement[2..]), status, docs));
            } else if first.text != "reserved" {
                self.sink.report(
                    RuleId::NotImported,
                    self.span(first),
                    format!("`{}` is no value of an enum", first.text),
                );
            }
        }
        for code in &mut codes {
            code.http_status = code.http_status.or(default);
        }
        Enum { group: Group { title: name.text.to_owned(), span: self.span(name), codes }, is_annotated }
    }

    /// The tokens up to the next `;`; `None` at the end of the enum.
    fn statement(&mut self) -> Option<Vec<Token<'t>>> {
        let end = self.tokens.iter().position(|token| token.text == ";" || token.text == "}")?;
        let statement = &self.tokens[..=end];
        self.tokens = &self.tokens[end + 1..];
        match statement {
            [] => None,
            [last] if last.text == "}" => None,
            [last] if last.text == ";" => self.statement(),
            _ => Some(statement.to_vec()),
        }
    }

    fn code(
        &self,
        name: &Token<'_>,
        number: Option<i64>,
        status: Option<u16>,
        docs: (Vec<&str>, Option<&str>),
    ) -> RawCode {
        let span = self.span(name);
        let docs = docs.0.into_iter().chain(docs.1).collect::<Vec<_>>().join("\n");
        RawCode {
            span,
            name: Some(Cell::new(name.text, span)),
            number,
            http_status: status,
            description: Some(docs).filter(|docs| !docs.is_empty()),
            ..RawCode::default()
        }
    }

    fn status(&mut self, value: &Token<'_>) -> Option<u16> {
        let status = value.text.parse().ok().filter(|status| is_status(i64::from(*status)));
        if status.is_none() {
            let text = format!("`{}` is not an HTTP status from 200 to 599", value.text);
            self.sink.report(RuleId::NotImported, self.span(value), text);
        }
        status
    }

    fn span(&self, token: &Token<'_>) -> Span {
        Span::new(self.file, token.range.clone())
    }
}

/// The value of an option, `(name) = value`.
fn option<'s, 't>(statement: &'s [Token<'t>], name: &str) -> Option<&'s Token<'t>> {
    let has_name = |token: &Token<'_>| token.text.trim_start_matches('.').ends_with(name);
    statement.windows(4).find(|window| has_name(&window[0]) && window[2].text == "=").map(|window| &window[3])
}

/// The number of a value, which may be negative or hexadecimal.
fn number(tokens: &[Token<'_>]) -> Option<i64> {
    let (sign, token) = match tokens {
        [minus, token, ..] if minus.text == "-" => (-1, token),
        [token, ..] => (1, token),
        [] => return None,
    };
    let hexadecimal = token.text.strip_prefix("0x").and_then(|digits| i64::from_str_radix(digits, 16).ok());
    hexadecimal.or_else(|| token.text.parse().ok()).map(|number: i64| sign * number)
}
