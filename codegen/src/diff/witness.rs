//! What shows that a change breaks what it is said to break.

use super::change::{Change, Side};
use super::sample;
use super::table::RuleId;
use super::wire::{Client, Identity, Reading, found, identity, sends_params, sends_params_in_messages_only};
use crate::catalogue::{Catalogue, Code, ParamType, REDACTED, values};
use crate::render::body::Example;

/// What shows that a change breaks what it is said to break.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Witness {
    /// For `rust-api`: functions that compile in a crate whose module `errors` is generated from the old catalogue, and
    /// not if it is generated from the new one.
    pub programs: Vec<String>,
    /// For the wire: an error as each side sends it, if it has the code.
    pub wire: Vec<Sent>,
}

/// An error on the wire.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Sent {
    /// Which server sends it.
    pub by: Side,
    /// The code that it has for the server.
    pub code: String,
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: String,
    /// What a client from before makes of it.
    pub old_client: String,
    /// What a client of now makes of it.
    pub new_client: String,
}

pub(super) fn of(change: &Change, old: &Catalogue, new: &Catalogue) -> Witness {
    let clients = [(old, Client::of(old)), (new, Client::of(new))];
    let newer = sample::newer_code();
    let sides = [(Side::Old, old, change.codes[0]), (Side::New, new, change.codes[1])];
    let made = sides.map(|(by, catalogue, code)| match change.rule {
        RuleId::FallbackRemoved if by == Side::New => Some((by, catalogue, &newer)),
        _ => code.map(|code| (by, catalogue, &catalogue[code])),
    });
    let wire = made.into_iter().flatten().map(|(by, catalogue, code)| sent(change, by, catalogue, code, &clients));
    Witness { programs: change.programs.clone(), wire: wire.collect() }
}

fn sent(
    change: &Change,
    by: Side,
    catalogue: &Catalogue,
    made: &Code,
    clients: &[(&Catalogue, Client<'_>); 2],
) -> Sent {
    let code = catalogue.stand_in(made).map_or(made, |id| &catalogue[id]);
    let mut identity = identity(catalogue, code);
    // What was sent under a name that is no longer that of the code.
    let name = match (change.rule, by, change.subject.last()) {
        (RuleId::AliasRemoved | RuleId::NameReused, Side::Old, Some((_, name))) => name,
        _ => &code.name,
    };
    identity.name = identity.name.map(|_| &**name);
    let is_status = change.rule == RuleId::DomainChanged;
    let error = sample::error(catalogue, code, made.internal).named(name);
    let body = if is_status {
        sample::status(catalogue, code, &error.message())
    } else {
        serde_json::to_string(&error).expect("all keys are texts")
    };
    let [old_client, new_client] = clients.each_ref().map(|(reader, client)| {
        let is_foreign = is_status && reader.domain() != catalogue.domain();
        let identity = if is_foreign { Identity { name: None, number: None } } else { identity };
        reading(reader, client, identity, (catalogue, code, &error))
    });
    Sent { by, code: made.name.clone(), status: code.http_status, body, old_client, new_client }
}

/// What a client makes of an error, in words.
fn reading(
    reader: &Catalogue,
    client: &Client<'_>,
    sent: Identity<'_>,
    (sender, code, error): (&Catalogue, &Code, &Example<'_>),
) -> String {
    let sent = found(reader, sender, sent);
    match client.read(sent, code.http_status) {
        Reading::Known(id) => {
            let params = params(reader, &reader[id], sender, error);
            let params: Vec<_> = params.iter().map(|(name, value)| format!("{name} = {value:?}")).collect();
            let with = if params.is_empty() { String::new() } else { format!(" with {}", params.join(", ")) };
            format!("reads `{}`{with}", reader[id].name)
        }
        Reading::Fallback(id) => format!("doesn't know the code and reads the fallback `{}`", reader[id].name),
        Reading::Unrecognised => "can't read it: the code is unknown, and there is no fallback".to_owned(),
    }
}

/// The values that a client finds: by the names of params, or in the message.
fn params<'c>(
    reader: &'c Catalogue,
    known: &'c Code,
    sender: &Catalogue,
    error: &Example<'_>,
) -> Vec<(&'c str, String)> {
    let sent: Vec<_> = if sends_params_in_messages_only(sender) {
        taken_apart(reader, known, &error.message())
    } else if sends_params(sender) {
        error.params().iter().map(|param| (param.name.clone(), error.shown(param))).collect()
    } else {
        Vec::new()
    };
    let value = |name: &str| sent.iter().find(|(sent, _)| sent == name).map(|(_, value)| value.clone());
    let declared = known.params.iter().map(|&param| &reader[param]).filter(|param| !param.sensitive);
    let readable = declared.filter_map(|param| Some((param, value(&param.name)?)));
    let are_violations =
        |name: &str| error.params().iter().any(|param| param.name == name && param.kind == ParamType::Violations);
    let readable = readable.filter(|(param, value)| match param.kind {
        ParamType::String | ParamType::List => true,
        ParamType::Integer => value.parse::<i64>().is_ok(),
        ParamType::Unsigned => value.parse::<u64>().is_ok(),
        ParamType::Float => value.parse::<f64>().is_ok(),
        ParamType::Boolean => value.parse::<bool>().is_ok(),
        ParamType::Violations => are_violations(&param.name),
    });
    readable.map(|(param, value)| (&*param.name, value)).collect()
}

/// The values that a client finds in a message, if it fits a code's own.
fn taken_apart(reader: &Catalogue, known: &Code, message: &str) -> Vec<(String, String)> {
    // A client doesn't look for params beside what was hidden from it.
    if message.contains(REDACTED) {
        return Vec::new();
    }
    let found = values(&reader.parts_of(known), message).into_iter();
    found.map(|(param, text)| (reader[param].name.clone(), text.to_owned())).collect()
}
