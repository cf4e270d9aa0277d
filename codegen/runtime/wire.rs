//! For fields that contain an error. `deserialize` reads whole errors too.

/// For a field that is the name of a code, or `""` without an error: `#[serde(default, with = "…::wire::optional")]`.
///
/// `""`, null and (thanks to `default`) a missing field are read as `None`; anything else is read like `Error`. `None`
/// is written as `""`, and an error as its reason.
pub mod optional {
    use ::serde::{Deserializer, Serializer};

    use super::super::deserialize::Optional;
    use super::super::error::Error;
    use super::super::outgoing;

    /// Reads the field.
    ///
    /// # Errors
    ///
    /// The value is neither a name nor an error body, or the name is unknown and the catalogue has no fallback.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Error>, D::Error> {
        deserializer.deserialize_any(Optional)
    }

    /// Writes the field.
    ///
    /// # Errors
    ///
    /// The errors of the serializer.
    #[allow(clippy::ref_option, reason = "serde passes a reference to the field")]
    pub fn serialize<S: Serializer>(error: &Option<Error>, serializer: S) -> Result<S::Ok, S::Error> {
        let error = error.as_ref().map(outgoing::of);
        serializer.serialize_str(error.as_ref().map_or("", |error| error.reason()))
    }
}
