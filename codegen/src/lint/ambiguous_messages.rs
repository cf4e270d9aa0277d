//! `ambiguous-messages`: codes that can have the same message, so that a client that has only the message can't tell them
//! apart. Each param is taken to be one word.

use std::collections::BTreeMap;

use super::Lints;
use crate::catalogue::{Catalogue, Code, ParamType, Piece, REDACTED};
use crate::decode::Draft;
use crate::rules::{Level, RuleId};

pub(super) fn check(draft: &Draft<'_, '_>, catalogue: &Catalogue, lints: &mut Lints<'_>) {
    if lints.level(RuleId::AmbiguousMessages) == Level::Allow {
        return;
    }
    let patterns: Vec<_> = catalogue.codes.iter().map(|code| Pattern::of(catalogue, code)).collect();
    let Ok(pairs) = ambiguous(&patterns, MAX_STEPS) else {
        let span = draft.codes.first().map(|code| code.name.span);
        let message = "there are too many messages that start with a param to compare them all";
        span.and_then(|span| lints.report(RuleId::AmbiguousMessages, &[], span, message.to_owned()));
        return;
    };
    for (later, earlier) in pairs {
        let [earlier, later] = [earlier, later].map(|at| &draft.codes[at]);
        let [Some(first), Some(second)] = [earlier, later].map(|code| code.message.as_ref().given()) else { continue };
        let message = format!("`{}` and `{}` can have the same message", earlier.name.value, later.name.value);
        if let Some(finding) = lints.report(RuleId::AmbiguousMessages, &later.allow, second.span, message) {
            finding.related.push((first.span, "the other one"));
        }
    }
}

/// How many states of comparisons are looked at in all.
const MAX_STEPS: usize = 50_000_000;

struct TooMany;

/// For each pattern that shares a text with an earlier one, the first of those.
fn ambiguous(patterns: &[Pattern], mut steps: usize) -> Result<BTreeMap<usize, usize>, TooMany> {
    let mut found = BTreeMap::new();
    // Only those can share a text of which one's start begins with the other's, and they are neighbours here.
    let mut order: Vec<_> = (0..patterns.len()).collect();
    order.sort_by(|a, b| patterns[*a].start().cmp(patterns[*b].start()));
    for (at, &one) in order.iter().enumerate() {
        let start = patterns[one].start();
        for &other in order[at + 1..].iter().take_while(|other| patterns[**other].start().starts_with(start)) {
            let (earlier, later) = (one.min(other), one.max(other));
            steps = steps.checked_sub(1).ok_or(TooMany)?;
            if found.get(&later).is_none_or(|first| earlier < *first)
                && patterns[one].shares_a_text(&patterns[other], &mut steps)?
            {
                found.insert(later, earlier);
            }
        }
    }
    Ok(found)
}

/// The texts that a message can be.
struct Pattern(Vec<Token>);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Token {
    Char(char),
    /// One character of a param.
    One(Class),
    /// Any number of them.
    Many(Class),
}

/// The characters of a param.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    /// A param can be any text, and then most messages could be some other. One that is a word is a likely one.
    Word,
    Whole,
    Float,
    Boolean,
}

impl Pattern {
    fn of(catalogue: &Catalogue, code: &Code) -> Self {
        let mut tokens = Vec::new();
        for piece in code.message.pieces() {
            match piece {
                Piece::Text(text) => tokens.extend(text.chars().map(Token::Char)),
                Piece::Param(param) if catalogue[param].sensitive => {
                    tokens.extend(REDACTED.chars().map(Token::Char));
                }
                Piece::Param(param) => tokens.extend(match catalogue[param].kind {
                    ParamType::String | ParamType::List | ParamType::Violations => some(Class::Word),
                    ParamType::Integer | ParamType::Unsigned => some(Class::Whole),
                    ParamType::Float => some(Class::Float),
                    ParamType::Boolean => some(Class::Boolean),
                }),
            }
        }
        Self(tokens)
    }

    /// The characters before the first param.
    fn start(&self) -> &[Token] {
        let len = self.0.iter().take_while(|token| matches!(token, Token::Char(_))).count();
        &self.0[..len]
    }

    fn ends_like(&self, other: &Self) -> bool {
        let pairs = self.0.iter().rev().zip(other.0.iter().rev());
        let mut pairs = pairs.take_while(|pair| matches!(pair, (Token::Char(_), Token::Char(_))));
        pairs.all(|(own, others)| own == others)
    }

