//! The lookup of codes by their names and numbers, which `runtime/layout.rs` reads.

use syn::{Item, parse_quote};

use super::{NamedCatalogue, ast};
use crate::catalogue::{Code, Numbers};
use crate::hash;
use crate::layout::{DEPRECATED, ENTRY_LEN, FACTS_LEN, GROUP_LEN, SLOTS};

pub(super) fn items(catalogue: &NamedCatalogue<'_>) -> Vec<Item> {
    let codes = &catalogue.model.codes;
    let aliases = codes.iter().flat_map(|code| &code.aliases);
    let names = codes.iter().map(|code| &code.name).chain(aliases).map(String::as_bytes);
    let whole_names = needs_whole_names(names.clone());
    let is_unique = catalogue.model.numbers == Numbers::Unique;
    let numbers = codes.iter().enumerate().filter(|_| is_unique);
    let numbers = numbers.filter_map(|(entry, code)| Some((entry, code.number?)));
    let hashes = names.map(|name| hash::name(name, whole_names)).enumerate();
    let hashes = hashes.chain(numbers.map(|(entry, number)| (entry, hash::name(&number.to_le_bytes(), false))));
    let mut lookup: Vec<u8> = codes.iter().flat_map(facts).collect();
    lookup.extend(table(&hashes.collect::<Vec<_>>()));
    vec![
        parse_quote! {
            /// Whether names are hashed as a whole, since these names are too similar at their ends.
            pub(super) const WHOLE_NAMES: bool = #whole_names;
        },
        ast::with_value(
            parse_quote! {
                /// What `row` reads about each code, then the tables of names and numbers: see `layout`.
                ///
                /// Not meant to be read. To resolve a merge conflict here, run `errcat generate`.
                pub(super) static LOOKUP: &[u8] = b"";
            },
            ast::bytes(&lookup),
        ),
    ]
}

/// The facts about a code, which precede the table.
fn facts(code: &Code) -> [u8; FACTS_LEN] {
    let mark = if code.deprecated.is_some() { DEPRECATED } else { 0 };
    let [low, high] = (code.http_status | mark).to_le_bytes();
    [low, high, u8::try_from(code.name.len() - 1).expect("a name has 1 to 256 bytes")]
}

/// Whether names are too similar at their ends for the faster hash.
fn needs_whole_names<'c>(names: impl Iterator<Item = &'c [u8]>) -> bool {
    let mut hashes: Vec<_> = names.map(|name| hash::name(name, false)).collect();
    hashes.sort_unstable();
    let longest = hashes.chunk_by(|a, b| a == b).map(<[u64]>::len).max();
    longest.is_some_and(|longest| longest > MAX_ALIKE)
}

/// With more names than this to compare one after another, hashing whole names is faster.
const MAX_ALIKE: usize = 3;

/// The table for entries and their hashes. At least half of its slots are free.
fn table(hashes: &[(usize, u64)]) -> Vec<u8> {
    let groups = (2 * hashes.len()).div_ceil(SLOTS).next_power_of_two();
    let mut table = vec![0; groups * GROUP_LEN];
    for &(entry, hash) in hashes {
        #[allow(clippy::cast_possible_truncation, reason = "only the lower bits matter")]
        let first = hash as usize;
        let mut slots = (0..groups).flat_map(|step| {
            let group = (first.wrapping_add(step) & (groups - 1)) * GROUP_LEN;
            (0..SLOTS).map(move |slot| (group + slot, group + SLOTS + ENTRY_LEN * slot))
        });
        let (tag, number) = slots.find(|&(tag, _)| table[tag] == 0).expect("half of the slots are free");
        let entry = u32::try_from(entry).expect("a catalogue has fewer values than entries fit in");
        table[tag] = hash::tag(hash);
        table[number..][..ENTRY_LEN].copy_from_slice(&entry.to_le_bytes()[..ENTRY_LEN]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::find;

    /// The entries with this hash, in the order in which they are found.
    fn entries(table: &[u8], hash: u64) -> Vec<usize> {
        let seen = std::cell::RefCell::new(Vec::new());
        let none: Option<()> = find(table, hash, |entry| {
            seen.borrow_mut().push(entry);
            None
        });
        assert!(none.is_none());
        seen.into_inner()
    }

    #[test]
    fn every_entry_is_found() {
        for count in [1, 2, 3, 4, 5, 100, 1000] {
            let hashes: Vec<_> =
                (0..count).map(|entry: usize| (entry, hash::name(&entry.to_le_bytes(), false))).collect();
            let table = table(&hashes);
            for (entry, hash) in hashes {
                assert_eq!(find(&table, hash, |found| (found == entry).then_some(found)), Some(entry));
            }
        }
    }

    #[test]
    fn a_full_group_overflows_into_the_next_and_the_last_into_the_first() {
        let tag_and_group = |tag: u64, group: u64| tag << 56 | group;
        // All start in the last of eight groups.
        let crowd = (0..20).map(|entry| (entry, tag_and_group(0x55, 7)));
        let hashes: Vec<_> = crowd.chain([(20, tag_and_group(0x33, 0))]).collect();
        let table = table(&hashes);
        assert_eq!(table.len(), 8 * GROUP_LEN);
        assert_eq!(entries(&table, tag_and_group(0x55, 7)), (0..20).collect::<Vec<_>>());
        assert_eq!(entries(&table, tag_and_group(0x33, 0)), [20]);
        assert!(entries(&table, tag_and_group(0x77, 7)).is_empty());
    }

    #[test]
    fn names_with_similar_ends_are_hashed_as_a_whole() {
        let names =
            |count: u8| (0..count).map(|middle| format!("SameBeginning{middle:02}SameEnding")).collect::<Vec<_>>();
        let is_whole = |names: &[String]| needs_whole_names(names.iter().map(String::as_bytes));
        assert!(!is_whole(&names(3)));
        assert!(is_whole(&names(4)));
    }
}
