//! From what a source says about codes to a draft that is a valid catalogue.

use std::collections::HashMap;

use super::draft::{Code, Draft, Param};
use super::message::{self, Message};
use super::names::{Remarks, name_from, valid_name, without_remarks, without_repeats};
use super::placeholders::param_name;
use super::settle::settle;
use super::table::Cell;
use crate::catalogue::ParamType;
use crate::decode::MAX_NAME;
use crate::diagnostics::Sink;
use crate::render::rust::ident::{is_pascal, variant};
use crate::resolve::MAX_PARAMS;
use crate::rules::RuleId;
use crate::source::Span;

/// A code as its source has it.
#[derive(Default)]
pub(super) struct RawCode {
    pub(super) span: Span,
    /// If there is none, a name is made of the message.
    pub(super) name: Option<Cell>,
    pub(super) number: Option<i64>,
    pub(super) http_status: Option<u16>,
    pub(super) message: Option<Cell>,
    /// The message, if its language is known.
    pub(super) template: Option<Message>,
    /// The name in Rust, if it isn't derived from the name.
    pub(super) rust_name: Option<String>,
    pub(super) description: Option<String>,
    pub(super) help: Option<String>,
    pub(super) params: Vec<RawParam>,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) aliases: Vec<String>,
    pub(super) docs_url: Option<String>,
}

/// A param as its source names it.
pub(super) struct RawParam {
    pub(super) name: String,
    pub(super) kind: Option<ParamType>,
}

/// Adds codes to a draft, and reports what it leaves out or changes.
pub(super) struct Builder<'s> {
    pub(super) draft: Draft,
    pub(super) sink: &'s mut Sink,
    names: HashMap<String, usize>,
    /// What became of placeholders, each with what it was and what it is.
    changes: HashMap<(String, String), Changed>,
    /// What a table of params says about them.
    declared: HashMap<String, (Option<ParamType>, Option<String>)>,
}

/// Where a placeholder became another one, and how often.
struct Changed {
    /// How many changes came before it.
    order: usize,
    first: Span,
    count: usize,
}

impl<'s> Builder<'s> {
    pub(super) fn new(sink: &'s mut Sink) -> Self {
        Self { draft: Draft::default(), sink, names: HashMap::new(), changes: HashMap::new(), declared: HashMap::new() }
    }

    /// Declares a param, for the codes that show it.
    pub(super) fn declare(&mut self, param: &RawParam, description: Option<String>) {
        if let Some(name) = param_name(&param.name) {
            self.declared.insert(name, (param.kind, description));
        }
    }

    pub(super) fn add(&mut self, mut raw: RawCode) {
        let Some((name, remarks)) = self.name(&raw) else { return };
        let mut message = raw.template.take().unwrap_or_else(|| message_of(&raw, &name));
        if raw.params.len() + message.params.len() > MAX_PARAMS {
            let text = format!("`{name}` has more than {MAX_PARAMS} params");
            self.sink.report(RuleId::NotImported, raw.span, text);
            return;
        }
        // It would only say the same again.
        let description = raw.description.take().filter(|_| message.note != Some(message::OF_DESCRIPTION));
        let renamed = message.declare_params(|name, kind| self.param(name, kind));
        self.note_placeholders(&raw, renamed);
        let listed = raw.params.iter().filter_map(|param| Some(self.param(&param_name(&param.name)?, param.kind)));
        let listed = without_repeats(listed.collect());
        let aliases = self.aliases(&raw, &name);
        let code = Code {
            span: raw.span,
            rust_name: raw.rust_name.filter(|wanted| is_pascal(wanted) && *wanted != variant(&name, "Code")),
            number: raw.number,
            http_status: raw.http_status,
            message: message.template(),
            message_note: message.note,
            description: some(description),
            help: some(raw.help),
            params: if message.shows_in_order(&listed, &self.draft.params) { Vec::new() } else { listed },
            attributes: raw.attributes,
            aliases,
            docs_url: some(raw.docs_url),
            is_internal: remarks.is_internal,
            is_deprecated: remarks.is_deprecated,
            name,
        };
        self.insert(code);
    }

    /// Adds the code, unless its name is taken.
    fn insert(&mut self, code: Code) {
        let Some(&first) = self.names.get(&code.name) else {
            self.names.insert(code.name.clone(), self.draft.codes.len());
            self.draft.codes.push(code);
            return;
        };
        let first = &self.draft.codes[first];
        let is_same = first.message == code.message
            && first.description == code.description
            && (first.http_status, first.number) == (code.http_status, code.number);
        let (rule, text) = if is_same {
            (RuleId::LeftOut, format!("`{}` is here twice, with the same texts", code.name))
        } else {
            (RuleId::NotImported, format!("`{}` is here twice; the first one counts", code.name))
        };
        self.sink.report_second(rule, [first.span, code.span], text);
    }

