//! What may be there only once.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use crate::source::Span;

/// Claims a name; returns the span of its first use if it is already taken.
pub(crate) fn claim_unique<K: Hash + Eq>(seen: &mut HashMap<K, Span>, name: K, span: Span) -> Option<Span> {
    match seen.entry(name) {
        Entry::Occupied(first) => Some(*first.get()),
        Entry::Vacant(slot) => {
            slot.insert(span);
            None
        }
    }
}
