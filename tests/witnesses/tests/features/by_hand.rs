//! Programs that somebody could write with the features, whatever errcat knows about them. Each uses the module `errors`.

/// Each compiles with the Rust of some catalogues.
pub const PROGRAMS: &[&str] = &[
    "pub fn program<'d, D: serde::Deserializer<'d>>(from: D) -> Result<errors::Error, D::Error> {
        serde::Deserialize::deserialize(from)
    }",
    "pub fn program(error: &errors::Error) -> serde_json::Result<String> { serde_json::to_string(error) }",
    "pub fn program(error: errors::Error) -> http::Response<Vec<u8>> { error.into() }",
    "pub fn program(parts: &http::response::Parts) -> errors::Error { errors::Error::from_response(parts, b\"\") }",
    "pub fn program(parts: &http::response::Parts) -> Result<errors::Error, errors::Unrecognised> {
        errors::Error::from_response(parts, b\"\")
    }",
    "pub fn program(error: &errors::Unrecognised) -> (&str, u16, &[u8]) {
        (error.reason(), error.http_status(), error.raw_body())
    }",
    "pub async fn program<B: http_body::Body<Data: AsRef<[u8]>>>(parts: &http::response::Parts, body: B) -> errors::Error {
        errors::Error::from_response_body(parts, body).await
    }",
    "pub async fn program(parts: &http::response::Parts, body: String) -> Result<errors::Error, errors::Unrecognised> {
        errors::Error::from_response_body(parts, body).await
    }",
    "pub async fn program(error: errors::Error) -> impl axum_core::response::IntoResponse { Err::<&'static str, _>(error) }",
    "pub fn program(error: &errors::Error) -> actix_web::http::StatusCode { actix_web::ResponseError::status_code(error) }",
    "pub fn program(error: errors::Error) -> Result<(), actix_web::Error> { Err(error)? }",
    "pub fn program(error: errors::Error) -> Result<(), tonic::Status> { Err(error)? }",
    "pub fn program(status: tonic::Status) -> errors::Error { status.into() }",
    "pub fn program(status: tonic::Status) -> Result<errors::Error, tonic::Status> { status.try_into() }",
    "pub fn program(openapi: &mut utoipa::openapi::OpenApi) { utoipa::Modify::modify(&errors::ErrorComponents, openapi) }",
    "pub fn program() -> usize { <errors::Error as utoipa::IntoResponses>::responses().len() }",
    "pub fn program<Op: errors::operations::Operation>(error: errors::operations::ErrorOf<Op>) -> impl axum_core::response::IntoResponse {
        error
    }",
    "pub fn program<Op: errors::operations::Operation>(error: errors::operations::ErrorOf<Op>) -> http::Response<Vec<u8>> {
        error.into()
    }",
    "pub fn program<Op: errors::operations::Operation>(error: errors::operations::ErrorOf<Op>) -> Result<(), tonic::Status> {
        Err(error)?
    }",
    "pub fn program<Op: errors::operations::Operation + 'static>(error: errors::operations::ErrorOf<Op>) -> actix_web::Error {
        error.into()
    }",
    "pub fn program<Op: errors::operations::Operation>() -> usize {
        <errors::operations::ErrorOf<Op> as utoipa::IntoResponses>::responses().len()
    }",
    "pub fn program<Op: errors::operations::Operation>(error: &errors::operations::ErrorOf<Op>) -> serde_json::Result<String> {
        serde_json::to_string(error)
    }",
];
