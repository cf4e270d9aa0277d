//! How a client of a catalogue reads what a server sends: the rules of the runtime that depend on names and numbers.

use std::collections::HashMap;

use crate::catalogue::{Catalogue, Code, CodeId, Envelope, Wire};

/// What tells a code from others on the wire.
#[derive(Clone, Copy)]
pub(super) struct Identity<'c> {
    pub(super) name: Option<&'c str>,
    pub(super) number: Option<i64>,
}

/// A client generated from a catalogue.
pub(super) struct Client<'c> {
    catalogue: &'c Catalogue,
    names: HashMap<&'c str, CodeId>,
    /// Empty if numbers are not sent.
    numbers: HashMap<i64, CodeId>,
}

/// What a client makes of an error.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// A code that the catalogue has.
    Known(CodeId),
    /// One that it doesn't have, read as a fallback.
    Fallback(CodeId),
    /// Nothing, for want of a fallback.
    Unrecognised,
}

impl<'c> Client<'c> {
    pub(super) fn of(catalogue: &'c Catalogue) -> Self {
        let codes = || catalogue.codes.iter().enumerate().map(|(index, code)| (CodeId::new(index), code));
        let mut names: HashMap<_, _> =
            codes().flat_map(|(id, code)| code.aliases.iter().map(move |alias| (&**alias, id))).collect();
        names.extend(codes().map(|(id, code)| (&*code.name, id)));
        let numbers = codes().filter_map(|(id, code)| Some((code.number.filter(|_| sends_numbers(catalogue))?, id)));
        Self { catalogue, names, numbers: numbers.collect() }
    }

    /// The code with a name or an alias.
    pub(super) fn named(&self, name: &str) -> Option<CodeId> {
        self.names.get(name).copied()
    }

    pub(super) fn read(&self, sent: Identity<'_>, status: u16) -> Reading {
        let named = sent.name.and_then(|name| self.named(name));
        let numbered = || sent.number.and_then(|number| self.numbers.get(&number).copied());
        match named.or_else(numbered) {
            Some(code) => Reading::Known(code),
            None => self.catalogue.fallback_for(status).map_or(Reading::Unrecognised, Reading::Fallback),
        }
    }
}

/// What a server sends for a code that is not internal.
pub(super) fn identity<'c>(catalogue: &Catalogue, code: &'c Code) -> Identity<'c> {
    match envelope(catalogue) {
        None => Identity { name: Some(&code.name), number: None },
        Some(envelope) => Identity {
            name: envelope.code.as_ref().map(|_| &*code.name),
            number: envelope.number.as_ref().and(code.number),
        },
    }
}

/// What of an identity a client finds that may look for it elsewhere: it knows the two standard formats and its own.
pub(super) fn found<'c>(reader: &Catalogue, sender: &Catalogue, sent: Identity<'c>) -> Identity<'c> {
    let is_named =
        |member: &Option<String>, names: &[&str]| member.as_deref().is_some_and(|name| names.contains(&name));
    let finds_name = match (&sender.wire, &reader.wire) {
        (Wire::Envelope(own), Wire::Envelope(other)) if (&own.at, &own.code) == (&other.at, &other.code) => {
            return Identity { number: sent.number.filter(|_| own.number == other.number), ..sent };
        }
        (Wire::Envelope(own), _) => own.at.is_empty() && is_named(&own.code, &["reason", "code"]),
        (Wire::Kratos, Wire::Envelope(own)) if own.at.is_empty() => {
            let is_own =
                [&own.code, &own.number].into_iter().any(|it| is_named(it, &["code", "reason", "message", "metadata"]));
            !is_own || is_named(&own.code, &["reason"])
        }
        (Wire::Problem, Wire::Envelope(own)) if own.at.is_empty() => {
            let members = ["type", "title", "status", "detail", "code"];
            let is_own = [&own.code, &own.number].into_iter().any(|it| is_named(it, &members));
            !is_own || is_named(&own.code, &["code"])
        }
        _ => true,
    };
    Identity { name: sent.name.filter(|_| finds_name), number: None }
}

/// Whether params are sent only as parts of the message.
pub(super) fn sends_params_in_messages_only(catalogue: &Catalogue) -> bool {
    envelope(catalogue).is_some_and(|envelope| envelope.params.is_none() && envelope.message.is_some())
}

/// Whether a param of this code that is not sensitive can be received at all.
pub(super) fn sends_params(catalogue: &Catalogue) -> bool {
    envelope(catalogue).is_none_or(|envelope| envelope.params.is_some() || envelope.message.is_some())
}

/// Whether errors are sent with the numbers of their codes.
pub(super) fn sends_numbers(catalogue: &Catalogue) -> bool {
    envelope(catalogue).is_some_and(|envelope| envelope.number.is_some())
}

fn envelope(catalogue: &Catalogue) -> Option<&Envelope> {
    if let Wire::Envelope(envelope) = &catalogue.wire { Some(envelope) } else { None }
}
