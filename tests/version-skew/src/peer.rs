//! What a program does with the errors of its version of a catalogue.

use std::fmt::Display;

use crate::{Received, Sent, Values};

/// A program with one version of a catalogue.
pub struct Peer {
    /// The catalogue.
    pub yaml: &'static str,
    /// How many codes it has.
    pub codes: usize,
    /// The names of its sensitive params.
    pub secrets: &'static [&'static str],
    /// Sends an error of the code at this place, with random values and this metadata.
    pub send: fn(usize, &mut Values<'_>, &[(String, String)]) -> Sent,
    /// Reads an error from a response; `Err` is what the program shows if it is none of its catalogue.
    pub receive: fn(&Sent) -> Result<Received, String>,
    /// The same from a gRPC status.
    pub receive_grpc: fn(&Sent) -> Result<Received, String>,
}

/// The result of reading, which fails only if the catalogue has no fallback.
pub trait Outcome<T> {
    /// As a result in any case.
    ///
    /// # Errors
    ///
    /// The error in all the ways to show it.
    fn outcome(self) -> Result<T, String>;
}

impl<T, E: Display + std::fmt::Debug> Outcome<T> for Result<T, E> {
    fn outcome(self) -> Result<T, String> {
        self.map_err(|error| format!("{error} {error:?}"))
    }
}

/// Defines the `PEER` of a generated module.
macro_rules! peer {
    ($yaml:literal, codes: [$($make:expr,)*], secrets: [$($secret:ident,)*]) => {
        impl $crate::Outcome<Self> for Error {
            fn outcome(self) -> Result<Self, String> {
                Ok(self)
            }
        }

        const MAKE: &[fn(&mut $crate::Values<'_>) -> Error] = &[$($make,)*];

        pub(super) const PEER: $crate::Peer = $crate::Peer {
            yaml: $yaml,
            codes: MAKE.len(),
            secrets: &[$(stringify!($secret),)*],
            send: |code, values, metadata| {
                let error = metadata.iter().cloned().fold(MAKE[code](values), |error, (key, value)| error.with_metadata(key, value));
                sent(error)
            },
            receive: |sent| {
                let error = $crate::Outcome::outcome(Error::from_response_parts(sent.http_status, &sent.body));
                error.map(received)
            },
            receive_grpc: |sent| {
                // What is no error of this catalogue stays a status, which is passed on as it is.
                Error::try_from(sent.grpc.clone()).map(received).map_err(|_| String::new())
            },
        };

        fn sent(error: Error) -> $crate::Sent {
            let params = error.params().map(|(name, value)| (name.to_owned(), self::value(value)));
            let metadata = error.metadata().map(|(key, value)| (key.to_owned(), $crate::Value::String(value.to_owned())));
            let (values, message) = (params.chain(metadata).collect(), error.to_string());
            let grpc = ::tonic::Status::from(error.clone());
            let (parts, body) = ::http::Response::<Vec<u8>>::from(error).into_parts();
            $crate::Sent { http_status: parts.status.as_u16(), body, grpc, message, values }
        }

        fn received(error: Error) -> $crate::Received {
            let has_secret = [$(error.$secret().is_some(),)*].contains(&true);
            let response = ::http::Response::<Vec<u8>>::from(error.clone());
            let headers = format!("{:?}", response.headers());
            let params: Vec<_> = error.params().collect();
            let shown = format!("{error} {error:?} {params:?} {headers}");
            let source = ::core::error::Error::source(&error).map(|source| format!("{source} {source:?}"));
            let sent = sent(error);
            let trailers = format!("{:?}", sent.grpc.metadata());
            let texts = [&sent.body, sent.grpc.details()].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
            let mut shown = vec![shown, trailers, sent.grpc.message().to_owned(), source.unwrap_or_default()];
            shown.extend(texts);
            $crate::Received { sent, shown, has_secret }
        }

        fn value(value: Value<'_>) -> $crate::Value {
            match value {
                Value::Str(text) => $crate::Value::String(text.to_owned()),
                Value::Int(number) => $crate::Value::Integer(number),
                Value::Uint(number) => $crate::Value::Unsigned(number),
                Value::Float(number) => $crate::Value::Float(number),
                Value::Bool(flag) => $crate::Value::Boolean(flag),
                Value::List(elements) => $crate::Value::List(elements.iter().map(ToString::to_string).collect()),
                Value::Violations(violations) => {
                    let pair = |violation: &Violation| (violation.field().to_owned(), violation.reason().to_owned());
                    $crate::Value::Violations(violations.iter().map(pair).collect())
                }
            }
        }
    };
}
