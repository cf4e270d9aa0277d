//! Errors of operations as responses of actix-web handlers.

use ::actix_web::body::BoxBody;
use ::actix_web::http::StatusCode;
use ::actix_web::{HttpResponse, ResponseError};

use super::operation::ErrorOf;

impl<Op> ResponseError for ErrorOf<Op> {
    fn status_code(&self) -> StatusCode {
        ResponseError::status_code(&**self)
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        ResponseError::error_response(&**self)
    }
}
