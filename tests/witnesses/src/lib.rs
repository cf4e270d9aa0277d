//! What errcat says that servers send and that clients make of it, with the servers and the clients.

/// An error on the wire.
#[derive(Debug)]
pub struct Case {
    /// The pair of catalogues, and the change that it shows.
    pub name: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// What a server sends, unless no server of the pair has the code.
    pub send: Option<fn() -> (u16, String)>,
    /// What errcat says that it sends.
    pub body: &'static str,
    /// What a client from before and one of now make of it.
    pub reads: [fn(u16, &str) -> String; 2],
    /// What errcat says that they make of it.
    pub expected: [&'static str; 2],
}

/// What the tests do with the errors of a module.
macro_rules! peer {
    () => {
        #[allow(dead_code, reason = "some versions only read")]
        pub fn send(error: Error) -> (u16, String) {
            let response = http::Response::<Vec<u8>>::from(error);
            (response.status().as_u16(), String::from_utf8(response.into_body()).expect("JSON is UTF-8"))
        }

        pub fn read(status: u16, body: &str) -> String {
            in_words(&Error::from_response_parts(status, body.as_bytes()))
        }

        fn in_words(error: &Error) -> String {
            let code = error.code();
            if !error.is_known() {
                return format!("doesn't know the code and reads the fallback `{code}`");
            }
            let params: Vec<_> =
                error.params().map(|(name, value)| format!("{name} = {:?}", value.to_string())).collect();
            let with = if params.is_empty() { String::new() } else { format!(" with {}", params.join(", ")) };
            format!("reads `{code}`{with}")
        }
    };
}

/// The same, where reading can fail.
macro_rules! peer_without_fallback {
    () => {
        #[allow(dead_code, reason = "some versions only read")]
        pub fn send(error: Error) -> (u16, String) {
            let response = http::Response::<Vec<u8>>::from(error);
            (response.status().as_u16(), String::from_utf8(response.into_body()).expect("JSON is UTF-8"))
        }

        pub fn read(status: u16, body: &str) -> String {
            match Error::from_response_parts(status, body.as_bytes()) {
                Ok(error) => {
                    let params: Vec<_> =
                        error.params().map(|(name, value)| format!("{name} = {:?}", value.to_string())).collect();
                    let with = if params.is_empty() { String::new() } else { format!(" with {}", params.join(", ")) };
                    format!("reads `{}`{with}", error.code())
                }
                Err(_) => "can't read it: the code is unknown, and there is no fallback".to_owned(),
            }
        }
    };
}

/// The crates that generated Rust integrates with, for programs that the tests compile.
#[cfg(feature = "frameworks")]
pub mod frameworks {
    pub use {actix_web, axum_core, http, http_body, serde, serde_json, tonic, tonic_types, utoipa};
}

include!(concat!(env!("OUT_DIR"), "/cases.rs"));
