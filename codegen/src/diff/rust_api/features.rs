//! Cargo features: what they add that depends on the catalogue, and that they are there.

use super::{Api, Owner};
use crate::catalogue::{Catalogue, Feature};
use crate::words::Words;

/// The features of a catalogue and those that they enable, which are there even if the catalogue doesn't name them.
pub(in crate::diff) fn enabled(catalogue: &Catalogue) -> Vec<Feature> {
    let named = catalogue.features();
    let is_enabled =
        |feature: &Feature| named.iter().any(|other| other == feature || other.implied().contains(feature));
    Feature::WORDS.iter().map(|&(_, feature)| feature).filter(is_enabled).collect()
}

impl Api<'_> {
    pub(super) fn add_features(&mut self) {
        let features = &enabled(self.catalogue);
        for (at, &feature) in features.iter().enumerate() {
            let (what, program) = (format!("the feature `{}`", feature.as_str()), program(feature));
            self.add([Owner::Feature(at)], what, program.to_owned());
        }
        let has_fallback = self.catalogue.fallback.is_some();
        let output = if has_fallback { "errors::Error" } else { "Result<errors::Error, errors::Unrecognised>" };
        let is_http = |feature: &Feature| *feature == Feature::Http;
        if features.iter().any(is_http) {
            let program = format!(
                "pub fn witness(status: u16, body: &[u8]) -> {output} {{\n    errors::Error::from_response_parts(status, body)\n}}\n"
            );
            self.add(owners(features, is_http), "what `Error::from_response` returns".to_owned(), program);
        }
        let is_tonic = |feature: &Feature| *feature == Feature::Tonic;
        if features.iter().any(is_tonic) {
            let bound =
                if has_fallback { "From<tonic::Status>" } else { "TryFrom<tonic::Status, Error = tonic::Status>" };
            let program = format!("pub fn witness(error: errors::Error) -> impl {bound} {{\n    error\n}}\n");
            self.add(owners(features, is_tonic), "how `Error` is made from a `tonic::Status`".to_owned(), program);
        }
    }
}

/// What depends on the fallback and comes with some features.
fn owners(features: &[Feature], is_needed: impl Fn(&Feature) -> bool) -> Vec<Owner> {
    let needed = features.iter().enumerate().filter(|(_, feature)| is_needed(feature));
    [Owner::Fallback].into_iter().chain(needed.map(|(at, _)| Owner::Feature(at))).collect()
}

/// What is there only with a feature.
fn program(feature: Feature) -> &'static str {
    match feature {
        Feature::Serde => "pub fn witness(error: errors::Error) -> impl serde::Serialize {\n    error\n}\n",
        Feature::Http => "pub fn witness(error: errors::Error) -> http::Response<Vec<u8>> {\n    error.into()\n}\n",
        Feature::HttpBody => {
            "pub async fn witness(parts: &http::response::Parts, body: String) {\n    let _ = errors::Error::from_response_body(parts, body).await;\n}\n"
        }
        Feature::Axum => {
            "pub fn witness(error: errors::Error) -> impl axum_core::response::IntoResponse {\n    error\n}\n"
        }
        Feature::ActixWeb => "pub fn witness(error: errors::Error) -> impl actix_web::ResponseError {\n    error\n}\n",
        Feature::Tonic => "pub fn witness(error: errors::Error) -> tonic::Status {\n    error.into()\n}\n",
        Feature::Utoipa => "pub fn witness(error: errors::Error) -> impl utoipa::IntoResponses {\n    error\n}\n",
    }
}
