//! What must hold of findings.

use errcat::{Diagnostics, Place, RenderOptions};

/// Findings lie within the file, their lines and columns are those of their offsets, and they can be shown.
pub fn check_findings(diagnostics: &Diagnostics, bytes: &[u8]) {
    assert!(!diagnostics.is_empty());
    let mut last = 0;
    for diagnostic in diagnostics {
        let place = diagnostic.place();
        check_place(place, bytes);
        assert!(last <= place.start, "findings are sorted by place");
        last = place.start;
        assert!(errcat::finding_ids().any(|id| id == diagnostic.id()));
        if let Some((related, _)) = diagnostic.related() {
            check_place(related, bytes);
        }
    }
    for (color, max_findings) in [(false, 100), (true, 1), (false, 0)] {
        assert!(!diagnostics.render(RenderOptions { color, max_findings }).is_empty());
    }
}

fn check_place(place: Place, bytes: &[u8]) {
    assert!(place.start <= place.end, "{place:?}");
    assert!(place.end <= bytes.len(), "{place:?} in {} bytes", bytes.len());
    assert!((place.line, place.column) <= (place.end_line, place.end_column), "{place:?}");
    assert!(place.line >= 1 && place.column >= 1, "{place:?}");
    let mark = if bytes.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
    if let Ok(text) = std::str::from_utf8(bytes) {
        for (offset, line, column) in
            [(place.start, place.line, place.column), (place.end, place.end_line, place.end_column)]
        {
            assert!(offset >= mark && text.is_char_boundary(offset), "{place:?}");
            let before = &text[mark..offset];
            assert_eq!(line, 1 + before.matches('\n').count(), "{place:?}");
            assert_eq!(column, 1 + before.rsplit('\n').next().unwrap_or("").chars().count(), "{place:?}");
        }
    }
}
