//! Errors as responses of actix-web handlers.

use ::actix_web::body::BoxBody;
use ::actix_web::http::StatusCode;
use ::actix_web::http::header::RETRY_AFTER;
use ::actix_web::{HttpResponse, ResponseError};

use super::error::{self, Error};
use super::retry_after;
use super::wire_settings::CONTENT_TYPE;

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(error::status_to_answer(self)).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        let body = ::serde_json::to_vec(self).unwrap_or_default();
        let mut response = HttpResponse::build(ResponseError::status_code(self));
        if let Some(wait) = self.retry_after() {
            response.insert_header((RETRY_AFTER, retry_after::seconds(wait)));
        }
        response.content_type(CONTENT_TYPE).body(body)
    }
}
