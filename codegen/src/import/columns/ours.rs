//! The columns of errcat's own documents.

use super::{Columns, Field, find};
use crate::import::table::Table;

#[rustfmt::skip]
const OF_CODES: &[(&str, Field)] = &[
    ("Code", Field::Code), ("Number", Field::Number), ("HTTP status", Field::HttpStatus), ("Message", Field::Message),
    ("Description", Field::Description), ("Help", Field::Help), ("Params", Field::Params), ("Aliases", Field::Aliases),
    ("Page", Field::DocsUrl),
];
const OF_PARAMS: &[(&str, Field)] = &[("Param", Field::Params), ("Type", Field::Type), ("Meaning", Field::Description)];

/// The columns of a table of codes or of params; those of any other table have no field. `named` are attributes.
pub(in crate::import) fn of_ours(table: &Table, named: &[(String, String)]) -> Columns {
    let mut columns = Columns { is_ours: true, ..Columns::default() };
    let column = |heading: &str| table.headings.iter().position(|cell| cell.text == heading);
    let (fields, named) = if ["Code", "HTTP status"].iter().all(|heading| column(heading).is_some()) {
        (OF_CODES, named)
    } else if OF_PARAMS.iter().all(|(heading, _)| column(heading).is_some()) {
        (OF_PARAMS, &[][..])
    } else {
        return columns;
    };
    for (name, heading) in named {
        if let Some(column) = find(table, heading) {
            columns.set(Field::named(name), column);
        }
    }
    for (heading, field) in fields {
        if let (Some(column), None) = (column(heading), columns.get(field)) {
            columns.set(field.clone(), column);
        }
    }
    columns
}
