//! The name that the author may have meant.

/// The nearest candidate, if one is near enough for a slip of the pen.
pub(super) fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let near = (name.chars().count() / 3).max(1);
    let lower = name.to_ascii_lowercase();
    let distance = |candidate: &str| {
        // A length that is too different spares the count.
        let possible = candidate.len().abs_diff(name.len()) <= near * 4;
        possible
            .then(|| strsim::osa_distance(&lower, &candidate.to_ascii_lowercase()))
            .filter(|&distance| distance <= near)
    };
    let nearest = candidates.into_iter().filter_map(|candidate| Some((distance(candidate)?, candidate)));
    nearest.min().map(|(_, candidate)| candidate)
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

/// A help line with the nearest candidate.
pub(super) fn did_you_mean<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<String> {
    nearest(name, candidates).map(|candidate| format!("did you mean `{candidate}`?"))
}
