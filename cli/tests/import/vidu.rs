//! Both captures of Vidu's page are the catalogue that people wrote from it.

use errcat::Catalogue;

use crate::import_in;
use crate::support::repository;

type Cells = Vec<(String, String, Option<String>)>;

fn cells(catalogue: &Catalogue) -> Cells {
    let codes = catalogue.codes().iter();
    codes.map(|code| (code.name.clone(), code.message.as_str().to_owned(), code.description.clone())).collect()
}

#[test]
fn both_captures_of_the_page_give_the_38_codes_cell_by_cell() {
    let ours = cells(&Catalogue::load(repository().join("errors.yaml")).expect("it has no mistakes"));
    assert_eq!(ours.len(), 38);
    for file in ["vidu-errors-table.md", "vidu-errors-page.txt"] {
        let import = import_in(&repository().join("tests/end-to-end/data"), &[file]);
        assert_eq!(import.status, 0, "{}", import.findings);
        let catalogue = import.catalogue();
        assert_eq!(cells(&catalogue), ours, "{file}");
        assert_eq!(catalogue.params().iter().map(|param| &*param.name).collect::<Vec<_>>(), ["fields"]);
    }
}

#[test]
fn the_navigation_around_the_page_is_reported() {
    let data = repository().join("tests/end-to-end/data");
    let page = import_in(&data, &["vidu-errors-page.txt"]);
    page.assert_finds("warning[left-out]: these 6 lines are not part of a table\n --> vidu-errors-page.txt:1:1");
    page.assert_finds("warning[left-out]: these 2 lines are not part of a table\n   --> vidu-errors-page.txt:124:1");
    let table = import_in(&data, &["vidu-errors-table.md"]);
    table.assert_finds("warning[left-out]: this line behind a table is no row of it\n  --> vidu-errors-table.md:42:1");
    table.assert_finds("\nvidu-errors-table.md: 38 codes imported\n");
}
