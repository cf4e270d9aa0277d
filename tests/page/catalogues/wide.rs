//! A catalogue whose filters don't fit above the list.

use std::fmt::Write;

const STATUSES: [u16; 6] = [400, 404, 409, 429, 500, 503];

/// Ten attributes, fifty operations and sixty codes.
pub fn catalogue() -> String {
    let mut yaml = "errcat: 1\ncatalogue: {name: Wide API, fallback: Code0}\n\
                    lints: {message-style: allow, similar-codes: allow}\nattributes:\n"
        .to_owned();
    for attribute in 0..10 {
        let _ = writeln!(yaml, "  kind_{attribute}: {{values: [low, medium, high], description: Kind {attribute}.}}");
    }
    yaml += "operations:\n";
    for operation in 0..50 {
        let errors: Vec<_> = (0..6).map(|at| format!("Code{}", (operation + at * 10) % 60)).collect();
        let _ = writeln!(yaml, "  operation_{operation}: {{errors: [{}]}}", errors.join(", "));
    }
    yaml += "codes:\n";
    for code in 0..60 {
        let kinds = (0..10).map(|kind| format!("kind_{kind}: {}", ["low", "medium", "high"][(code / (kind + 1)) % 3]));
        let kinds = kinds.collect::<Vec<_>>().join(", ");
        let status = STATUSES[code % STATUSES.len()];
        let _ = writeln!(
            yaml,
            "  Code{code}: {{http_status: {status}, message: message {code}, help: Do what {code} says., attributes: {{{kinds}}}}}"
        );
    }
    yaml
}
