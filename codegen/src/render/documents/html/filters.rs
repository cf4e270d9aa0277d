//! The filters above the list: what the codes can be told apart by.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::status;
use crate::catalogue::{Attribute, AttributeType, AttributeValue};
use crate::render::documents::Published;

/// A list with more values is no filter: nobody would look for a value in it.
const MAX_VALUES: usize = 200;

/// As many toggles fit above the list. Of more, all but the statuses are in menus.
const MAX_TOGGLES: usize = 14;

/// A property and its values, each of which can be asked for.
pub(super) struct Filter<'c> {
    pub(super) label: Cow<'c, str>,
    pub(super) toggles: Vec<Toggle<'c>>,
    pub(super) is_menu: bool,
}

pub(super) struct Toggle<'c> {
    /// As in the entries and in the address of the page: `retry=after_fix`.
    pub(super) value: String,
    pub(super) label: Cow<'c, str>,
    pub(super) codes: usize,
}

/// The filters by which codes can be told apart.
pub(super) fn of(published: Published<'_>) -> Vec<Filter<'_>> {
    let catalogue = published.catalogue;
    let attributes = catalogue.attributes().iter().enumerate();
    let filters = [by_status(published)].into_iter();
    let filters = filters.chain(attributes.map(|(at, attribute)| by_attribute(published, at, attribute)));
    let filters = filters.chain([by_operation(published), by_deprecation(published)]);
    let codes = published.codes().count();
    let divides = |toggle: &Toggle<'_>| toggle.codes < codes;
    let mut filters: Vec<_> =
        filters.filter(|filter| filter.toggles.len() <= MAX_VALUES && filter.toggles.iter().any(divides)).collect();
    let has_menus = filters.iter().map(|filter| filter.toggles.len()).sum::<usize>() > MAX_TOGGLES;
    for filter in &mut filters {
        filter.is_menu = has_menus && filter.toggles.len() > 1 && filter.label != STATUS;
    }
    filters
}

const STATUS: &str = "status";

fn filter<'c>(label: Cow<'c, str>, toggles: impl Iterator<Item = Toggle<'c>>) -> Filter<'c> {
    Filter { label, toggles: toggles.filter(|toggle| toggle.codes > 0).collect(), is_menu: false }
}

fn by_status(published: Published<'_>) -> Filter<'_> {
    let mut classes = BTreeMap::new();
    for (_, code) in published.codes() {
        *classes.entry(status::class(code.http_status)).or_default() += 1;
    }
    let toggles = classes.into_iter().map(|(class, codes)| Toggle {
        value: status_facet(class),
        label: format!("{class}xx {}", status::class_in_words(class)).into(),
        codes,
    });
    filter(STATUS.into(), toggles)
}

/// The values in the order of their declaration, or else sorted.
fn by_attribute<'c>(published: Published<'c>, at: usize, attribute: &'c Attribute) -> Filter<'c> {
    let mut values: BTreeMap<Order<'c>, usize> = BTreeMap::new();
    for value in published.codes().filter_map(|(_, code)| code.attributes.get(at)) {
        *values.entry(Order::of(value)).or_default() += 1;
    }
    // An entry doesn't say what is empty.
    values.remove(&Order::Text(""));
    let toggles = values.into_iter().map(|(order, codes)| {
        let value = order.value();
        Toggle {
            value: attribute_facet(attribute, &value),
            label: attribute_in_words(attribute, &value).into_owned().into(),
            codes,
        }
    });
    filter(in_words(&attribute.name), toggles)
}

fn by_operation(published: Published<'_>) -> Filter<'_> {
    let toggles = published.catalogue.operations().iter().map(|operation| Toggle {
        value: operation_facet(&operation.name),
        label: (&*operation.name).into(),
        codes: operation.errors.iter().filter(|code| published.code(**code).is_some()).count(),
    });
    filter("operation".into(), toggles)
}

fn by_deprecation(published: Published<'_>) -> Filter<'_> {
    let codes = published.codes().filter(|(_, code)| code.deprecated.is_some()).count();
    filter("".into(), [Toggle { value: DEPRECATED.to_owned(), label: "deprecated".into(), codes }].into_iter())
}

/// A value of an attribute, ordered as people expect.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Order<'c> {
    Word(crate::catalogue::WordId),
    Integer(i64),
    Unsigned(u64),
    Boolean(std::cmp::Reverse<bool>),
    Text(&'c str),
}

impl<'c> Order<'c> {
    fn of(value: &'c AttributeValue) -> Self {
        match value {
            AttributeValue::Word(word) => Self::Word(*word),
            AttributeValue::String(text) => Self::Text(text),
            AttributeValue::Integer(number) => Self::Integer(*number),
            AttributeValue::Unsigned(number) => Self::Unsigned(*number),
            AttributeValue::Boolean(value) => Self::Boolean(std::cmp::Reverse(*value)),
        }
    }

    fn value(self) -> AttributeValue {
        match self {
            Self::Word(word) => AttributeValue::Word(word),
            Self::Integer(number) => AttributeValue::Integer(number),
            Self::Unsigned(number) => AttributeValue::Unsigned(number),
            Self::Boolean(value) => AttributeValue::Boolean(value.0),
            Self::Text(text) => AttributeValue::String(text.to_owned()),
        }
    }
}

pub(super) const DEPRECATED: &str = "deprecated=yes";

pub(super) fn status_facet(class: u16) -> String {
    format!("status={class}xx")
}

pub(super) fn operation_facet(operation: &str) -> String {
    format!("operation={operation}")
}

/// The name of an attribute and a value, with a `_` after the names that the page has taken. No attribute's name ends so.
pub(super) fn attribute_facet(attribute: &Attribute, value: &AttributeValue) -> String {
    let taken = ["status", "operation", "deprecated", "q", "order"].contains(&&*attribute.name);
    format!("{}{}={}", attribute.name, if taken { "_" } else { "" }, attribute.text(value))
}

/// A value of an attribute as people say it.
pub(super) fn attribute_in_words<'c>(attribute: &'c Attribute, value: &'c AttributeValue) -> Cow<'c, str> {
    match (&attribute.kind, value) {
        (AttributeType::Words(_), _) => match attribute.text(value) {
            Cow::Borrowed(word) => in_words(word),
            Cow::Owned(word) => Cow::Owned(in_words(&word).into_owned()),
        },
        (_, AttributeValue::Boolean(value)) => Cow::Borrowed(if *value { "yes" } else { "no" }),
        _ => attribute.text(value),
    }
}

/// A name of words joined by `_` as people say it.
pub(super) fn in_words(name: &str) -> Cow<'_, str> {
    if name.contains('_') { Cow::Owned(name.replace('_', " ")) } else { Cow::Borrowed(name) }
}
