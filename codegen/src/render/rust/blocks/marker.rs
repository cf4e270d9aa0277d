//! What starts the items of lists.

/// The start of an item: `- text`, or `1. text`.
pub(super) struct Marker<'t> {
    pub(super) number: Option<u32>,
    /// How far the text is indented.
    pub(super) columns: usize,
    pub(super) text: &'t str,
}

impl<'t> Marker<'t> {
    pub(super) fn read(line: &'t str) -> Option<Self> {
        let start = line.trim_start();
        let digits = start.len() - start.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let rest = match digits {
            0 => start.strip_prefix(['-', '*', '+', '•'])?,
            // Markdown doesn't read more as a number.
            1..=9 => start[digits..].strip_prefix(['.', ')'])?,
            _ => return None,
        };
        let text = rest.strip_prefix(' ')?.trim_start();
        let columns = line[..line.len() - text.len()].chars().count();
        (!text.is_empty()).then(|| Self { number: start[..digits].parse().ok(), columns, text })
    }
}
