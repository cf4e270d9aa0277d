//! `message-style`: messages follow the Rust API guidelines (C-GOOD-ERR): lower case first, no full stop at the end.

use std::ops::Range;

use super::Lints;
use crate::decode::{CodeDraft, Field};
use crate::rules::RuleId;
use crate::yaml;

pub(super) fn check(code: &CodeDraft<'_, '_>, lints: &mut Lints<'_>) {
    let Field::Given(message) = &code.message else { return };
    if lints.is_allowed(RuleId::MessageStyle, &code.allow) {
        return;
    }
    for (part, problem) in problems(&message.value) {
        let span = yaml::spans_of(lints.sources, message.span, &message.value, &[part])[0];
        if let Some(finding) = lints.report(RuleId::MessageStyle, &code.allow, span, problem.to_owned()) {
            finding.help = Some("`allow: [message-style]` on the code keeps it as it is".to_owned());
        }
    }
    if message.value.ends_with('\n') {
        let problem = "a message should not end in a line break".to_owned();
        if let Some(finding) = lints.report(RuleId::MessageStyle, &code.allow, message.span, problem) {
            finding.help = Some("write `|-` or `>-` instead of `|` or `>`".to_owned());
        }
    }
}

/// The style problems of a message, each with the part that has it.
fn problems(message: &str) -> impl Iterator<Item = (Range<usize>, &'static str)> {
    let message = message.trim_end();
    let mut chars = message.chars();
    // `ID` and `I/O` keep their capitals.
    let is_word = |second: char| second.is_lowercase() || second.is_whitespace();
    let capital = chars.next().filter(|first| first.is_uppercase() && chars.next().is_some_and(is_word));
    let capital = capital
        .map(|first| (0..first.len_utf8(), "a message should start in lower case, since it may follow other text"));
    let has_stop = message.ends_with('.') && !message.ends_with("..");
    let stop = (message.len().saturating_sub(1)..message.len(), "a message should not end in a full stop");
    capital.into_iter().chain(has_stop.then_some(stop))
}
