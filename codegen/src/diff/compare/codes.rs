//! Codes: which are there, what they are called, and what the catalogue says about each.

use std::fmt;

use super::catalogue::{page, sends_pages};
use super::{Comparison, Found};
use crate::catalogue::{Catalogue, Code, CodeId, Deprecation, Piece};
use crate::diff::change::Part;
use crate::diff::pairs::plain;
use crate::diff::rules::Breaks;
use crate::diff::rust_api::Owner;
use crate::diff::table::RuleId;
use crate::diff::wire::{Reading, identity, sends_params_in_messages_only};

impl Comparison<'_> {
    pub(super) fn compare_codes(&mut self) {
        let (old, new) = (self.old, self.new);
        for index in 0..old.codes.len() {
            let id = CodeId::new(index);
            match self.pairs.new_of(id) {
                Some(now) => self.compare_code(id, now),
                None => self.report_removed(id),
            }
        }
        for index in 0..new.codes.len() {
            let id = CodeId::new(index);
            if self.pairs.old_of(id).is_none() {
                self.report_added(id);
            }
        }
        let order: Vec<_> = self.pairs.both().map(|(old, _)| old).collect();
        if let Some(at) = order.windows(2).position(|pair| pair[0] > pair[1]) {
            let [after, before] = [order[at], order[at + 1]].map(|code| &old[code].name);
            let message = format!("codes are in another order: `{before}` was before `{after}`");
            let found = Found::new(RuleId::CodesReordered, message).breaking(Breaks::Behaviour);
            let now = self.pairs.new_of(order[at + 1]).map_or(before, |code| &new[code].name);
            self.report(found.before(&["codes", before]).now(&["codes", now]));
        }
    }

    fn report_removed(&mut self, id: CodeId) {
        let code = &self.old[id];
        let alias = self.clients[1].named(&code.name).map(|other| &self.new[other].name);
        let rest = alias.map(|other| format!("; its name is an alias of `{other}`")).unwrap_or_default();
        let found = Found::new(RuleId::CodeRemoved, format!("`{}` is gone{rest}", code.name));
        let found = found.about(Part::Code, &code.name).of_codes(Some(id), None).before(&["codes", &code.name]);
        let items = self.lost_of([Owner::Code(id), Owner::Codes]);
        self.report(found.breaking_if(!code.internal, Breaks::Wire).losing(items));
    }

    fn report_added(&mut self, id: CodeId) {
        let code = &self.new[id];
        let reading = self.clients[0].read(identity(self.new, code), code.http_status);
        let rest = match reading {
            _ if code.internal => "; it is internal, so no client receives it".to_owned(),
            Reading::Fallback(fallback) => format!("; clients from before read it as `{}`", self.old[fallback].name),
            Reading::Known(other) => format!("; clients from before take it for `{}`", self.old[other].name),
            Reading::Unrecognised => "; clients from before can't read it, for want of a `fallback`".to_owned(),
        };
        let found = Found::new(RuleId::CodeAdded, format!("there is a code `{}`{rest}", code.name));
        let found = found.about(Part::Code, &code.name).of_codes(None, Some(id)).now(&["codes", &code.name]);
        let is_read = code.internal || matches!(reading, Reading::Fallback(_));
        self.report(found.breaking_if(!is_read, Breaks::Wire).losing(self.lost_of([Owner::Codes])));
    }

    fn compare_code(&mut self, before: CodeId, now: CodeId) {
        self.compare_name(before, now);
        self.compare_number(before, now);
        let (old, new) = self.codes_of((before, now));
        if old.http_status != new.http_status {
            let message = format!("`{}` has the HTTP status {}, before {}", new.name, new.http_status, old.http_status);
            let found = of_code(RuleId::StatusChanged, message, (before, now), (old, new), "http_status");
            self.report(found.breaking(Breaks::Behaviour));
        }
        if old.grpc != new.grpc {
            let [was, is] = [old, new]
                .map(|code| code.grpc.map_or("the one for its HTTP status", crate::catalogue::GrpcCode::as_str));
            let message = format!("`{}` has another gRPC code: {is}, before {was}", new.name);
            let found = of_code(RuleId::GrpcChanged, message, (before, now), (old, new), "grpc");
            self.report(found.breaking(Breaks::Behaviour));
        }
        self.compare_message(before, now);
        self.compare_params_of_code(before, now);
        self.compare_texts(before, now);
        self.compare_deprecations(before, now);
    }

    fn compare_name(&mut self, before: CodeId, now: CodeId) {
        let (old, new) = self.codes_of((before, now));
        if old.name == new.name {
            return;
        }
        let (new_reads_old, old_reads_new) = self.understand((before, now));
        let rest = match (new_reads_old, old_reads_new) {
            (true, true) => "",
            (true, false) => "; new clients understand the old name, clients from before not the new one",
            (false, true) => "; clients from before understand the new name, new clients not the old one",
            (false, false) => "; neither new clients nor those from before understand the other name",
        };
        let is_spelling = plain(&old.name) == plain(&new.name);
        let rule = if is_spelling { RuleId::CodeCaseChanged } else { RuleId::CodeRenamed };
        let found = Found::new(rule, format!("`{}` was `{}`{rest}", new.name, old.name))
            .about(Part::Code, &old.name)
            .of_codes(Some(before), Some(now))
            .before(&["codes", &old.name])
            .now(&["codes", &new.name]);
        let mut items = self.lost_of([Owner::Code(before)]);
        // That its arguments differ is another change.
        if types_differ(self.old, old, self.new, new) {
            let renamed = self.lost_of([Owner::Code(before)]).into_iter();
            let constructors = self.lost_of([Owner::Arguments(before)]);
            let variants: Vec<_> = renamed.filter(|item| !constructors.contains(item)).collect();
            if variants.is_empty() {
                items.clear();
            }
        }
        items.extend(if items.is_empty() { Vec::new() } else { self.lost_of([Owner::Codes]) });
        self.report(found.breaking_if(!(new_reads_old && old_reads_new), Breaks::Wire).losing(items));
    }

    /// Whether new clients understand a server from before, and the reverse. What is internal is not sent.
    fn understand(&self, (before, now): (CodeId, CodeId)) -> (bool, bool) {
        let (old, new) = self.codes_of((before, now));
        let [from_old, from_new] =
            [(self.old, old), (self.new, new)].map(|(catalogue, code)| identity(catalogue, code));
        let new_reads_old = self.clients[1].read(from_old, old.http_status) == Reading::Known(now);
        let old_reads_new = self.clients[0].read(from_new, new.http_status) == Reading::Known(before);
        (old.internal || new_reads_old, new.internal || old_reads_new)
    }

    fn compare_number(&mut self, before: CodeId, now: CodeId) {
        let (old, new) = self.codes_of((before, now));
        let (Some(was), Some(is)) = (old.number, new.number) else { return };
        if was == is {
            return;
        }
        let (new_reads_old, old_reads_new) = self.understand((before, now));
        let message = format!("`{}` has the number {is}, before {was}", new.name);
        let found = of_code(RuleId::NumberChanged, message, (before, now), (old, new), "number");
        self.report(found.breaking(Breaks::Behaviour).breaking_if(!(new_reads_old && old_reads_new), Breaks::Wire));
    }

    fn compare_message(&mut self, before: CodeId, now: CodeId) {
        let (old, new) = self.codes_of((before, now));
        let (was, is) = (pieces(self.old, old), pieces(self.new, new));
        if was == is {
            return;
        }
        let had_sent = !old.internal && old.message.params().any(|param| !self.old[param].sensitive);
        // Without a member for them, clients take params out of the message. Those from before miss none that they don't know.
        let are_taken = sends_params_in_messages_only(self.new) && had_sent;
        let shown = |pieces: &[Shown]| pieces.iter().map(ToString::to_string).collect::<String>();
        let messages = format!("{:?}, before {:?}", shown(&is), shown(&was));
        let params = |piece: &&Shown<'_>| piece.is_param();
        let (rule, what) = if was.iter().filter(params).eq(is.iter().filter(params)) {
            (RuleId::MessageReworded, "has the message")
        } else {
            (RuleId::PlaceholderMoved, "shows other params, or in another order:")
        };
        let message = format!("`{}` {what} {messages}", new.name);
        let found = of_code(rule, message, (before, now), (old, new), "message");
        self.report(found.breaking(Breaks::Text).breaking_if(are_taken, Breaks::Wire));
    }

    fn compare_texts(&mut self, before: CodeId, now: CodeId) {
        let (old, new) = self.codes_of((before, now));
        let of_code = |rule, message, key| of_code(rule, message, (before, now), (old, new), key);
        if old.description != new.description {
            let found = of_code(
                RuleId::DescriptionChanged,
                format!("the description of `{}` has changed", new.name),
                "description",
            );
            self.report(found.breaking(Breaks::Text));
        }
        if old.help != new.help {
            let found = of_code(RuleId::HelpChanged, format!("the help of `{}` has changed", new.name), "help");
            self.report(found.breaking(Breaks::Text));
        }
        if old.docs_url != new.docs_url {
            let message = format!(
                "the page of `{}` is {}, before {}",
                new.name,
                page(new.docs_url.as_ref()),
                page(old.docs_url.as_ref())
            );
            let is_type = sends_pages(self.old) || sends_pages(self.new);
            let found = of_code(RuleId::DocsUrlChanged, message, "docs_url").breaking(Breaks::Text);
            self.report(found.breaking_if(is_type, Breaks::Wire));
        }
        if old.internal != new.internal {
            let (rule, message) = if new.internal {
                (RuleId::CodeMadeInternal, format!("`{}` is internal, so clients receive the fallback", new.name))
            } else {
                (RuleId::CodePublished, format!("`{}` is sent to clients and in documents now", new.name))
            };
            let found = of_code(rule, message, "internal").breaking(Breaks::Text);
            self.report(found.breaking_if(new.internal, Breaks::Wire));
        }
    }

    fn compare_deprecations(&mut self, before: CodeId, now: CodeId) {
        let (old, new) = self.codes_of((before, now));
        let of_code = |rule, message| of_code(rule, message, (before, now), (old, new), "deprecated");
        match (&old.deprecated, &new.deprecated) {
            (None, Some(_)) => {
                self.report(of_code(RuleId::DeprecationAdded, format!("`{}` is deprecated", new.name)));
            }
            (Some(_), None) => {
                let message = format!("`{}` is no longer deprecated", new.name);
                self.report(of_code(RuleId::DeprecationRemoved, message).breaking(Breaks::Text));
            }
            (Some(was), Some(is)) if !self.is_same_deprecation(was, is) => {
                let message = format!("the deprecation of `{}` says something else", new.name);
                self.report(of_code(RuleId::DeprecationChanged, message).breaking(Breaks::Text));
            }
            _ => {}
        }
    }

    fn is_same_deprecation(&self, old: &Deprecation, new: &Deprecation) -> bool {
        let replacement = old.replaced_by.map(|code| self.pairs.new_of(code));
        (&old.since, &old.note) == (&new.since, &new.note) && replacement == new.replaced_by.map(Some)
    }
}

