//! What the description promises against what the operations of the catalogue answer with.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::document::{Described, Document, Response, Statuses};
use super::promises::{Named, Place, Reader};
use crate::catalogue::{Catalogue, CodeId, Operation};
use crate::diagnostics::Sink;
use crate::rules::RuleId;
use crate::source::Span;

/// A response with the codes that it names.
struct Promised<'r, 'd> {
    response: &'r Response<'d>,
    codes: Vec<(CodeId, Named<'d>)>,
    /// Whether it names a code at all, even one that the catalogue doesn't have.
    names_codes: bool,
}

pub(super) fn compare(catalogue: &Catalogue, document: &mut Document<'_>, sink: &mut Sink) {
    let (place, described, paths) = (Place::of(catalogue), document.operations(sink), document.paths_span());
    let mut reader = Reader::new(document, &place);
    let codes = Codes::of(catalogue, &place);
    let mut missing: BTreeMap<_, _> =
        catalogue.operations().iter().map(|operation| (&*operation.name, operation)).collect();
    let by_name = missing.clone();
    for operation in described {
        let responses = operation.responses.iter().filter(|response| is_error(response.statuses));
        let promised = responses.map(|response| codes.known(reader.codes(response.node, sink), response, sink));
        let promised: Vec<_> = promised.collect();
        if let Some(known) = operation.id.and_then(|id| by_name.get(id)) {
            missing.remove(&*known.name);
            Comparison { catalogue, operation: known, promised: &promised }.report(operation.span, sink);
        } else {
            statuses_of_any(catalogue, &promised, sink);
            report_unknown(catalogue, &operation, sink);
        }
    }
    for name in missing.keys() {
        let message = format!("the operation `{name}` of the catalogue is not described");
        let finding = sink.report(RuleId::OpenapiMissingOperation, paths, message);
        finding.help = Some(format!("write `operationId: {name}` in its description"));
    }
}

/// Whether a response is one of errors.
fn is_error(statuses: Statuses) -> bool {
    match statuses {
        Statuses::One(status) => status >= 400,
        Statuses::Class(digit) => digit >= 4,
        Statuses::Others => true,
    }
}

/// The codes as they are on the wire.
struct Codes<'c> {
    catalogue: &'c Catalogue,
    /// By name, or by number where that is what is sent.
    by_text: HashMap<String, CodeId>,
}

impl<'c> Codes<'c> {
    fn of(catalogue: &'c Catalogue, place: &Place) -> Self {
        let codes = catalogue.codes().iter().enumerate().filter(|(_, code)| !code.internal);
        let by_text = codes.filter_map(|(at, code)| {
            let text = if place.is_number { code.number?.to_string() } else { code.name.clone() };
            Some((text, CodeId::new(at)))
        });
        Self { catalogue, by_text: by_text.collect() }
    }

    /// The response with the codes that the catalogue has; others are reported.
    fn known<'r, 'd>(&self, named: Vec<Named<'d>>, response: &'r Response<'d>, sink: &mut Sink) -> Promised<'r, 'd> {
        let names_codes = !named.is_empty();
        let codes = named.into_iter().filter_map(|named| {
            let code = self.by_text.get(named.text).copied();
            if code.is_none() {
                let is_internal = self.catalogue.code(named.text).is_some();
                let what = if is_internal {
                    "is internal: it goes out as the fallback"
                } else {
                    "is no code of the catalogue"
                };
                let help = sink.did_you_mean(named.text, self.by_text.keys().map(String::as_str));
                sink.report(RuleId::OpenapiUnknownCode, named.span, format!("`{}` {what}", named.text)).help = help;
            }
            Some((code?, named))
        });
        Promised { codes: codes.collect(), names_codes, response }
    }
}

