//! Checks of findings.

use crate::check_printed;
use errcat::{Diagnostics, Location, RenderOptions};

/// Findings are within the file, their lines and columns match their offsets, and they can be shown.
pub fn check_findings(diagnostics: &Diagnostics, bytes: &[u8]) {
    assert!(!diagnostics.is_empty());
    let mut last = 0;
    for finding in diagnostics {
        let location = finding.location();
        check_location(location, bytes);
        assert!(last <= location.start, "findings are in the order of the text");
        last = location.start;
        for related in finding.related() {
            check_location(&related.location, bytes);
        }
    }
    for max_findings in [100, 0] {
        check_printed(&diagnostics.render(RenderOptions { color: false, max_findings }));
    }
    assert!(!diagnostics.render(RenderOptions { color: true, max_findings: 1 }).is_empty());
}

fn check_location(location: &Location, bytes: &[u8]) {
    assert!(location.start <= location.end, "{location:?}");
    assert!(location.end <= bytes.len(), "{location:?} in {} bytes", bytes.len());
    assert!((location.line, location.column) <= (location.end_line, location.end_column), "{location:?}");
    assert!(location.line >= 1 && location.column >= 1, "{location:?}");
    let mark = if bytes.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
    if let Ok(text) = std::str::from_utf8(bytes) {
        for (offset, line, column) in
            [(location.start, location.line, location.column), (location.end, location.end_line, location.end_column)]
        {
            assert!(offset >= mark && text.is_char_boundary(offset), "{location:?}");
            let before = &text[mark..offset];
            assert_eq!(line, 1 + before.matches('\n').count(), "{location:?}");
            assert_eq!(column, 1 + before.rsplit('\n').next().unwrap_or("").chars().count(), "{location:?}");
        }
    }
}
