//! An error of each code, from its constructor.

macro_rules! errors {
    ($(#[$doc:meta])* $wire:ident) => {
        $(#[$doc])*
        pub fn $wire() -> [$crate::$wire::Error; 38] {
            use $crate::{FIELDS, METADATA, SECRET};
            use $crate::$wire::Error;

            let errors = [
                Error::bad_request(),
                Error::field_lacking(FIELDS),
                Error::field_unwanted(FIELDS),
                Error::field_item_count_out_of_range(FIELDS),
                Error::page_size_out_of_range(),
                Error::image_download_failure(),
                Error::operation_in_process(),
                Error::image_format_invalid(),
                Error::audit_submit_illegal(),
                Error::credit_insufficient(),
                Error::creation_policy_violation(),
                Error::model_unavailable(),
                Error::user_cancelled(),
                Error::field_invalid(FIELDS),
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
            ];
            errors.map(|error| {
                METADATA.into_iter().fold(error, |error, (key, value)| error.with_metadata(key, value)).with_source(SECRET)
            })
        }
    };
}

errors! {
    /// Written in the format of go-kratos.
    kratos
}
errors! {
    /// Written in the format of RFC 9457.
    problem
}
