//! The variants of an error enum as codes.

use syn::{Expr, ExprLit, Field, Fields, ItemEnum, Lit, Variant};

use super::attributes::{self, Display};
use super::format::{Format, Piece};
use super::impls::{Impls, Shown};
use super::types::param_type;
use super::{Note, span};
use crate::catalogue::ParamType;
use crate::import::builder::{RawCode, RawParam};
use crate::import::message::Message;
use crate::import::names::listed;
use crate::import::placeholders::param_name;
use crate::import::table::Cell;
use crate::rules::RuleId;
use crate::source::{FileId, Span};

pub(super) struct Enum {
    pub(super) codes: Vec<RawCode>,
}

impl Enum {
    /// Reads an enum; `None` if it is no error.
    pub(super) fn read(item: &ItemEnum, impls: Option<&Impls>, file: FileId, notes: &mut Vec<Note>) -> Option<Self> {
        let has_message = |variant: &Variant| attributes::display(&variant.attrs).is_some();
        let is_error = attributes::is_error(&item.attrs)
            || item.variants.iter().any(has_message)
            || impls.is_some_and(|impls| impls.is_error);
        let nothing = Impls::default();
        if !is_error {
            return None;
        }
        let mut reader = Reader { impls: impls.unwrap_or(&nothing), file, causes: Causes::default() };
        let codes = item.variants.iter().map(|variant| reader.code(variant, notes)).collect();
        notes.extend(reader.causes.into_notes());
        Some(Self { codes })
    }

    /// Reads a struct that is an error.
    pub(super) fn read_struct(item: &Variant, impls: Option<&Impls>, file: FileId, notes: &mut Vec<Note>) -> RawCode {
        let nothing = Impls::default();
        let mut reader = Reader { impls: impls.unwrap_or(&nothing), file, causes: Causes::default() };
        let code = reader.code(item, notes);
        notes.extend(reader.causes.into_notes());
        code
    }
}

struct Reader<'i> {
    impls: &'i Impls,
    file: FileId,
    causes: Causes,
}

/// The variants with a cause, each with its place.
#[derive(Default)]
struct Causes {
    /// Those whose messages show it.
    shown: Vec<(String, Span)>,
    attached: Vec<(String, Span)>,
}

impl Causes {
    /// What became of the causes.
    fn into_notes(self) -> impl Iterator<Item = Note> {
        let shown = [
            "is shown by the message, so its text is the param `cause`",
            "are shown by the messages, so their texts are the param `cause`",
        ];
        let attached = [
            "is attached by `with_source` or `or_error`; it was no param",
            "are attached by `with_source` or `or_error`; they were no params",
        ];
        let notes = [(RuleId::Converted, self.shown, shown), (RuleId::LeftOut, self.attached, attached)];
        notes.into_iter().filter_map(|(rule, of, what)| note_of_causes(rule, &of, what))
    }
}

fn note_of_causes(rule: RuleId, of: &[(String, Span)], [one, several]: [&str; 2]) -> Option<Note> {
    let (_, span) = of.first()?;
    let (causes, what) = if of.len() == 1 { ("cause", one) } else { ("causes", several) };
    let text = format!("the {causes} of {} {what}", listed(of.iter().map(|(name, _)| &**name)));
    Some(Note { rule, span: *span, text })
}

/// A field of a variant, as a param.
struct Param {
    /// Its name in Rust, or its position.
    field: String,
    name: String,
    kind: Option<ParamType>,
    is_cause: bool,
    /// A backtrace is nothing for clients.
    is_hidden: bool,
}

