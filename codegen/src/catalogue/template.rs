//! Message templates, split into pieces.

use std::ops::Range;

use super::ParamId;

/// The message of a code: text with placeholders, `{{.name}}`, for the values of params.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    text: String,
    /// In the order of the text, without overlaps.
    placeholders: Vec<Placeholder>,
}

/// A part of a template that is not shown as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Placeholder {
    /// From `{{` to `}}`, in bytes of the template.
    pub(crate) range: Range<usize>,
    pub(crate) shown: Shown,
}

/// What a message shows instead of a placeholder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// The value of a param: `{{.name}}`.
    Param(ParamId),
    /// This part of the template: the `{{` in `{{"{{"}}`.
    Text(Range<usize>),
}

/// One piece of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Text, shown as it is.
    Text(&'t str),
    /// The value of a param.
    Param(ParamId),
}

/// A part of a message that starts like a placeholder but isn't one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The part, in bytes of the message.
    pub(crate) range: Range<usize>,
    pub(crate) kind: ProblemKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ProblemKind {
    /// `{{` without a `}}`.
    Unclosed,
    /// `{{.}}` or `{{.a b}}`.
    NoParam,
    /// Anything else in braces.
    Unsupported,
    /// `{{.name}}`, but there is no such param.
    UnknownParam(String),
}

impl Template {
    /// Splits a message into pieces. `param` finds a param by its name.
    ///
    /// Each invalid placeholder is returned as a problem and stays in the template as text.
    pub(crate) fn parse(text: String, mut param: impl FnMut(&str) -> Option<ParamId>) -> (Self, Vec<Problem>) {
        let (mut placeholders, mut problems) = (Vec::new(), Vec::new());
        let mut end = 0;
        while let Some(at) = text[end..].find("{{") {
            let start = end + at;
            let Some(len) = text[start + 2..].find("}}") else {
                problems.push(Problem { range: start..start + 2, kind: ProblemKind::Unclosed });
                break;
            };
            end = start + 2 + len + 2;
            match parse_action(&text, start + 2..end - 2, &mut param) {
                Ok(shown) => placeholders.push(Placeholder { range: start..end, shown }),
                Err(kind) => problems.push(Problem { range: start..end, kind }),
            }
        }
        (Self { text, placeholders }, problems)
    }

    /// The template as written in the catalogue.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The pieces, in order. No text among them is empty.
    ///
    /// ```
    /// use errcat::{Catalogue, Piece};
    ///
    /// let text = r#"{errcat: 1, catalogue: {name: Shop}, params: {article: string}, codes: {SoldOut: {http_status: 409, message: "{{.article}} is sold out"}}}"#;
    /// let catalogue = Catalogue::parse("errors.yaml", text.as_bytes())?;
    /// let [Piece::Param(param), Piece::Text(rest)] = catalogue.codes()[0].message.pieces().collect::<Vec<_>>()[..] else {
    ///     panic!("a param and a text");
    /// };
    /// assert_eq!((&*catalogue[param].name, rest), ("article", " is sold out"));
    /// # Ok::<(), errcat::Diagnostics>(())
    /// ```
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        let mut end = 0;
        let before_and_placeholder = self.placeholders.iter().flat_map(move |placeholder| {
            let before = Piece::Text(&self.text[end..placeholder.range.start]);
            end = placeholder.range.end;
            let piece = match &placeholder.shown {
                Shown::Param(param) => Piece::Param(*param),
                Shown::Text(shown) => Piece::Text(&self.text[shown.clone()]),
            };
            [before, piece]
        });
        let rest = Piece::Text(&self.text[self.placeholders.last().map_or(0, |last| last.range.end)..]);
        before_and_placeholder.chain([rest]).filter(|piece| *piece != Piece::Text(""))
    }

    pub(crate) fn placeholders(&self) -> &[Placeholder] {
        &self.placeholders
    }

    /// The params of the placeholders, in order; a param that is shown twice is returned twice.
    pub(crate) fn params(&self) -> impl Iterator<Item = ParamId> {
        self.placeholders.iter().filter_map(|placeholder| match placeholder.shown {
            Shown::Param(param) => Some(param),
            Shown::Text(_) => None,
        })
    }
}

/// Parses the text between `{{` and `}}`.
fn parse_action(
    text: &str,
    inner: Range<usize>,
    param: &mut impl FnMut(&str) -> Option<ParamId>,
) -> Result<Shown, ProblemKind> {
    let action = &text[inner.clone()];
    let trimmed = action.trim_ascii();
    let Some(name) = trimmed.strip_prefix('.') else {
        let braces = (trimmed == "\"{{\"").then(|| action.find("{{")).flatten();
        let start = inner.start + braces.ok_or(ProblemKind::Unsupported)?;
        return Ok(Shown::Text(start..start + 2));
    };
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    if name.is_empty() || !name.chars().all(is_name) {
        return Err(ProblemKind::NoParam);
    }
    param(name).map(Shown::Param).ok_or_else(|| ProblemKind::UnknownParam(name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> (Template, Vec<Problem>) {
        Template::parse(text.to_owned(), |name| ["a", "ab"].iter().position(|known| *known == name).map(ParamId::new))
    }

    #[test]
    fn pieces_are_texts_and_params() {
        let (a, ab) = (Piece::Param(ParamId::new(0)), Piece::Param(ParamId::new(1)));
        for (text, pieces) in [
            ("", vec![]),
            ("a}} {b", vec![Piece::Text("a}} {b")]),
            ("{{.a}}{{ .ab }}", vec![a, ab]),
            ("x {{.a}} y", vec![Piece::Text("x "), a, Piece::Text(" y")]),
            ("{{ \"{{\"}}.a}}", vec![Piece::Text("{{"), Piece::Text(".a}}")]),
        ] {
            let (template, problems) = parse(text);
            assert_eq!(template.pieces().collect::<Vec<_>>(), pieces, "{text}");
            assert!(problems.is_empty(), "{text}: {problems:?}");
        }
    }

    #[test]
    fn a_problem_covers_what_is_wrong() {
        for (text, range, kind) in [
            ("a {{.a", 2..4, ProblemKind::Unclosed),
            ("{{.}} {{.a}}", 0..5, ProblemKind::NoParam),
            ("{{.a-b}}", 0..8, ProblemKind::NoParam),
            ("é {{range}}", 3..12, ProblemKind::Unsupported),
            ("{{.b}}", 0..6, ProblemKind::UnknownParam("b".to_owned())),
        ] {
            assert_eq!(parse(text).1, [Problem { range, kind }], "{text}");
        }
    }
}
