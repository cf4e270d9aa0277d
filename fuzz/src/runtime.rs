//! What generated code does with a row.

#[path = "../../codegen/runtime/pieces.rs"]
mod pieces;

use pieces::Pieces;

/// What a message shows by the places of its placeholders, each param as `<index>`.
pub fn shown(message: &str, places: &str) -> String {
    let mut pieces = Pieces::new(message, places);
    let mut shown = String::new();
    for (text, param) in &mut pieces {
        shown += text;
        shown += &param.map(|index| format!("<{index}>")).unwrap_or_default();
    }
    assert!(pieces.places.is_empty(), "{places:?}");
    shown + pieces.rest
}
