//! Error enums in Rust.

use crate::import;

/// The params of a code with their types.
fn params(import: &crate::Import, code: usize) -> String {
    let catalogue = import.catalogue();
    let params = catalogue.codes()[code].params.iter().map(|&param| {
        let param = &catalogue[param];
        format!("{}: {}", param.name, param.kind.as_str())
    });
    params.collect::<Vec<_>>().join(", ")
}

#[test]
fn thiserror() {
    let source = r#"
        use std::{io, path::PathBuf};

        /// What can go wrong.
        #[derive(Debug, thiserror::Error)]
        #[non_exhaustive]
        pub enum Error {
            /// Nothing is left.
            ///
            /// Order something else.
            #[error("{article} is sold out, {0} left", .left)]
            SoldOut { article: String, left: u32 },
            #[error("{} exceeds {limit}: {{}}", size.to_string(), limit = max())]
            TooLarge { size: usize },
            #[error("no field {0:?} in {1}")]
            NoField(String, &'static str),
            #[error("cannot read {}", .path.display())]
            Read { path: PathBuf, #[source] error: io::Error },
            #[error("input or output: {0}")]
            Io(#[from] io::Error),
            #[error("invalid: {0}")]
            Invalid(Box<dyn Debug>),
            #[error(transparent)]
            Other(#[from] anyhow::Error),
            #[error("fields: {fields:?}")]
            Fields { fields: Vec<String>, hidden: bool },
        }

        struct NotAnError;
        /// Alone.
        #[derive(Debug, thiserror::Error)]
        #[error("alone with {0}")]
        pub struct Alone(u8);
        pub enum Colour { Red, Green }
        fn unparsed() { let x = 1..=2 else { return }; }
    "#;
    let import = import("error.rs", source, &["--status", "400"]);
    import.assert_codes(&[
        ("Alone", 400, "alone with {{.value}}"),
        ("SoldOut", 400, "{{.article}} is sold out, {{.left}} left"),
        ("TooLarge", 400, "{{.size}} exceeds {{.limit}}: {}"),
        ("NoField", 400, "no field {{.arg_0}} in {{.arg_1}}"),
        ("Read", 400, "cannot read {{.path}}"),
        ("Io", 400, "input or output: {{.cause}}"),
        ("Invalid", 400, "invalid: {{.value}}"),
        ("Other", 400, "other"),
        ("Fields", 400, "fields: {{.fields}}"),
    ]);
    assert_eq!(params(&import, 1), "article: string, left: unsigned");
    assert_eq!(params(&import, 3), "arg_0: string, arg_1: string");
    assert_eq!(params(&import, 4), "path: string");
    assert_eq!(params(&import, 8), "fields: list, hidden: boolean");
    let catalogue = import.catalogue();
    assert_eq!(catalogue.codes()[1].description.as_deref(), Some("Nothing is left.\n\nOrder something else."));
    import.assert_finds("warning[left-out]: the causes of `Read`, `Other` are attached by `with_source` or `or_error`; they were no params\n  --> error.rs:18:");
    import.assert_finds(
        "warning[converted]: the cause of `Io` is shown by the message, so its text is the param `cause`",
    );
    import.assert_finds("warning[converted]: `Other` shows the message of its cause, which a catalogue doesn't have");
    import.assert_finds("warning[left-out]: the enum `Colour` is no error");
}

#[test]
fn snafu() {
    let source = r#"
        #[derive(Debug, Snafu)]
        pub enum Error {
            #[snafu(display("Unable to read configuration from {}", path.display()))]
            ReadConfiguration { source: io::Error, path: PathBuf },
            #[snafu(display("{count} retries"), visibility(pub))]
            Retries { count: i16 },
            /// Without a message of its own.
            NoMessage,
        }
    "#;
    let import = import("error.rs", source, &[]);
    import.assert_codes(&[
        ("ReadConfiguration", 500, "Unable to read configuration from {{.path}}"),
        ("Retries", 500, "{{.count}} retries"),
        ("NoMessage", 500, "Without a message of its own."),
    ]);
    assert_eq!(params(&import, 1), "count: integer");
}

#[test]
fn a_hand_written_enum_with_display_statuses_and_codes() {
    let source = r#"
        pub enum ApiError { NotFound { id: u64 }, Conflict(String), Busy, #[serde(rename = "odd-one")] Odd = 7 }

        impl std::fmt::Display for ApiError {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    Self::NotFound { id: wanted } => write!(f, "no article {wanted}"),
                    ApiError::Conflict(name) => write!(f, "{} is there already", name),
                    ApiError::Busy => f.write_str("busy"),
                    ApiError::Odd => "odd".fmt(f),
                }
            }
        }

        impl ApiError {
            pub fn status(&self) -> StatusCode {
                match *self {
                    ApiError::NotFound { .. } => StatusCode::NOT_FOUND,
                    ApiError::Conflict(_) if false => StatusCode::GONE,
                    ApiError::Conflict(_) => { StatusCode::CONFLICT }
                    _ => StatusCode::SERVICE_UNAVAILABLE,
                }
            }

            fn code(&self) -> &'static str {
                match self {
                    Self::NotFound { .. } => "article.not_found",
                    Self::Conflict(..) | Self::Busy => "conflict_or_busy",
                    Self::Odd => unreachable!(),
                }
            }
        }
    "#;
    let all = import("error.rs", source, &[]);
    assert_eq!(all.status, 1);
    all.assert_codes(&[
        ("article.not_found", 404, "no article {{.id}}"),
        ("conflict_or_busy", 409, "{{.value}} is there already"),
        ("odd-one", 503, "odd"),
    ]);
    all.assert_finds("error[not-imported]: `conflict_or_busy` is here twice; the first one counts");
    let names: Vec<_> = all.catalogue().codes().iter().map(|code| code.rust_name.clone()).collect();
    assert_eq!(names, [Some("NotFound".to_owned()), Some("Conflict".to_owned()), Some("Odd".to_owned())]);
    assert_eq!(params(&all, 0), "id: unsigned");
}

#[test]
fn the_match_may_be_in_a_response_and_the_enum_in_a_module() {
    let source = r#"
        mod inner {
            #[derive(thiserror::Error)]
            pub(crate) enum E { #[error("a")] A, #[error("b")] B }
        }
        impl axum::response::IntoResponse for E {
            fn into_response(self) -> Response {
                let (status, text) = match &self {
                    E::A => (StatusCode::NOT_FOUND, "a"),
                    E::B => (http::StatusCode::IM_A_TEAPOT, "b"),
                };
                (status, text).into_response()
            }
        }
    "#;
    import("error.rs", source, &[]).assert_codes(&[("A", 404, "a"), ("B", 418, "b")]);
}

#[test]
fn one_of_several_enums() {
    let source = "#[derive(Error)] enum A { #[error(\"x\")] X } #[derive(Error)] enum B { #[error(\"y\")] X }";
    let all = import("error.rs", source, &[]);
    assert_eq!(all.status, 1);
    all.assert_finds("`X` is here twice; the first one counts");
    import("error.rs", source, &["--table", "B"]).assert_codes(&[("X", 500, "y")]);
    import("error.rs", source, &["--table", "C"]).assert_finds("help: there are: A, B");
}

#[test]
fn source_that_is_no_rust_or_too_deep_is_reported() {
    for source in ["enum A {", "enum A { #[error(] B }", "enum 1 {}"] {
        let import = import("error.rs", source, &[]);
        assert_eq!((import.status, &*import.yaml), (1, ""), "{source}");
        import.assert_finds("error[not-imported]: this is not Rust: ");
    }
    let deep = [
        format!("#[derive(Error)] enum E {{ A({}u8) }}", "&".repeat(40_000)),
        format!("#[derive(Error)] enum E {{ A({}u8{}) }}", "Vec<".repeat(40_000), ">".repeat(40_000)),
        format!("#[derive(Error)] enum E {{ A = {}1{} }}", "(".repeat(90_000), ")".repeat(90_000)),
        format!("#[derive(Error)] enum E {{ A = {}1 }}", "!".repeat(190_000)),
        format!("#[derive(Error)] enum E {{ A = {}1 }}", "-".repeat(300_000)),
        format!("{}{}", "mod a {".repeat(50_000), "}".repeat(50_000)),
    ];
    for source in deep {
        let import = import("error.rs", source, &[]);
        assert!([0, 1].contains(&import.status), "{}", import.status);
    }
}

#[test]
fn derive_more() {
    let source = "#[derive(Debug, Display, Error)]\nenum UploadError {\n    /// It is over the limit.\n    #[display(\"over {limit}\")]\n    TooLarge { limit: u64 },\n\
        \x20   #[display(fmt = \"not read: {}\", _0)]\n    Unread(#[error(not(source))] String),\n}\n\
        impl ResponseError for UploadError {\n    fn status_code(&self) -> StatusCode {\n        match self {\n            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,\n\
        \x20           Self::Unread(_) => StatusCode::BAD_REQUEST,\n        }\n    }\n}\n";
    import("error.rs", source, &[])
        .assert_codes(&[("TooLarge", 413, "over {{.limit}}"), ("Unread", 400, "not read: {{.value}}")]);
}

#[test]
fn a_kind_whose_messages_are_in_the_error_around_it() {
    let source = "pub struct Error(Box<ErrorKind>);\npub enum ErrorKind {\n    InvalidToken,\n    Key(String),\n}\n\
        impl fmt::Display for Error {\n    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {\n        match &*self.0 {\n\
        \x20           ErrorKind::InvalidToken => write!(f, \"{:?}\", self.0),\n            ErrorKind::Key(why) => write!(f, \"key: {}\", why),\n        }\n    }\n}\n";
    import("errors.rs", source, &["--status", "401"])
        .assert_codes(&[("InvalidToken", 401, "InvalidToken"), ("Key", 401, "key: {{.value}}")]);
}
