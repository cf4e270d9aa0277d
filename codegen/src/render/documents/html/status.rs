//! HTTP statuses in words.

/// The first digit of a status.
pub(super) fn class(status: u16) -> u16 {
    status / 100
}

/// Whose error it is.
pub(super) fn class_in_words(class: u16) -> &'static str {
    match class {
        2 => "success",
        3 => "redirection",
        4 => "client error",
        _ => "server error",
    }
}
