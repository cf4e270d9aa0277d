//! The name that the author may have meant.

/// The nearest candidate, if one is near enough for a slip of the pen.
pub(super) fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let near = name.chars().count() / 3 + 1;
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

/// A help line with the nearest candidate.
pub(super) fn did_you_mean<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<String> {
    nearest(name, candidates).map(|candidate| format!("did you mean `{candidate}`?"))
}
