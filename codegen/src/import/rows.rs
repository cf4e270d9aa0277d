//! From the rows of tables to codes.

use heck::ToTitleCase;

use super::ImportOptions;
use super::builder::{Builder, RawCode, RawParam};
use super::columns::{self, Columns, Field};
use super::draft::Draft;
use super::group::{Found, Group};
use super::message::Message;
use super::placeholders::param_name;
use super::shown_name;
use super::status::status_in;
use super::table::{Cell, Row, Table};
use crate::catalogue::ParamType;
use crate::diagnostics::suggest::list_of;
use crate::rules::RuleId;
use crate::source::Span;
use crate::words::Words;

/// Adds the codes that are asked for. Tables that aren't about codes are reported.
pub(super) fn add_found(builder: &mut Builder<'_>, found: Found, options: &ImportOptions) {
    add_tables(builder, &found, options);
    let is_wanted = |group: &Group| {
        options.tables.is_empty() || options.tables.iter().any(|wanted| wanted.eq_ignore_ascii_case(&group.title))
    };
    let titles: Vec<_> = found.groups.iter().map(|group| group.title.clone()).collect();
    let (wanted, others): (Vec<_>, Vec<_>) = found.groups.into_iter().partition(is_wanted);
    if let (true, Some(other)) = (wanted.is_empty(), others.first()) {
        report_title(builder, other.span, titles.iter().map(String::as_str), options);
    }
    for code in wanted.into_iter().flat_map(|group| group.codes) {
        builder.add(code);
    }
}

/// Reports that nothing has the title that was asked for.
fn report_title<'t>(
    builder: &mut Builder<'_>,
    span: Span,
    titles: impl Iterator<Item = &'t str>,
    options: &ImportOptions,
) {
    let text = format!("nothing here is called {}", options.tables.join(", "));
    let help = format!("there are: {}", list_of(titles));
    builder.sink.report(RuleId::NotImported, span, text).help = Some(help);
}

fn add_tables(builder: &mut Builder<'_>, found: &Found, options: &ImportOptions) {
    let tables = &found.tables;
    let guess = if found.is_ours { columns::of_ours } else { columns::guess };
    let chosen: Vec<_> = tables.iter().enumerate().filter(|(at, table)| is_chosen(*at, table, options)).collect();
    let guessed: Vec<_> = chosen.iter().map(|(_, table)| (*table, guess(table, &options.columns))).collect();
    report_unknown(builder, tables, &chosen, options);
    for (table, columns) in guessed.iter().filter(|(_, columns)| columns.are_of_params()) {
        declare_params(builder, table, columns);
    }
    // Beside tables with messages, a table without any is about something else.
    let has_messages = |(table, columns): &(&Table, Columns)| {
        columns.are_of_codes(table) && !columns.is_message_guessed && columns.get(&Field::Message).is_some()
    };
    let is_strict = guessed.iter().any(has_messages);
    for guess in &guessed {
        let (table, columns) = guess;
        if columns.are_of_codes(table) && (!is_strict || has_messages(guess)) {
            add_table(builder, table, columns);
        } else if !columns.are_of_params() {
            report_table(builder, table);
        }
    }
}

fn is_chosen(at: usize, table: &Table, options: &ImportOptions) -> bool {
    let names = |wanted: &String| match wanted.strip_prefix('#').and_then(|number| number.parse::<usize>().ok()) {
        Some(number) => number == at + 1,
        None => table.title.as_ref().is_some_and(|title| title.eq_ignore_ascii_case(wanted)),
    };
    options.tables.is_empty() || options.tables.iter().any(names)
}

/// Reports tables and columns that were asked for and aren't there.
fn report_unknown(builder: &mut Builder<'_>, tables: &[Table], chosen: &[(usize, &Table)], options: &ImportOptions) {
    let Some(first) = tables.first() else { return };
    if chosen.is_empty() {
        report_title(builder, first.span, tables.iter().filter_map(|table| table.title.as_deref()), options);
        return;
    }
    for (_, heading) in &options.columns {
        if chosen.iter().all(|(_, table)| columns::find(table, heading).is_none()) {
            let table = chosen[0].1;
            let known = table.headings.iter().map(|heading| &*heading.text);
            let help = format!("the columns are: {}", list_of(known));
            let text = format!("there is no column \"{heading}\"");
            builder.sink.report(RuleId::NotImported, table.span, text).help = Some(help);
        }
    }
}

fn report_table(builder: &mut Builder<'_>, table: &Table) {
    let columns: Vec<_> = (0..table.width().min(10)).map(|column| table.name_of(column)).collect();
    let text = format!("this table is not about codes: its columns are {}", columns.join(", "));
    builder.sink.report(RuleId::LeftOut, table.span, text);
}

fn declare_params(builder: &mut Builder<'_>, table: &Table, columns: &Columns) {
    let text = |row: &Row, field| columns.get(field).and_then(|column| row.get(column)).map(|cell| cell.text.clone());
    for row in &table.rows {
        if let Some(name) = text(row, &Field::Params) {
            let kind = text(row, &Field::Type).and_then(|text| param_type(&text));
            let description = text(row, &Field::Description).or_else(|| text(row, &Field::Message));
            builder.declare(&RawParam { name, kind }, description);
        }
    }
}

