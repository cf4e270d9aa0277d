//! HTTP statuses as people write them.

use crate::phrases::PHRASES;

/// What statuses are called beside their reason phrases.
const OTHER_NAMES: &[(u16, &str)] = &[
    (401, "unauthorised"),
    (401, "unauthenticated"),
    (413, "payload too large"),
    (413, "request entity too large"),
    (422, "unprocessable entity"),
    (500, "internal error"),
];

/// The status in a text: `404`, `HTTP 404 Not Found`, `NOT_FOUND`, `StatusNotFound`.
pub(super) fn status_in(text: &str) -> Option<u16> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 3);
    let number = digits.filter_map(|digits| digits.parse::<u16>().ok()).find(|status| is_status(i64::from(*status)));
    number.or_else(|| status_of_name(text))
}

pub(super) fn is_status(number: i64) -> bool {
    (200..=599).contains(&number)
}

/// The status of a reason phrase or of a constant.
pub(super) fn status_of_name(text: &str) -> Option<u16> {
    use heck::ToSnakeCase;

    let last = text.rsplit(['.', ':']).next().unwrap_or(text).trim().to_snake_case();
    let short = last.strip_prefix("http_").unwrap_or(&last);
    let short = short.strip_prefix("status_").unwrap_or(short);
    // No error is "created" or "found".
    let phrases = PHRASES.iter().filter(|(status, _)| *status == 200 || *status >= 400);
    let mut names = phrases.chain(OTHER_NAMES);
    names.find(|(_, name)| [short, &*last].iter().any(|words| has_letters_of(words, name))).map(|(status, _)| *status)
}

/// Whether two names have the same letters, however they are separated.
fn has_letters_of(one: &str, other: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
        text.chars().filter(|char| char.is_alphanumeric()).map(|char| char.to_ascii_lowercase())
    }
    letters(one).eq(letters(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_are_found_however_they_are_written() {
        for (text, status) in [
            ("404", Some(404)),
            ("HTTP 404 Not Found", Some(404)),
            ("NOT_FOUND", Some(404)),
            ("StatusCode::NOT_FOUND", Some(404)),
            ("http.StatusTooManyRequests", Some(429)),
            ("HTTP Version Not Supported", Some(505)),
            ("IM_A_TEAPOT", Some(418)),
            ("unauthorised", Some(401)),
            ("Found", None),
            ("漢字 OK", None),
            ("10001", None),
            ("999", None),
            ("", None),
        ] {
            assert_eq!(status_in(text), status, "{text}");
        }
    }
}
