// The tests for one format, whose `Error` is in scope.

use std::time::Duration;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::Value as Json;

/// Texts with separators and escapes, and any others.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a,: /\\\\_0-9-]{0,6}", ".{0,12}"]
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    vec(text(), 0..4)
}

fn float() -> impl Strategy<Value = f64> {
    prop_oneof![any::<f64>(), Just(0.5), Just(-0.0), Just(1e300), Just(f64::INFINITY), Just(f64::NEG_INFINITY)]
}

fn violations() -> impl Strategy<Value = Vec<(String, String)>> {
    let part = || prop_oneof!["[a.:;/~%\\\\# _\\[\\]0]{0,6}", ".{0,12}"];
    vec((part(), part()), 0..4)
}

/// Every code with any params.
fn any_error() -> impl Strategy<Value = Error> {
    let members = (text(), text(), texts(), text(), any::<i64>(), text(), text());
    let sent = (any::<u64>(), any::<u64>(), any::<i64>(), any::<bool>(), texts(), text());
    prop_oneof![
        text().prop_map(Error::unknown),
        Just(Error::plain()),
        texts().prop_map(Error::missing),
        text().prop_map(Error::named),
        (text(), text()).prop_map(|(name, other)| Error::two(name, other)),
        (any::<u64>(), any::<bool>(), any::<i64>(), text()).prop_map(|(a, b, c, d)| Error::typed(d, a, c, b)),
        (text(), any::<u64>(), float()).prop_map(|(name, count, ratio)| Error::ratio(name, count, ratio)),
        (texts(), float(), violations()).prop_map(|(a, b, c)| Error::invalid(a, b, c)),
        (any::<u64>(), text()).prop_map(|(limit, name)| Error::adjacent(name, limit)),
        (text(), text(), text()).prop_map(|(a, b, c)| Error::three(a, b, c)),
        (texts(), texts()).prop_map(|(a, b)| Error::lists(a, b)),
        (text(), any::<u64>()).prop_map(|(name, count)| Error::repeated(name, count)),
        text().prop_map(Error::same),
        text().prop_map(Error::braces),
        (text(), text(), any::<u64>()).prop_map(|(name, password, count)| Error::secret(name, count, password)),
        sent.prop_map(|(count, limit, delta, flag, fields, name)| Error::sent(count, limit, delta, flag, fields, name)),
        members.prop_map(|(a, b, c, d, e, f, g)| Error::members(a, b, c, d, e, f, g)),
        numbers().prop_map(|(a, b, c, d, e)| Error::digits(a, b, c, d, e)),
        Just(Error::code22e01()),
    ]
}

fn numbers() -> impl Strategy<Value = (String, u64, u64, i64, i64)> {
    (text(), any::<u64>(), any::<u64>(), any::<i64>(), any::<i64>())
}

fn with_metadata() -> impl Strategy<Value = Error> {
    let keys = prop_oneof!["(type|title|status|detail|instance|code|reason|message|metadata|errors)_{0,2}", ".{0,8}"];
    (any_error(), vec((keys, text()), 0..4)).prop_map(|(error, metadata)| {
        metadata.into_iter().fold(error, |error, (key, value)| error.with_metadata(key, value))
    })
}

/// Objects with the members of all formats, of any type.
fn foreign_body() -> impl Strategy<Value = Json> {
    let name = "(type|title|status|detail|instance|code|reason|message|metadata|errors?|name|fields|count|password|wrong|msg)_?|[a-z]{1,3}";
    let text = prop_oneof![
        "(Plain|Plane|Named|Secret|Members|Invalid|22E01|New|Unknown|about:blank)?",
        "(missing: |no `)[a-z, `]{0,9}( here)?",
        "https://example.org/(named|errors#(Plain|Two|None))",
        text(),
    ];
    let leaf = prop_oneof![
        4 => text.prop_map(Json::from),
        1 => any::<bool>().prop_map(Json::from),
        1 => Just(Json::Null),
        2 => prop_oneof![400..600_u64, any::<u64>()].prop_map(Json::from),
        1 => (-9.0..9.0_f64).prop_map(Json::from),
    ];
    let object = move |value| vec((name, value), 0..7).prop_map(|members| Json::Object(members.into_iter().collect()));
    let inner = leaf.prop_recursive(3, 12, 4, move |value| prop_oneof![vec(value.clone(), 0..3).prop_map(Json::from), object(value)]);
    object(inner.boxed())
}

