//! Suggestions for misspelt names.

use super::Sink;

/// Names are no longer than this, and the time for a comparison is quadratic in the length.
const MAX_COMPARED: usize = 128;

impl Sink {
    /// The nearest candidate, if one is near enough to be what a typo meant.
    pub(crate) fn nearest<'c>(&mut self, name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
        if name.len() > MAX_COMPARED {
            return None;
        }
        let near = (name.chars().count() / 3).max(1);
        let lower = name.to_ascii_lowercase();
        let mut best: Option<(usize, &str)> = None;
        for candidate in candidates {
            self.candidates = self.candidates.checked_sub(1)?;
            // No comparison is needed if the lengths differ too much.
            if candidate.len() > MAX_COMPARED || candidate.len().abs_diff(name.len()) > near * 4 {
                continue;
            }
            self.comparisons = self.comparisons.checked_sub(1)?;
            let distance = strsim::osa_distance(&lower, &candidate.to_ascii_lowercase());
            if distance <= near && best.is_none_or(|best| (distance, candidate) < best) {
                best = Some((distance, candidate));
            }
        }
        best.map(|(_, candidate)| candidate)
    }

    /// A help line with the nearest candidate.
    pub(crate) fn did_you_mean<'c>(
        &mut self,
        name: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Option<String> {
        self.nearest(name, candidates).map(suggestion)
    }
}

/// The name that a misspelt one most likely means, if one is near enough.
///
/// ```
/// let names = ["FieldLacking", "FieldInvalid"];
/// assert_eq!(errcat::nearest("FeildLacking", names), Some("FieldLacking"));
/// assert_eq!(errcat::nearest("Timeout", names), None);
/// ```
#[must_use]
pub fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    Sink::new().nearest(name, candidates)
}

/// A help line with the name that was meant.
pub(crate) fn suggestion(meant: &str) -> String {
    format!("did you mean `{meant}`?")
}

/// Lists names in a sentence; of many names, the first ones.
pub(crate) fn list_of<'c>(names: impl IntoIterator<Item = &'c str>) -> String {
    const SHOWN: usize = 10;
    let mut names: Vec<_> = names.into_iter().take(SHOWN + 1).collect();
    if names.len() > SHOWN {
        names[SHOWN] = "…";
    }
    names.join(", ")
}
