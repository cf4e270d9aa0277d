//! Errors as responses of actix-web handlers.

use ::actix_web::body::BoxBody;
use ::actix_web::http::StatusCode;
use ::actix_web::{HttpResponse, ResponseError};

use super::error::Error;
use super::wire_settings::CONTENT_TYPE;
use super::{headers, outgoing};

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(outgoing::of(self).http_status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        let error = &*outgoing::of(self);
        let body = ::serde_json::to_vec(error).unwrap_or_default();
        let mut response = HttpResponse::build(ResponseError::status_code(error));
        for header in headers::of(error) {
            response.insert_header(header);
        }
        response.content_type(CONTENT_TYPE).body(body)
    }
}
