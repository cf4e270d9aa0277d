//! Every error of the Vidu catalogue, made as a server makes it.

use vidu_errors::Error;

/// What must never leave a server.
pub const SECRET: &str = "password=hunter2";

/// An error of each code, with something for its reader and a cause for the logs.
pub fn errors() -> impl Iterator<Item = Error> {
    plain().into_iter().map(|error| error.with_metadata("trace_id", "4bf92f35, 77b34da6").with_source(SECRET))
}

/// The error of the code with this name.
pub fn error(reason: &str) -> Option<Error> {
    errors().find(|error| error.reason() == reason)
}

#[rustfmt::skip]
fn plain() -> Vec<Error> {
    vec![
        Error::bad_request(),
        Error::field_lacking(["prompt", "a, b"]),
        Error::field_unwanted(["prompt", "a, b"]),
        Error::field_item_count_out_of_range(["prompt", "a, b"]),
        Error::page_size_out_of_range(),
        Error::image_download_failure(),
        Error::operation_in_process(),
        Error::image_format_invalid(),
        Error::audit_submit_illegal(),
        Error::credit_insufficient(),
        Error::creation_policy_violation(),
        Error::model_unavailable(),
        Error::user_cancelled(),
        Error::field_invalid(["prompt", "a, b"]),
        Error::image_check_body_joints_failed(),
        Error::image_check_face_failed(),
        Error::image_objects_undetected(),
        Error::unauthorized(),
        Error::forbidden(),
        Error::task_not_found(),
        Error::creation_not_found(),
        Error::not_found(),
        Error::conflict(),
        Error::quota_exceeded(),
        Error::too_many_requests(),
        Error::system_throttling(),
        Error::canceled(),
        Error::internal_service_failure(),
        Error::unknown(),
        Error::face_detect_failure(),
        Error::video_download_failure(),
        Error::video_format_invalid(),
        Error::face_detect_not_pass(),
        Error::photo_audit_not_pass(),
        Error::no_face_detected(),
        Error::multi_face_detected(),
        Error::audit_failed(),
        Error::image_size_invalid(),
    ]
}
