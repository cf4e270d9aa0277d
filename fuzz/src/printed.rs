//! Checks of what is printed.

/// No control character reaches a terminal, and no line starts with a text of the catalogue.
pub fn check_printed(printed: &str) {
    let control = printed.chars().find(|char| char.is_control() && *char != '\n');
    assert_eq!(control, None, "{printed:?}");
    for line in printed.lines().map(str::trim_start) {
        let after_number = line.trim_start_matches(|char: char| char.is_ascii_digit());
        let is_own = ["error[", "warning[", "-->", ":::", "|", "=", "..."].iter().any(|own| line.starts_with(own))
            || after_number.len() < line.len()
                && [" |", " error", " warning", " more, not shown"].iter().any(|own| after_number.starts_with(own));
        assert!(line.is_empty() || is_own, "{line:?} in {printed}");
    }
}

/// The rows of a summary are labelled, and the lines of a text in it are marked.
pub fn check_summary(summary: &str) {
    let control = summary.chars().find(|char| char.is_control() && *char != '\n');
    assert_eq!(control, None, "{summary:?}");
    for line in summary.lines().skip(1) {
        assert!(line.starts_with("  ") && !line.trim_start().starts_with("::"), "{line:?} in {summary}");
    }
}
