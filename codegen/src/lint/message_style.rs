//! `message-style`: messages that start or end unlike almost all others of the catalogue.

use std::ops::Range;

use super::Lints;
use crate::decode::{CodeDraft, Draft, SpannedText};
use crate::diagnostics::Report;
use crate::rules::{Level, RuleId};
use crate::source::Span;
use crate::yaml;

pub(super) fn check(draft: &Draft<'_, '_>, lints: &mut Lints<'_>) {
    if lints.level(RuleId::MessageStyle) == Level::Allow {
        return;
    }
    let messages: Vec<_> = draft
        .codes
        .iter()
        .filter(|code| !code.allow.contains(&RuleId::MessageStyle))
        .filter_map(|code| Some((code, code.message.as_ref().given()?)))
        .collect();
    for aspect in [START, END] {
        let styles = messages.iter().map(|(_, message)| (aspect.of)(message.value.trim_end()));
        let Some(usual) = Usual::of(styles) else { continue };
        for &(code, message) in &messages {
            let unusual = (aspect.of)(message.value.trim_end()).filter(|(_, style)| *style != usual.style);
            let Some((part, style)) = unusual else { continue };
            let span = yaml::spans_of(lints.sources, message.span, &message.value, &[part])[0];
            let what = if style { aspect.with } else { aspect.without };
            let others = if style { aspect.without } else { aspect.with };
            let text = format!("this message {what}, but {} of {} {}", usual.count, usual.all, plural(others));
            if let Some(finding) = report(code, span, text, lints) {
                finding.help = Some("`allow: [message-style]` on the code keeps it as it is".to_owned());
            }
        }
    }
    for (code, message) in messages {
        check_line_break(code, message, lints);
    }
}

fn check_line_break(code: &CodeDraft<'_, '_>, message: &SpannedText<'_>, lints: &mut Lints<'_>) {
    if message.value.ends_with('\n') {
        let text = "a message should not end in a line break".to_owned();
        if let Some(finding) = report(code, message.span, text, lints) {
            finding.help = Some("write `|-` or `>-` instead of `|` or `>`".to_owned());
        }
    }
}

fn report<'l>(code: &CodeDraft<'_, '_>, span: Span, text: String, lints: &'l mut Lints<'_>) -> Option<&'l mut Report> {
    lints.report(RuleId::MessageStyle, &code.allow, span, text)
}

/// One of two ways to write a message, and the part that shows it; `None` for a message that is neither.
type Style = Option<(Range<usize>, bool)>;

/// Something that messages of one catalogue have in common, or should.
struct Aspect {
    of: fn(&str) -> Style,
    /// What a message of one style does, and of the other.
    with: &'static str,
    without: &'static str,
}

const START: Aspect =
    Aspect { of: start, with: "starts with a capital letter", without: "starts with a lower-case letter" };
const END: Aspect = Aspect { of: end, with: "ends in a full stop", without: "ends without a full stop" };

/// `start` for `starts`.
fn plural(does: &str) -> String {
    does.replacen("s ", " ", 1)
}

/// Whether a message starts with a capital letter.
fn start(message: &str) -> Style {
    let word = message.split(char::is_whitespace).next()?;
    let first = word.chars().next()?;
    let part = 0..first.len_utf8();
    let rest = &word[first.len_utf8()..];
    // `ID` and `GitHub` keep their capitals. What isn't a word, such as `maxSize`, `f-string` or `close()`, has none.
    if first.is_uppercase() {
        return (!rest.contains(char::is_uppercase)).then_some((part, true));
    }
    let is_word = |rest: &str| rest.chars().all(|c| c.is_lowercase() || is_apostrophe(c));
    (first.is_lowercase() && is_word(rest.trim_end_matches([',', ':', ';', '.', '!', '?']))).then_some((part, false))
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Whether a message ends in a full stop.
fn end(message: &str) -> Style {
    let (at, last) = message.char_indices().next_back()?;
    let part = at..message.len();
    match last {
        '.' if message.ends_with("..") => None,
        '.' | '。' => Some((part, true)),
        '!' | '?' | '…' | ':' | '！' | '？' => None,
        _ => Some((part, false)),
    }
}

/// The style of almost all messages.
struct Usual {
    style: bool,
    count: usize,
    all: usize,
}

impl Usual {
    /// As many exceptions are few, if there are twice as many others.
    const FEW: usize = 3;

    /// `None` if messages are so mixed that none of them stands out, or if most have neither style.
    fn of(styles: impl Iterator<Item = Style>) -> Option<Self> {
        let mut counts = [0, 0];
        let mut neither = 0;
        for style in styles {
            match style {
                Some((_, style)) => counts[usize::from(style)] += 1,
                None => neither += 1,
            }
        }
        let all = counts[0] + counts[1];
        let style = counts[1] > counts[0];
        let count = counts[usize::from(style)];
        let exceptions = all - count;
        let stand_out = exceptions * 10 <= all || exceptions <= Self::FEW && exceptions * 2 <= count;
        (stand_out && neither <= all).then_some(Self { style, count, all })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn styles(of: fn(&str) -> Style, messages: &[&str]) -> Vec<Option<bool>> {
        messages.iter().map(|message| of(message).map(|(_, style)| style)).collect()
    }

    #[test]
    fn only_words_start_in_a_style() {
        for message in ["no such file", "l'adresse manque", "missing: x", "été"] {
            assert_eq!(styles(start, &[message]), [Some(false)], "{message}");
        }
        for message in ["No such file", "A file", "Re-enter it", "Été", "L'adresse"] {
            assert_eq!(styles(start, &[message]), [Some(true)], "{message}");
        }
        for message in ["maxSize is 0", "when() fails", "f-string", "x509", "ID", "GitHub", "文件", " a", "", "`a`"] {
            assert_eq!(styles(start, &[message]), [None], "{message}");
        }
    }

    #[test]
    fn a_style_is_usual_if_almost_all_have_it() {
        let usual = |with: usize, without: usize, neither: usize| {
            let styles = [(with, Some((0..1, true))), (without, Some((0..1, false))), (neither, None)];
            let styles = styles.into_iter().flat_map(|(count, style)| std::iter::repeat_n(style, count));
            Usual::of(styles).map(|usual| usual.style)
        };
        assert_eq!(usual(2, 1, 0), Some(true));
        assert_eq!(usual(6, 3, 9), Some(true));
        assert_eq!(usual(4, 36, 0), Some(false));
        assert_eq!(usual(5, 36, 0), None, "many differ");
        assert_eq!(usual(5, 3, 0), None, "almost as many differ");
        assert_eq!(usual(9, 0, 10), None, "most have neither style");
    }
}
