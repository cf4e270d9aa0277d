//! Every cell of the vendor's table can be read through the crate.

use std::collections::HashMap;

use vidu_errors::{ErrorCode, Retry};

const TABLE: &str = include_str!("../data/vidu-errors-table.md");
const STATUSES: &str = include_str!("../data/vidu-statuses.tsv");

/// The rows between the table's header and the navigation below it.
fn rows() -> Vec<[&'static str; 3]> {
    let rows = TABLE.lines().skip_while(|line| !line.starts_with("|---")).skip(1);
    let rows = rows.map_while(|line| line.strip_suffix('|'));
    let cells = rows.map(|row| row.split(" | ").map(str::trim).collect::<Vec<_>>());
    cells.map(|cells| cells.try_into().expect("a row has three cells")).collect()
}

#[test]
fn names_messages_and_descriptions() {
    let table = rows();
    assert_eq!(table.len(), 38);
    let codes: Vec<_> = ErrorCode::ALL.iter().map(|code| [code.as_str(), code.message(), code.description()]).collect();
    assert_eq!(codes, table);
    for &code in ErrorCode::ALL {
        assert_eq!(code.as_str().parse(), Ok(code));
    }
}

#[test]
fn statuses_and_retries() {
    let rows: HashMap<_, _> = STATUSES
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<_> = line.split('\t').collect();
            (cells[0], (cells[1], cells[3]))
        })
        .collect();
    assert_eq!(rows.len(), ErrorCode::ALL.len());
    for code in ErrorCode::ALL {
        let (status, retry) = rows[code.as_str()];
        assert_eq!(code.http_status().to_string(), status, "{code}");
        assert_eq!(code.retry().as_str(), retry, "{code}");
    }
    assert_eq!(ErrorCode::SystemThrottling.retry(), Retry::Backoff);
}