impl Reader<'_> {
    fn code(&mut self, variant: &Variant, notes: &mut Vec<Note>) -> RawCode {
        let name = variant.ident.to_string();
        let params = params(&variant.fields);
        let message = self.message(variant, &params, notes);
        self.note_causes(variant, &params, message.as_ref());
        let listed = params.iter().filter(|param| !param.is_cause && !param.is_hidden);
        let status = self.impls.statuses.get(&name).copied().or(self.impls.other_status);
        let wire_name = self.impls.names.get(&name).cloned().or_else(|| attributes::renamed(&variant.attrs));
        let at = span(&variant.ident, self.file);
        RawCode {
            span: at,
            name: Some(Cell::new(wire_name.as_deref().unwrap_or(&name), at)),
            rust_name: wire_name.is_some().then_some(name.clone()),
            number: self.impls.numbers.get(&name).copied().or_else(|| discriminant(variant)),
            http_status: status,
            template: message,
            description: attributes::docs(&variant.attrs),
            help: attributes::help(&variant.attrs),
            params: listed.map(|param| RawParam { name: param.name.clone(), kind: param.kind }).collect(),
            ..RawCode::default()
        }
    }

    fn message(&self, variant: &Variant, params: &[Param], notes: &mut Vec<Note>) -> Option<Message> {
        let own = |of: &str| params.iter().find(|param| param.field == of);
        match attributes::display(&variant.attrs) {
            Some(Display::Format(format)) => Some(message(variant, &format, own)),
            Some(Display::Transparent) => {
                let text =
                    format!("`{}` shows the message of its cause, which a catalogue doesn't have", variant.ident);
                notes.push(Note { rule: RuleId::Converted, span: span(variant, self.file), text });
                None
            }
            None => {
                let Shown { format, bindings } = self.impls.messages.get(&variant.ident.to_string())?;
                Some(message(variant, format, |of| own(bindings.get(of).map_or(of, String::as_str))))
            }
        }
    }

    /// Keeps which causes aren't params.
    fn note_causes(&mut self, variant: &Variant, params: &[Param], message: Option<&Message>) {
        let is_shown = |param: &Param| message.is_some_and(|message| message.params.contains(&param.name));
        for (param, field) in params.iter().zip(&variant.fields).filter(|(param, _)| param.is_cause) {
            let causes = if is_shown(param) { &mut self.causes.shown } else { &mut self.causes.attached };
            causes.push((variant.ident.to_string(), span(field, self.file)));
        }
    }
}

fn message<'p>(variant: &Variant, format: &Format, field: impl Fn(&str) -> Option<&'p Param>) -> Message {
    let mut message = Message::default();
    for piece in format.pieces() {
        match piece {
            Piece::Text(text) => message.push_text(&text),
            Piece::Shown { written, of } => {
                let of = of.strip_prefix("r#").unwrap_or(&of).trim_start_matches('_').to_owned();
                let found = field(&of);
                // `{:?}` of itself is its name.
                if found.is_none() && variant.fields.is_empty() && of.parse::<usize>().is_ok() {
                    message.push_text(&variant.ident.to_string());
                    continue;
                }
                let name = found.map(|param| param.name.clone()).or_else(|| param_name(&of));
                match name {
                    Some(name) => message.push_param(written, name, found.and_then(|param| param.kind)),
                    None => message.push_text(&written),
                }
            }
        }
    }
    message
}

fn params(fields: &Fields) -> Vec<Param> {
    fields.iter().enumerate().map(|(at, field)| param(at, field, fields.len())).collect()
}

fn param(at: usize, field: &Field, count: usize) -> Param {
    let rust_name = field.ident.as_ref().map(|name| name.to_string().trim_start_matches("r#").to_owned());
    let is_cause = attributes::has(&field.attrs, "from")
        || attributes::has(&field.attrs, "source")
        || rust_name.as_deref() == Some("source");
    let is_hidden = attributes::has(&field.attrs, "backtrace") || rust_name.as_deref() == Some("backtrace");
    let name = match &rust_name {
        _ if is_cause => Some("cause".to_owned()),
        Some(name) => param_name(name),
        None if count == 1 => Some("value".to_owned()),
        None => None,
    };
    Param {
        field: rust_name.unwrap_or_else(|| at.to_string()),
        name: name.unwrap_or_else(|| format!("arg_{at}")),
        kind: param_type(&field.ty),
        is_cause,
        is_hidden,
    }
}

fn discriminant(variant: &Variant) -> Option<i64> {
    match &variant.discriminant.as_ref()?.1 {
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => number.base10_parse().ok(),
        _ => None,
    }
}
