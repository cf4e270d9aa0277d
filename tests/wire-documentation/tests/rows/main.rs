//! Each row of each table in `docs/wire.md` is true.

#![allow(clippy::unwrap_used, reason = "a panic fails the test")]

mod grpc;
mod headers;
mod limits;
mod messages;
mod reading;
mod writing;

use wire_documentation::tables::{self, Table};

/// The first column of the tables of each kind; `reading` knows tables with bodies by another column.
const KINDS: [&str; 10] = [
    "`wire`",
    "param",
    "body",
    "response",
    "envelope",
    "template",
    "header",
    "`Retry-After`",
    "HTTP status",
    "gRPC code",
];

fn all_tables() -> Vec<Table> {
    tables::all(include_str!("../../../../docs/wire.md"))
}

/// The rows of the tables whose first column has this name.
fn rows(first: &str) -> Vec<Vec<String>> {
    let tables = all_tables().into_iter().filter(|table| table.header[0] == first);
    let rows: Vec<_> = tables.flat_map(|table| table.rows).collect();
    assert!(!rows.is_empty(), "no table with {first}");
    rows
}

/// Bytes, of which some are written as `\x1B`.
fn bytes(cell: &str) -> Vec<u8> {
    let mut parts = tables::code(cell).split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend(part[2..].bytes());
    }
    bytes
}

#[test]
fn every_table_is_tested() {
    for table in all_tables() {
        let first = &*table.header[0];
        let is_other = ["message", "what"].contains(&first);
        assert!(KINDS.contains(&first) || is_other, "no test reads the table with {:?}", table.header);
        assert!(table.rows.iter().all(|row| row.len() == table.header.len()), "{:?}", table.header);
    }
}
