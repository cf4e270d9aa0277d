//! For fields that carry an error.

/// For a field that is the name of a code, and `""` where there is none: `#[serde(default, with = "…::wire::optional")]`.
///
/// `""`, null and, thanks to `default`, no field at all are read as `None`; anything else as `Error` reads it. `None` is
/// written as `""`, an error as its reason.
pub mod optional {
    use ::serde::{Deserializer, Serializer};

    use super::super::deserialize::Optional;
    use super::super::error::Error;

    /// Reads the field.
    ///
    /// # Errors
    ///
    /// The value is neither a name nor an error body, or the catalogue has no fallback for a name that it doesn't know.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Error>, D::Error> {
        deserializer.deserialize_any(Optional)
    }

    /// Writes the field.
    ///
    /// # Errors
    ///
    /// Those of the format.
    #[allow(clippy::ref_option, reason = "serde passes a reference to the field")]
    pub fn serialize<S: Serializer>(error: &Option<Error>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(error.as_ref().map_or("", Error::reason))
    }
}
