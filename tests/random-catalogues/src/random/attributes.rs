//! The values of attributes.

use super::Maker;
use crate::catalogue::{Attribute, AttributeType, AttributeValue};
use crate::words::ATTRIBUTE_WORDS;

impl Maker<'_> {
    pub(super) fn value(&mut self, attribute: &Attribute) -> AttributeValue {
        match &attribute.kind {
            AttributeType::Words(words) => AttributeValue::Text(self.choices.pick(words)),
            AttributeType::String if self.is_odd() => AttributeValue::Text(self.text()),
            AttributeType::String => AttributeValue::Text(self.choices.pick(ATTRIBUTE_WORDS).to_owned()),
            AttributeType::Integer => {
                let any = i64::from_ne_bytes(self.choices.bits().to_ne_bytes());
                AttributeValue::Integer(self.choices.pick(&[-5, 0, 7, i64::MIN, i64::MAX, any]))
            }
            AttributeType::Unsigned => {
                let any = self.choices.bits();
                AttributeValue::Unsigned(self.choices.pick(&[0, 7, u64::MAX, any]))
            }
            AttributeType::Boolean => AttributeValue::Boolean(self.choices.chance(50)),
        }
    }
}
