//! Catalogues in every format of errors on the wire, and what the generated code does with them.

mod catalogues;

pub use self::catalogues::{SOURCES, Source};

/// A catalogue and the code generated from it.
pub struct Compiled {
    /// The name of the module.
    pub name: &'static str,
    /// The catalogue's text.
    pub yaml: &'static str,
    /// An error for each code, with the code's name: the body of its response.
    pub bodies: fn() -> Vec<(&'static str, String)>,
}

macro_rules! compiled {
    ($($name:ident),*) => {
        $(
            pub mod $name {
                //! Generated from a catalogue.
                #![allow(missing_docs, reason = "not every code has a description")]
                include!(concat!(env!("OUT_DIR"), "/", stringify!($name), ".rs"));

                /// An error for each code, with the code's name.
                #[must_use]
                #[allow(deprecated, reason = "deprecated codes are sent too")]
                pub fn examples() -> Vec<(&'static str, Error)> {
                    include!(concat!(env!("OUT_DIR"), "/", stringify!($name), "_examples.rs"))
                }
            }
        )*

        /// All catalogues.
        pub const COMPILED: [Compiled; SOURCES.len()] = [$(Compiled {
            name: stringify!($name),
            yaml: include_str!(concat!(env!("OUT_DIR"), "/", stringify!($name), ".yaml")),
            bodies: || {
                let examples = $name::examples().into_iter();
                examples.map(|(name, error)| (name, body(error.into()))).collect()
            },
        }),*];
    };
}

compiled!(
    shop_kratos,
    shop_problem,
    shop_envelope,
    shop_numbers,
    types_kratos,
    types_problem,
    types_envelope,
    google,
    json_api,
    stripe,
    wechat
);

fn body(response: http::Response<Vec<u8>>) -> String {
    String::from_utf8(response.into_body()).expect("JSON is UTF-8")
}
