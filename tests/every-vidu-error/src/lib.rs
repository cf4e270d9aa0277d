//! An error of each code of this repository's catalogue, for tests.

/// An error of each code in the catalogue's order: `every_vidu_error!(vidu_errors::Error, ["prompt"])`.
///
/// The type is the one generated from the catalogue. Errors that name fields name these.
#[macro_export]
macro_rules! every_vidu_error {
    ($error:ty, $fields:expr) => {
        [
            <$error>::bad_request(),
            <$error>::field_lacking($fields),
            <$error>::field_unwanted($fields),
            <$error>::field_item_count_out_of_range($fields),
            <$error>::page_size_out_of_range(),
            <$error>::image_download_failure(),
            <$error>::operation_in_process(),
            <$error>::image_format_invalid(),
            <$error>::audit_submit_illegal(),
            <$error>::credit_insufficient(),
            <$error>::creation_policy_violation(),
            <$error>::model_unavailable(),
            <$error>::user_cancelled(),
            <$error>::field_invalid($fields),
            <$error>::image_check_body_joints_failed(),
            <$error>::image_check_face_failed(),
            <$error>::image_objects_undetected(),
            <$error>::unauthorized(),
            <$error>::forbidden(),
            <$error>::task_not_found(),
            <$error>::creation_not_found(),
            <$error>::not_found(),
            <$error>::conflict(),
            <$error>::quota_exceeded(),
            <$error>::too_many_requests(),
            <$error>::system_throttling(),
            <$error>::canceled(),
            <$error>::internal_service_failure(),
            <$error>::unknown(),
            <$error>::face_detect_failure(),
            <$error>::video_download_failure(),
            <$error>::video_format_invalid(),
            <$error>::face_detect_not_pass(),
            <$error>::photo_audit_not_pass(),
            <$error>::no_face_detected(),
            <$error>::multi_face_detected(),
            <$error>::audit_failed(),
            <$error>::image_size_invalid(),
        ]
    };
}
