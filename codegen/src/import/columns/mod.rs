//! Which column of a table is what.

mod content;
mod headings;
mod ours;

use self::content::Content;
pub(super) use self::headings::{Field, fits, is_heading, is_known_heading};
use self::headings::{HEADINGS, PARAMS, is_same, rank, words};
pub(super) use self::ours::of_ours;
use super::table::Table;

/// The columns of a table by their fields.
#[derive(Default)]
pub(super) struct Columns {
    of: Vec<(Field, usize)>,
    /// Whether the names are to be made of the messages, since codes are only numbers.
    pub(super) names_from_messages: bool,
    /// Whether the column of messages was taken for want of a better one.
    pub(super) is_message_guessed: bool,
    /// Whether the table is one of errcat's own: its messages are templates, and nothing is guessed.
    pub(super) is_ours: bool,
}

impl Columns {
    pub(super) fn get(&self, field: &Field) -> Option<usize> {
        self.of.iter().find(|(known, _)| known == field).map(|(_, column)| *column)
    }

    pub(super) fn all(&self) -> &[(Field, usize)] {
        &self.of
    }

    fn is_taken(&self, column: usize) -> bool {
        self.of.iter().any(|(_, taken)| *taken == column)
    }

    fn set(&mut self, field: Field, column: usize) {
        self.of.push((field, column));
    }

    /// Whether the rows of the table can be codes.
    pub(super) fn are_of_codes(&self, table: &Table) -> bool {
        let has = |field| self.get(field).is_some();
        let says_something = [Field::Message, Field::Description, Field::HttpStatus, Field::Help].iter().any(has);
        (has(&Field::Code) && (says_something || has(&Field::Number) || is_called_so(table)))
            || (self.names_from_messages && has(&Field::Message))
    }

    /// Whether the rows of the table can be params.
    pub(super) fn are_of_params(&self) -> bool {
        self.get(&Field::Type).is_some() && self.get(&Field::Params).is_some()
    }
}

/// Finds the columns: those that the user names, then by heading, then by content.
pub(super) fn guess(table: &Table, named: &[(String, String)]) -> Columns {
    let mut guess = Guess {
        table,
        contents: (0..table.width().min(MAX_COLUMNS)).map(|it| Content::of(table, it)).collect(),
        columns: Columns::default(),
    };
    for (name, heading) in named {
        if let Some(column) = find(table, heading) {
            guess.columns.set(Field::named(name), column);
        }
    }
    guess.by_params();
    guess.by_headings();
    guess.name_numbers();
    if table.headings.is_empty() {
        guess.by_content();
    }
    guess.find_message();
    guess.columns
}

/// Whether a table of constants is called as people call those of codes: `ErrorCode`, `reasons`.
fn is_called_so(table: &Table) -> bool {
    const WORDS: [&str; 5] = ["error", "err", "code", "exception", "reason"];
    let title = words(table.title.as_deref().unwrap_or_default());
    let is_of_constants = table.headings.first().is_some_and(|heading| heading.text == "(key)");
    is_of_constants && title.split(' ').any(|word| WORDS.contains(&word.trim_end_matches('s')))
}

/// Nobody looks for codes beyond it.
const MAX_COLUMNS: usize = 1000;

/// The column with a heading, or at a position: `#2`.
pub(super) fn find(table: &Table, heading: &str) -> Option<usize> {
    let by_heading = table.headings.iter().position(|cell| is_same(heading, &cell.text));
    let position = || heading.trim().strip_prefix('#')?.parse::<usize>().ok()?.checked_sub(1);
    by_heading.or_else(|| position().filter(|column| *column < table.width()))
}

struct Guess<'t> {
    table: &'t Table,
    contents: Vec<Content>,
    columns: Columns,
}

