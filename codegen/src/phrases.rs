//! The reason phrases of HTTP statuses.

/// The reason phrases of the IANA registry, and of those that servers use beside it.
#[rustfmt::skip]
pub(crate) const PHRASES: &[(u16, &str)] = &[
    (200, "OK"), (201, "Created"), (202, "Accepted"), (204, "No Content"), (206, "Partial Content"),
    (207, "Multi-Status"), (301, "Moved Permanently"), (302, "Found"), (303, "See Other"), (304, "Not Modified"),
    (307, "Temporary Redirect"), (308, "Permanent Redirect"),
    (400, "Bad Request"), (401, "Unauthorized"), (402, "Payment Required"), (403, "Forbidden"), (404, "Not Found"),
    (405, "Method Not Allowed"), (406, "Not Acceptable"), (407, "Proxy Authentication Required"),
    (408, "Request Timeout"), (409, "Conflict"), (410, "Gone"), (411, "Length Required"),
    (412, "Precondition Failed"), (413, "Content Too Large"), (414, "URI Too Long"), (415, "Unsupported Media Type"),
    (416, "Range Not Satisfiable"), (417, "Expectation Failed"), (418, "I'm a Teapot"), (421, "Misdirected Request"),
    (422, "Unprocessable Content"), (423, "Locked"), (424, "Failed Dependency"), (425, "Too Early"),
    (426, "Upgrade Required"), (428, "Precondition Required"), (429, "Too Many Requests"),
    (431, "Request Header Fields Too Large"), (451, "Unavailable For Legal Reasons"), (499, "Client Closed Request"),
    (500, "Internal Server Error"), (501, "Not Implemented"), (502, "Bad Gateway"), (503, "Service Unavailable"),
    (504, "Gateway Timeout"), (505, "HTTP Version Not Supported"), (507, "Insufficient Storage"),
    (508, "Loop Detected"), (511, "Network Authentication Required"),
];

/// What a status is called, if it has a name.
#[cfg(feature = "documents")]
pub(crate) fn phrase(status: u16) -> Option<&'static str> {
    PHRASES.binary_search_by_key(&status, |(known, _)| *known).ok().map(|at| PHRASES[at].1)
}

#[cfg(test)]
mod tests {
    use super::PHRASES;

    #[test]
    fn they_are_sorted_for_the_search() {
        assert!(PHRASES.is_sorted_by(|(one, _), (next, _)| one < next));
    }
}