    /// Whether there is a text that both can be: a walk through both at once.
    fn shares_a_text(&self, other: &Self, steps: &mut usize) -> Result<bool, TooMany> {
        if !self.ends_like(other) {
            return Ok(false);
        }
        let (own, others) = (&self.0, &other.0);
        let width = others.len() + 1;
        let mut seen = vec![false; (own.len() + 1) * width];
        let mut next = vec![(0, 0)];
        while let Some((at, place)) = next.pop() {
            if at > own.len() || place > others.len() || seen[at * width + place] {
                continue;
            }
            seen[at * width + place] = true;
            *steps = steps.checked_sub(1).ok_or(TooMany)?;
            let (token, others_token) = (own.get(at), others.get(place));
            let [is_many, is_others_many] = [token, others_token].map(|token| matches!(token, Some(Token::Many(_))));
            match (token, others_token) {
                (None, None) => return Ok(true),
                (Some(token), Some(others_token)) if token.overlaps(*others_token) => {
                    next.push((at + usize::from(!is_many), place + usize::from(!is_others_many)));
                }
                _ => {}
            }
            next.extend(is_many.then_some((at + 1, place)));
            next.extend(is_others_many.then_some((at, place + 1)));
        }
        Ok(false)
    }
}

fn some(class: Class) -> Vec<Token> {
    vec![Token::One(class), Token::Many(class)]
}

impl Token {
    /// Whether both can be the same character.
    fn overlaps(self, other: Self) -> bool {
        match (self, other) {
            (Self::Char(own), Self::Char(others)) => own == others,
            (Self::Char(char), Self::One(class) | Self::Many(class))
            | (Self::One(class) | Self::Many(class), Self::Char(char)) => class.has(char),
            (Self::One(own) | Self::Many(own), Self::One(others) | Self::Many(others)) => own.overlaps(others),
        }
    }
}

impl Class {
    fn has(self, char: char) -> bool {
        match self {
            Self::Word => !char.is_whitespace(),
            Self::Whole => char.is_ascii_digit() || char == '-',
            Self::Float => char.is_ascii_digit() || "-.NaInfity".contains(char),
            Self::Boolean => "truefals".contains(char),
        }
    }

    fn overlaps(self, other: Self) -> bool {
        let has_none = |pair| matches!(pair, (Self::Boolean, Self::Whole) | (Self::Whole, Self::Boolean));
        !has_none((self, other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue(messages: &[&str]) -> Catalogue {
        let codes: Vec<_> =
            messages.iter().enumerate().map(|(at, message)| format!("  A{at}: {{message: '{message}'}}\n")).collect();
        let params = "{s: string, t: string, n: unsigned, b: boolean, secret: {type: string, sensitive: true}}";
        let text = format!(
            "errcat: 1\ncatalogue: {{name: Test, http_status: 400}}\nparams: {params}\ncodes:\n{}",
            codes.concat()
        );
        Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn messages_are_ambiguous_if_one_text_can_be_both() {
        for (first, second, expected) in [
            ("same", "same", true),
            ("one", "two", false),
            ("{{.s}} is gone", "it is {{.t}}", true),
            ("{{.s}} is gone", "one of {{.t}}", false),
            ("{{.s}} is gone", "{{.s}} is here", false),
            ("no {{.s}}", "no {{.n}} of {{.t}}", false),
            ("no {{.s}}", "no {{.n}}", true),
            ("{{.s}} is {{.t}}", "{{.t}} is here", true),
            ("only {{.n}} left", "only x left", false),
            ("only {{.n}} left", "only 12 left", true),
            ("only {{.n}} left", "only  left", false),
            ("{{.n}}", "{{.b}}", false),
            ("{{.b}} a", "true a", true),
            ("token {{.secret}}", "token abc", false),
            ("{{.s}}", "anything", true),
            ("a{{.s}}b{{.t}}c", "ab{{.s}}bc", true),
            ("a{{.s}}", "a", false),
        ] {
            let catalogue = catalogue(&[first, second]);
            let patterns: Vec<_> = catalogue.codes.iter().map(|code| Pattern::of(&catalogue, code)).collect();
            let found = ambiguous(&patterns, MAX_STEPS).unwrap_or_default();
            assert_eq!(found.get(&1) == Some(&0), expected, "{first:?} and {second:?}");
        }
    }

    #[test]
    fn each_code_is_reported_once_with_the_first_that_is_like_it() {
        let catalogue = catalogue(&["{{.s}} {{.t}}", "b b", "a {{.t}}", "a b"]);
        let patterns: Vec<_> = catalogue.codes.iter().map(|code| Pattern::of(&catalogue, code)).collect();
        let found = ambiguous(&patterns, MAX_STEPS).unwrap_or_default();
        assert_eq!(found.into_iter().collect::<Vec<_>>(), [(1, 0), (2, 0), (3, 0)]);
    }

    #[test]
    fn too_many_comparisons_are_not_made() {
        let catalogue = catalogue(&["{{.s}} a {{.t}}", "{{.t}} b {{.s}}"]);
        let patterns: Vec<_> = catalogue.codes.iter().map(|code| Pattern::of(&catalogue, code)).collect();
        assert!(ambiguous(&patterns, 5).is_err());
    }
}