/// What a client can see of an error, without sensitive params.
#[derive(Debug, PartialEq)]
struct Shown {
    reason: String,
    http_status: u16,
    message: String,
    params: Vec<(&'static str, String)>,
    metadata: Vec<(String, String)>,
}

fn shown(error: &Error) -> Shown {
    let params = error.params().filter(|(name, _)| *name != "password");
    let params = params.map(|(name, value)| (name, format!("{value:?}"))).collect();
    let metadata = error.metadata().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
    let (reason, http_status, message) = (error.reason().to_owned(), error.http_status(), error.to_string());
    Shown { reason, http_status, message, params, metadata }
}

proptest! {
    #[test]
    fn sent_errors_arrive(error in with_metadata()) {
        let json = serde_json::to_string(&error).unwrap();
        let received: Error = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(shown(&received), shown(&error), "{}", json);
        prop_assert_eq!(received.code(), error.code());
        prop_assert_eq!(received == error, error.password().is_none(), "only the sensitive param is not sent: {}", json);
        // A proxy forwards what it received.
        prop_assert_eq!(serde_json::to_string(&received).unwrap(), json);
    }

    #[test]
    fn any_self_describing_format_works(error in with_metadata()) {
        let mut cbor = Vec::new();
        ciborium::into_writer(&error, &mut cbor).unwrap();
        let received: Error = ciborium::from_reader(&*cbor).unwrap();
        prop_assert_eq!(shown(&received), shown(&error));

        let value = serde_json::to_value(&error).unwrap();
        let received: Error = serde_json::from_value(value).unwrap();
        prop_assert_eq!(received.to_string(), error.to_string());

        let yaml = serde_yaml::to_string(&error).unwrap();
        let received: Error = serde_yaml::from_str(&yaml).unwrap();
        prop_assert_eq!(shown(&received), shown(&error), "{}", yaml);
    }

    #[test]
    fn a_response_arrives(error in with_metadata(), wait in option::of(0..=1_u64 << 31)) {
        let wait = wait.map(Duration::from_secs);
        let error = wait.map_or(error.clone(), |wait| error.with_retry_after(wait));
        let (parts, body) = http::Response::<Vec<u8>>::from(error.clone()).into_parts();
        prop_assert_eq!(parts.status.as_u16(), error.http_status());
        prop_assert_eq!(parts.headers.contains_key("retry-after"), wait.is_some());
        let received = Error::from_response(&parts, &body);
        prop_assert_eq!(shown(&received), shown(&error));
        prop_assert_eq!((received.raw_body(), received.retry_after()), (Some(&*body), wait));
        prop_assert_eq!(received == error, error.password().is_none());
        // The body alone doesn't say how long to wait.
        let received = Error::from_response_parts(parts.status, &body);
        prop_assert_eq!((shown(&received), received.retry_after()), (shown(&error), None));
    }

    /// Without metadata, a param is unchanged or absent; `message.rs` tests which of them.
    #[test]
    fn a_message_alone_never_misleads(error in any_error()) {
        let received = Error::from_response_parts(error.http_status(), bare(&error).as_bytes());
        if error.code() != ErrorCode::Secret && !error.to_string().is_empty() {
            prop_assert_eq!(received.to_string(), error.to_string());
        }
        for (name, value) in received.params() {
            let (_, sent) = error.params().find(|(sent, _)| *sent == name).unwrap();
            let is_split_otherwise = format!("{sent:?}").contains(", ") && matches!(sent, Value::List(list) if list.iter().any(|element| element.contains(", ")));
            prop_assert!(sent == value || is_split_otherwise, "{}: {:?} became {:?}", name, sent, value);
        }
    }

    /// Whatever an error was read from, it is written so that the next reader reads the same.
    #[test]
    fn received_errors_arrive(body in foreign_body(), status in prop_oneof![Just(200_u16), 400..600_u16]) {
        let error = Error::from_response_parts(status, body.to_string().as_bytes());
        prop_assume!(IS_NAME_SENT || error.reason() == error.code().as_str());
        let json = serde_json::to_string(&error).unwrap();
        let received = Error::from_response_parts(error.http_status(), json.as_bytes());
        prop_assert_eq!(&received, &error, "{} from {}", json, body);
        prop_assert_eq!(received.is_known(), error.is_known(), "{} from {}", json, body);
        prop_assert_eq!(serde_json::to_string(&received).unwrap(), json);
    }

    #[test]
    fn any_bytes_become_an_error(bytes in vec(any::<u8>(), 0..200), text in ".*") {
        for body in [&*bytes, text.as_bytes()] {
            let error = Error::from_response_parts(502, body);
            prop_assert_eq!(error.http_status(), 502);
        }
    }
}

/// The error's body with only the reason and the message.
fn bare(error: &Error) -> String {
    serde_json::json!({"reason": error.reason(), "message": error.to_string()}).to_string()
}