fn report_unknown(catalogue: &Catalogue, operation: &Described<'_>, sink: &mut Sink) {
    if catalogue.operations().is_empty() {
        return;
    }
    let (message, help) = if let Some(id) = operation.id {
        let names = catalogue.operations().iter().map(|operation| &*operation.name);
        (format!("the catalogue has no operation `{id}`"), sink.did_you_mean(id, names))
    } else {
        (format!("`{}` has no `operationId`, so that it can't be compared", operation.endpoint), None)
    };
    sink.report(RuleId::OpenapiUnknownOperation, operation.span, message).help = help;
}

/// Of an operation that the catalogue doesn't have only the statuses of codes can be compared.
fn statuses_of_any(catalogue: &Catalogue, promised: &[Promised<'_, '_>], sink: &mut Sink) {
    for Promised { response, codes, .. } in promised {
        for (code, named) in codes {
            report_status(catalogue, *code, *named, response, sink);
        }
    }
}

/// Reports a code that is described under another status than its own; whether it is.
fn report_status(
    catalogue: &Catalogue,
    id: CodeId,
    named: Named<'_>,
    response: &Response<'_>,
    sink: &mut Sink,
) -> bool {
    let code = &catalogue[id];
    let is_wrong = !response.statuses.contain(code.http_status);
    if is_wrong {
        let message = format!("`{}` is sent with the status {}", code.name, code.http_status);
        let finding = sink.report(RuleId::OpenapiWrongStatus, response.span, message);
        finding.related.push((named.span, "named here"));
        finding.help = Some(format!("move it to the response `{}`", code.http_status));
    }
    is_wrong
}

struct Comparison<'c, 'd> {
    catalogue: &'c Catalogue,
    operation: &'c Operation,
    promised: &'c [Promised<'c, 'd>],
}

impl Comparison<'_, '_> {
    fn report(&self, span: Span, sink: &mut Sink) {
        let sent: BTreeSet<_> = self.operation.errors.iter().map(|&code| self.catalogue.sent(code)).collect();
        let statuses: BTreeSet<_> = sent.iter().map(|&code| self.catalogue[code].http_status).collect();
        let mut misplaced = BTreeSet::new();
        for Promised { response, codes, names_codes } in self.promised {
            for &(code, named) in codes {
                if !sent.contains(&code) {
                    self.report_undeclared(code, named, response, sink);
                } else if report_status(self.catalogue, code, named, response, sink) {
                    misplaced.insert(code);
                }
            }
            if let (Statuses::One(status), false) = (response.statuses, *names_codes)
                && !statuses.contains(&status)
            {
                let message = format!("no code that `{}` can answer with has the status {status}", self.operation.name);
                sink.report(RuleId::OpenapiUndeclaredStatus, response.span, message);
            }
        }
        for code in sent.difference(&misplaced) {
            self.report_missing(*code, span, sink);
        }
    }

    fn report_undeclared(&self, code: CodeId, named: Named<'_>, response: &Response<'_>, sink: &mut Sink) {
        let message = format!("`{}` can't answer with `{}`", self.operation.name, self.catalogue[code].name);
        let finding = sink.report(RuleId::OpenapiUndeclaredCode, response.span, message);
        finding.related.push((named.span, "named here"));
        finding.help =
            Some("list it under the operation's `errors` in the catalogue, or remove it from the response".to_owned());
    }

    /// Reports a code that no response is for.
    fn report_missing(&self, id: CodeId, span: Span, sink: &mut Sink) {
        let (code, operation) = (&self.catalogue[id], &self.operation.name);
        let responses = self.promised.iter().filter(|promised| promised.response.statuses.contain(code.http_status));
        // The most specific response counts.
        let Some(promised) = responses.min_by_key(|promised| promised.response.statuses) else {
            let message =
                format!("`{operation}` can answer with `{}`, but has no response `{}`", code.name, code.http_status);
            sink.report(RuleId::OpenapiMissingCode, span, message);
            return;
        };
        if promised.names_codes && !promised.codes.iter().any(|(promised, _)| *promised == id) {
            let message = format!("`{operation}` can answer with `{}`, which this response doesn't name", code.name);
            sink.report(RuleId::OpenapiMissingCode, promised.response.span, message);
        }
    }
}
