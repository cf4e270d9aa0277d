//! Numbers, attributes, pages and constructors of the compiled catalogues.

mod table;

use std::collections::{BTreeMap, HashSet};

use table::{Table, table};

/// The numbers of a catalogue's codes, which are in this range.
macro_rules! numbers {
    ($name:ident, $test:ident, $range:expr) => {
        #[test]
        fn $test() {
            use public_catalogues::$name::ErrorCode;

            let numbers = numbers(&table!($name));
            for (&code, &number) in ErrorCode::ALL.iter().zip(&numbers) {
                assert_eq!(code.number(), number, "the number of {code}");
                assert_eq!(ErrorCode::from_number(number), Some(code));
            }
            let known: HashSet<_> = numbers.into_iter().collect();
            assert!(known.iter().all(|number| $range.contains(number)));
            for missing in $range.chain([i64::MIN, i64::MAX]).filter(|number| !known.contains(number)) {
                assert_eq!(ErrorCode::from_number(missing), None);
            }
        }
    };
}

numbers!(typescript, numbers_of_typescript, 0..100_000);
numbers!(kafka, numbers_of_kafka, -10..1_000);
numbers!(wechat, numbers_of_wechat, -1_000..100_000);
numbers!(ntstatus, numbers_of_ntstatus, 0xC000_0000..0xC001_0000);

fn numbers(table: &Table) -> Vec<i64> {
    table.column("number").map(|number| number.parse().expect("a number")).collect()
}

#[test]
fn shared_numbers_of_discord() {
    use public_catalogues::discord::ErrorCode;

    let numbers = numbers(&table!(discord));
    let mut codes: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (&code, number) in ErrorCode::ALL.iter().zip(numbers) {
        assert_eq!(code.number(), number, "the number of {code}");
        codes.entry(number).or_default().push(code);
    }
    assert_eq!(codes.values().filter(|codes| codes.len() > 1).count(), 3);
    for number in -1..1_000_000 {
        let expected = codes.get(&number).map(Vec::as_slice).unwrap_or_default();
        assert_eq!(ErrorCode::from_number(number), expected);
    }
}

#[test]
fn severities_of_postgresql() {
    use public_catalogues::postgresql::{ErrorCode, Severity};

    let table = table!(postgresql);
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

/// Columns with the values of an attribute.
macro_rules! attributes {
    ($name:ident, $test:ident, [$($attribute:ident),+]) => {
        #[test]
        fn $test() {
            let table = table!($name);
            $(for (code, value) in public_catalogues::$name::ErrorCode::ALL.iter().zip(table.column(stringify!($attribute))) {
                assert_eq!(code.$attribute().to_string(), value, "{} of {code}", stringify!($attribute));
            })+
        }
    };
}

attributes!(botocore, attributes_of_botocore, [service, sender_fault]);
attributes!(kafka, attributes_of_kafka, [retriable, refresh_metadata]);
attributes!(pyspark, attributes_of_pyspark, [sql_state]);
attributes!(ruff, attributes_of_ruff, [linter, fix, stability]);

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

/// The params of a message, in the order in which the catalogue declares them.
#[test]
fn messages_with_params() {
    use public_catalogues::pyspark::Error;

    let error = Error::argument_required("path", "format is 'text'");
    assert_eq!(error.to_string(), "Argument `path` is required when format is 'text'.");
    assert_eq!((error.arg_name(), error.condition()), (Some("path"), Some("format is 'text'")));
    let error = Error::nearest_by_join_unsupported_join_type("inner, left", "outer");
    assert_eq!(error.reason(), "NEAREST_BY_JOIN.UNSUPPORTED_JOIN_TYPE");
    let message = "Invalid nearest-by join. Unsupported nearest-by join type outer. Supported types: inner, left.";
    assert_eq!(error.to_string(), message);
}
