//! Error enums in Rust: thiserror's, snafu's, and those with an `impl Display`.

mod attributes;
mod enums;
mod format;
mod impls;
mod items;
mod types;

use std::thread;

use proc_macro2::TokenStream;
use syn::spanned::Spanned;

use crate::diagnostics::Sink;
use crate::import::group::Group;
use crate::rules::RuleId;
use crate::source::{FileId, Span};
use enums::Enum;
use items::Items;

/// What a thread that reads one file may need: the parser calls itself for each level of an expression.
const STACK: usize = 256 << 20;

/// The enums of a file that are errors.
pub(super) fn groups(text: &str, file: FileId, sink: &mut Sink) -> Vec<Group> {
    let read = || read(text, file);
    let outcome = thread::scope(|scope| {
        let reader = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, read);
        reader
            .map_err(|error| Unread::whole(file, &error.to_string()))
            .and_then(|reader| reader.join().unwrap_or_else(|_| Err(Unread::whole(file, "the parser gave up"))))
    });
    match outcome {
        Ok((groups, notes)) => {
            for Note { rule, span, text } in notes {
                sink.report(rule, span, text);
            }
            groups
        }
        Err(Unread { span, message }) => {
            sink.report(RuleId::NotImported, span, format!("this is not Rust: {message}"));
            Vec::new()
        }
    }
}

/// A finding of the thread.
struct Note {
    rule: RuleId,
    span: Span,
    text: String,
}

struct Unread {
    span: Span,
    message: String,
}

impl Unread {
    fn whole(file: FileId, message: &str) -> Self {
        Self { span: Span::at(file, 0), message: message.to_owned() }
    }

    fn of(error: &syn::Error, file: FileId) -> Self {
        Self { span: span_of(error.span(), file), message: error.to_string() }
    }
}

fn span_of(span: proc_macro2::Span, file: FileId) -> Span {
    Span::new(file, span.byte_range())
}

fn read(text: &str, file: FileId) -> Result<(Vec<Group>, Vec<Note>), Unread> {
    let tokens: TokenStream = text.parse().map_err(|error: proc_macro2::LexError| Unread {
        span: span_of(error.span(), file),
        message: error.to_string(),
    })?;
    let mut items = Items::default();
    items.add(tokens, items::MAX_DEPTH).map_err(|error| Unread::of(&error, file))?;
    let mut notes: Vec<_> = items
        .skipped
        .iter()
        .map(|span| {
            let text = "this item is nested too deeply to be read".to_owned();
            Note { rule: RuleId::NotImported, span: span_of(*span, file), text }
        })
        .collect();
    let impls = impls::read(&items.impls);
    let mut groups = Vec::new();
    for item in &items.structs {
        let (title, span) = (item.ident.to_string(), span_of(item.ident.span(), file));
        let codes = vec![Enum::read_struct(item, impls.get(&title), file, &mut notes)];
        groups.push(Group { title, span, codes });
    }
    for item in &items.enums {
        let name = item.ident.to_string();
        let span = span_of(item.ident.span(), file);
        match Enum::read(item, impls.get(&name), file, &mut notes) {
            Some(read) => groups.push(Group { title: name, span, codes: read.codes }),
            None => notes.push(Note {
                rule: RuleId::LeftOut,
                span,
                text: format!("the enum `{name}` is no error: it has neither an `#[error]` nor an `impl Display`"),
            }),
        }
    }
    Ok((groups, notes))
}

/// The span of anything that was parsed.
fn span(of: &impl Spanned, file: FileId) -> Span {
    span_of(of.span(), file)
}
