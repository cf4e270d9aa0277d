//! What generated code does with a row.

#[allow(dead_code)]
#[path = "../../codegen/runtime/pieces.rs"]
mod pieces;

use pieces::Pieces;

/// What a message shows by the places of its placeholders, each param as `<index>`.
pub fn shown(message: &str, places: &str) -> String {
    let mut pieces = Pieces { rest: message, places: places.as_bytes() };
    let mut shown = String::new();
    for (text, param) in &mut pieces {
        shown += text;
        shown += &param.map(|index| format!("<{index}>")).unwrap_or_default();
    }
    assert!(pieces.places.is_empty(), "{places:?}");
    shown + pieces.rest
}

/// What `pieces` looks for beside it.
#[allow(dead_code)]
mod code {
    pub struct ErrorCode;
}

#[allow(dead_code)]
mod row {
    pub const fn message_and_places(_: super::code::ErrorCode) -> (&'static str, &'static str) {
        ("", "")
    }
}
