//! HTTP statuses as people write them.

/// The statuses that have a name of their own.
#[rustfmt::skip]
const NAMES: &[(u16, &str)] = &[
    (200, "ok"), (400, "bad request"), (401, "unauthorized"), (401, "unauthorised"), (401, "unauthenticated"),
    (402, "payment required"), (403, "forbidden"), (404, "not found"), (405, "method not allowed"),
    (406, "not acceptable"), (407, "proxy authentication required"), (408, "request timeout"), (409, "conflict"),
    (410, "gone"), (411, "length required"), (412, "precondition failed"), (413, "payload too large"),
    (413, "content too large"), (413, "request entity too large"), (414, "uri too long"),
    (415, "unsupported media type"), (416, "range not satisfiable"), (417, "expectation failed"), (418, "im a teapot"),
    (421, "misdirected request"), (422, "unprocessable entity"), (422, "unprocessable content"), (423, "locked"),
    (424, "failed dependency"), (425, "too early"), (426, "upgrade required"), (428, "precondition required"),
    (429, "too many requests"), (431, "request header fields too large"), (451, "unavailable for legal reasons"),
    (500, "internal server error"), (500, "internal error"), (501, "not implemented"), (502, "bad gateway"),
    (503, "service unavailable"), (504, "gateway timeout"), (505, "http version not supported"),
    (507, "insufficient storage"), (508, "loop detected"), (511, "network authentication required"),
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

    let last = text.rsplit(['.', ':']).next().unwrap_or(text).trim();
    let words = last.to_snake_case().replace('_', " ");
    let words = words.strip_prefix("http ").unwrap_or(&words);
    let words = words.strip_prefix("status ").unwrap_or(words);
    NAMES.iter().find(|(_, name)| *name == words).map(|(status, _)| *status)
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
            ("10001", None),
            ("999", None),
            ("", None),
        ] {
            assert_eq!(status_in(text), status, "{text}");
        }
    }
}
