//! Tables of public catalogues give as many codes as they have rows, with the names, numbers, statuses and messages that
//! people wrote into catalogues from them.

use std::fs;

use errcat::Catalogue;

use crate::support::repository;
use crate::{import, import_in};

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

/// The name, the number and the message of each row.
fn rows(table: &str) -> Vec<[String; 3]> {
    let mut lines =
        table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect::<Vec<_>>());
    let headings = lines.next().expect("there are headings");
    let column = |name| headings.iter().position(|heading| *heading == name).expect("there is such a column");
    let columns = ["name", "number", "message"].map(column);
    lines.map(|row| columns.map(|at| row[at].to_owned())).collect()
}

#[test]
fn public_tables_written_as_constants_give_a_code_for_each_row() {
    for name in ["kafka", "discord"] {
        let table = repository().join(format!("tests/public-catalogues/data/{name}.tsv"));
        let rows = rows(&std::fs::read_to_string(table).expect("the table is there"));
        // A placeholder would be one in other languages too.
        let rows: Vec<_> =
            rows.into_iter().filter(|[_, _, message]| !message.contains(['%', '$', '<', '{', ':'])).collect();
        assert!(rows.len() > 100, "{name}");
        let lines = |line: fn(&[String; 3]) -> String| rows.iter().map(line).collect::<String>();
        let sources = [
            (
                "errors.go",
                "package errs\n\nconst (\n".to_owned()
                    + &lines(|[name, number, _]| format!("\t{name} Code = {number}\n"))
                    + ")\n\nvar messages = map[Code]string{\n"
                    + &lines(|[name, _, message]| format!("\t{name}: {message:?},\n"))
                    + "}\n",
            ),
            (
                "Errors.java",
                "public enum Errors {\n".to_owned()
                    + &lines(|[name, number, message]| format!("  {name}({number}, {message:?}),\n"))
                    + "  ;\n  Errors(int number, String text) {}\n}\n",
            ),
            (
                "errors.ts",
                "export const errors = {\n".to_owned()
                    + &lines(|[name, number, message]| {
                        format!("  {name}: {{ number: {number}, message: {message:?} }},\n")
                    })
                    + "} as const;\n",
            ),
        ];
        for (file, source) in sources {
            let import = import(file, source, &["--status", "400"]);
            assert_eq!(import.status, 0, "{name} in {file}: {}", import.findings);
            let catalogue = import.catalogue();
            let read = catalogue.codes().iter().map(|code| {
                [
                    code.name.clone(),
                    code.number.map_or_else(String::new, |it| it.to_string()),
                    code.message.as_str().to_owned(),
                ]
            });
            assert!(read.eq(rows.iter().cloned()), "{name} in {file}");
        }
    }
}
