//! Handwritten rows and lookups.

use std::cell::RefCell;
use std::vec::Vec;

use crate::layout::{Cells, GROUP_LEN, SLOTS, find, text_of};

fn cell(row: &str, name: &str, index: usize) -> std::string::String {
    let (start, len) = text_of(row.as_bytes(), name.len() + 1, index);
    row[start..][..len].into()
}

#[test]
fn cells_are_found_by_their_lengths() {
    let row = "BadRequest 011:bad request 015:Invalid request 009:after_fix";
    let cells: Vec<_> = (0..5).map(|index| cell(row, "BadRequest", index)).collect();
    assert_eq!(cells, ["bad request", "Invalid request", "after_fix", "", ""]);
}

#[test]
fn a_text_can_contain_separators() {
    let row = "A 008: 003:x # 000: 002:: ";
    assert_eq!([0, 1, 2].map(|index| cell(row, "A", index)), [" 003:x #", "", ": "]);
}

#[test]
fn places_after_a_message_are_not_a_cell() {
    let row = "A 010:x: {{.x}} {03+07=0{00+07=12 001:b";
    assert_eq!([0, 1].map(|index| cell(row, "A", index)), ["x: {{.x}} ", "b"]);
}

#[test]
fn a_long_length_has_as_many_digits_as_it_needs() {
    let long = "0".repeat(1000);
    let row = std::format!("A #1000:{long} 003:end");
    assert_eq!([0, 1].map(|index| cell(&row, "A", index)), [&*long, "end"]);
}

#[test]
fn a_name_alone_has_empty_cells() {
    assert_eq!([0, 1, 9].map(|index| cell("Name", "Name", index)), ["", "", ""]);
}

#[test]
fn the_cells_of_attributes_are_between_the_description_and_the_params() {
    for attributes in [0, 1, 7] {
        let cells = Cells::new(attributes);
        assert_eq!(cells.attributes, cells.description + 1);
        assert_eq!(cells.params, cells.attributes + attributes);
        assert_eq!(cells.grpc + 1, Cells::FIXED + attributes);
    }
}

/// A table of two groups, with slots given as tags and entries.
fn table(groups: [&[(u8, u8)]; 2]) -> Vec<u8> {
    let mut table = std::vec![0; 2 * GROUP_LEN];
    for (group, slots) in groups.into_iter().enumerate() {
        for (slot, &(tag, entry)) in slots.iter().enumerate() {
            table[group * GROUP_LEN + slot] = tag;
            table[group * GROUP_LEN + SLOTS + 3 * slot] = entry;
        }
    }
    table
}

/// The entries that are compared for a hash with this tag that starts at this group.
fn looked_at(table: &[u8], tag: u8, group: u64) -> Vec<usize> {
    let seen = RefCell::new(Vec::new());
    let found = find(table, u64::from(tag) << 56 | group, |entry| {
        seen.borrow_mut().push(entry);
        None::<()>
    });
    assert!(found.is_none());
    seen.into_inner()
}

#[test]
fn only_entries_with_the_tag_are_compared() {
    let table = table([&[(0x11, 10), (0x33, 11), (0x11, 12)], &[(0x11, 13)]]);
    assert_eq!(looked_at(&table, 0x11, 0), [10, 12]);
    assert_eq!(looked_at(&table, 0x33, 0), [11]);
    assert!(looked_at(&table, 0x55, 0).is_empty());
    assert_eq!(looked_at(&table, 0x11, 1), [13]);
}

#[test]
fn a_full_group_overflows_into_the_next_and_the_last_into_the_first() {
    let full: Vec<_> = (0..8).map(|entry| (9, entry)).collect();
    assert_eq!(looked_at(&table([&full, &[(9, 8)]]), 9, 0), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(looked_at(&table([&[(9, 8)], &full]), 9, 1), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
}

#[test]
fn a_search_ends_at_the_entry_it_finds() {
    let table = table([&[(0x11, 10), (0x11, 11)], &[]]);
    assert_eq!(find(&table, 0x11 << 56, |entry| (entry == 11).then_some("it")), Some("it"));
}

#[test]
fn entries_have_three_bytes() {
    let mut table = table([&[(0x11, 0)], &[]]);
    table[SLOTS..][..3].copy_from_slice(&[1, 2, 3]);
    assert_eq!(looked_at(&table, 0x11, 0), [0x03_02_01]);
}
