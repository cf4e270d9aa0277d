//! The compiled catalogues, compared cell by cell with the tables they were made from.

use std::collections::HashSet;

/// A source table: tab-separated, `#` lines first, then the columns' names.
struct Table {
    columns: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn parse(text: &'static str) -> Self {
        let mut lines = text.lines().skip_while(|line| line.starts_with('#'));
        let columns: Vec<_> = lines.next().expect("a line with the columns' names").split('\t').collect();
        let rows: Vec<Vec<_>> = lines.map(|line| line.split('\t').map(unescaped).collect()).collect();
        assert!(rows.iter().all(|row| row.len() == columns.len()), "a row with too few or too many cells");
        Self { columns, rows }
    }

    fn column(&self, name: &str) -> impl Iterator<Item = &str> {
        let index = self.columns.iter().position(|column| *column == name);
        // For example, a table without the column has no aliases.
        self.rows.iter().map(move |row| index.map_or("", |index| &row[index]))
    }

    fn names(&self) -> HashSet<&str> {
        let aliases = self.column("aliases").flat_map(str::split_whitespace);
        self.column("name").chain(aliases).collect()
    }
}

/// The text of a cell: `\n` is a line break, `\t` a tab, `\\` a backslash.
fn unescaped(cell: &str) -> String {
    let mut text = String::new();
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        text.push(match c {
            '\\' => match chars.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some('\\') => '\\',
                other => panic!("`\\` before {other:?} in {cell}"),
            },
            c => c,
        });
    }
    text
}

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

            use super::{Table, near_misses};

            pub fn table() -> Table {
                Table::parse(include_str!(concat!("../data/", stringify!($name), ".tsv")))
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

#[test]
fn severities_of_postgresql() {
    use public_catalogues::postgresql::{ErrorCode, Severity};

    let table = postgresql::table();
    for (code, severity) in ErrorCode::ALL.iter().zip(table.column("severity")) {
        let expected = match severity {
            "error" => Severity::Error,
            "warning" => Severity::Warning,
            "success" => Severity::Success,
            other => panic!("no severity: {other}"),
        };
        assert_eq!(code.severity(), expected, "the severity of {code}");
        assert_eq!(code.severity().as_str(), severity);
    }
}

#[test]
fn numbers_of_typescript() {
    use public_catalogues::typescript::ErrorCode;

    let table = typescript::table();
    let numbers: Vec<i64> = table.column("number").map(|number| number.parse().expect("a number")).collect();
    for (&code, &number) in ErrorCode::ALL.iter().zip(&numbers) {
        assert_eq!(code.number(), number, "the number of {code}");
        assert_eq!(ErrorCode::from_number(number), Some(code));
    }
    for missing in (0..100_000).chain([i64::MAX]).filter(|number| !numbers.contains(number)) {
        assert_eq!(ErrorCode::from_number(missing), None);
    }
}

#[test]
fn attributes_of_botocore() {
    use public_catalogues::botocore::ErrorCode;

    let table = botocore::table();
    for (code, service) in ErrorCode::ALL.iter().zip(table.column("service")) {
        assert_eq!(code.service().as_str(), service, "the service of {code}");
    }
    for (code, sender_fault) in ErrorCode::ALL.iter().zip(table.column("sender_fault")) {
        assert_eq!(code.sender_fault().to_string(), sender_fault, "the sender fault of {code}");
    }
}

#[test]
fn documentation_pages() {
    use public_catalogues::{postgresql, typescript};

    for code in postgresql::ErrorCode::ALL {
        let page = format!("https://www.postgresql.org/docs/15/errcodes-appendix.html#{code}");
        assert_eq!(code.docs_url(), Some(page));
    }
    assert!(typescript::ErrorCode::ALL.iter().all(|code| code.docs_url().is_none()));
}

/// Names that are not valid in Rust, and messages with characters that are special elsewhere.
#[test]
fn constructors() {
    use public_catalogues::{botocore, postgresql, typescript};

    let error = postgresql::Error::code22012();
    assert_eq!((error.reason(), error.to_string()), ("22012", "division by zero".to_owned()));
    let error = postgresql::Error::code2f005();
    assert_eq!((error.reason(), error.http_status()), ("2F005", 400));

    let error = typescript::Error::code2863();
    let message = "Eine Klasse kann einen primitiven Typ wie \"{0}\" nicht erweitern. Klassen können nur \
                   konstruierbare Werte erweitern.";
    assert_eq!(error.to_string(), message);

    let error = botocore::Error::batch_too_large();
    assert_eq!((error.code(), error.http_status()), (botocore::ErrorCode::BatchTooLarge, 413));
    assert_eq!(error.to_string(), "Invalidation batch specified is too large.");
}
