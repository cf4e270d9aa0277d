//! Whatever the versions of a server, a relay and a client: nobody has a value that wasn't sent, and nobody shows one that
//! is sensitive for the sender or for itself.
//!
//! One limit is by design. An error that is sent without params and metadata looks like one of a program that sends none,
//! as many do, and then the client reads them from the message. If the message is of another version and yet fits the
//! client's template, what it takes for a param was said, but not as a param. It is not sent on.

use proptest::collection::vec;
use proptest::prelude::*;
use random_catalogues::Choices;
use version_skew::{HISTORIES, Peer, Received, Sent, Value, Values};

/// A server, a relay and a client of one history, and what the values of an error are made from.
#[derive(Debug)]
struct Route {
    history: usize,
    peers: [usize; 3],
    code: usize,
    bytes: Vec<u8>,
}

fn route() -> impl Strategy<Value = Route> {
    let peers = [any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<prop::sample::Index>()];
    (0..HISTORIES.len(), peers, any::<prop::sample::Index>(), vec(any::<u8>(), 0..80)).prop_map(
        |(history, peers, code, bytes)| {
            let versions = HISTORIES[history];
            let peers = peers.map(|peer| peer.index(versions.len()));
            Route { history, peers, code: code.index(versions[peers[0]].codes), bytes }
        },
    )
}

type Receive = fn(&Peer, &Sent) -> Result<Received, String>;

const OVER_HTTP: Receive = |peer, sent| (peer.receive)(sent);
const OVER_GRPC: Receive = |peer, sent| (peer.receive_grpc)(sent);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16 * ProptestConfig::default().cases))]

    #[test]
    fn nobody_has_a_value_that_was_not_sent(route in route()) {
        for ways in [[OVER_HTTP, OVER_HTTP], [OVER_GRPC, OVER_GRPC], [OVER_HTTP, OVER_GRPC], [OVER_GRPC, OVER_HTTP]] {
            follow(&route, ways)?;
        }
    }
}

/// Sends an error along the route.
fn follow(route: &Route, ways: [Receive; 2]) -> Result<(), TestCaseError> {
    let versions = HISTORIES[route.history];
    let [server, relay, client] = route.peers.map(|peer| &versions[peer]);
    let secrets: Vec<_> = versions.iter().flat_map(|peer| peer.secrets).copied().collect();
    let mut choices = Choices::of_bytes(route.bytes.clone());
    let mut values = Values::new(&mut choices, &secrets);
    let metadata = METADATA.map(|key| (key.to_owned(), values.text(key)));
    let mut sent = (server.send)(route.code, &mut values, &metadata[..route.bytes.len() % 5]);
    let mut hidden: Vec<&str> = server.secrets.into();
    for (peer, receive) in [relay, client].into_iter().zip(ways) {
        hidden.extend(peer.secrets);
        let received = receive(peer, &sent);
        let is_fine = check_shown(&received, &values, &hidden).and_then(|()| check_values(&received, &sent));
        if let Err(why) = is_fine {
            let (from, to) = (server.yaml, peer.yaml);
            prop_assert!(false, "{why}\nfrom\n{from}\nto\n{to}\n{sent:#?}\n{received:#?}");
        }
        let Ok(received) = received else { break };
        let is_read_from_message = sent.values.is_empty();
        sent = received.sent;
        if is_read_from_message {
            sent.values.clear();
        }
    }
    Ok(())
}

/// Nothing is shown that is sensitive for the sender or the receiver.
fn check_shown(received: &Result<Received, String>, values: &Values<'_>, hidden: &[&str]) -> Result<(), String> {
    let shown = match received {
        Ok(received) if received.has_secret => return Err("a sensitive param has a value".to_owned()),
        Ok(received) => received.shown.concat(),
        Err(shown) => shown.clone(),
    };
    let secrets = values.made.iter().filter(|(name, _)| hidden.contains(&&**name));
    let mut secrets = secrets.flat_map(|(name, value)| parts(value).into_iter().map(move |part| (name, part)));
    match secrets.find(|(_, part)| shown.contains(part)) {
        Some((name, part)) => Err(format!("{name} is shown: {part}")),
        None => Ok(()),
    }
}

/// All values were sent, or if none were, they are in the message.
fn check_values(received: &Result<Received, String>, sent: &Sent) -> Result<(), String> {
    let values = received.iter().flat_map(|received| &received.sent.values);
    let is_said = |name: &str, value: &Value| {
        is_sent(name, value, sent) || sent.values.is_empty() && sent.message.contains(&value.to_string())
    };
    match values.into_iter().find(|(name, value)| !is_said(name, value)) {
        Some((name, value)) => Err(format!("{name} was not sent: {value:?}")),
        None => Ok(()),
    }
}

/// The keys of metadata: some of them are params of catalogues.
const METADATA: [&str; 4] = ["trace_id", "limit", "owner", "other"];

/// Whether the sender said this: under the same name, except for violations, which have a place of their own, and for what
/// a problem says about its code. A relay without a param for violations has them in its metadata, and passes on their
/// place as it is.
fn is_sent(name: &str, value: &Value, sent: &Sent) -> bool {
    if let Value::Violations(_) = value {
        let of_relay = sent.values.iter().find(|(other, _)| other == "errors");
        // In a text they are escaped.
        let plain = |text: &str| text.replace('\\', "");
        let is_there = |(_, said): &(String, Value)| {
            parts(value).iter().all(|part| plain(&said.to_string()).contains(&plain(part)))
        };
        if of_relay.is_some_and(is_there) {
            return true;
        }
    }
    let is_said = |(other, said): &(String, Value)| {
        (name == other || matches!(said, Value::Violations(_))) && value.is_reading_of(said)
    };
    sent.values.iter().any(is_said) || ["type", "title"].contains(&name)
}

/// The texts of a value that can't be in a message by accident.
fn parts(value: &Value) -> Vec<String> {
    match value {
        Value::Boolean(_) => Vec::new(),
        Value::List(elements) => elements.clone(),
        Value::Violations(violations) => violations.iter().flat_map(|(a, b)| [a.clone(), b.clone()]).collect(),
        value => vec![value.to_string()],
    }
}
