//! Errors read from any self-describing format.

use ::core::fmt;
use ::core::mem::take;
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
fn top_members<'de, A: MapAccess<'de>>(map: A) -> Result<Members<'de>, A::Error> {
    // Most bodies have fewer members, so that there is one allocation.
    members(map, Vec::with_capacity(8), &mut { MAX_VALUES }, &mut { MAX_NEEDED_VALUES })
}

/// Reads members: as many values as are left, and those of needed members from the reserve.
// Names and values are read into their places: to move what was just written takes about as long as to read it.
fn members<'de, A: MapAccess<'de>>(
    mut map: A,
    mut members: Members<'de>,
    left: &mut usize,
    reserve: &mut usize,
) -> Result<Members<'de>, A::Error> {
    loop {
        members.push((Cow::Borrowed(""), Raw::Null));
        let Some((name, value)) = members.last_mut() else { return Ok(members) };
        match map.next_key_seed(Name(name))? {
            Some(true) => {
                let left = if *left == 0 && formats::is_needed(name) { &mut *reserve } else { &mut *left };
                map.next_value_seed(AnyValue { value, left })?;
            }
            Some(false) => {
                let IgnoredAny = map.next_value()?;
                *value = Raw::Other;
            }
            None => {
                members.pop();
                return Ok(members);
            }
        }
        if ::core::matches!(value, Raw::Other) {
            members.pop();
        }
    }
}

/// Reads the name of a member, and whether it is a text: a format may have keys of other types.
struct Name<'n, 'de>(&'n mut Cow<'de, str>);

impl<'de> DeserializeSeed<'de> for Name<'_, 'de> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! no_texts {
    ($($visit:ident($kind:ty)),*) => {
        $(fn $visit<E>(self, _: $kind) -> Result<bool, E> {
            Ok(false)
        })*
    };
}

impl<'de> Visitor<'de> for Name<'_, 'de> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<bool, E> {
        *self.0 = Cow::Borrowed(name);
        Ok(true)
    }

    fn visit_str<E>(self, name: &str) -> Result<bool, E> {
        *self.0 = Cow::Owned(name.into());
        Ok(true)
    }

    fn visit_string<E>(self, name: String) -> Result<bool, E> {
        *self.0 = Cow::Owned(name);
        Ok(true)
    }

    no_texts!(visit_bool(bool), visit_i64(i64), visit_i128(i128), visit_u64(u64), visit_u128(u128));
    no_texts!(visit_f64(f64), visit_bytes(&[u8]));

    fn visit_none<E>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_unit<E>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<bool, A::Error> {
        IgnoredAny.visit_seq(seq).map(|IgnoredAny| false)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<bool, A::Error> {
        IgnoredAny.visit_map(map).map(|IgnoredAny| false)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<bool, A::Error> {
        IgnoredAny.visit_enum(data).map(|IgnoredAny| false)
    }
}

/// Reads any value.
struct AnyValue<'v, 'de> {
    /// Where to put it.
    value: &'v mut Raw<'de>,
    /// How many more values to read.
    left: &'v mut usize,
}

impl<'de> DeserializeSeed<'de> for AnyValue<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if let Some(left) = self.left.checked_sub(1) {
            *self.left = left;
            return deserializer.deserialize_any(self);
        }
        let IgnoredAny = IgnoredAny::deserialize(deserializer)?;
        *self.value = Raw::Other;
        Ok(())
    }
}

impl<'de> Visitor<'de> for AnyValue<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<(), E> {
        *self.value = Raw::Bool(flag);
        Ok(())
    }

    fn visit_i64<E>(self, number: i64) -> Result<(), E> {
        *self.value = if number < 0 { Raw::Int(number) } else { Raw::Uint(number.unsigned_abs()) };
        Ok(())
    }

    fn visit_i128<E>(self, number: i128) -> Result<(), E> {
        *self.value = Raw::Number(number.to_string());
        Ok(())
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        *self.value = Raw::Uint(number);
        Ok(())
    }

    fn visit_u128<E>(self, number: u128) -> Result<(), E> {
        *self.value = Raw::Number(number.to_string());
        Ok(())
    }

    fn visit_f64<E>(self, number: f64) -> Result<(), E> {
        *self.value = Raw::Number(super::alloc::format!("{number:?}"));
        Ok(())
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<(), E> {
        *self.value = Raw::Text(Cow::Borrowed(text));
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        *self.value = Raw::Text(Cow::Owned(text.into()));
        Ok(())
    }

    fn visit_string<E>(self, text: String) -> Result<(), E> {
        *self.value = Raw::Text(Cow::Owned(text));
        Ok(())
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<(), E> {
        *self.value = Raw::Other;
        Ok(())
    }

    fn visit_none<E>(self) -> Result<(), E> {
        *self.value = Raw::Null;
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        *self.value = Raw::Null;
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut elements = Vec::new();
        let mut is_whole = true;
        let mut value = Raw::Null;
        while seq.next_element_seed(AnyValue { value: &mut value, left: &mut *self.left })?.is_some() {
            let element = take(&mut value);
            is_whole &= !::core::matches!(element, Raw::Other);
            if is_whole {
                elements.push(element);
            }
        }
        *self.value = if is_whole { Raw::List(elements) } else { Raw::Other };
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let members = members(map, Vec::new(), &mut *self.left, &mut 0)?;
        *self.value = match &*members {
            [(name, Raw::Text(number))] if name == ARBITRARY_PRECISION => match (number.parse(), number.parse()) {
                (Ok(number), _) => Raw::Uint(number),
                (_, Ok(number)) => Raw::Int(number),
                _ => Raw::Number(number.to_string()),
            },
            _ => Raw::Map(members),
        };
        Ok(())
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<(), A::Error> {
        data.variant::<IgnoredAny>()?.1.newtype_variant::<IgnoredAny>()?;
        *self.value = Raw::Other;
        Ok(())
    }
}

/// How `serde_json` represents a number if anything in the program enables its feature of this name.
const ARBITRARY_PRECISION: &str = "$serde_json::private::Number";
