//! Changes as test results: each kind of change is a test, which fails if there is a change of it that is a failure.

use std::fmt::Write;

use errcat::{Change, ChangeRule, change_rules};

use crate::diff::Report;

impl Report<'_> {
    pub fn junit(&self) -> String {
        let (mut cases, mut count, mut failures) = (String::new(), 0, 0);
        for rule in change_rules() {
            let failing = self.failing(rule);
            count += 1;
            failures += usize::from(!failing.is_empty());
            // Writing to a `String` can't fail.
            let _ = write!(cases, "    <testcase classname=\"errcat diff\" name=\"{}\"", rule.id());
            if failing.is_empty() {
                cases += "/>\n";
                continue;
            }
            let texts: Vec<_> = failing.iter().map(|change| self.described(change)).collect();
            let first = escaped(&self.message(failing[0]));
            let _ = write!(
                cases,
                ">\n      <failure message=\"{first}\">{}</failure>\n    </testcase>\n",
                texts.join("\n")
            );
        }
        let counts = format!("tests=\"{count}\" failures=\"{failures}\"");
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites {counts}>\n  <testsuite name=\"errcat diff\" {counts}>\n\
             {cases}{}  </testsuite>\n</testsuites>\n",
            self.unused()
        )
    }

    /// The entries of `accepted` that fit no change, which is no failure.
    fn unused(&self) -> String {
        let messages: Vec<_> = self.diff.unused().iter().map(|unused| escaped(unused.message())).collect();
        if messages.is_empty() {
            return String::new();
        }
        format!("    <system-out>{}</system-out>\n", messages.join("\n"))
    }

    fn failing(&self, rule: &ChangeRule) -> Vec<&Change> {
        let is_meant = |change: &&Change| change.rule().id() == rule.id() && self.verdict.fails(change);
        self.diff.changes().iter().filter(is_meant).collect()
    }

    fn described(&self, change: &Change) -> String {
        let before = change.old_location().map(|old| format!("; before: {}", self.old.place(old)));
        let now = change.new_location().map(|new| format!("; now: {}", self.new.place(new)));
        escaped(&format!("{}{}{}", self.message(change), before.unwrap_or_default(), now.unwrap_or_default()))
    }
}

/// A text for XML, which can't have control characters; messages have none.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    #[test]
    fn texts_are_escaped() {
        assert_eq!(super::escaped("a < \"b\" && c > d"), "a &lt; &quot;b&quot; &amp;&amp; c &gt; d");
    }
}