impl Guess<'_> {
    /// Finds the names and types of params, in a table of them.
    fn by_params(&mut self) {
        let is_called = |title: &str| title.rsplit('.').next().is_some_and(|title| PARAMS.contains(&&*words(title)));
        let is_first = self.table.headings.first().is_some_and(|heading| PARAMS.contains(&&*words(&heading.text)));
        let column = |wanted: &[&str]| self.best(wanted, |_| true);
        let name = if self.table.title.as_deref().is_some_and(is_called) { column(&["name", "(key)"]) } else { None };
        if let (Some(name), Some(kind)) = (name.or(is_first.then_some(0)), column(&["type", "data type"])) {
            self.columns.set(Field::Params, name);
            self.columns.set(Field::Type, kind);
        }
    }

    fn by_headings(&mut self) {
        let is_of_params = self.columns.are_of_params();
        for (field, headings) in HEADINGS {
            if !(is_of_params && *field == Field::Code) && self.columns.get(field).is_none() {
                let fits = |content: Content| match field {
                    Field::Number => content.is_of_numbers(),
                    Field::HttpStatus => content.is_mostly_of_statuses(),
                    Field::Code => content.is_of_texts(),
                    _ => true,
                };
                if let Some(column) = self.best(headings, fits) {
                    self.columns.set(field.clone(), column);
                }
            }
        }
    }

    /// The free column whose heading fits best.
    fn best(&self, headings: &[&str], fits: impl Fn(Content) -> bool) -> Option<usize> {
        let columns = self.table.headings.iter().take(self.contents.len()).enumerate();
        let columns = columns.filter(|(at, _)| !self.columns.is_taken(*at) && fits(self.contents[*at]));
        let ranked = columns.filter_map(|(at, heading)| Some((rank(&heading.text, headings)?, at)));
        ranked.min().map(|(_, at)| at)
    }

    /// Tells numbers from HTTP statuses, and does without a name where codes are numbers.
    fn name_numbers(&mut self) {
        let numbers = HEADINGS.iter().find(|(field, _)| *field == Field::Number).map_or(&[][..], |(_, it)| it);
        if self.has(&Field::Code) && !self.has(&Field::HttpStatus) {
            // A column called code with statuses in it, beside another one with names.
            let number = self.columns.get(&Field::Number).filter(|at| self.contents[*at].is_of_statuses());
            if let Some(at) = self.best(numbers, Content::is_of_statuses).or(number) {
                self.columns.of.retain(|(_, column)| *column != at);
                self.columns.set(Field::HttpStatus, at);
            }
            if !self.has(&Field::Number)
                && let Some(other) = self.best(numbers, Content::is_of_numbers)
            {
                self.columns.set(Field::Number, other);
            }
        }
        self.columns.names_from_messages = !self.has(&Field::Code) && self.has(&Field::Number);
    }

    fn has(&self, field: &Field) -> bool {
        self.columns.get(field).is_some()
    }

    /// Without headings: the first column of names, a column of numbers, then texts.
    fn by_content(&mut self) {
        let wanted = [
            (Field::Code, Content::is_of_names as fn(Content) -> bool),
            (Field::HttpStatus, Content::is_of_statuses),
            (Field::Number, Content::is_of_numbers),
            (Field::Message, Content::is_of_texts),
            (Field::Description, Content::is_of_texts),
        ];
        for (field, fits) in wanted {
            let free = |at: &usize| !self.columns.is_taken(*at) && fits(self.contents[*at]);
            if self.columns.get(&field).is_none()
                && let Some(at) = (0..self.contents.len()).find(free)
            {
                self.columns.set(field, at);
            }
        }
        self.columns.names_from_messages = !self.has(&Field::Code) && self.has(&Field::Number);
    }

    /// Takes the description for the message, if nothing else is one.
    fn find_message(&mut self) {
        if self.columns.get(&Field::Message).is_some() || self.columns.are_of_params() {
            return;
        }
        if let Some((field, _)) = self.columns.of.iter_mut().find(|(field, _)| *field == Field::Description) {
            *field = Field::Message;
            self.columns.is_message_guessed = true;
        }
    }
}