    /// A valid name, and the remarks behind it. `None` if there is none, which is reported.
    fn name(&mut self, raw: &RawCode) -> Option<(String, Remarks)> {
        let Some(cell) = &raw.name else {
            let name = raw.message.as_ref().map(|message| name_from(&message.text)).filter(|name| !name.is_empty());
            let Some(name) = name else {
                self.sink.report(RuleId::NotImported, raw.span, "there is neither a name nor a message to make one of");
                return None;
            };
            return Some((self.free_name(name, raw), Remarks::default()));
        };
        let (written, remarks) = without_remarks(&cell.text);
        let name = valid_name(written);
        if name.is_empty() {
            let text = format!("`{written}` has no ASCII letter or digit to name a code with");
            self.sink.report(RuleId::NotImported, cell.span, text);
            return None;
        }
        if name.len() > MAX_NAME {
            let text = format!("this name has {} bytes, and a code's name can have {MAX_NAME}", name.len());
            self.sink.report(RuleId::NotImported, cell.span, text);
            return None;
        }
        if name != written {
            let text = format!("the name `{written}` became `{name}`");
            let help = "a name is ASCII letters, digits, `_`, `-`, `.`, `:` and `/`; clients match what is sent";
            self.sink.report(RuleId::Converted, cell.span, text).help = Some(help.to_owned());
        }
        Some((name, remarks))
    }

    /// A name made of a message, with the number if another code has it.
    fn free_name(&self, name: String, raw: &RawCode) -> String {
        match raw.number {
            Some(number) if self.names.contains_key(&name) => format!("{name}_{number}"),
            _ => name,
        }
    }

    /// Keeps what became of the placeholders of a message, to report each change once.
    fn note_placeholders(&mut self, raw: &RawCode, renamed: Vec<(String, String)>) {
        let span = raw.message.as_ref().map_or(raw.span, |cell| cell.span);
        for change in renamed {
            let order = self.changes.len();
            self.changes.entry(change).or_insert(Changed { order, first: span, count: 0 }).count += 1;
        }
    }

    /// Reports the changes, each where it is first.
    fn report_placeholders(&mut self) {
        const SHOWN: usize = 10;
        let mut changes: Vec<_> = self.changes.drain().collect();
        changes.sort_by_key(|(_, changed)| changed.order);
        for changes in changes.chunk_by(|(_, one), (_, next)| one.first == next.first) {
            let texts = changes.iter().take(SHOWN).map(|((from, to), changed)| {
                let more = if changed.count > 1 { format!(", in {} messages", changed.count) } else { String::new() };
                format!("`{from}` became `{to}`{more}")
            });
            let text = texts.collect::<Vec<_>>().join("; ");
            self.sink.report(RuleId::Converted, changes[0].1.first, text);
        }
    }

    /// The name under which a param is declared: another one if this name is that of another type.
    fn param(&mut self, name: &str, kind: Option<ParamType>) -> String {
        let (kind, description) = match self.declared.get(name) {
            Some((declared, description)) => (kind.or(*declared), description.clone()),
            None => (kind, None),
        };
        match self.draft.params.iter_mut().find(|param| param.name == name) {
            Some(param) if kind.is_none() || param.kind == kind => {}
            Some(param) if param.kind.is_none() => param.kind = kind,
            Some(_) => {
                let suffix = kind.map_or("other", ParamType::as_str);
                return self.param(&format!("{name}_{suffix}"), kind);
            }
            None => self.draft.params.push(Param { name: name.to_owned(), kind, description }),
        }
        name.to_owned()
    }

    fn aliases(&mut self, raw: &RawCode, name: &str) -> Vec<String> {
        let (valid, invalid): (Vec<_>, Vec<_>) = raw.aliases.iter().partition(|alias| valid_name(alias) == **alias);
        for alias in invalid {
            self.sink.report(
                RuleId::NotImported,
                raw.span,
                format!("the alias `{alias}` of `{name}` is no valid name"),
            );
        }
        valid.into_iter().filter(|alias| *alias != name).cloned().collect()
    }

    /// The draft with what depends on all codes.
    pub(super) fn finish(mut self, http_status: Option<u16>) -> Draft {
        self.report_placeholders();
        settle(&mut self.draft, http_status, self.sink);
        self.draft
    }
}

/// The message of a code, or else its description or its name.
fn message_of(raw: &RawCode, name: &str) -> Message {
    if let Some(cell) = &raw.message {
        return Message::parse(&cell.text);
    }
    if let Some(description) = raw.description.as_deref().filter(|text| !text.is_empty()) {
        return Message::noted(description, message::OF_DESCRIPTION);
    }
    Message::noted(&message::words_of(name), "made of the name: the source has no message")
}

fn some(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.is_empty())
}
