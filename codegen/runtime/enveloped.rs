//! Errors written as the objects that the catalogue describes.

use ::serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::envelope::Envelope;
use super::error::{self, Error};
use super::outgoing;
use super::serialize::{Json, Shown};
use super::wire_settings::{self, ENVELOPE};

const OWN: Envelope = ENVELOPE.expect("this file is for catalogues with an envelope");

/// The object whose members the catalogue names.
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Step { error: &outgoing::of(self), path: OWN.at }.serialize(serializer)
    }
}

/// The object with what is around it.
struct Step<'a> {
    error: &'a Error,
    path: &'static [&'static str],
}

impl Serialize for Step<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let error = self.error;
        match self.path {
            [] => serialize_object(error, serializer),
            ["0", path @ ..] => {
                let mut list = serializer.serialize_seq(Some(1))?;
                list.serialize_element(&Step { error, path })?;
                list.end()
            }
            [name, path @ ..] => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry(name, &Step { error, path })?;
                map.end()
            }
        }
    }
}

fn serialize_object<S: Serializer>(error: &Error, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    if let Some(name) = OWN.status {
        map.serialize_entry(name, &error.http_status())?;
    }
    if let Some(name) = OWN.number {
        map.serialize_entry(name, &number(error))?;
    }
    if let Some(name) = OWN.code {
        map.serialize_entry(name, error::sent_reason(error))?;
    }
    if let Some(name) = OWN.message {
        map.serialize_entry(name, &Shown(error))?;
    }
    if let Some(name) = OWN.params {
        map.serialize_entry(name, &Params(error))?;
    }
    map.end()
}

/// The code's number; that of an unknown code as it was received.
fn number(error: &Error) -> Option<i64> {
    if error.is_known() { Some(wire_settings::number_of(error.code())) } else { error.reason().parse().ok() }
}

struct Params<'a>(&'a Error);

impl Serialize for Params<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in error::sent_params(self.0) {
            map.serialize_entry(name, &Json(value))?;
        }
        for (key, value) in self.0.metadata() {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}
