//! What is refused before it is read, since reading it would take too long.

const MAX_BYTES: usize = 64 << 20;
const MAX_SEPARATORS: usize = 4_000_000;
const MAX_DEPTH: usize = 10_000;
const MAX_WORK: usize = 4_000_000_000;

/// Which limit a text passes. Brackets are counted whatever they stand in: what is left open adds up.
pub(super) fn exceeded(text: &str) -> Option<String> {
    if text.len() > MAX_BYTES {
        return Some(format!("a catalogue can have {MAX_BYTES} bytes, this one has {}", text.len()));
    }
    let (mut separators, mut depth, mut work) = (0, 0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' | b'\n' => separators += 1,
            _ => continue,
        }
        // For each token the parser looks at every bracket that is open.
        work += depth;
        if depth > MAX_DEPTH || work > MAX_WORK {
            return Some(format!("a catalogue can leave {MAX_DEPTH} brackets open"));
        }
        if separators > MAX_SEPARATORS {
            return Some(format!("a catalogue can have {MAX_SEPARATORS} lines and commas"));
        }
    }
    None
}
