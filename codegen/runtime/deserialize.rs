//! Errors read from any self-describing format.

use ::core::fmt;
use ::serde::de::{Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error as _, IgnoredAny, MapAccess};
use ::serde::de::{SeqAccess, VariantAccess, Visitor};

use super::alloc::borrow::Cow;
use super::alloc::string::{String, ToString};
use super::alloc::vec::Vec;
use super::code::ErrorCode;
use super::error::Error;
use super::formats;
use super::raw::{Members, Raw};
use super::received::{self, Parts};

/// Reads a name or an alias; an unknown one is the catalogue's fallback, or an error if it has none.
impl<'de> Deserialize<'de> for ErrorCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;

        impl Visitor<'_> for Name {
            type Value = ErrorCode;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of an error code")
            }

            fn visit_str<E: ::serde::de::Error>(self, name: &str) -> Result<ErrorCode, E> {
                received::code(name).map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Name)
    }
}

/// Reads an error body or the bare name of a code.
impl<'de> Deserialize<'de> for Error {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Carrier)
    }
}

struct Carrier;

impl<'de> Visitor<'de> for Carrier {
    type Value = Error;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an error body or the name of an error code")
    }

    fn visit_str<E: ::serde::de::Error>(self, reason: &str) -> Result<Error, E> {
        Parts::from_reason(reason).into_error().map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Error, A::Error> {
        formats::parts(top_members(map)?).into_error().map_err(A::Error::custom)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Error, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Error, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Reads only an object; in a list, the first.
pub(super) struct Body<'de>(pub(super) Members<'de>);

impl<'de> Deserialize<'de> for Body<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Body<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Body<'de>, A::Error> {
                top_members(map).map(Body)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Body<'de>, A::Error> {
                let first = seq.next_element()?;
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                first.ok_or_else(|| A::Error::invalid_length(0, &self))
            }
        }

        deserializer.deserialize_any(Object)
    }
}

/// Reads an error; `""` and no value are `None`.
pub(super) struct Optional;

impl<'de> Visitor<'de> for Optional {
    type Value = Option<Error>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Carrier.expecting(f)
    }

    fn visit_str<E: ::serde::de::Error>(self, reason: &str) -> Result<Option<Error>, E> {
        if reason.is_empty() { Ok(None) } else { Carrier.visit_str(reason).map(Some) }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Option<Error>, A::Error> {
        Carrier.visit_map(map).map(Some)
    }

    fn visit_none<E>(self) -> Result<Option<Error>, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Option<Error>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Error>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// How many values to read. A body with more is hostile, and a list of which not all can be read is not read at all.
const MAX_VALUES: usize = 4096;

/// How many more there can be in members that an error can't do without.
const MAX_NEEDED_VALUES: usize = 256;

/// Reads the members of a body.
fn top_members<'de, A: MapAccess<'de>>(mut map: A) -> Result<Members<'de>, A::Error> {
    let mut members = Vec::new();
    let (mut left, mut reserve) = (MAX_VALUES, MAX_NEEDED_VALUES);
    while let Some(name) = map.next_key_seed(AnyValue { left: &mut 1 })? {
        // A format may have keys of other types.
        let Raw::Text(name) = name else {
            let IgnoredAny = map.next_value()?;
            continue;
        };
        let left = if left == 0 && formats::is_needed(&name) { &mut reserve } else { &mut left };
        match map.next_value_seed(AnyValue { left })? {
            Raw::Other => {}
            value => members.push((name, value)),
        }
    }
    Ok(members)
}

/// Reads any value.
struct AnyValue<'l> {
    /// How many more values to read.
    left: &'l mut usize,
}

impl<'de> DeserializeSeed<'de> for AnyValue<'_> {
    type Value = Raw<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw<'de>, D::Error> {
        match self.left.checked_sub(1) {
            Some(left) => {
                *self.left = left;
                deserializer.deserialize_any(self)
            }
            None => IgnoredAny::deserialize(deserializer).map(|IgnoredAny| Raw::Other),
        }
    }
}

impl<'de> Visitor<'de> for AnyValue<'_> {
    type Value = Raw<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Raw<'de>, E> {
        Ok(Raw::Bool(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Raw<'de>, E> {
        Ok(if number < 0 { Raw::Int(number) } else { Raw::Uint(number.unsigned_abs()) })
    }

    fn visit_i128<E>(self, number: i128) -> Result<Raw<'de>, E> {
        Ok(Raw::Number(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Raw<'de>, E> {
        Ok(Raw::Uint(number))
    }

    fn visit_u128<E>(self, number: u128) -> Result<Raw<'de>, E> {
        Ok(Raw::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Raw<'de>, E> {
        Ok(Raw::Number(super::alloc::format!("{number:?}")))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Raw<'de>, E> {
        Ok(Raw::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw<'de>, E> {
        Ok(Raw::Text(Cow::Owned(text.into())))
    }

    fn visit_string<E>(self, text: String) -> Result<Raw<'de>, E> {
        Ok(Raw::Text(Cow::Owned(text)))
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Raw<'de>, E> {
        Ok(Raw::Other)
    }

    fn visit_none<E>(self) -> Result<Raw<'de>, E> {
        Ok(Raw::Null)
    }

    fn visit_unit<E>(self) -> Result<Raw<'de>, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw<'de>, A::Error> {
        let mut elements = Vec::new();
        let mut is_whole = true;
        while let Some(element) = seq.next_element_seed(AnyValue { left: &mut *self.left })? {
            is_whole &= !::core::matches!(element, Raw::Other);
            if is_whole {
                elements.push(element);
            }
        }
        Ok(if is_whole { Raw::List(elements) } else { Raw::Other })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw<'de>, A::Error> {
        let mut members = Vec::new();
        while let Some(name) = map.next_key_seed(AnyValue { left: &mut 1 })? {
            match name {
                Raw::Text(name) => match map.next_value_seed(AnyValue { left: &mut *self.left })? {
                    Raw::Other => {}
                    value => members.push((name, value)),
                },
                _ => {
                    let IgnoredAny = map.next_value()?;
                }
            }
        }
        Ok(match &*members {
            [(name, Raw::Text(number))] if name == ARBITRARY_PRECISION => match (number.parse(), number.parse()) {
                (Ok(number), _) => Raw::Uint(number),
                (_, Ok(number)) => Raw::Int(number),
                _ => Raw::Number(number.to_string()),
            },
            _ => Raw::Map(members),
        })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Raw<'de>, A::Error> {
        data.variant::<IgnoredAny>()?.1.newtype_variant::<IgnoredAny>()?;
        Ok(Raw::Other)
    }
}

/// How `serde_json` represents a number if anything in the program enables its feature of this name.
const ARBITRARY_PRECISION: &str = "$serde_json::private::Number";
