//! Responses without an error body, such as those of proxies between a client and its server.

use std::io::Read;

use over_tcp::expected::{Wire, codes};
use over_tcp::{agent, answering, kratos, problem};

/// How much of a body an error keeps.
const KEPT: usize = 8 * 1024;

const PAGE: &str = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1>\
                    </center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";

macro_rules! assert_stand_in {
    ($wire:ident, $status:expr, $body:expr) => {
        let (status, body): (u16, &[u8]) = ($status, $body);
        let error = $wire::Error::from_response_parts(status, body);
        let shown = String::from_utf8_lossy(body);
        assert_eq!((error.code(), error.is_known()), ($wire::ErrorCode::Unknown, false), "{shown}");
        assert_eq!(error.reason(), "Unknown");
        let http_status = error.http_status();
        assert!(http_status == status || status < 400 && http_status >= 400, "{shown}: {http_status}");
        assert_eq!(error.raw_body(), Some(&body[..body.len().min(KEPT)]), "{shown}");
        // Forwarding the error forwards what is understood of the body, and not the page.
        let sent = serde_json::to_string(&error).expect("text");
        assert!(!sent.contains("nginx"), "{sent}");
        assert_eq!($wire::Error::from_response_parts(status, sent.as_bytes()), error, "{shown}");
    };
}

/// What a client has received when the connection ends, complete or not.
fn received(answer: String) -> (u16, Vec<u8>, bool) {
    let answer = agent().get(format!("http://{}", answering(answer.into_bytes()))).call().expect("a head");
    let status = answer.status().as_u16();
    let mut body = Vec::new();
    let is_whole = answer.into_body().into_reader().read_to_end(&mut body).is_ok();
    (status, body, is_whole)
}

fn head(status: u16, content_type: &str, len: usize) -> String {
    format!("HTTP/1.1 {status} Some reason\r\ncontent-type: {content_type}\r\ncontent-length: {len}\r\n\r\n")
}

#[test]
fn the_page_of_a_gateway() {
    let (status, body, is_whole) = received(head(502, "text/html", PAGE.len()) + PAGE);
    assert_eq!((status, &*body, is_whole), (502, PAGE.as_bytes(), true));
    assert_stand_in!(kratos, status, &body);
    assert_stand_in!(problem, status, &body);
}

#[test]
fn an_empty_body() {
    let (status, body, is_whole) = received(head(503, "application/json", 0));
    assert_eq!((status, &*body, is_whole), (503, &b""[..], true));
    assert_stand_in!(kratos, status, &body);
    assert_stand_in!(problem, status, &body);
}

#[test]
fn a_body_that_breaks_off() {
    for wire in Wire::ALL {
        let whole = codes()[1].body(wire);
        for kept in [1, whole.len() / 2, whole.len() - 1] {
            let answer = head(400, wire.content_type(), whole.len()) + &whole[..kept];
            let (status, body, is_whole) = received(answer);
            assert_eq!((status, &*body, is_whole), (400, &whole.as_bytes()[..kept], false));
            assert_stand_in!(kratos, status, &body);
            assert_stand_in!(problem, status, &body);
        }
    }
}

#[test]
fn every_body_cut_at_every_byte() {
    for code in codes() {
        for wire in Wire::ALL {
            let body = code.body(wire).into_bytes();
            for cut in 0..body.len() {
                assert_stand_in!(kratos, code.cells.http_status, &body[..cut]);
                assert_stand_in!(problem, code.cells.http_status, &body[..cut]);
            }
        }
    }
}

#[test]
fn other_bodies() {
    let long = PAGE.repeat(100);
    let deep = "[".repeat(100_000);
    let bodies: [&[u8]; 14] = [
        b"null",
        b"[]",
        b"{}",
        b"400",
        b"\"CreditInsufficient\"",
        b"[\"CreditInsufficient\"]",
        br#"{"message":"insufficient credits"}"#,
        br#"{"code":400,"message":"insufficient credits"}"#,
        br#"{"code":null,"reason":null}"#,
        br#"{"reason":["CreditInsufficient"]}"#,
        br#"{"reason":"CreditInsufficient"} and more"#,
        b"\0\0\0\0",
        long.as_bytes(),
        deep.as_bytes(),
    ];
    for body in bodies {
        for status in [200, 400, 429, 502, 599] {
            assert_stand_in!(kratos, status, body);
            assert_stand_in!(problem, status, body);
        }
    }
}

/// go-kratos sends this for an error without a reason.
#[test]
fn an_error_without_a_reason() {
    let body = br#"{"code":504,"reason":"","message":"context deadline exceeded","metadata":{}}"#;
    let error = kratos::Error::from_response_parts(504_u16, body);
    assert_eq!((error.code(), error.is_known()), (kratos::ErrorCode::Unknown, false));
    assert_eq!((error.http_status(), &*error.to_string()), (504, "context deadline exceeded"));
    assert_eq!(serde_json::to_vec(&error).expect("text"), body);
}
