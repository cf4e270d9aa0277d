//! Errors as answers of actix-web's handlers.

use ::actix_web::body::BoxBody;
use ::actix_web::http::StatusCode;
use ::actix_web::{HttpResponse, ResponseError};

use super::error::Error;
use super::wire_settings::CONTENT_TYPE;

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        // An error that came with a success, as that of a failed task, does not go out as one.
        let status = StatusCode::from_u16(self.http_status()).ok();
        let status = status.filter(|status| status.is_client_error() || status.is_server_error());
        status.or(StatusCode::from_u16(self.code().http_status()).ok()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        let body = ::serde_json::to_vec(self).unwrap_or_default();
        HttpResponse::build(ResponseError::status_code(self)).content_type(CONTENT_TYPE).body(body)
    }
}
