//! The compiled catalogues, compared cell by cell with the tables they were made from.

mod table;

/// Names that differ from a name in one place: a character removed, replaced, in the other case or added; and the name
/// with a space before or after it.
fn near_misses(name: &str) -> impl Iterator<Item = String> {
    let changed = (0..name.len()).flat_map(move |at| {
        let (before, rest) = name.split_at(at);
        let (char, after) = rest.split_at(1);
        let other = if char == "7" { "8" } else { "7" };
        let swapped = if char == char.to_lowercase() { char.to_ascii_uppercase() } else { char.to_ascii_lowercase() };
        [
            format!("{before}{after}"),
            format!("{before}{other}{after}"),
            format!("{before}{swapped}{after}"),
            format!("{before}{char}{char}{after}"),
        ]
    });
    changed.chain([format!("{name} "), format!(" {name}")])
}

macro_rules! compare {
    ($name:ident, $codes:literal codes, $aliases:literal aliases) => {
        mod $name {
            use public_catalogues::$name::ErrorCode;

            use super::near_misses;
            use crate::table::{Table, table};

            fn table() -> Table {
                table!($name)
            }

            #[test]
            fn no_code_is_lost_or_added() {
                assert_eq!(ErrorCode::ALL.len(), $codes);
                assert_eq!(table().rows.len(), $codes);
                assert_eq!(table().names().len(), $codes + $aliases);
            }

            #[test]
            fn every_cell_matches_its_source() {
                let table = table();
                let cells = |column| ErrorCode::ALL.iter().zip(table.column(column));
                for (code, name) in cells("name") {
                    assert_eq!(code.as_str(), name);
                    assert_eq!(code.as_ref(), name);
                    assert_eq!(code.to_string(), name);
                    assert_eq!(format!("{code:?}"), name);
                }
                for (code, status) in cells("status") {
                    assert_eq!(code.http_status().to_string(), status, "the status of {code}");
                }
                for (code, message) in cells("message") {
                    assert_eq!(code.message(), message, "the message of {code}");
                }
                for (code, description) in cells("description") {
                    assert_eq!(code.description(), description, "the description of {code}");
                }
            }

            #[test]
            fn the_order_matches_the_sources() {
                assert!(ErrorCode::ALL.is_sorted_by(|a, b| a < b));
                assert!(ErrorCode::ALL.iter().enumerate().all(|(index, &code)| code as usize == index));
            }

            #[test]
            fn names_and_aliases_are_found() {
                let table = table();
                for (&code, name) in ErrorCode::ALL.iter().zip(table.column("name")) {
                    assert_eq!(name.parse(), Ok(code));
                    assert_eq!(ErrorCode::try_from(name), Ok(code));
                }
                for (&code, aliases) in ErrorCode::ALL.iter().zip(table.column("aliases")) {
                    for alias in aliases.split_whitespace() {
                        assert_eq!(alias.parse(), Ok(code));
                    }
                }
            }

            #[test]
            fn near_misses_are_unknown() {
                let table = table();
                let names = table.names();
                let mut tried = 0;
                for miss in names.iter().flat_map(|name| near_misses(name)).filter(|miss| !names.contains(&**miss)) {
                    let unknown = miss.parse::<ErrorCode>().expect_err("no code has this name");
                    assert_eq!(unknown.as_str(), miss);
                    tried += 1;
                }
                assert!(tried > 10 * names.len());
                assert!("".parse::<ErrorCode>().is_err());
            }

            #[test]
            fn nothing_is_deprecated() {
                assert!(!ErrorCode::ALL.iter().any(|code| code.is_deprecated()));
            }
        }
    };
}

compare!(postgresql, 261 codes, 267 aliases);
compare!(typescript, 424 codes, 0 aliases);
compare!(botocore, 442 codes, 72 aliases);
compare!(kafka, 129 codes, 129 aliases);
compare!(wechat, 125 codes, 0 aliases);
compare!(pyspark, 239 codes, 0 aliases);
compare!(ruff, 138 codes, 138 aliases);
compare!(ntstatus, 845 codes, 0 aliases);
compare!(discord, 246 codes, 0 aliases);