/// The type that a word stands for, with a remark behind it or not.
pub(super) fn param_type(text: &str) -> Option<ParamType> {
    let word = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next()?.to_ascii_lowercase();
    ParamType::WORDS.iter().chain(ParamType::GUESSES).find(|(known, _)| *known == word).map(|(_, kind)| *kind)
}

fn add_table(builder: &mut Builder<'_>, table: &Table, columns: &Columns) {
    if !columns.is_ours {
        add_guesses(builder, table, columns);
    }
    report_columns(builder, table, columns);
    for row in &table.rows {
        let raw = raw_code(builder, table, row, columns);
        if raw.name.is_none() && !columns.names_from_messages {
            if row.filled().next().is_some() {
                builder.sink.report(RuleId::NotImported, row.span, "this row has no code");
            }
        } else {
            builder.add(raw);
        }
    }
    builder.draft.is_by_number |= columns.names_from_messages;
}

fn add_guesses(builder: &mut Builder<'_>, table: &Table, columns: &Columns) {
    let of = columns.all().iter().map(|(field, column)| format!("{}: {}", field.name(), table.name_of(*column)));
    let mut guesses = vec![format!("the columns: {}", of.collect::<Vec<_>>().join(", "))];
    if columns.is_message_guessed {
        let message = columns.get(&Field::Message).map(|column| table.name_of(column)).unwrap_or_default();
        guesses.push(format!("no column is called message, so {message} is it"));
    }
    if columns.names_from_messages {
        guesses.push("the source only numbers its codes, so the names are made of the messages".to_owned());
    }
    for guess in guesses {
        if !builder.draft.guesses.contains(&guess) {
            builder.draft.guesses.push(guess);
        }
    }
}

/// Reports columns with something in them that isn't read.
fn report_columns(builder: &mut Builder<'_>, table: &Table, columns: &Columns) {
    let mut unread: Vec<usize> = Vec::new();
    let is_read = |column: usize| columns.all().iter().any(|(_, read)| *read == column);
    let mut seen = std::collections::HashSet::new();
    for (column, cell) in table.rows.iter().flat_map(Row::filled) {
        if !is_read(column) && seen.insert(column) {
            unread.push(column);
            let span = table.headings.get(column).map_or(cell.span, |heading| heading.span);
            let name = table.name_of(column);
            let argument = if name.starts_with('#') { format!("'{name}'") } else { name.clone() };
            let help = format!("`--column NAME={argument}` makes it an attribute or another column");
            let text = format!("the column {name} is not imported");
            builder.sink.report(RuleId::LeftOut, span, text).help = Some(help);
        }
    }
}

fn raw_code(builder: &mut Builder<'_>, table: &Table, row: &Row, columns: &Columns) -> RawCode {
    let cell = |field| columns.get(field).and_then(|column| row.get(column));
    let text = |field| cell(field).map(|cell| cell.text.clone());
    let list = |field| text(field).map(|text| list_in(&text)).unwrap_or_default();
    let attributes = columns.all().iter().filter_map(|(field, column)| match field {
        Field::Attribute(name) => Some((param_name(name)?, row.get(*column)?.text.clone())),
        _ => None,
    });
    let attributes = attributes.collect();
    let number = cell(&Field::Number).and_then(|cell| read(builder, cell, "a whole number", |text| text.parse().ok()));
    let http_status =
        cell(&Field::HttpStatus).and_then(|cell| read(builder, cell, "an HTTP status from 200 to 599", status_in));
    let params = list(&Field::Params).into_iter().map(|name| RawParam { name, kind: None }).collect();
    RawCode {
        span: row.span,
        name: cell(&Field::Code).cloned(),
        number,
        http_status,
        message: cell(&Field::Message).cloned(),
        template: columns.is_ours.then(|| Message::of_template(text(&Field::Message).unwrap_or_default())),
        rust_name: None,
        description: text(&Field::Description),
        help: text(&Field::Help),
        params,
        attributes,
        aliases: list(&Field::Aliases),
        docs_url: text(&Field::DocsUrl).filter(|_| !table.headings.is_empty()),
    }
}

/// Reads a cell, and reports it if it isn't what it should be.
fn read<T>(builder: &mut Builder<'_>, cell: &Cell, what: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    let value = read(&cell.text);
    if value.is_none() {
        builder.sink.report(RuleId::NotImported, cell.span, format!("`{}` is not {what}", cell.text));
    }
    value
}

fn list_in(text: &str) -> Vec<String> {
    let parts = text.split([',', ';', '\n', ' ']).map(|part| part.trim_matches(['`', ' ']));
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The draft with the name of the catalogue.
pub(super) fn head(draft: Draft, path: &str, name: Option<String>) -> Draft {
    let name = name.filter(|name| !name.trim().is_empty());
    let file = shown_name(path);
    let stem = file.split('.').next().unwrap_or_default().to_title_case();
    let name = name.unwrap_or_else(|| if stem.is_empty() { "Errors".to_owned() } else { stem });
    Draft { name, ..draft }
}
