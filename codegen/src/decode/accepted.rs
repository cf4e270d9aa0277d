//! Changes that are meant.

use super::Field;
use super::field::Fields;
use super::names::name;
use super::scalars::{list, some_text, text};
use crate::catalogue::Acceptance;
use crate::diagnostics::Sink;
use crate::format::{Key, accepted, root};
use crate::yaml::Node;

/// The keys that say what has changed.
const SUBJECT: [Key; 8] = [
    accepted::CODE,
    accepted::NAME,
    accepted::PARAM,
    accepted::ATTRIBUTE,
    accepted::VALUE,
    accepted::GROUP,
    accepted::OPERATION,
    accepted::FEATURE,
];

/// Reads the list. Whether there are such changes is known only when versions are compared.
pub(super) fn decode(field: Field<&Node<'_>>, sink: &mut Sink) -> Vec<Acceptance> {
    let nodes = field.given().and_then(|node| list(node, &root::ACCEPTED, sink)).unwrap_or_default();
    nodes.iter().filter_map(|node| acceptance(node, sink)).collect()
}

fn acceptance(node: &Node<'_>, sink: &mut Sink) -> Option<Acceptance> {
    let fields = Fields::read(node, &accepted::MAP, "the accepted change", node.span, sink);
    let subject = SUBJECT.iter().filter_map(|key| {
        let name = fields.get(key).given().and_then(|node| name(node, &key.to_string(), sink))?;
        Some((key.name(), name.value.into_owned()))
    });
    let subject = subject.collect();
    let change = fields.get(&accepted::CHANGE).given().and_then(|node| text(node, &accepted::CHANGE, sink))?;
    let why = fields.get(&accepted::WHY).given().and_then(|node| some_text(node, &accepted::WHY, sink))?;
    Some(Acceptance { change: change.value.into_owned(), subject, why })
}
