//! With `exhaustive: true` a `match` in another crate needs no `_`. In `src/lib.rs` the same `match` doesn't compile for a
//! catalogue without it.

use wire::strict::ErrorCode;

include!("exhaustive/every_code.rs");

#[test]
fn a_match_without_a_wildcard_compiles() {
    for &code in ErrorCode::ALL {
        assert_eq!(name(code), code.as_str());
    }
}
