//! Errors read from any self-describing format.

use ::core::fmt;
use ::serde::de::{Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error as _, IgnoredAny, MapAccess};
use ::serde::de::{SeqAccess, VariantAccess, Visitor};

use super::alloc::string::{String, ToString};
use super::alloc::vec::Vec;
use super::code::ErrorCode;
use super::error::Error;
use super::received::{self, Members, Parts, Raw};
use super::text;
use super::violation::Violation;

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
        Parts { reason: reason.into(), ..Parts::default() }.into_error().map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Error, A::Error> {
        received::error(members(map, true)?).map_err(A::Error::custom)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Error, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Error, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Reads only an error body.
pub(super) struct Body(pub(super) Error);

impl<'de> Deserialize<'de> for Body {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Body;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an error body")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Body, A::Error> {
                Carrier.visit_map(map).map(Body)
            }
        }

        deserializer.deserialize_map(Object)
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

/// Reads the entries of a map. Only those of the error body itself may be maps.
fn members<'de, A: MapAccess<'de>>(mut map: A, is_body: bool) -> Result<Members, A::Error> {
    let mut members = Vec::new();
    while let Some(name) = map.next_key_seed(AnyValue::default())? {
        let is_map_read = is_body && ::core::matches!(&name, Raw::Text(name) if name == "metadata");
        let value = map.next_value_seed(AnyValue { is_map_read })?;
        // A format may have keys of other types.
        if let Raw::Text(name) = name {
            members.push((name, value));
        }
    }
    Ok(members)
}

/// Reads any value, and keeps what a param or metadata can be read from.
#[derive(Clone, Copy, Default)]
struct AnyValue {
    /// Whether to read maps too.
    is_map_read: bool,
}

impl<'de> DeserializeSeed<'de> for AnyValue {
    type Value = Raw;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AnyValue {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Raw, E> {
        Ok(Raw::Bool(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Raw, E> {
        Ok(if number < 0 { Raw::Int(number) } else { Raw::Uint(number.unsigned_abs()) })
    }

    fn visit_i128<E>(self, number: i128) -> Result<Raw, E> {
        Ok(Raw::Number(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Raw, E> {
        Ok(Raw::Uint(number))
    }

    fn visit_u128<E>(self, number: u128) -> Result<Raw, E> {
        Ok(Raw::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Raw, E> {
        Ok(Raw::Number(super::alloc::format!("{number:?}")))
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.into()))
    }

    fn visit_string<E>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        let (mut elements, mut violations) = (Vec::new(), Vec::new());
        let mut len = 0;
        while let Some(element) = seq.next_element_seed(Self::default())? {
            len += 1;
            match element {
                Raw::Text(text) => elements.push(text),
                Raw::Violation(violation) => violations.push(violation),
                _ => {}
            }
        }
        Ok(match len {
            _ if elements.len() == len => Raw::List(elements),
            _ if violations.len() == len => Raw::Violations(violations),
            _ => Raw::Other,
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        if self.is_map_read {
            return members(map, false).map(Raw::Map);
        }
        let (mut number, mut pointer, mut detail) = (None, None, None);
        while let Some(name) = map.next_key_seed(Self::default())? {
            let Raw::Text(name) = name else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            let member = match &*name {
                ARBITRARY_PRECISION => &mut number,
                "pointer" => &mut pointer,
                "detail" => &mut detail,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            *member = map.next_value_seed(Self::default())?.into_string();
        }
        Ok(match (number, pointer, detail) {
            (Some(number), _, _) => match (number.parse(), number.parse()) {
                (Ok(number), _) => Raw::Uint(number),
                (_, Ok(number)) => Raw::Int(number),
                _ => Raw::Number(number),
            },
            (_, Some(pointer), Some(detail)) => Raw::Violation(Violation::new(text::field(&pointer), detail)),
            _ => Raw::Other,
        })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Raw, A::Error> {
        data.variant::<IgnoredAny>()?.1.newtype_variant::<IgnoredAny>()?;
        Ok(Raw::Other)
    }
}

/// How `serde_json` represents a number if anything in the program enables its feature of this name.
const ARBITRARY_PRECISION: &str = "$serde_json::private::Number";
