//! The name that the author may have meant.

use super::Checker;

impl Checker<'_, '_> {
    /// The nearest candidate, if one is near enough for a slip of the pen.
    pub(super) fn nearest<'c>(&mut self, name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
        let near = (name.chars().count() / 3).max(1);
        let lower = name.to_ascii_lowercase();
        let mut best: Option<(usize, &str)> = None;
        for candidate in candidates {
            // A length that is too different spares the comparison.
            if candidate.len().abs_diff(name.len()) > near * 4 {
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
    pub(super) fn did_you_mean<'c>(
        &mut self,
        name: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Option<String> {
        self.nearest(name, candidates).map(question)
    }
}

/// A help line with the name that was meant.
pub(super) fn question(meant: &str) -> String {
    format!("did you mean `{meant}`?")
}

/// Names in a sentence, the first ones of many.
pub(super) fn list_of<'c>(names: impl Iterator<Item = &'c str>) -> String {
    const SHOWN: usize = 10;
    let mut names: Vec<_> = names.take(SHOWN + 1).collect();
    if names.len() > SHOWN {
        names[SHOWN] = "…";
    }
    names.join(", ")
}

/// Whether one name becomes the other by one letter put in, left out or changed. A digit is no letter: names that differ
/// in one are numbered.
pub(super) fn is_one_edit_away(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a.as_bytes(), b.as_bytes()) } else { (b.as_bytes(), a.as_bytes()) };
    let Some(at) = (0..long.len()).find(|&at| short.get(at) != Some(&long[at])) else { return false };
    let is_edit = match long.len() - short.len() {
        0 => short[at + 1..] == long[at + 1..] && !short[at].is_ascii_digit(),
        1 => short[at..] == long[at + 1..],
        _ => false,
    };
    is_edit && !long[at].is_ascii_digit()
}