/// A change of what a key of a code says.
fn of_code(
    rule: RuleId,
    message: String,
    (before, now): (CodeId, CodeId),
    (old, new): (&Code, &Code),
    key: &str,
) -> Found {
    Found::new(rule, message)
        .about(Part::Code, &old.name)
        .of_codes(Some(before), Some(now))
        .before(&["codes", &old.name, key])
        .now(&["codes", &new.name, key])
}

/// A piece of a message that can be compared with one in another catalogue.
#[derive(PartialEq)]
enum Shown<'c> {
    Text(&'c str),
    Param(&'c str),
}

impl Shown<'_> {
    fn is_param(&self) -> bool {
        matches!(self, Self::Param(_))
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Param(name) => write!(f, "{{{{.{name}}}}}"),
        }
    }
}

fn pieces<'c>(catalogue: &'c Catalogue, code: &'c Code) -> Vec<Shown<'c>> {
    let pieces = code.message.pieces().map(|piece| match piece {
        Piece::Text(text) => Shown::Text(text),
        Piece::Param(param) => Shown::Param(&catalogue[param].name),
    });
    pieces.collect()
}

fn types_differ(old: &Catalogue, before: &Code, new: &Catalogue, now: &Code) -> bool {
    let types =
        |catalogue: &Catalogue, code: &Code| code.params.iter().map(|&param| catalogue[param].kind).collect::<Vec<_>>();
    types(old, before) != types(new, now)
}
