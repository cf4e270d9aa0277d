//! Tables of public catalogues give as many codes as they have rows, with the names, numbers, statuses and messages that
//! people wrote into catalogues from them.

use std::fs;

use errcat::Catalogue;

use crate::import_in;
use crate::support::repository;

#[test]
fn public_tables_give_a_code_for_each_row() {
    let folder = repository().join("tests/public-catalogues");
    let mut count = 0;
    for name in ["botocore", "discord", "kafka", "ntstatus", "postgresql", "pyspark", "ruff", "typescript", "wechat"] {
        let file = format!("{name}.tsv");
        let table = fs::read_to_string(folder.join("data").join(&file)).expect("the table is there");
        let rows: Vec<_> = table.lines().filter(|line| !line.starts_with('#')).skip(1).collect();
        // TypeScript's names are numbers.
        let import = import_in(&folder.join("data"), &[&file, "--column", "code=name", "--max-findings", "9999"]);
        assert_eq!(import.status, 0, "{name}: {}", import.findings);
        let imported = import.catalogue();
        let written =
            Catalogue::load(folder.join("catalogues").join(format!("{name}.yaml"))).expect("it has no mistakes");
        assert_eq!(imported.codes().len(), rows.len(), "{name}");
        let columns: Vec<_> =
            table.lines().find(|line| !line.starts_with('#')).expect("headings").split('\t').collect();
        let at = |column: &str| columns.iter().position(|known| *known == column);
        for (row, code) in rows.iter().zip(imported.codes()) {
            let cells: Vec<_> = row.split('\t').collect();
            let id = written.code(cells[0]).unwrap_or_else(|| panic!("{name}: {}", cells[0]));
            let same = &written[id];
            assert_eq!((&code.name, code.http_status), (&same.name, same.http_status), "{name}");
            assert_eq!(code.number, at("number").and(same.number), "{name}: {}", code.name);
            let message = cells[at("message").expect("there are messages")];
            // What looks like a placeholder of another language was text for those who wrote the catalogue.
            let is_plain = !message.contains(['%', '$', '<', '{', ':']);
            if !message.contains('\\') && (is_plain || message.contains("{{.")) {
                assert_eq!(code.message.as_str(), same.message.as_str(), "{name}: {}", code.name);
                count += 1;
            }
        }
    }
    assert!(count > 2000, "only {count} messages were compared");
}
